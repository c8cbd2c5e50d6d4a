//! What cron-utility tells: that a week begins, and how the fleet is. profile and pii tell of their keys here too.

use crate::Record;
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use serde::{Deserialize, Serialize};

/// A week of study begins: Monday 04:00 in Europe/Amsterdam. There is one per ISO week, caught up after an
/// outage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeeklyTick {
    /// The week, as ISO 8601 writes it: 2026-W48.
    pub iso_week: String,
    /// When the week begins.
    #[serde(with = "ts_milliseconds")]
    pub begins_at: DateTime<Utc>,
    /// When this was noticed: later, after an outage.
    #[serde(with = "ts_milliseconds")]
    pub ticked_at: DateTime<Utc>,
}

event!(WeeklyTick: "system.cron.weekly", "tall.cron_utility.WeeklyTick", "cron-utility/weekly.tick.avsc",
    key iso_week);

/// A service does not answer its health check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceFailed {
    /// The service that tells it.
    pub source: String,
    /// The service that failed.
    pub service: String,
    /// What was asked, as a code such as ready.
    pub check: String,
    /// Since when.
    #[serde(with = "ts_milliseconds")]
    pub failing_since: DateTime<Utc>,
    /// When it was noticed.
    #[serde(with = "ts_milliseconds")]
    pub noticed_at: DateTime<Utc>,
}

event!(ServiceFailed: "system.events.v1", "tall.cron_utility.ServiceFailed", "cron-utility/service.failed.avsc",
    key source);

/// The registry knows a version of a schema.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SchemaRegistered {
    /// The service that tells it.
    pub source: String,
    /// The subject: topic, hyphen, full name of the record.
    pub subject: String,
    /// The version within the subject, from 1.
    pub version: i32,
    /// The id that the wire format carries.
    pub schema_id: i32,
    /// When it was noticed.
    #[serde(with = "ts_milliseconds")]
    pub noticed_at: DateTime<Utc>,
}

event!(SchemaRegistered: "system.events.v1", "tall.cron_utility.SchemaRegistered", "cron-utility/schema.registered.avsc",
    key source);

symbols! {
    /// Whether a broker answers.
    BrokerState {
        /// One that this release does not know.
        Unknown = "unknown",
        /// It answers.
        Up = "up",
        /// It does not.
        Down = "down",
    }
}

/// A Kafka broker came or went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BrokerStateChanged {
    /// The service that tells it.
    pub source: String,
    /// Which broker.
    pub broker_id: i32,
    /// How it is now.
    pub state: BrokerState,
    /// When it was noticed.
    #[serde(with = "ts_milliseconds")]
    pub noticed_at: DateTime<Utc>,
}

event!(BrokerStateChanged: "system.events.v1", "tall.cron_utility.BrokerStateChanged", "cron-utility/broker.state.changed.avsc",
    key source);

/// A service uses another version of one of its keys from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyRotated {
    /// The service that tells it.
    pub source: String,
    /// The name of the secret, such as tall/profile/signing; never the key.
    pub key_name: String,
    /// The id of the version in use.
    pub version: String,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub rotated_at: DateTime<Utc>,
}

event!(KeyRotated: "system.events.v1", "tall.cron_utility.KeyRotated", "cron-utility/key.rotated.avsc",
    key source);

pub(crate) const RECORDS: &[Record] = &[
    Record::of::<WeeklyTick>(),
    Record::of::<ServiceFailed>(),
    Record::of::<SchemaRegistered>(),
    Record::of::<BrokerStateChanged>(),
    Record::of::<KeyRotated>(),
];
