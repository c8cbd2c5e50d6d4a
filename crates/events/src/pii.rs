//! What pii tells: that personal data changed, was seen, exported, erased; never the data.

use crate::Record;
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use ids::{ErasureId, ExportId, UserId};
use serde::{Deserialize, Serialize};

/// Personal fields of a user changed. Their names only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserPiiUpdated {
    /// Whose fields they are.
    pub user_id: UserId,
    /// The names of the fields that changed, such as email, sorted; never a value.
    pub fields: Vec<String>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub updated_at: DateTime<Utc>,
}

event!(UserPiiUpdated: "user.pii.v1", "tall.pii.UserPiiUpdated", "pii/user.pii.updated.avsc",
    key user_id);

/// A person asked for all that is kept of them. Each service that keeps something answers with
/// ExportPartReady.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExportRequested {
    /// Whose data it is.
    pub user_id: UserId,
    /// The export that the answers belong to.
    pub export_id: ExportId,
    /// The user who asked: the person, or an administrator for them.
    pub requested_by: UserId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub requested_at: DateTime<Utc>,
    /// When the answers must be in.
    #[serde(with = "ts_milliseconds")]
    pub deadline_at: DateTime<Utc>,
}

event!(ExportRequested: "user.pii.v1", "tall.pii.ExportRequested", "pii/export.requested.avsc",
    key user_id);

/// All that is kept of a person is in one archive, which waits for them. Where it is and what opens it stands in no event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExportReady {
    /// Whose data it is.
    pub user_id: UserId,
    /// The export.
    pub export_id: ExportId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub ready_at: DateTime<Utc>,
    /// When the archive is deleted, fetched or not.
    #[serde(with = "ts_milliseconds")]
    pub expires_at: DateTime<Utc>,
}

event!(ExportReady: "user.pii.v1", "tall.pii.ExportReady", "pii/export.ready.avsc",
    key user_id);

/// A person is to be forgotten. Each service that keeps something erases it and answers with
/// ErasureConfirmed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureRequested {
    /// Who is to be forgotten.
    pub user_id: UserId,
    /// The erasure that the answers belong to.
    pub erasure_id: ErasureId,
    /// The user who asked: the person, or an administrator for them.
    pub requested_by: UserId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub requested_at: DateTime<Utc>,
    /// When the answers must be in.
    #[serde(with = "ts_milliseconds")]
    pub deadline_at: DateTime<Utc>,
}

event!(ErasureRequested: "user.pii.v1", "tall.pii.ErasureRequested", "pii/erasure.requested.avsc",
    key user_id);

/// A person is forgotten everywhere: the certificate at the end of an erasure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserErased {
    /// Who is forgotten.
    pub user_id: UserId,
    /// The erasure that is complete.
    pub erasure_id: ErasureId,
    /// Every service that confirmed, sorted.
    pub confirmed_by: Vec<String>,
    /// When the last of it was gone.
    #[serde(with = "ts_milliseconds")]
    pub erased_at: DateTime<Utc>,
    /// What each service confirmed, sorted by service; empty in certificates of before this field.
    #[serde(default)]
    pub confirmations: Vec<Confirmation>,
}

event!(UserErased: "user.pii.v1", "tall.pii.UserErased", "pii/user.erased.avsc",
    key user_id);

/// What one service confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The service.
    pub service: String,
    /// When it confirmed.
    #[serde(with = "ts_milliseconds")]
    pub confirmed_at: DateTime<Utc>,
    /// What it erased or made anonymous, by name.
    pub holdings: Vec<Holding>,
}

/// What a service keeps of people under one name: a table or a collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// The table or the collection.
    pub name: String,
    /// How many rows or documents of the person.
    pub count: i64,
}

/// A service has put its part of an export in the object store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExportPartReady {
    /// Whose data it is.
    pub user_id: UserId,
    /// The export.
    pub export_id: ExportId,
    /// The service whose part it is.
    pub service: String,
    /// Where it is, in the bucket of exports.
    pub object_key: String,
    /// How long it is, in bytes.
    pub size_bytes: i64,
    /// Its SHA-256, 32 bytes.
    #[serde(with = "apache_avro::serde::bytes")]
    pub sha256: Vec<u8>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub ready_at: DateTime<Utc>,
    /// What is in the part, by name; empty in answers of before this field.
    #[serde(default)]
    pub holdings: Vec<Holding>,
}

event!(ExportPartReady: "gdpr.replies.v1", "tall.pii.ExportPartReady", "pii/export.part.ready.avsc",
    key user_id);

/// A service has erased all that it kept of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasureConfirmed {
    /// Who is to be forgotten.
    pub user_id: UserId,
    /// The erasure.
    pub erasure_id: ErasureId,
    /// The service that confirms.
    pub service: String,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub confirmed_at: DateTime<Utc>,
    /// What was erased or made anonymous, by name; empty in answers of before this field.
    #[serde(default)]
    pub holdings: Vec<Holding>,
}

event!(ErasureConfirmed: "gdpr.replies.v1", "tall.pii.ErasureConfirmed", "pii/erasure.confirmed.avsc",
    key user_id);

symbols! {
    /// What came of an access.
    AccessDecision {
        /// One that this release does not know.
        Unknown = "unknown",
        /// Answered.
        Allowed = "allowed",
        /// Refused.
        Refused = "refused",
    }
}

/// Someone asked to see personal fields, and was answered or refused. A link of a chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PiiAccessed {
    /// Whose fields they are.
    pub subject_id: UserId,
    /// Who asked.
    pub actor: Actor,
    /// The names of the fields that were asked for, sorted; never a value.
    pub fields: Vec<String>,
    /// What for, as a code such as show-name.
    pub purpose: String,
    /// What came of it.
    pub decision: AccessDecision,
    /// Which chain it is a link of: there is one per partition of pii's log.
    pub chain: i32,
    /// Its place in the chain, from 0.
    pub position: i64,
    /// SHA-256 of the Avro datum of the link before it, without framing; 32 zero bytes at position 0.
    #[serde(with = "apache_avro::serde::bytes")]
    pub previous_hash: Vec<u8>,
    /// What a service asked because of: the cause of a mail; `None` when there is none.
    pub cause_id: Option<String>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub accessed_at: DateTime<Utc>,
}

symbols! {
    /// Whether a person or a service asked.
    ActorKind {
        /// One that this release does not know.
        Unknown = "unknown",
        /// A user.
        User = "user",
        /// A service.
        Service = "service",
    }
}

/// Someone who asks to see personal fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// A user or a service.
    pub kind: ActorKind,
    /// The user id, or the name of the service.
    pub id: String,
    /// The role of the user when they asked, such as teacher; `None` for a service and where it was not noted.
    pub role: Option<String>,
}

event!(PiiAccessed: "pii.access.log", "tall.pii.PiiAccessed", "pii/pii.accessed.avsc",
    key subject_id);

pub(crate) const RECORDS: &[Record] = &[
    Record::of::<UserPiiUpdated>(),
    Record::of::<ExportRequested>(),
    Record::of::<ExportReady>(),
    Record::of::<ErasureRequested>(),
    Record::of::<UserErased>(),
    Record::of::<ExportPartReady>(),
    Record::of::<ErasureConfirmed>(),
    Record::of::<PiiAccessed>(),
];
