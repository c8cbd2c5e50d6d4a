//! What stays of a person who is forgotten: that they are.

use ::documents::{Aggregate, Change, Index};
use bson::{Document, doc};
use chrono::{DateTime, Utc};
use events::pii::{ErasureConfirmed, Holding};
use ids::{ErasureId, EventId, UserId};
use mongodb::Database;
use serde::{Deserialize, Serialize};

const COLLECTION: &str = "forgotten";

/// Somebody is forgotten, or about to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tombstone {
    /// Who.
    #[serde(rename = "_id")]
    pub user_id: UserId,
    /// Under which request.
    pub erasure_id: ErasureId,
    /// When the request was first seen.
    #[serde(with = "documents::instant")]
    pub seen_at: DateTime<Utc>,
    /// The event that was answered last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<EventId>,
    /// When everything was erased.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<DateTime<Utc>>,
    /// When it was erased once more, with all that had been running.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<DateTime<Utc>>,
}

impl Aggregate for Tombstone {
    type Id = UserId;
    const COLLECTION: &'static str = COLLECTION;

    fn id(&self) -> UserId {
        self.user_id
    }

    fn indexes() -> Vec<Index> {
        vec![Index::named("to_settle").ascending("settled_at").ascending("erased_at")]
    }
}

impl Tombstone {
    /// Before anything is erased.
    #[must_use]
    pub const fn of(user_id: UserId, erasure_id: ErasureId, seen_at: DateTime<Utc>) -> Self {
        Self { user_id, erasure_id, seen_at, answered: None, erased_at: None, settled_at: None }
    }

    /// Everything is erased: says so, once for each event that asks.
    pub fn erased(
        mut self,
        service: &str,
        asked_by: EventId,
        erasure_id: ErasureId,
        holdings: Vec<Holding>,
        at: DateTime<Utc>,
    ) -> Change<Self> {
        if self.answered == Some(asked_by) {
            return Change::none(self);
        }
        self.answered = Some(asked_by);
        self.erased_at = Some(at);
        let confirmed = ErasureConfirmed {
            user_id: self.user_id,
            erasure_id,
            service: service.to_owned(),
            confirmed_at: at,
            holdings,
        };
        Change::of(self).publish(confirmed)
    }

    /// Everything was erased once more.
    pub fn settled(mut self, at: DateTime<Utc>) -> Change<Self> {
        self.settled_at = Some(at);
        Change::of(self)
    }
}

/// Whether `user` is forgotten, so that a fact about them must change nothing.
///
/// # Errors
/// The store.
pub async fn is_forgotten(database: &Database, user: UserId) -> mongodb::error::Result<bool> {
    let tombstones = database.collection::<Document>(COLLECTION);
    Ok(tombstones.find_one(doc! { "_id": user.to_string() }).projection(doc! { "_id": 1 }).await?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn event(n: u128) -> EventId {
        EventId::new(Uuid::from_u128(n))
    }

    #[test]
    fn each_event_that_asks_is_answered_once() {
        let erasure = ErasureId::new(Uuid::from_u128(2));
        let at = DateTime::UNIX_EPOCH;
        let tombstone = Tombstone::of(UserId::new(Uuid::from_u128(1)), erasure, at);
        let (tombstone, facts) = tombstone.erased("lobby", event(1), erasure, vec![], at).into_parts();
        assert_eq!(facts.len(), 1);
        let (tombstone, facts) = tombstone.erased("lobby", event(1), erasure, vec![], at).into_parts();
        assert_eq!(facts.len(), 0, "the same event again");
        let (_, facts) = tombstone.erased("lobby", event(2), erasure, vec![], at).into_parts();
        assert_eq!(facts.len(), 1, "pii asks again");
    }
}
