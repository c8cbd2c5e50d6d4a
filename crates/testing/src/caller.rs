//! Users with access tokens.

use crate::FrozenClock;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use boot::{Random, SystemRandom};
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signer, SigningKey};
use events::profile::Role;
use ids::{SessionId, UserId};
use serde_json::{Value, json};

/// The key that tests sign with: a service under test trusts its public half, and nothing else does.
const SEED: [u8; 32] = *b"signs access tokens of tests ...";
const KEY_ID: &str = "test";
/// Seconds.
const LIFETIME: i64 = 15 * 60;

/// The `iss` of a caller's token.
pub const ISSUER: &str = "https://tall.test";
/// The `aud` of a caller's token.
pub const AUDIENCE: &str = "tall";

/// A user with a session and an access token for it, as profile would have signed it. Each is another user.
#[derive(Clone, Debug)]
pub struct Caller {
    id: UserId,
    session: SessionId,
    role: Role,
    token: String,
}

impl Caller {
    /// A student.
    #[must_use]
    pub fn student() -> Self {
        Self::with_role(Role::Student)
    }

    /// A teacher, so far of nobody.
    #[must_use]
    pub fn teacher() -> Self {
        Self::with_role(Role::Teacher)
    }

    /// An educational admin.
    #[must_use]
    pub fn educational_admin() -> Self {
        Self::with_role(Role::EducationalAdmin)
    }

    /// A technical admin.
    #[must_use]
    pub fn technical_admin() -> Self {
        Self::with_role(Role::TechnicalAdmin)
    }

    /// A user of this role who logged in at the time that `FrozenClock::default()` shows.
    #[must_use]
    pub fn with_role(role: Role) -> Self {
        Self::known(UserId::new(v4()), role)
    }

    /// The user with this id.
    #[must_use]
    pub fn known(id: UserId, role: Role) -> Self {
        let caller = Self { id, session: SessionId::new(v4()), role, token: String::new() };
        caller.logged_in_at(FrozenClock::default().now())
    }

    /// The same user and session, with a token signed at `at`: for a test that moves its clock on.
    #[must_use]
    pub fn logged_in_at(mut self, at: DateTime<Utc>) -> Self {
        self.token = sign(&self.claims(at));
        self
    }

    /// Who it is.
    #[must_use]
    pub fn id(&self) -> UserId {
        self.id
    }

    /// The session that the token belongs to.
    #[must_use]
    pub fn session(&self) -> SessionId {
        self.session
    }

    /// What they may.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The access token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The claims of a token signed at `at`, for a test that changes one and signs it with [`sign`].
    #[must_use]
    pub fn claims(&self, at: DateTime<Utc>) -> Value {
        let at = at.timestamp();
        json!({
            "iss": ISSUER, "aud": AUDIENCE, "sub": self.id, "sid": self.session, "role": self.role.as_str(),
            "epoch": 0, "jti": v4().to_string(), "iat": at, "nbf": at, "exp": at + LIFETIME, "auth_time": at,
        })
    }
}

/// Signs any claims with the key of the tests.
#[must_use]
pub fn sign(claims: &Value) -> String {
    let header = json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": KEY_ID });
    let encode = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
    let signed = format!("{}.{}", encode(&header), encode(claims));
    let signature = SigningKey::from_bytes(&SEED).sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

/// The JWKS document with the public half of the key.
#[must_use]
pub fn jwks() -> Value {
    let public = SigningKey::from_bytes(&SEED).verifying_key();
    json!({ "keys": [{
        "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": KEY_ID,
        "x": URL_SAFE_NO_PAD.encode(public.as_bytes()),
    }]})
}

fn v4() -> uuid::Uuid {
    let random: &dyn Random = &SystemRandom;
    uuid::Builder::from_random_bytes(random.array()).into_uuid()
}
