//! What an outbox row holds: a fact, rendered and framed, with all that its headers will say.

use chrono::{DateTime, Utc};
use ids::EventId;

/// What surrounds a fact: which aggregate it is about, in which state of it, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The event's identity, the same on every topic that carries it: `ce_id`.
    pub id: EventId,
    /// The aggregate's id: `ce_subject`.
    pub subject: String,
    /// The aggregate's `rev` after the change: `ce_sequence`. A consumer applies an event only if it is newer.
    pub sequence: u64,
    /// When it happened: `ce_time`.
    pub at: DateTime<Utc>,
    /// W3C trace context of the command that caused it.
    pub traceparent: Option<String>,
}

impl Meta {
    /// With the trace of the span that is current now.
    pub fn new(id: EventId, subject: impl Into<String>, sequence: u64, at: DateTime<Utc>) -> Self {
        Self { id, subject: subject.into(), sequence, at, traceparent: boot::trace::current_traceparent() }
    }
}

/// One outbox row: committed with the state, published by the relay, then gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// `ce_id`.
    pub id: EventId,
    /// `ce_subject`: the aggregate's id.
    pub subject: String,
    /// `ce_sequence`: the aggregate's `rev`.
    pub sequence: u64,
    /// `ce_time`.
    pub at: DateTime<Utc>,
    /// The trace that it belongs to.
    pub traceparent: Option<String>,
    /// One, or two where the record is dual published: the newer shape first. All carry the same `ce_id`.
    pub renditions: Vec<Rendition>,
}

/// A fact as one topic sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// The topic.
    pub topic: String,
    /// Full name of the Avro record: `ce_type`.
    pub type_name: String,
    /// Kafka key.
    pub key: String,
    /// Confluent framing: a zero byte, the schema's id, the Avro datum.
    pub payload: Vec<u8>,
}

impl Outgoing {
    /// Events with the same chain are published one after another, never side by side.
    pub(crate) fn chain(&self) -> Option<(&str, &str)> {
        self.renditions.first().map(|rendition| (rendition.topic.as_str(), rendition.key.as_str()))
    }

    /// Bytes of all payloads.
    pub fn size(&self) -> usize {
        self.renditions.iter().map(|rendition| rendition.payload.len()).sum()
    }
}
