//! What happened to a word, and the order of it.

use super::Ask;
use crate::{Week, study_day};
use chrono::{DateTime, Datelike, NaiveDate, SubsecRound, Utc};
use chrono_tz::Tz;
use ids::ReviewId;
use serde::{Deserialize, Serialize};

/// One answer, as the schedule sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Made by the client: the same answer may arrive more than once.
    pub id: ReviewId,
    /// What was asked.
    pub asked: Ask,
    /// Whether it was right.
    pub correct: bool,
    /// When, as the device's clock tells; not to be trusted about the future.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub answered_at: DateTime<Utc>,
    /// When the server took it.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub received_at: DateTime<Utc>,
    /// Where the student was: decides which study day it was.
    pub zone: Tz,
}

impl Answer {
    /// The instant that counts: the device's, but not after the receipt; in whole milliseconds, as it is stored.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.answered_at.min(self.received_at).trunc_subsecs(3)
    }

    /// The study day of the student on which it was given.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        study_day(self.at(), self.zone)
    }

    /// The week that it was given in.
    #[must_use]
    pub fn week(&self) -> Week {
        Week::of(self.at())
    }
}

/// Something that happened to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum Fact {
    /// A cohort took it from the queue.
    Entered {
        /// Whose week it is.
        week: Week,
        /// The first day on which it is asked: the Monday, or later for a word that came into a week under way.
        from: NaiveDate,
        /// When that counts as having happened: the beginning of the week, save for a word that was brought back later.
        #[serde(with = "chrono::serde::ts_milliseconds")]
        at: DateTime<Utc>,
    },
    /// The student answered it.
    Answered(Answer),
    /// It was set aside as a leech, and the student wants it back.
    BroughtBack {
        /// When.
        #[serde(with = "chrono::serde::ts_milliseconds")]
        at: DateTime<Utc>,
    },
}

/// The place of a fact in the log: by instant, then by what it is, answers of one instant by id.
pub(super) type Place = (DateTime<Utc>, u8, Option<ReviewId>);

impl Fact {
    /// When it happened, as far as the log counts.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Entered { at, .. } | Self::BroughtBack { at } => at.trunc_subsecs(3),
            Self::Answered(answer) => answer.at(),
        }
    }

    /// Whether it lies before `other` in the log.
    #[must_use]
    pub fn precedes(&self, other: &Self) -> bool {
        self.place() < other.place()
    }

    pub(super) fn place(&self) -> Place {
        let (rank, id) = match self {
            Self::BroughtBack { .. } => (0, None),
            Self::Entered { .. } => (1, None),
            Self::Answered(answer) => (2, Some(answer.id)),
        };
        (self.at(), rank, id)
    }

    /// Equal for facts that are the same one; of two answers that say they are one, the lesser is the first.
    fn identity(&self) -> (u8, Option<ReviewId>, Place, [i64; 3]) {
        let (_, rank, id) = self.place();
        let days = |day: NaiveDate| i64::from(day.num_days_from_ce());
        let rest = match self {
            Self::BroughtBack { .. } => [0; 3],
            Self::Entered { week, from, .. } => [days(week.monday()), days(*from), 0],
            Self::Answered(answer) => {
                [answer.asked as i64, i64::from(answer.correct), i64::from(answer.zone as u16)]
            }
        };
        (rank, id, self.place(), rest)
    }
}

/// The log in its order, each fact once, whatever order and number they arrived in.
///
/// Two answers with one id are one that was sent twice. Should they differ, the one that lies first counts: any rule would
/// do that does not ask which arrived first.
pub(super) fn in_order<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Vec<&'a Fact> {
    let mut log: Vec<&Fact> = facts.into_iter().collect();
    log.sort_unstable_by_key(|fact| fact.identity());
    log.dedup_by(|next, first| match (&**next, &**first) {
        (Fact::Answered(next), Fact::Answered(first)) => next.id == first.id,
        (next, first) => next.identity() == first.identity(),
    });
    log.sort_by_key(|fact| fact.place());
    log
}
