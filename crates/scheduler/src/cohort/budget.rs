//! How many new words a week takes.

use super::Cycle;
use serde::{Deserialize, Serialize};

/// Words of a week, unless the student says otherwise.
pub const USUAL_WORDS: u16 = 20;
/// The most new words that a week takes, whatever the student's time.
pub const MOST_NEW: usize = 100;

/// Answers for which a student's own pace counts as much as the usual one.
const PRIOR_ANSWERS: f64 = 50.0;
/// The usual pace: eight seconds an answer, and three in ten words come back once.
const USUAL: Pace = Pace { answer_ms: 8_000.0, answers_a_cycle: 1.3 };
const MINUTE_MS: f64 = 60_000.0;
const DAYS: f64 = 7.0;

/// How long a student takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    /// Milliseconds an answer.
    pub answer_ms: f64,
    /// Answers until a cycle of a word is passed, those of its returns included.
    pub answers_a_cycle: f64,
}

impl Default for Pace {
    fn default() -> Self {
        USUAL
    }
}

impl Pace {
    /// From a student's own answers: how many were timed and how long they took in all, and how many cycles they passed.
    /// The fewer there are, the nearer it is to the usual one.
    #[must_use]
    pub fn of(timed_answers: u64, total_ms: u64, answers: u64, passed: u64) -> Self {
        let mean = |sum: u64, count: u64, usual: f64| {
            (sum as f64 + usual * PRIOR_ANSWERS) / (count as f64 + PRIOR_ANSWERS)
        };
        Self {
            answer_ms: mean(total_ms, timed_answers, USUAL.answer_ms).max(1.0),
            answers_a_cycle: mean(answers.max(passed), passed, USUAL.answers_a_cycle),
        }
    }

    fn cycles_ms(&self, cycles: usize) -> f64 {
        self.answer_ms * self.answers_a_cycle * cycles as f64
    }

    /// Minutes for so many cycles and echoes.
    pub(super) fn minutes(&self, cycles: u32, echoes: u32) -> f64 {
        (self.cycles_ms(cycles as usize) + self.answer_ms * f64::from(echoes)) / MINUTE_MS
    }

    /// How many answers fit into so many minutes; at least one.
    #[must_use]
    pub fn answers_in(&self, minutes: u16) -> usize {
        (f64::from(minutes) * MINUTE_MS / self.answer_ms).floor().max(1.0) as usize
    }
}

/// What a student wants of a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Budget {
    /// So many words in their cycles, those that are carried over included. Echoes come on top.
    Words(u16),
    /// So many minutes a day, for everything.
    Minutes {
        /// Minutes a day.
        a_day: u16,
        /// How long the student takes.
        pace: Pace,
    },
}

impl Default for Budget {
    fn default() -> Self {
        Self::Words(USUAL_WORDS)
    }
}

impl Budget {
    /// How many new words there is room for beside those that are carried over, each with so many cycles passed, and so many
    /// echoes. What was not done is not stacked on top: it takes the room of new words.
    #[must_use]
    pub fn room(&self, carried: impl ExactSizeIterator<Item = u8>, echoes: usize) -> usize {
        let room = match self {
            Self::Words(words) => usize::from(*words).saturating_sub(carried.len()),
            Self::Minutes { a_day, pace } => {
                let cycles = carried.map(|passed| Cycle::ALL.len().saturating_sub(usize::from(passed))).sum();
                let taken = pace.cycles_ms(cycles) + pace.answer_ms * echoes as f64;
                let left = f64::from(*a_day) * MINUTE_MS * DAYS - taken;
                (left / pace.cycles_ms(Cycle::ALL.len())).floor().max(0.0) as usize
            }
        };
        room.min(MOST_NEW)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(a_day: u16, pace: Pace) -> Budget {
        Budget::Minutes { a_day, pace }
    }

    #[test]
    fn what_is_carried_over_takes_the_room_of_new_words() {
        assert_eq!(Budget::default().room([0; 0].into_iter(), 300), 20);
        assert_eq!(Budget::default().room([3; 8].into_iter(), 0), 12);
        assert_eq!(Budget::default().room([1; 31].into_iter(), 0), 0);
    }

    #[test]
    fn minutes_become_words_by_the_students_own_pace() {
        // 10 minutes a day are 4,200 s a week; a word takes 4 * 1.3 * 8 s.
        assert_eq!(minutes(10, Pace::default()).room([0; 0].into_iter(), 0), 100);
        assert_eq!(minutes(5, Pace::default()).room([0; 0].into_iter(), 0), 50);
        let slow = Pace { answer_ms: 16_000.0, ..Pace::default() };
        assert_eq!(minutes(5, slow).room([0; 0].into_iter(), 0), 25);
        assert_eq!(minutes(5, slow).room([2; 10].into_iter(), 0), 20, "two cycles each are left");
        assert_eq!(minutes(5, slow).room([0; 0].into_iter(), 26), 20, "26 echoes take 416 s");
        assert_eq!(minutes(0, slow).room([0; 0].into_iter(), 0), 0);
    }

    #[test]
    fn a_few_answers_say_little_of_a_pace() {
        let one = Pace::of(1, 60_000, 1, 0);
        assert!((8_000.0..10_000.0).contains(&one.answer_ms), "{one:?}");
        let many = Pace::of(10_000, 40_000_000, 12_000, 10_000);
        assert!((4_000.0..4_100.0).contains(&many.answer_ms), "{many:?}");
        assert!((1.19..1.21).contains(&many.answers_a_cycle), "{many:?}");
    }

    #[test]
    fn no_number_is_too_great() {
        let odd = Pace::of(u64::MAX, 0, u64::MAX, 0);
        assert!(minutes(u16::MAX, odd).room([200; 3].into_iter(), usize::MAX) <= MOST_NEW);
        assert!(odd.answers_in(u16::MAX) >= 1);
    }
}
