//! Everything of the chosen topics is seen before an exam, and once more shortly before it.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use ids::CardId;
use serde::{Deserialize, Serialize};

use crate::day::{between, later};
use crate::{CardState, fuzz, study_day};

/// Days before the exam within which every card of its topics is seen.
pub const EXAM_REFRESH_DAYS: u32 = 7;

/// An exam. The caller knows its topics, and asks for their cards alone.
///
/// The rules here look at a card and change nothing in it: dates of exams come and go, and due dates stay what the log
/// says. An answer that the exam brought forward is an answer like any other: FSRS knows what an early one is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exam {
    /// The study day on which it is.
    pub on: NaiveDate,
}

impl Exam {
    /// The day on which a card is asked for the sake of the exam, when that is sooner than it is due: one of the last
    /// [`EXAM_REFRESH_DAYS`] before the exam, spread by card; today, where that day has passed. `None` for a card that
    /// comes up by itself, was seen in those days, was never seen ([`Exam::new_cards_today`]), or when the exam is over.
    #[must_use]
    pub fn asks_on(self, state: &CardState, card: CardId, today: NaiveDate, zone: Tz) -> Option<NaiveDate> {
        let (due, last) = (study_day(state.due_at?, zone), state.last?);
        let first = self.first_refresh_day();
        if today >= self.on || due < self.on || last.day >= first {
            return None;
        }
        let days = fuzz::fraction(card, state.reviews) * f64::from(between(first, self.on));
        Some(later(first, days as u32).max(today))
    }

    /// How many new cards today, so that all `unseen` ones are met in equal shares before the last
    /// [`EXAM_REFRESH_DAYS`], or before the exam when these have begun. None when the exam is over.
    #[must_use]
    pub fn new_cards_today(self, unseen: usize, today: NaiveDate) -> usize {
        let left = between(today, self.on);
        let days = if left > EXAM_REFRESH_DAYS { left - EXAM_REFRESH_DAYS } else { left };
        if days == 0 { 0 } else { unseen.div_ceil(days as usize) }
    }

    fn first_refresh_day(self) -> NaiveDate {
        self.on.checked_sub_days(Days::new(EXAM_REFRESH_DAYS.into())).unwrap_or(self.on)
    }
}
