//! `user.security.v1`: log-ins, credentials and revocations.

use super::Platform;
use crate::Record;
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use ids::{CauseId, DeviceId, SessionId, UserId};
use serde::{Deserialize, Serialize};

/// A user logged in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoginSucceeded {
    /// Whose account it is.
    pub user_id: UserId,
    /// The session that began.
    pub session_id: SessionId,
    /// The installed client, as it names itself.
    pub device_id: DeviceId,
    /// What kind of client it is.
    pub platform: Platform,
    /// Whether the user had logged in from it before.
    pub known_device: bool,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub logged_in_at: DateTime<Utc>,
}

event!(LoginSucceeded: "user.security.v1", "tall.profile.LoginSucceeded", "profile/login.succeeded.avsc",
    key user_id);

symbols! {
    /// What attempts are counted by.
    ThrottleScope {
        /// One that this release does not know.
        Unknown = "unknown",
        /// The network address.
        Address = "address",
        /// The account, from that address.
        AccountAndAddress = "account_and_address",
        /// The account, from anywhere.
        Account = "account",
    }
}

/// Attempts to log in to an account are being slowed down. An unknown address has no account, so no such
/// event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoginThrottled {
    /// Whose account it is.
    pub user_id: UserId,
    /// What was counted: the address, the account from that address, or the account.
    pub scope: ThrottleScope,
    /// When the next attempt is let through.
    #[serde(with = "ts_milliseconds")]
    pub until: DateTime<Utc>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub throttled_at: DateTime<Utc>,
}

event!(LoginThrottled: "user.security.v1", "tall.profile.LoginThrottled", "profile/login.throttled.avsc",
    key user_id);

symbols! {
    /// Why tokens are refused.
    RevocationReason {
        /// One that this release does not know.
        Unknown = "unknown",
        /// The user logged out.
        LoggedOut = "logged_out",
        /// The user ended it from another session.
        RevokedByUser = "revoked_by_user",
        /// The password changed.
        PasswordChanged = "password_changed",
        /// The second factor changed.
        MfaChanged = "mfa_changed",
        /// The role changed.
        RoleChanged = "role_changed",
        /// The account was suspended.
        StatusChanged = "status_changed",
        /// A used refresh token was presented.
        TokenReuse = "token_reuse",
        /// The account is gone.
        AccountDeleted = "account_deleted",
        /// An administrator ended it.
        RevokedByAdmin = "revoked_by_admin",
    }
}

/// Access tokens are to be refused from now on: those of one session, or every one of a user below an epoch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionRevoked {
    /// Whose tokens they are.
    pub user_id: UserId,
    /// The session whose tokens are refused; `None` when every session of the user is.
    pub session_id: Option<SessionId>,
    /// The user's epoch now. Tokens of the user with a lower one are refused, whatever their session. Ending
    /// one session does not raise it.
    pub epoch: i64,
    /// Why. For people and metrics: a reader refuses the tokens whatever it is.
    pub reason: RevocationReason,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub revoked_at: DateTime<Utc>,
}

event!(SessionRevoked: "user.security.v1", "tall.profile.SessionRevoked", "profile/session.revoked.avsc",
    key user_id);

/// A used refresh token was presented again, so its session is revoked (SessionRevoked follows).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TokenReuseDetected {
    /// Whose account it is.
    pub user_id: UserId,
    /// The session of the token.
    pub session_id: SessionId,
    /// The installed client that the session was bound to.
    pub device_id: DeviceId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub detected_at: DateTime<Utc>,
}

event!(TokenReuseDetected: "user.security.v1", "tall.profile.TokenReuseDetected", "profile/token.reuse.detected.avsc",
    key user_id);

symbols! {
    /// How a password was changed.
    PasswordChangeMethod {
        /// One that this release does not know.
        Unknown = "unknown",
        /// With the old password.
        Change = "change",
        /// By mail.
        Reset = "reset",
    }
}

/// A user has another password.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PasswordChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// With the old password (change), or by mail (reset).
    pub method: PasswordChangeMethod,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(PasswordChanged: "user.security.v1", "tall.profile.PasswordChanged", "profile/password.changed.avsc",
    key user_id);

symbols! {
    /// What changed of a second factor.
    MfaChange {
        /// One that this release does not know.
        Unknown = "unknown",
        /// There is one now.
        Enrolled = "enrolled",
        /// There is none now.
        Removed = "removed",
        /// There are new recovery codes.
        RecoveryCodesRenewed = "recovery_codes_renewed",
        /// There is one more passkey.
        PasskeyAdded = "passkey_added",
        /// There is one passkey less.
        PasskeyRemoved = "passkey_removed",
        /// A passkey was refused, for its counter of signatures went back: there may be a copy of it.
        PasskeyRefused = "passkey_refused",
    }
}

/// The second factor of an account changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MfaChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// What changed.
    pub change: MfaChange,
    /// The administrator who did it; `None` when the user did.
    pub changed_by: Option<UserId>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(MfaChanged: "user.security.v1", "tall.profile.MfaChanged", "profile/mfa.changed.avsc",
    key user_id);

symbols! {
    /// What changed of the identities of an account.
    IdentityChange {
        /// One that this release does not know.
        Unknown = "unknown",
        /// There is one more.
        Linked = "linked",
        /// There is one less.
        Unlinked = "unlinked",
    }
}

/// Who somebody is at the provider of their school was linked to their account, or is linked no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IdentityChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// By which name the provider is configured.
    pub provider: String,
    /// What changed.
    pub change: IdentityChange,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(IdentityChanged: "user.security.v1", "tall.profile.IdentityChanged", "profile/identity.changed.avsc",
    key user_id);

/// An administrator made an account for somebody, who is to be sent a mail with a code that sets its first password.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserInvited {
    /// Whose account it is.
    pub user_id: UserId,
    /// For one request there is one mail, and one code in it.
    pub request_id: CauseId,
    /// When the account was made.
    #[serde(with = "ts_milliseconds")]
    pub invited_at: DateTime<Utc>,
}

event!(UserInvited: "user.security.v1", "tall.profile.UserInvited", "profile/user.invited.avsc",
    key user_id);

pub(crate) const RECORDS: &[Record] = &[
    Record::of::<LoginSucceeded>(),
    Record::of::<LoginThrottled>(),
    Record::of::<SessionRevoked>(),
    Record::of::<TokenReuseDetected>(),
    Record::of::<PasswordChanged>(),
    Record::of::<MfaChanged>(),
    Record::of::<IdentityChanged>(),
    Record::of::<UserInvited>(),
];
