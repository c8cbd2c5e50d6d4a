//! An event as it waits inside its document.

use bson::spec::BinarySubtype;
use bson::{Binary, Bson, Document};
use bus::{Outgoing, Rendition};
use chrono::{DateTime, Utc};
use ids::EventId;
use serde::{Deserialize, Serialize};

use crate::instant;

/// One element of `outbox`. The subject is the document's `_id`, so it is not repeated here.
#[derive(Serialize, Deserialize)]
struct Entry {
    id: EventId,
    rev: u64,
    #[serde(with = "instant")]
    at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    traceparent: Option<String>,
    #[serde(flatten)]
    first: Rendered,
    /// The same fact on the topics of earlier versions.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    others: Vec<Rendered>,
}

/// A fact as one topic sees it: Avro bytes in Confluent framing.
#[derive(Serialize, Deserialize)]
struct Rendered {
    #[serde(rename = "type")]
    type_name: String,
    topic: String,
    key: String,
    payload: Binary,
}

impl From<Rendition> for Rendered {
    fn from(rendition: Rendition) -> Self {
        let Rendition { topic, type_name, key, payload } = rendition;
        Self { type_name, topic, key, payload: Binary { subtype: BinarySubtype::Generic, bytes: payload } }
    }
}

impl From<Rendered> for Rendition {
    fn from(rendered: Rendered) -> Self {
        let Rendered { type_name, topic, key, payload } = rendered;
        Self { topic, type_name, key, payload: payload.bytes }
    }
}

/// A stored event that this release cannot read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BadEntry {
    #[error("an event without a rendition")]
    Empty,
    #[error("an outbox entry cannot be read")]
    Shape(#[from] bson::error::Error),
}

/// To be pushed into `outbox`.
pub(crate) fn to_bson(outgoing: Outgoing) -> Result<Bson, BadEntry> {
    let Outgoing { id, sequence, at, traceparent, renditions, subject: _ } = outgoing;
    let mut renditions = renditions.into_iter().map(Rendered::from);
    let first = renditions.next().ok_or(BadEntry::Empty)?;
    let others = renditions.collect();
    Ok(bson::serialize_to_bson(&Entry { id, rev: sequence, at, traceparent, first, others })?)
}

/// As it was found in the document `subject`.
pub(crate) fn from_document(subject: &str, entry: Document) -> Result<Outgoing, BadEntry> {
    let Entry { id, rev, at, traceparent, first, others } = bson::deserialize_from_document(entry)?;
    let renditions = std::iter::once(first).chain(others).map(Rendition::from).collect();
    Ok(Outgoing { id, subject: subject.to_owned(), sequence: rev, at, traceparent, renditions })
}
