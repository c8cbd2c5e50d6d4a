//! Tokens and verifiers for tests: a signing key that only tests know, no follower, no profile.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use boot::Clock;
use chrono::{DateTime, TimeDelta, Utc};
use ed25519_dalek::{Signer as _, SigningKey};
use events::profile::Role;
use ids::{SessionId, UserId};
use secrecy::ExposeSecret;
use secrets::{Key, Keys, VersionedKeys};
use serde_json::{Value, json};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    AccessConfig, Authority, Feed, Grant, Identity, Issuer, Jwks, Revocations, Strictness, Verifier,
};

/// The `iss` of test tokens.
pub const ISSUER: &str = "https://tall.test";

/// The `aud` of test tokens.
pub const AUDIENCE: &str = "tall";

/// The section `access` as the test tokens need it.
pub fn config() -> AccessConfig {
    AccessConfig { issuer: ISSUER.to_owned(), audience: AUDIENCE.to_owned() }
}

/// An issuer whose one key is the same in every test.
pub fn issuer() -> Issuer {
    Issuer::new(&config(), Keys::fixed(VersionedKeys::from_pairs(("1", seed(7)), [])))
}

/// A key of 32 equal bytes.
pub fn seed(byte: u8) -> Key {
    Key::new(Zeroizing::new([byte; 32]))
}

/// A user with a session, from whom tokens can be had.
#[derive(Debug, Clone, Copy)]
pub struct TestCaller {
    /// The user.
    pub user: UserId,
    /// The session.
    pub session: SessionId,
    /// The role.
    pub role: Role,
    /// The user's epoch.
    pub epoch: i64,
}

impl TestCaller {
    /// A user of this role, told apart from others by `number`.
    pub fn new(role: Role, number: u128) -> Self {
        let name = format!("{role}/{number}");
        Self {
            user: UserId::derive(Uuid::NAMESPACE_OID, &name),
            session: SessionId::derive(Uuid::NAMESPACE_OID, &name),
            role,
            epoch: 1,
        }
    }

    /// A token of this caller, who has logged in just now.
    pub fn token(&self, now: DateTime<Utc>) -> String {
        self.token_by(&issuer(), now)
    }

    /// As [`TestCaller::token`], signed by another issuer.
    pub fn token_by(&self, issuer: &Issuer, now: DateTime<Utc>) -> String {
        let grant = Grant {
            user: self.user,
            session: self.session,
            role: self.role,
            epoch: self.epoch,
            authenticated_at: now,
            token: Uuid::new_v5(&self.session.as_uuid(), &now.timestamp_micros().to_be_bytes()),
        };
        let token = issuer.mint(&grant, now).expect("the test key signs");
        token.text.expose_secret().to_owned()
    }
}

impl TestCaller {
    /// Tokens that look like this caller's and hold nowhere, each with what is wrong with it.
    pub fn bad_tokens(&self, now: DateTime<Utc>) -> Vec<(&'static str, String)> {
        let sound = self.token(now);
        let parts: Vec<&str> = sound.split('.').collect();
        let [header, claims] = [0, 1].map(|part| opened(parts[part]));
        let with = |part: &Value, name: &str, value: Value| {
            let mut part = part.clone();
            part[name] = value;
            part
        };
        let signed = |header: &Value, claims: &Value| signed_by(7, header, claims);
        let hour = TimeDelta::hours(1);
        let escalated = with(&claims, "role", json!("technical_admin"));
        let mut without_expiry = claims.clone();
        without_expiry.as_object_mut().expect("claims are an object").remove("exp");
        vec![
            ("an expired token", self.token(now - hour)),
            ("a token of the future", self.token(now + hour)),
            ("a token that never expires", signed(&header, &without_expiry)),
            ("a token that another key signed", signed_by(8, &header, &claims)),
            ("an edited token", format!("{}.{}.{}", parts[0], sealed(&escalated), parts[2])),
            ("a token without a signature", format!("{}.{}.", parts[0], parts[1])),
            (
                "a token of the algorithm none",
                format!("{}.{}.", sealed(&with(&header, "alg", json!("none"))), parts[1]),
            ),
            ("a token of an unknown key", signed(&with(&header, "kid", json!("unheard-of")), &claims)),
            ("a token of another kind", signed(&with(&header, "typ", json!("JWT")), &claims)),
            ("a token for others", signed(&header, &with(&claims, "aud", json!("elsewhere")))),
            ("a token by others", signed(&header, &with(&claims, "iss", json!("https://elsewhere.test")))),
            ("no token at all", "not.a.token".to_owned()),
        ]
    }
}

fn opened(part: &str) -> Value {
    let bytes = URL_SAFE_NO_PAD.decode(part).expect("a part of a token");
    serde_json::from_slice(&bytes).expect("JSON in a token")
}

fn sealed(part: &Value) -> String {
    URL_SAFE_NO_PAD.encode(part.to_string())
}

fn signed_by(key: u8, header: &Value, claims: &Value) -> String {
    let message = format!("{}.{}", sealed(header), sealed(claims));
    let signature = SigningKey::from_bytes(seed(key).expose()).sign(message.as_bytes());
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

/// What a test decides about the outside: whether revocations are fresh, and what profile would say of a session.
#[derive(Clone)]
pub struct Outside {
    keys: Arc<Mutex<Jwks>>,
    fresh: Arc<AtomicBool>,
    current: Arc<AtomicBool>,
    reachable: Arc<AtomicBool>,
}

impl Default for Outside {
    fn default() -> Self {
        Self::with_keys(issuer().jwks().expect("the test seed makes a key"))
    }
}

impl Outside {
    /// An outside where these keys sign: those of `testing::caller::jwks()`, or of an [`Issuer`].
    pub fn with_keys(keys: Jwks) -> Self {
        Self {
            keys: Arc::new(Mutex::new(keys)),
            fresh: Arc::new(AtomicBool::new(true)),
            current: Arc::new(AtomicBool::new(true)),
            reachable: Arc::new(AtomicBool::new(true)),
        }
    }
}

impl Outside {
    /// Profile publishes other keys from now on.
    pub fn publish(&self, keys: Jwks) {
        *self.keys.lock().unwrap_or_else(PoisonError::into_inner) = keys;
    }

    /// The feed of revocations stands still.
    pub fn stale_feed(&self) {
        self.fresh.store(false, Ordering::Relaxed);
    }

    /// Profile says of every session that it is over.
    pub fn ended_sessions(&self) {
        self.current.store(false, Ordering::Relaxed);
    }

    /// Profile does not answer.
    pub fn unreachable_profile(&self) {
        self.reachable.store(false, Ordering::Relaxed);
    }

    /// A verifier that sees this outside, and knows the test key.
    pub async fn verifier(&self, strictness: Strictness, clock: Arc<dyn Clock>) -> Verifier {
        let verifier = self.verifier_without_keys(strictness, clock);
        verifier.refresh_keys().await.expect("the test issuer publishes its key");
        verifier
    }

    /// A verifier that has not yet asked for keys.
    pub fn verifier_without_keys(&self, strictness: Strictness, clock: Arc<dyn Clock>) -> Verifier {
        let fresh = self.fresh.clone();
        let feed = Feed::new(move || fresh.load(Ordering::Relaxed));
        let authority = Arc::new(self.clone());
        let registry = prometheus::Registry::new();
        Verifier::new(&config(), authority, Revocations::default(), feed, strictness, clock, &registry)
            .expect("metrics of a new registry")
    }
}

#[async_trait]
impl Authority for Outside {
    async fn keys(&self) -> anyhow::Result<Jwks> {
        anyhow::ensure!(self.reachable.load(Ordering::Relaxed), "profile is down");
        Ok(self.keys.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }

    async fn is_current(&self, _: &Identity) -> anyhow::Result<bool> {
        anyhow::ensure!(self.reachable.load(Ordering::Relaxed), "profile is down");
        Ok(self.current.load(Ordering::Relaxed))
    }
}

/// A verifier of tokens that these keys sign, whose feed of revocations is fresh.
pub async fn verifier(keys: Jwks, clock: Arc<dyn Clock>) -> Verifier {
    Outside::with_keys(keys).verifier(Strictness::Admins, clock).await
}
