//! What one answer adds to what a teacher sees of a student.

use chrono::{DateTime, Utc};
use events::thematic_cards::{CardReviewUndone, CardReviewed};

/// What an answer adds to counters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// 1 when it was right.
    pub correct: i64,
    /// 1 when a learnt card was due: it tells of retention.
    pub due_answers: i64,
    /// 1 when such a card was recalled.
    pub due_recalled: i64,
    /// When the student was active.
    pub active_at: DateTime<Utc>,
}

impl Added {
    /// What `answer` adds.
    pub fn by(answer: &CardReviewed) -> Self {
        Self {
            correct: i64::from(answer.correct),
            due_answers: i64::from(answer.recalled_when_due.is_some()),
            due_recalled: i64::from(answer.recalled_when_due == Some(true)),
            active_at: answer.answered_at,
        }
    }

    /// What the answer had added that is taken back. The student was active all the same.
    pub fn by_undone(undone: &CardReviewUndone) -> Self {
        Self {
            correct: i64::from(undone.correct),
            due_answers: i64::from(undone.recalled_when_due.is_some()),
            due_recalled: i64::from(undone.recalled_when_due == Some(true)),
            active_at: undone.answered_at,
        }
    }
}

/// A share of a whole, 0 to 1; none of nothing.
pub fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// How hard a word is for a student: the share of wrong answers, as the lower bound of the 95 % Wilson score interval
/// (Wilson 1927), so that one slip does not outrank ten.
pub fn difficulty(wrong: i64, answers: i64) -> f64 {
    const Z: f64 = 1.96;
    if answers <= 0 {
        return 0.0;
    }
    let (n, p) = (answers as f64, wrong as f64 / answers as f64);
    let centre = p + Z * Z / (2.0 * n);
    let margin = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((centre - margin) / (1.0 + Z * Z / n)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ten_slips_in_ten_outrank_one_in_one() {
        assert!(difficulty(10, 10) > difficulty(1, 1));
        assert!(difficulty(5, 10) > difficulty(1, 10));
    }

    #[test]
    fn a_word_that_was_never_wrong_is_not_hard() {
        assert!(difficulty(0, 10).abs() < 1e-9);
        assert!(difficulty(0, 0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn difficulty_lies_below_the_share_of_wrong_answers(answers in 1_i64..1000, wrong in 0_i64..1000) {
            let wrong = wrong.min(answers);
            let hard = difficulty(wrong, answers);
            prop_assert!((0.0..=wrong as f64 / answers as f64 + 1e-9).contains(&hard));
        }
    }
}
