//! Instants in a state, stored as BSON dates (milliseconds since 1970, UTC): they sort, they can be compared in
//! a query, and a TTL index understands them. The serde form of `chrono` is text, whose order is not the order
//! of time once some instants have a fraction and some have none.
//!
//! `#[serde(with = "documents::instant")]` for `DateTime<Utc>`, `#[serde(with = "documents::instant::option",
//! default, skip_serializing_if = "Option::is_none")]` for `Option<DateTime<Utc>>`.

use bson::Bson;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// For `#[serde(with)]`.
///
/// # Errors
/// The serializer's own.
pub fn serialize<S: Serializer>(instant: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    bson::DateTime::from_chrono(*instant).serialize(serializer)
}

/// For `#[serde(with)]`.
///
/// # Errors
/// When the stored value is no date.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    Ok(bson::DateTime::deserialize(deserializer)?.to_chrono())
}

/// The value to compare a stored instant with, in a [`Filter`](crate::Filter).
#[must_use]
pub fn bson(instant: DateTime<Utc>) -> Bson {
    Bson::DateTime(bson::DateTime::from_chrono(instant))
}

/// The same for `Option<DateTime<Utc>>`.
pub mod option {
    use super::{DateTime, Deserialize, Deserializer, Serialize, Serializer, Utc};

    /// For `#[serde(with)]`.
    ///
    /// # Errors
    /// The serializer's own.
    pub fn serialize<S: Serializer>(
        instant: &Option<DateTime<Utc>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        instant.map(bson::DateTime::from_chrono).serialize(serializer)
    }

    /// For `#[serde(with)]`.
    ///
    /// # Errors
    /// When the stored value is neither a date nor null.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<DateTime<Utc>>, D::Error> {
        Ok(Option::<bson::DateTime>::deserialize(deserializer)?.map(bson::DateTime::to_chrono))
    }
}
