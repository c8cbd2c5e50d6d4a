//! `pii.intake.v1`: personal fields on their way to pii.

use crate::Record;
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use ids::UserId;
use serde::{Deserialize, Serialize};

/// A person gave personal fields, sealed to pii so that nobody else can read them. pii.submitted.md has the
/// layout.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PiiSubmitted {
    /// Whose fields they are.
    pub user_id: UserId,
    /// The number of the layout: 1.
    pub format: i32,
    /// Which of pii's intake keys opens it.
    pub key_id: String,
    /// The encapsulated key of HPKE (RFC 9180): 32 bytes.
    #[serde(with = "apache_avro::serde::bytes")]
    pub encapsulated_key: Vec<u8>,
    /// The sealed fields: padded plaintext and a tag of 16 bytes.
    #[serde(with = "apache_avro::serde::bytes")]
    pub ciphertext: Vec<u8>,
    /// When profile sealed them.
    #[serde(with = "ts_milliseconds")]
    pub submitted_at: DateTime<Utc>,
}

event!(PiiSubmitted: "pii.intake.v1", "tall.profile.PiiSubmitted", "profile/pii.submitted.avsc",
    key user_id);

pub(crate) const RECORDS: &[Record] = &[Record::of::<PiiSubmitted>()];
