//! Answers that can be replayed.

use crate::{Interval, LogEntry, LogKind};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::{CardId, ReviewId};
use scheduler::{Phase, Rating, Review};

/// An answer to a card, given in another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How well.
    pub rating: Rating,
    /// When.
    pub at: DateTime<Utc>,
    /// Milliseconds that it took.
    pub taken_ms: u32,
    /// What the card was going through when it was asked: never [`Phase::New`].
    pub phase: Phase,
    /// The interval that it led to.
    pub interval: TimeDelta,
}

impl Answer {
    /// The same for the scheduler. The id follows from card and instant: an answer that is imported twice is one review.
    #[must_use]
    pub fn review(&self, card: CardId, received_at: DateTime<Utc>, zone: Tz) -> Review {
        let id = ReviewId::derive(card.as_uuid(), &format!("imported/{}", self.at.timestamp_millis()));
        Review { id, card, rating: self.rating, answered_at: self.at, received_at, zone }
    }

    pub(crate) fn of_log(log: &[LogEntry]) -> Vec<Self> {
        log[beginning(log)..].iter().filter_map(Self::of_entry).collect()
    }

    fn of_entry(entry: &LogEntry) -> Option<Self> {
        let phase = match entry.kind {
            LogKind::Learning => Phase::Learning,
            LogKind::Relearning => Phase::Relearning,
            LogKind::Review => Phase::Review,
            LogKind::Filtered if !is_practice(entry) => Phase::Review,
            LogKind::Filtered | LogKind::Manual | LogKind::Rescheduled => return None,
        };
        let rating = Rating::try_from(entry.button).ok()?;
        let interval = match entry.interval {
            Interval::Seconds(seconds) => TimeDelta::seconds(seconds.into()),
            Interval::Days(days) => TimeDelta::days(days.into()),
        };
        Some(Self { rating, at: entry.at, taken_ms: entry.taken_ms, phase, interval })
    }
}

/// Where the present life of a card begins: a card that was reset is learnt anew, and what was before counts no more. Older
/// versions of Anki did not log a reset; there, the last group of learning steps tells.
fn beginning(log: &[LogEntry]) -> usize {
    let mut first_step = None;
    for (at, entry) in log.iter().enumerate().rev().filter(|(_, entry)| !is_practice(entry)) {
        if entry.kind == LogKind::Learning && entry.button > 0 {
            first_step = Some(at);
        } else if let Some(first) = first_step {
            return first;
        } else if entry.kind == LogKind::Manual && entry.ease == 0 {
            return at + 1;
        }
    }
    first_step.unwrap_or(0)
}

/// An answer in a filtered deck that moved nothing.
fn is_practice(entry: &LogEntry) -> bool {
    entry.kind == LogKind::Filtered && entry.ease == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use LogKind::{Filtered, Learning, Manual, Relearning, Rescheduled, Review};

    fn entry(number: usize, (kind, button, ease): (LogKind, u8, u32)) -> LogEntry {
        let at = DateTime::UNIX_EPOCH + TimeDelta::days(number as i64);
        LogEntry { at, button, interval: Interval::Days(1), ease, taken_ms: 5000, kind }
    }

    /// Which entries are answers.
    fn kept(log: &[(LogKind, u8, u32)]) -> Vec<usize> {
        let log: Vec<_> =
            log.iter().copied().enumerate().map(|(number, parts)| entry(number, parts)).collect();
        let day = |answer: Answer| (answer.at - DateTime::UNIX_EPOCH).num_days() as usize;
        Answer::of_log(&log).into_iter().map(day).collect()
    }

    #[test]
    fn answers_are_kept_in_order() {
        assert_eq!(
            kept(&[(Learning, 3, 0), (Review, 3, 2500), (Review, 1, 2300), (Relearning, 3, 2300)]),
            [0, 1, 2, 3]
        );
    }

    #[test]
    fn what_nobody_answered_is_dropped() {
        assert_eq!(
            kept(&[(Learning, 3, 0), (Rescheduled, 0, 2500), (Manual, 0, 2500), (Review, 3, 2500)]),
            [0, 3]
        );
        assert_eq!(kept(&[(Learning, 3, 0), (Rescheduled, 3, 2500), (Review, 0, 2500), (Review, 5, 0)]), [0]);
    }

    #[test]
    fn practice_is_dropped_and_an_early_review_is_kept() {
        assert_eq!(kept(&[(Learning, 3, 0), (Filtered, 1, 0), (Filtered, 3, 2500)]), [0, 2]);
    }

    #[test]
    fn what_was_before_a_reset_is_dropped() {
        assert_eq!(kept(&[(Learning, 3, 0), (Review, 3, 2500), (Manual, 0, 0)]), [0; 0]);
        assert_eq!(
            kept(&[(Learning, 3, 0), (Review, 3, 2500), (Manual, 0, 0), (Learning, 3, 0), (Review, 4, 0)]),
            [3, 4]
        );
        assert_eq!(
            kept(&[
                (Learning, 3, 0),
                (Review, 3, 2500),
                (Learning, 3, 0),
                (Filtered, 3, 0),
                (Learning, 3, 0)
            ]),
            [2, 4]
        );
    }

    #[test]
    fn an_answer_is_one_review_however_often_it_is_imported() {
        let answers = Answer::of_log(&[entry(1, (Learning, 3, 0))]);
        let card = CardId::new(uuid::Uuid::from_u128(1));
        let at = |days| DateTime::UNIX_EPOCH + TimeDelta::days(days);
        let once = answers[0].review(card, at(10), Tz::Europe__Amsterdam);
        let again = answers[0].review(card, at(20), Tz::UTC);
        let other = answers[0].review(CardId::new(uuid::Uuid::from_u128(2)), at(10), Tz::UTC);
        assert_eq!(once.id, again.id);
        assert_ne!(once.id, other.id);
        assert_eq!((once.rating, once.answered_at, once.at()), (Rating::Good, at(1), at(1)));
    }
}
