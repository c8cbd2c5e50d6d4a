//! CloudEvents 1.0 on Kafka, binary mode
//! (<https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md>): the datum is the
//! record's value, everything about it is in headers.

use crate::{Outgoing, Rendition, claim_check::Claim};
use chrono::{DateTime, SecondsFormat, Utc};
use ids::EventId;
use rdkafka::message::{Header, Headers, OwnedHeaders};
use std::str::FromStr;

pub(crate) const ID: &str = "ce_id";
pub(crate) const TYPE: &str = "ce_type";
const SPEC_VERSION: &str = "ce_specversion";
const SOURCE: &str = "ce_source";
const TIME: &str = "ce_time";
const SUBJECT: &str = "ce_subject";
const SEQUENCE: &str = "ce_sequence";
const CLAIM_KEY: &str = "ce_dataref";
const CLAIM_SIZE: &str = "ce_datasize";
const CLAIM_SHA256: &str = "ce_datasha256";
const CONTENT_TYPE: &str = "content-type";
const TRACEPARENT: &str = "traceparent";

/// The headers of one rendition.
pub(crate) fn write(outgoing: &Outgoing, rendition: &Rendition, claim: Option<&Claim>) -> OwnedHeaders {
    let mut headers = OwnedHeaders::new_with_capacity(12)
        .insert(text(SPEC_VERSION, "1.0"))
        .insert(text(ID, &outgoing.id.to_string()))
        .insert(text(SOURCE, &source(&rendition.type_name)))
        .insert(text(TYPE, &rendition.type_name))
        .insert(text(TIME, &outgoing.at.to_rfc3339_opts(SecondsFormat::Millis, true)))
        .insert(text(SUBJECT, &outgoing.subject))
        .insert(text(SEQUENCE, &outgoing.sequence.to_string()))
        .insert(text(CONTENT_TYPE, "application/avro"));
    if let Some(traceparent) = &outgoing.traceparent {
        headers = headers.insert(text(TRACEPARENT, traceparent));
    }
    if let Some(claim) = claim {
        headers = headers
            .insert(text(CLAIM_KEY, &claim.key))
            .insert(text(CLAIM_SIZE, &claim.size.to_string()))
            .insert(text(CLAIM_SHA256, &hex::encode(claim.sha256)));
    }
    headers
}

fn text<'a>(key: &'a str, value: &'a str) -> Header<'a, &'a str> {
    Header { key, value: Some(value) }
}

/// The owner of a record is its Avro name space: `tall.thematic_cards.CardReviewed` comes from `/thematic-cards`.
fn source(type_name: &str) -> String {
    let owner = type_name.split('.').nth(1).unwrap_or(type_name);
    format!("/{}", owner.replace('_', "-"))
}

/// What the headers of a record say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Envelope {
    pub(crate) id: EventId,
    pub(crate) subject: String,
    pub(crate) sequence: u64,
    pub(crate) time: DateTime<Utc>,
    pub(crate) traceparent: Option<String>,
    pub(crate) claim: Option<Claim>,
}

/// A record whose headers are not those of an event of ours.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("header {name} is {problem}")]
pub(crate) struct HeaderError {
    name: &'static str,
    problem: &'static str,
}

impl Envelope {
    pub(crate) fn read<H: Headers>(headers: &H) -> Result<Self, HeaderError> {
        Ok(Self {
            id: required(headers, ID)?,
            subject: required(headers, SUBJECT)?,
            sequence: required(headers, SEQUENCE)?,
            time: required(headers, TIME)?,
            traceparent: optional(headers, TRACEPARENT).ok().flatten(),
            claim: claim(headers)?,
        })
    }
}

fn claim<H: Headers>(headers: &H) -> Result<Option<Claim>, HeaderError> {
    let Some(key) = optional(headers, CLAIM_KEY)? else { return Ok(None) };
    let digest: String = required(headers, CLAIM_SHA256)?;
    let mut sha256 = [0; 32];
    hex::decode_to_slice(digest, &mut sha256).map_err(|_| unreadable(CLAIM_SHA256))?;
    Ok(Some(Claim { key, size: required(headers, CLAIM_SIZE)?, sha256 }))
}

fn required<T: FromStr, H: Headers>(headers: &H, name: &'static str) -> Result<T, HeaderError> {
    optional(headers, name)?.ok_or(HeaderError { name, problem: "missing" })
}

fn optional<T: FromStr, H: Headers>(headers: &H, name: &'static str) -> Result<Option<T>, HeaderError> {
    let Some(value) = headers.iter().find(|header| header.key == name).and_then(|header| header.value) else {
        return Ok(None);
    };
    let text = std::str::from_utf8(value).map_err(|_| unreadable(name))?;
    text.parse().map(Some).map_err(|_| unreadable(name))
}

const fn unreadable(name: &'static str) -> HeaderError {
    HeaderError { name, problem: "unreadable" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: &str = "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091";
    const TRACE: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    fn outgoing() -> Outgoing {
        Outgoing {
            id: EVENT.parse().expect("an id"),
            subject: "card-1".into(),
            sequence: 7,
            at: "2026-11-23T08:00:00.250Z".parse().expect("an instant"),
            traceparent: Some(TRACE.into()),
            renditions: vec![Rendition {
                topic: "vocab.progress.v1".into(),
                type_name: "tall.thematic_cards.CardReviewed".into(),
                key: "user-1".into(),
                payload: vec![0, 0, 0, 0, 1],
            }],
        }
    }

    fn value(headers: &OwnedHeaders, name: &str) -> Option<String> {
        let header = headers.iter().find(|header| header.key == name)?;
        Some(String::from_utf8(header.value?.to_vec()).expect("text"))
    }

    #[test]
    fn the_headers_are_those_of_the_binding() {
        let outgoing = outgoing();
        let headers = write(&outgoing, &outgoing.renditions[0], None);
        for (name, expected) in [
            ("ce_specversion", "1.0"),
            ("ce_id", EVENT),
            ("ce_source", "/thematic-cards"),
            ("ce_type", "tall.thematic_cards.CardReviewed"),
            ("ce_time", "2026-11-23T08:00:00.250Z"),
            ("ce_subject", "card-1"),
            ("ce_sequence", "7"),
            ("content-type", "application/avro"),
            ("traceparent", TRACE),
        ] {
            assert_eq!(value(&headers, name).as_deref(), Some(expected), "{name}");
        }
        assert_eq!(value(&headers, "ce_dataref"), None);
    }

    #[test]
    fn a_versioned_name_space_has_the_same_source() {
        assert_eq!(source("tall.profile.v1.UserCreated"), "/profile");
    }

    #[test]
    fn what_is_written_is_read() {
        let outgoing = outgoing();
        let claim = Claim { key: "events/t/1".into(), size: 1_000_000, sha256: [0xab; 32] };
        let envelope =
            Envelope::read(&write(&outgoing, &outgoing.renditions[0], Some(&claim))).expect("an envelope");
        assert_eq!(
            envelope,
            Envelope {
                id: outgoing.id,
                subject: outgoing.subject,
                sequence: 7,
                time: outgoing.at,
                traceparent: outgoing.traceparent,
                claim: Some(claim),
            }
        );
    }

    #[test]
    fn a_missing_header_is_named() {
        let error = Envelope::read(&OwnedHeaders::new()).expect_err("no headers");
        assert_eq!(error.to_string(), "header ce_id is missing");
    }

    #[test]
    fn an_unreadable_header_is_named_and_not_quoted() {
        let headers = OwnedHeaders::new().insert(text(ID, "not an id"));
        assert_eq!(Envelope::read(&headers).expect_err("no id").to_string(), "header ce_id is unreadable");
    }

    #[test]
    fn half_a_claim_is_refused() {
        let outgoing = outgoing();
        let headers = write(&outgoing, &outgoing.renditions[0], None).insert(text(CLAIM_KEY, "events/t/1"));
        assert_eq!(
            Envelope::read(&headers).expect_err("no digest").to_string(),
            "header ce_datasha256 is missing"
        );
    }
}
