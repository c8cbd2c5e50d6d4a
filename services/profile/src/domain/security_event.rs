//! What happened to the security of an account, of all that `user.security.v1` tells: not what asks for a mail.

use chrono::TimeDelta;
use events::{
    Event,
    profile::{
        EmailAddressConfirmed, IdentityChanged, LoginSucceeded, LoginThrottled, MfaChanged, NewDeviceSeen,
        PasswordChanged, SessionRevoked, TokenReuseDetected, UserInvited,
    },
};
use ids::{SessionId, UserId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{fmt, str::FromStr};
use utoipa::ToSchema;

/// For so long it can be read.
pub const KEPT: TimeDelta = TimeDelta::days(90);

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Somebody logged in.
    LoginSucceeded,
    /// Attempts to log in are being slowed down.
    LoginThrottled,
    /// Somebody logged in from a device for the first time.
    NewDeviceSeen,
    /// Access tokens are refused: of a session, or of all.
    SessionRevoked,
    /// A used refresh token was presented again.
    TokenReuseDetected,
    /// There is another password.
    PasswordChanged,
    /// An address was proved.
    EmailAddressConfirmed,
    /// A second factor came or went.
    MfaChanged,
    /// An identity at a school was linked or unlinked.
    IdentityChanged,
    /// An account was made for somebody.
    UserInvited,
}

/// A text that is no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a kind of security event")]
pub struct NotAKind;

impl Kind {
    /// Every kind, with the record that tells it.
    const ALL: [(Self, &'static str, &'static str); 10] = [
        (Self::LoginSucceeded, "login-succeeded", LoginSucceeded::TYPE),
        (Self::LoginThrottled, "login-throttled", LoginThrottled::TYPE),
        (Self::NewDeviceSeen, "new-device-seen", NewDeviceSeen::TYPE),
        (Self::SessionRevoked, "session-revoked", SessionRevoked::TYPE),
        (Self::TokenReuseDetected, "token-reuse-detected", TokenReuseDetected::TYPE),
        (Self::PasswordChanged, "password-changed", PasswordChanged::TYPE),
        (Self::EmailAddressConfirmed, "email-address-confirmed", EmailAddressConfirmed::TYPE),
        (Self::MfaChanged, "mfa-changed", MfaChanged::TYPE),
        (Self::IdentityChanged, "identity-changed", IdentityChanged::TYPE),
        (Self::UserInvited, "user-invited", UserInvited::TYPE),
    ];

    /// As the store and the API spell it.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, name, _)| name)
    }

    fn told_by(record: &str) -> Option<Self> {
        Self::ALL.iter().find(|(.., told_by)| *told_by == record).map(|(kind, ..)| *kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = NotAKind;

    fn from_str(text: &str) -> Result<Self, NotAKind> {
        Self::ALL.iter().find(|(_, name, _)| *name == text).map(|(kind, ..)| *kind).ok_or(NotAKind)
    }
}

/// What is kept of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityEvent {
    /// To whose account.
    pub user_id: UserId,
    /// What.
    pub kind: Kind,
    /// Why or how, where the fact says so.
    pub detail: Option<String>,
    /// In which session, where it was one.
    pub session_id: Option<SessionId>,
}

impl SecurityEvent {
    /// What is kept of this fact, if it is one.
    pub fn of<E: Event>(fact: &E) -> Option<Self> {
        let kind = Kind::told_by(E::TYPE)?;
        let fields = serde_json::to_value(fact).ok()?;
        let why = ["reason", "method", "change", "scope", "target"];
        let detail = why.iter().find_map(|name| fields.get(name)?.as_str());
        Some(Self {
            user_id: field(&fields, "user_id")?,
            kind,
            detail: detail.map(|symbol| symbol.replace('_', "-")),
            session_id: field(&fields, "session_id"),
        })
    }
}

fn field<T: DeserializeOwned>(fields: &Value, name: &str) -> Option<T> {
    T::deserialize(fields.get(name)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use events::profile::{PasswordResetRequested, RevocationReason};
    use ids::CauseId;
    use uuid::Uuid;

    const USER: UserId = UserId::new(Uuid::from_u128(1));
    const SESSION: SessionId = SessionId::new(Uuid::from_u128(2));

    fn revoked(session_id: Option<SessionId>) -> SessionRevoked {
        SessionRevoked {
            user_id: USER,
            session_id,
            epoch: 0,
            reason: RevocationReason::RevokedByAdmin,
            revoked_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn who_what_why_and_in_which_session_is_kept() {
        let kept = SecurityEvent::of(&revoked(Some(SESSION))).expect("one to keep");
        assert_eq!((kept.user_id, kept.kind), (USER, Kind::SessionRevoked));
        assert_eq!((kept.detail.as_deref(), kept.session_id), (Some("revoked-by-admin"), Some(SESSION)));
        assert_eq!(SecurityEvent::of(&revoked(None)).expect("one to keep").session_id, None);
    }

    #[test]
    fn a_mail_that_is_asked_for_is_not_kept() {
        let asked = PasswordResetRequested {
            user_id: USER,
            request_id: CauseId::new(Uuid::from_u128(3)),
            requested_at: DateTime::UNIX_EPOCH,
        };
        assert_eq!(SecurityEvent::of(&asked), None);
    }

    #[test]
    fn every_kind_is_spelled_in_the_store_as_in_the_api() {
        for (kind, name, record) in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).expect("a text"), name);
            assert_eq!(name.parse(), Ok(kind));
            let camel: String = name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
            assert_eq!(record, format!("tall.profile.{camel}"));
        }
    }
}
