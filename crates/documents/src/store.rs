//! What every collection of a service shares.

use std::sync::Arc;
use std::time::Duration;

use boot::{Clock, Random};
use bson::{Bson, Document, doc};
use bus::{Encoder, Meta, RelayWaker};
use events::Fact;
use ids::EventId;
use mongodb::Database;

use crate::{Aggregate, Error, entry};

/// How long one operation may take before its caller is told that the store does not answer.
pub(crate) const OPERATION_TIMEOUT: Duration = Duration::from_secs(5);

/// The database of a service with what a command needs beside it: the encoder of its events, the clock and the
/// randomness, and the waker of its relay. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    database: Database,
    encoder: Arc<Encoder>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    waker: RelayWaker,
}

impl Store {
    /// The store over `database`.
    #[must_use]
    pub fn new(
        database: Database,
        encoder: Arc<Encoder>,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        waker: RelayWaker,
    ) -> Self {
        Self { database, encoder, clock, random, waker }
    }

    /// The database, for reads of the service's own (aggregations, projections).
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Tell the relay that something is waiting.
    pub(crate) fn wake_relay(&self) {
        self.waker.wake();
    }

    /// A random part of `longest`.
    pub(crate) fn jitter(&self, longest: Duration) -> Duration {
        longest.mul_f64(self.random.fraction())
    }

    /// The outbox entries of the facts that one write caused.
    pub(crate) fn outbox_of<T: Aggregate>(
        &self,
        id: &T::Id,
        rev: u64,
        facts: &[Fact],
    ) -> Result<Outbox, Error> {
        let at = self.clock.now();
        let event = |source: crate::Cause| Error::Event { collection: T::COLLECTION, source };
        let mut entries = Vec::with_capacity(facts.len());
        for fact in facts {
            let event_id = EventId::v7(at, self.random.array());
            let meta = Meta::new(event_id, id.to_string(), rev, at);
            let outgoing = self.encoder.encode(fact, meta).map_err(|source| event(source.into()))?;
            entries.push(entry::to_bson(outgoing).map_err(|source| event(source.into()))?);
        }
        Ok(Outbox { entries, at: bson::DateTime::from_chrono(at) })
    }
}

/// The events of one write, ready to be stored.
pub(crate) struct Outbox {
    entries: Vec<Bson>,
    at: bson::DateTime,
}

impl Outbox {
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Into a document that is about to be inserted.
    pub(crate) fn add_to_document(self, document: &mut Document) {
        if !self.is_empty() {
            document.insert("outbox", self.entries);
            document.insert("outbox_at", self.at);
        }
    }

    /// Into an update. `outbox_at` stays that of the oldest event that waits, by which the age of the outbox is
    /// measured.
    pub(crate) fn add_to_update(self, update: &mut Document) {
        if !self.is_empty() {
            update.insert("$push", doc! { "outbox": { "$each": self.entries } });
            update.insert("$min", doc! { "outbox_at": self.at });
        }
    }
}

/// Wait for an operation on `collection`, but not for ever.
pub(crate) async fn bounded<R>(
    collection: &'static str,
    operation: impl IntoFuture<Output = mongodb::error::Result<R>>,
) -> Result<R, Error> {
    bounded_raw(operation).await?.map_err(|source| Error::of_driver(collection, source))
}

/// The same, for a caller who tells the driver's errors apart.
pub(crate) async fn bounded_raw<R>(
    operation: impl IntoFuture<Output = mongodb::error::Result<R>>,
) -> Result<mongodb::error::Result<R>, Error> {
    tokio::time::timeout(OPERATION_TIMEOUT, operation.into_future())
        .await
        .map_err(|_| Error::too_slow(OPERATION_TIMEOUT))
}
