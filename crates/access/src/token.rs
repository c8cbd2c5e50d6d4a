//! From the text of a token to claims that hold.
//!
//! The order matters: cheap refusals first, nothing of the payload is believed before the signature, and the
//! algorithm comes from the key, never from the token.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use boot::json_object;
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::claims::{Claims, LEEWAY, LIFETIME, TYP};

/// Why a token is refused. For the log and the metric; the caller only learns that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("too long")]
    TooLong,
    #[error("not a JWT")]
    Malformed,
    #[error("not an access token")]
    WrongType,
    #[error("wrong algorithm")]
    WrongAlgorithm,
    #[error("unknown key")]
    UnknownKey,
    #[error("wrong signature")]
    WrongSignature,
    #[error("claims missing or unreadable")]
    Claims,
    #[error("wrong issuer")]
    WrongIssuer,
    #[error("wrong audience")]
    WrongAudience,
    #[error("not valid yet")]
    NotYet,
    #[error("expired")]
    Expired,
    #[error("lives too long")]
    LivesTooLong,
    #[error("revoked")]
    Revoked,
}

impl Refusal {
    /// As a label of the metric.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::Malformed => "malformed",
            Self::WrongType => "wrong_type",
            Self::WrongAlgorithm => "wrong_algorithm",
            Self::UnknownKey => "unknown_key",
            Self::WrongSignature => "wrong_signature",
            Self::Claims => "claims",
            Self::WrongIssuer => "wrong_issuer",
            Self::WrongAudience => "wrong_audience",
            Self::NotYet => "not_yet",
            Self::Expired => "expired",
            Self::LivesTooLong => "lives_too_long",
            Self::Revoked => "revoked",
        }
    }
}

/// A real token has some 700 bytes.
pub(crate) const LONGEST: usize = 4096;

#[derive(Deserialize)]
struct Header<'a> {
    #[serde(borrow)]
    alg: Cow<'a, str>,
    #[serde(borrow)]
    typ: Cow<'a, str>,
    #[serde(borrow)]
    kid: Cow<'a, str>,
    crit: Option<IgnoredAny>,
}

/// A token cut into its parts, its header read; nothing is proved yet.
pub(crate) struct Unverified<'a> {
    message: &'a str,
    payload: &'a str,
    signature: &'a str,
    kid: String,
}

impl<'a> Unverified<'a> {
    pub(crate) fn parse(token: &'a str) -> Result<Self, Refusal> {
        if token.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        let (message, signature) = token.rsplit_once('.').ok_or(Refusal::Malformed)?;
        let (header, payload) = message.split_once('.').ok_or(Refusal::Malformed)?;
        if payload.contains('.') {
            return Err(Refusal::Malformed);
        }

        let header = URL_SAFE_NO_PAD.decode(header).map_err(|_| Refusal::Malformed)?;
        // RFC 7515 section 4, RFC 7519 section 4: header and claims are objects.
        let header: Header<'_> = json_object(&header).ok_or(Refusal::Malformed)?;
        if header.alg != "EdDSA" {
            return Err(Refusal::WrongAlgorithm);
        }
        if !is_access_token(&header.typ) {
            return Err(Refusal::WrongType);
        }
        // RFC 7515 section 4.1.11: what is critical and not understood refuses the token. We understand none.
        if header.crit.is_some() {
            return Err(Refusal::Malformed);
        }
        Ok(Self { message, payload, signature, kid: header.kid.into_owned() })
    }

    pub(crate) fn kid(&self) -> &str {
        &self.kid
    }

    /// The claims, once the signature holds.
    pub(crate) fn verify(&self, key: &DecodingKey) -> Result<Claims, Refusal> {
        match crypto::verify(self.signature, self.message.as_bytes(), key, Algorithm::EdDSA) {
            Ok(true) => {}
            Ok(false) | Err(_) => return Err(Refusal::WrongSignature),
        }
        let payload = URL_SAFE_NO_PAD.decode(self.payload).map_err(|_| Refusal::Claims)?;
        json_object(&payload).ok_or(Refusal::Claims)
    }
}

/// RFC 7515 section 4.1.9: a media type, with or without its `application/`, in any case.
fn is_access_token(typ: &str) -> bool {
    let short = match typ.get(..12) {
        Some(prefix) if prefix.eq_ignore_ascii_case("application/") => &typ[12..],
        _ => typ,
    };
    short.eq_ignore_ascii_case(TYP)
}

impl Claims {
    /// Whether these claims, whose signature holds, hold themselves: for us, and now.
    pub(crate) fn check(&self, issuer: &str, audience: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
        if self.iss != issuer {
            return Err(Refusal::WrongIssuer);
        }
        if self.aud != audience {
            return Err(Refusal::WrongAudience);
        }
        let lives = self.exp.checked_sub(self.iat.min(self.nbf)).ok_or(Refusal::Claims)?;
        if lives > LIFETIME.num_seconds() {
            return Err(Refusal::LivesTooLong);
        }
        let now = now.timestamp();
        if now >= self.exp {
            return Err(Refusal::Expired);
        }
        let soonest = now + LEEWAY.num_seconds();
        if self.nbf > soonest || self.iat > soonest || self.auth_time > soonest {
            return Err(Refusal::NotYet);
        }
        Ok(())
    }
}
