//! Keys whose events cannot be handled now, kept in the service's own store.
//!
//! An event that fails three times would hold up its partition or be lost. Its **key** is parked instead: this event and
//! every later one of the key queue in the store, other keys flow. A redrive is asked for in the store (by the `bus`
//! tool); the instance that owns the partition carries it out in the lane of the key, so that replayed and live events of
//! a key never run side by side. The key is free again when its queue is empty.

use super::record::{RawRecord, from_pairs, to_pairs};
use anyhow::Result;
use async_trait::async_trait;

/// An event in the queue of its key, with the bytes and headers that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParkedEvent {
    /// Where it was read.
    pub topic: String,
    /// Where it was read.
    pub partition: i32,
    /// Where it was read: the order within the key.
    pub offset: i64,
    /// The Kafka key.
    pub key: String,
    /// The value.
    pub payload: Vec<u8>,
    /// The headers, in order.
    pub headers: Vec<(String, Vec<u8>)>,
}

/// A key that is parked, as an operator sees it. No payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParkedKey {
    /// The topic.
    pub topic: String,
    /// The partition.
    pub partition: i32,
    /// The Kafka key.
    pub key: String,
    /// Why its first event could not be handled.
    pub reason: String,
    /// Events in its queue.
    pub events: u64,
    /// Whether a redrive is asked for and not finished.
    pub redrive: bool,
}

/// Where a service keeps parked keys: a table or a collection of its own store.
///
/// Errors are those of the store; whoever calls tries again.
#[async_trait]
pub trait ParkingLot: Send + Sync {
    /// The keys of one partition that are parked for `group`.
    async fn keys(&self, group: &str, topic: &str, partition: i32) -> Result<Vec<String>>;

    /// Puts an event at the end of its key's queue. The first one parks the key, and its reason is kept. The same event
    /// again changes nothing.
    async fn park(&self, group: &str, event: &ParkedEvent, reason: &str) -> Result<()>;

    /// The first event in the queue of a key.
    async fn first(&self, group: &str, topic: &str, key: &str) -> Result<Option<ParkedEvent>>;

    /// Takes an event from the queue of its key: its effect is durable.
    async fn take(&self, group: &str, event: &ParkedEvent) -> Result<()>;

    /// Frees a key whose queue is empty.
    async fn free(&self, group: &str, topic: &str, key: &str) -> Result<()>;

    /// A redrive met a failure again: the key stays, with this reason, until another is asked for.
    async fn keep(&self, group: &str, topic: &str, key: &str, reason: &str) -> Result<()>;

    /// Asks for a redrive of one key, or of every key of a topic, or of all. Gives how many keys.
    async fn redrive(&self, group: &str, topic: Option<&str>, key: Option<&str>) -> Result<u64>;

    /// The keys for which a redrive is asked, at most `limit`.
    async fn requested(&self, group: &str, limit: usize) -> Result<Vec<ParkedKey>>;

    /// Every parked key, at most `limit`, the oldest first.
    async fn list(&self, group: &str, limit: usize) -> Result<Vec<ParkedKey>>;

    /// How many keys are parked, by topic.
    async fn count(&self, group: &str) -> Result<Vec<(String, u64)>>;

    /// Called every hour: the store forgets what no consumer needs any more, where it does not by itself.
    async fn tidy(&self) -> Result<()> {
        Ok(())
    }
}

impl ParkedEvent {
    pub(crate) fn of(record: &RawRecord, key: &str) -> Self {
        Self {
            topic: record.topic.clone(),
            partition: record.partition,
            offset: record.offset,
            key: key.to_owned(),
            payload: record.payload.clone().unwrap_or_default(),
            headers: to_pairs(&record.headers),
        }
    }

    pub(crate) fn into_record(self) -> RawRecord {
        RawRecord {
            headers: from_pairs(&self.headers),
            topic: self.topic,
            partition: self.partition,
            offset: self.offset,
            key: Some(self.key.into_bytes()),
            payload: Some(self.payload),
        }
    }
}
