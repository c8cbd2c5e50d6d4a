//! An event as it lies in the aggregate document that it changed.

use crate::{Outgoing, Rendition};
use bson::{Binary, DateTime, spec::BinarySubtype};
use ids::EventId;
use serde::{Deserialize, Serialize};

/// An element of `outbox` in an aggregate document. It is pushed by the same update that changes the state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutboxEntry {
    /// `ce_id`: what a relay pulls when it is published.
    pub id: EventId,
    /// `ce_subject`: the aggregate's id, as text.
    pub subject: String,
    /// `ce_sequence`: the aggregate's `rev` after the change.
    pub sequence: i64,
    /// `ce_time`.
    pub at: DateTime,
    /// The trace that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub traceparent: Option<String>,
    /// One, or two where the record is dual published.
    pub renditions: Vec<StoredRendition>,
}

/// A [`Rendition`] in BSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredRendition {
    /// The topic.
    pub topic: String,
    /// Full name of the Avro record.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Kafka key.
    pub key: String,
    /// Framed Avro.
    pub payload: Binary,
}

impl From<Outgoing> for OutboxEntry {
    fn from(outgoing: Outgoing) -> Self {
        let Outgoing { id, subject, sequence, at, traceparent, renditions } = outgoing;
        Self {
            id,
            subject,
            sequence: i64::try_from(sequence).unwrap_or(i64::MAX),
            at: DateTime::from_chrono(at),
            traceparent,
            renditions: renditions.into_iter().map(StoredRendition::from).collect(),
        }
    }
}

impl From<OutboxEntry> for Outgoing {
    fn from(entry: OutboxEntry) -> Self {
        let OutboxEntry { id, subject, sequence, at, traceparent, renditions } = entry;
        Self {
            id,
            subject,
            sequence: u64::try_from(sequence).unwrap_or_default(),
            at: at.to_chrono(),
            traceparent,
            renditions: renditions.into_iter().map(Rendition::from).collect(),
        }
    }
}

impl From<Rendition> for StoredRendition {
    fn from(rendition: Rendition) -> Self {
        let Rendition { topic, type_name, key, payload } = rendition;
        Self { topic, type_name, key, payload: Binary { subtype: BinarySubtype::Generic, bytes: payload } }
    }
}

impl From<StoredRendition> for Rendition {
    fn from(stored: StoredRendition) -> Self {
        let StoredRendition { topic, type_name, key, payload } = stored;
        Self { topic, type_name, key, payload: payload.bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_keeps_everything() {
        let rendition = |topic: &str| Rendition {
            topic: topic.into(),
            type_name: "tall.profile.UserCreated".into(),
            key: "u".into(),
            payload: vec![0, 1, 2],
        };
        let outgoing = Outgoing {
            id: "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091".parse().expect("an id"),
            subject: "u".into(),
            sequence: 3,
            at: "2026-11-23T08:00:00.250Z".parse().expect("an instant"),
            traceparent: Some("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".into()),
            renditions: vec![rendition("user.events.v2"), rendition("user.events.v1")],
        };
        let stored = bson::serialize_to_document(&OutboxEntry::from(outgoing.clone())).expect("BSON");
        let read: OutboxEntry = bson::deserialize_from_document(stored).expect("an entry");
        assert_eq!(Outgoing::from(read), outgoing);
    }
}
