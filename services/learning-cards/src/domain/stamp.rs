//! Who wrote a field last.
//!
//! Two devices that were offline change a word each, and both changes arrive, in any order. Each field keeps the stamp of
//! its last writer, and a change takes only the fields for which its own stamp is later: both orders end in the same word,
//! and nobody is asked to choose a side.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use ids::ChangeId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// When a change was made, and which it was. Of two, the greater is the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    /// When, to the millisecond, never after its receipt.
    #[serde(with = "documents::instant")]
    pub at: DateTime<Utc>,
    /// Tells changes of one instant apart; absent for one that was made at the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ChangeId>,
}

impl Stamp {
    /// Of a change that is made now, at the server.
    pub fn now(now: DateTime<Utc>) -> Self {
        Self { at: now.trunc_subsecs(3), id: None }
    }

    /// Of a change that a device made, not after it was received and not before the thing was there.
    pub fn of_device(
        id: ChangeId,
        made: DateTime<Utc>,
        since: DateTime<Utc>,
        received: DateTime<Utc>,
    ) -> Self {
        Self { at: made.max(since).min(received).trunc_subsecs(3), id: Some(id) }
    }
}

/// Fields whose stamps a thing keeps. Beyond it the oldest are forgotten: a change that is older still, and arrives later,
/// then counts.
const MOST: usize = 300;

/// The stamps of the fields that were changed after their thing was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<Written>", into = "Vec<Written>")]
pub struct Stamps(BTreeMap<String, Stamp>);

/// A field as it is stored: names of fields may hold what a key of a document may not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Written {
    field: String,
    #[serde(flatten)]
    stamp: Stamp,
}

impl From<Vec<Written>> for Stamps {
    fn from(written: Vec<Written>) -> Self {
        Self(written.into_iter().map(|one| (one.field, one.stamp)).collect())
    }
}

impl From<Stamps> for Vec<Written> {
    fn from(stamps: Stamps) -> Self {
        stamps.0.into_iter().map(|(field, stamp)| Written { field, stamp }).collect()
    }
}

/// What a stamp is to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Later than its last writer's: the field is written.
    Newer,
    /// The last writer's own.
    Same,
    /// Earlier than its last writer's: the field stays.
    Older,
}

impl Stamps {
    /// Claims `field`, and remembers the stamp when it is the newest.
    pub fn claim(&mut self, field: &str, stamp: Stamp) -> Claim {
        match self.0.get(field) {
            Some(last) if *last == stamp => Claim::Same,
            Some(last) if *last > stamp => Claim::Older,
            _ => {
                self.0.insert(field.to_owned(), stamp);
                self.forget_oldest();
                Claim::Newer
            }
        }
    }

    /// The stamp of a change that is made now, at the server, by one who has seen all that is here: later than any of it.
    pub fn next(&self, now: DateTime<Utc>) -> Stamp {
        let seen = self.0.values().map(|stamp| stamp.at + TimeDelta::milliseconds(1)).max();
        Stamp::now(seen.map_or(now, |seen| seen.max(now)))
    }

    /// The stamp of a field; none when it is as it was made.
    pub fn of(&self, field: &str) -> Option<Stamp> {
        self.0.get(field).copied()
    }

    fn forget_oldest(&mut self) {
        if self.0.len() > MOST
            && let Some(oldest) =
                self.0.iter().min_by_key(|(_, stamp)| **stamp).map(|(field, _)| field.clone())
        {
            self.0.remove(&oldest);
        }
    }
}
