//! What Monday does.

use super::{Budget, Progress, Stage};
use crate::Week;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Unfinished words that one cohort holds; the rest waits for the next.
pub const MOST_CARRIED: usize = 500;
/// Echoes that one cohort holds; the rest waits for the next.
pub const MOST_ECHOES: usize = 500;

/// The words of a cohort, as its opening chose them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening<Id> {
    /// Unfinished words of earlier weeks, and those that were forgotten at an echo: the longest unfinished first.
    pub carried: Vec<Id>,
    /// Words whose echo is due: the longest due first.
    pub echoes: Vec<Id>,
    /// New words, in the order of the queue.
    pub new: Vec<Id>,
}

impl<Id> Opening<Id> {
    /// Whether there is nothing to study.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.carried.is_empty() && self.echoes.is_empty() && self.new.is_empty()
    }

    /// All words, the carried ones first, then echoes, then the new ones.
    pub fn words(&self) -> impl Iterator<Item = &Id> {
        self.carried.iter().chain(&self.echoes).chain(&self.new)
    }
}

/// The week whose cohort is to be opened at `now`, where `last` was the last one that was: the present week, unless it was
/// opened already. Weeks that passed meanwhile are never opened: what would have come in them waits in the queue.
#[must_use]
pub fn week_to_open(last: Option<Week>, now: DateTime<Utc>) -> Option<Week> {
    let present = Week::of(now);
    last.is_none_or(|last| last < present).then_some(present)
}

/// Chooses the words of a week: unfinished ones, echoes that are due, then new ones from the queue as far as the budget goes.
///
/// `studied` are words that a cohort has taken before, in any order; `queue` those that wait, the first first.
#[must_use]
pub fn open<Id: Copy + Ord>(
    week: Week,
    studied: &[(Id, Progress)],
    queue: impl IntoIterator<Item = Id>,
    budget: Budget,
) -> Opening<Id> {
    let belonging = |stage| studied.iter().filter(move |(_, it)| it.stage == stage && it.belongs_to(week));
    let mut carried: Vec<_> = belonging(Stage::Learning).collect();
    carried.sort_by_key(|(id, it)| (it.run.map(|run| run.week), *id));
    carried.truncate(MOST_CARRIED);
    let mut echoes: Vec<_> = belonging(Stage::Graduated).collect();
    echoes.sort_by_key(|(id, it)| (it.echo_from, *id));
    echoes.truncate(MOST_ECHOES);
    let room = budget.room(carried.iter().map(|(_, it)| it.passed), echoes.len());
    Opening {
        new: queue.into_iter().take(room).collect(),
        carried: carried.into_iter().map(|(id, _)| *id).collect(),
        echoes: echoes.into_iter().map(|(id, _)| *id).collect(),
    }
}
