//! `user.security.v1`: what is proved by mail, and what a person is written to about.

use super::Platform;
use crate::Record;
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use ids::{CauseId, DeviceId, SessionId, UserId};
use serde::{Deserialize, Serialize};

symbols! {
    /// Which address of a person.
    AddressTarget {
        /// One that this release does not know.
        Unknown = "unknown",
        /// The one that the account has.
        Current = "current",
        /// The one that it is to have.
        Pending = "pending",
    }
}

/// An address of an account is to be proved with a code that is sent to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EmailVerificationRequested {
    /// Whose account it is.
    pub user_id: UserId,
    /// The request. Profile gives the code for it when asked with this id as the cause.
    pub request_id: CauseId,
    /// The address that the account has, or the one that it is to have: then the current one is to be told of it.
    pub target: AddressTarget,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub requested_at: DateTime<Utc>,
}

event!(EmailVerificationRequested: "user.security.v1", "tall.profile.EmailVerificationRequested",
    "profile/email.verification.requested.avsc", key user_id);

/// An address of an account was proved with the code that was sent to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EmailAddressConfirmed {
    /// Whose account it is.
    pub user_id: UserId,
    /// The request that it answers.
    pub request_id: CauseId,
    /// The address that the account had all along, or a new one that is its address from now on.
    pub target: AddressTarget,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub confirmed_at: DateTime<Utc>,
}

event!(EmailAddressConfirmed: "user.security.v1", "tall.profile.EmailAddressConfirmed",
    "profile/email.address.confirmed.avsc", key user_id);

/// Somebody asked for an account with an address that has one, or for that address for their own account. Nothing
/// came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegistrationRepeated {
    /// Whose account the address has.
    pub user_id: UserId,
    /// The request.
    pub request_id: CauseId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub requested_at: DateTime<Utc>,
}

event!(RegistrationRepeated: "user.security.v1", "tall.profile.RegistrationRepeated",
    "profile/registration.repeated.avsc", key user_id);

/// Somebody who knows the address of an account says that its password is forgotten.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PasswordResetRequested {
    /// Whose account it is.
    pub user_id: UserId,
    /// The request. Profile gives the code for it when asked with this id as the cause.
    pub request_id: CauseId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub requested_at: DateTime<Utc>,
}

event!(PasswordResetRequested: "user.security.v1", "tall.profile.PasswordResetRequested",
    "profile/password.reset.requested.avsc", key user_id);

/// A user logged in from a device that they had not used before, and it is not their first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewDeviceSeen {
    /// Whose account it is.
    pub user_id: UserId,
    /// The session that began.
    pub session_id: SessionId,
    /// The installed client, as it names itself.
    pub device_id: DeviceId,
    /// What kind of client it is.
    pub platform: Platform,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub seen_at: DateTime<Utc>,
}

event!(NewDeviceSeen: "user.security.v1", "tall.profile.NewDeviceSeen", "profile/new.device.seen.avsc",
    key user_id);

pub(crate) const RECORDS: &[Record] = &[
    Record::of::<EmailVerificationRequested>(),
    Record::of::<EmailAddressConfirmed>(),
    Record::of::<RegistrationRepeated>(),
    Record::of::<PasswordResetRequested>(),
    Record::of::<NewDeviceSeen>(),
];
