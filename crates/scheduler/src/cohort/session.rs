//! The order in which a day's words are asked.

use super::{Asked, Progress};
use crate::Week;
use chrono::NaiveDate;
use std::collections::VecDeque;

/// A word that is asked on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<Id> {
    /// The word.
    pub id: Id,
    /// What it is asked.
    pub asked: Asked,
    /// The day of its last answer that counted; none for one that was never met.
    since: Option<NaiveDate>,
}

impl<Id> Due<Id> {
    /// The word, if it is asked on this day of this week.
    #[must_use]
    pub fn on(id: Id, progress: &Progress, week: Week, day: NaiveDate) -> Option<Self> {
        let asked = progress.asked(week, day)?;
        Some(Self { id, asked, since: progress.tried.map(|tried| tried.day) })
    }

    /// Whether the word was never met.
    #[must_use]
    pub const fn is_unmet(&self) -> bool {
        self.since.is_none()
    }
}

/// Arranges a sitting of at most `most` words: those that were met before, the longest ago first, ties by id, and between
/// them, spread evenly, those that were not, in the order given.
///
/// Of two words the one that was answered longer ago is the one more likely forgotten: within a week all have had much the
/// same number of answers, so that time is what tells them apart.
#[must_use]
pub fn arrange<Id: Copy + Ord>(due: &[Due<Id>], most: usize) -> Vec<Due<Id>> {
    let mut met: Vec<_> = due.iter().filter(|one| !one.is_unmet()).copied().collect();
    met.sort_by_key(|one| (one.since, one.id));
    let mut unmet: VecDeque<_> = due.iter().filter(|one| one.is_unmet()).copied().collect();
    let mut met: VecDeque<_> = met.into_iter().take(most).collect();
    unmet.truncate(most - met.len());

    let (total, new) = (met.len() + unmet.len(), unmet.len());
    let mut given = 0;
    let mut order = Vec::with_capacity(total);
    for place in 1..=total {
        let share = place * new / total;
        let next = if share > given { unmet.pop_front() } else { met.pop_front() };
        given = share;
        order.extend(next);
    }
    order
}
