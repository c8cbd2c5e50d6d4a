//! Monday's run over all students.

use chrono::{DateTime, Utc};
use documents::{Aggregate, Change};
use ids::UserId;
use scheduler::Week;
use serde::{Deserialize, Serialize};

/// A run. It goes through the students in the order of their ids and notes how far it is, so that it goes on where it was
/// cut off. What it does can be repeated: the cohort of a student and a week is there once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The week's name.
    #[serde(rename = "_id")]
    pub iso_week: String,
    /// The last student whose week is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<UserId>,
    /// Students that it has been through.
    pub students: u64,
    /// Whether it has been through all.
    pub done: bool,
    /// When it was asked for.
    #[serde(with = "documents::instant")]
    pub begun_at: DateTime<Utc>,
    /// When something was last done.
    #[serde(with = "documents::instant")]
    pub moved_at: DateTime<Utc>,
}

impl Aggregate for Run {
    type Id = String;
    const COLLECTION: &'static str = "runs";

    fn id(&self) -> String {
        self.iso_week.clone()
    }
}

impl Run {
    /// Asked for, and not begun.
    pub fn asked_for(week: Week, now: DateTime<Utc>) -> Self {
        Self {
            iso_week: week.to_string(),
            after: None,
            students: 0,
            done: false,
            begun_at: now,
            moved_at: now,
        }
    }

    /// Through so many more students, up to this one; another instance may be further.
    pub fn advance(mut self, last: UserId, students: u64, now: DateTime<Utc>) -> Change<Self> {
        if self.done || self.after >= Some(last) {
            return Change::none(self);
        }
        self.after = Some(last);
        self.students += students;
        self.moved_at = now;
        Change::of(self)
    }

    /// Through all of them.
    pub fn finish(mut self, now: DateTime<Utc>) -> Change<Self> {
        if self.done {
            return Change::none(self);
        }
        self.done = true;
        self.moved_at = now;
        Change::of(self)
    }
}
