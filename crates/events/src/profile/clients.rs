//! `client.policy.v1` and `ui.navigation.v1`: which clients are let in, and what they may show.

use super::Role;
use crate::{LocalizedText, Record};
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use ids::{ProductId, UserId};
use serde::{Deserialize, Serialize};

symbols! {
    /// What kind of client it is.
    Platform {
        /// One that this release does not know.
        Unknown = "unknown",
        /// The browser.
        Web = "web",
        /// Electron.
        Desktop = "desktop",
        /// Cordova on Android.
        Android = "android",
    }
}

/// What a user may open changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AccessChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// The role from now on.
    pub role: Role,
    /// Every product that the user may open from now on, as slugs such as thematic-cards, sorted.
    pub products: Vec<ProductId>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(AccessChanged: "ui.navigation.v1", "tall.profile.AccessChanged", "profile/access.changed.avsc",
    key user_id);

/// Which versions of a client are let in. The last one of a platform is in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClientPolicyChanged {
    /// Which client.
    pub platform: Platform,
    /// The lowest version that is let in (semantic version): below it, 426.
    pub minimum_version: String,
    /// The version to update to (semantic version).
    pub latest_version: String,
    /// What to tell a user whose client is too old.
    pub message: LocalizedText,
    /// The administrator who did it; `None` when a command of the service itself did.
    pub changed_by: Option<UserId>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(ClientPolicyChanged: "client.policy.v1", "tall.profile.ClientPolicyChanged", "profile/client.policy.changed.avsc",
    key platform);

pub(crate) const RECORDS: &[Record] = &[Record::of::<AccessChanged>(), Record::of::<ClientPolicyChanged>()];
