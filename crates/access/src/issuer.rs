//! Making access tokens. Profile alone has the keys for it.

use std::sync::{Arc, PoisonError, RwLock};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use events::profile::Role;
use ids::{SessionId, UserId};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use secrecy::SecretString;
use secrets::{Keys, VersionedKeys};
use uuid::Uuid;

use crate::claims::{Claims, LIFETIME, TYP};
use crate::{AccessConfig, Jwk, Jwks};

/// What a token is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// The user.
    pub user: UserId,
    /// The session.
    pub session: SessionId,
    /// The role.
    pub role: Role,
    /// The user's epoch.
    pub epoch: i64,
    /// When the user last proved who they are.
    pub authenticated_at: DateTime<Utc>,
    /// The token's own id.
    pub token: Uuid,
}

/// A signed access token.
#[derive(Debug, Clone)]
pub struct AccessToken {
    /// The text that the client sends as bearer token.
    pub text: SecretString,
    /// Until when it holds.
    pub expires_at: DateTime<Utc>,
}

/// A token that could not be made: a defect of the key.
#[derive(Debug, thiserror::Error)]
#[error("an access token could not be signed")]
pub struct IssueError(#[source] anyhow::Error);

/// Signs access tokens with the current key of a secret of Ed25519 seeds, and publishes all of its keys.
///
/// A key is rotated in two steps, one token lifetime apart: first it is added to the secret, so that every service
/// learns it from the JWKS; then it is made current. The key before it stays one lifetime more.
#[derive(Clone)]
pub struct Issuer(Arc<Inner>);

struct Inner {
    issuer: String,
    audience: String,
    seeds: Keys,
    derived: RwLock<Option<Derived>>,
}

/// What follows from one version of the secret.
#[derive(Clone)]
struct Derived {
    from: Arc<VersionedKeys>,
    header: Header,
    key: EncodingKey,
    jwks: Jwks,
}

impl Issuer {
    /// Signs with these seeds, in the name that the configuration gives.
    pub fn new(config: &AccessConfig, seeds: Keys) -> Self {
        Self(Arc::new(Inner {
            issuer: config.issuer.clone(),
            audience: config.audience.clone(),
            seeds,
            derived: RwLock::default(),
        }))
    }

    /// A token for this grant, from now on.
    ///
    /// # Errors
    /// When the key does not sign, which is a defect.
    pub fn mint(&self, grant: &Grant, now: DateTime<Utc>) -> Result<AccessToken, IssueError> {
        let made_at = now.timestamp();
        let claims = Claims {
            iss: self.0.issuer.clone(),
            aud: self.0.audience.clone(),
            sub: grant.user,
            sid: grant.session,
            role: grant.role,
            epoch: grant.epoch,
            jti: grant.token,
            iat: made_at,
            nbf: made_at,
            exp: made_at + LIFETIME.num_seconds(),
            auth_time: grant.authenticated_at.timestamp(),
        };
        self.sign(&claims).map_err(IssueError)
    }

    fn sign(&self, claims: &Claims) -> anyhow::Result<AccessToken> {
        let derived = self.derived()?;
        Ok(AccessToken {
            text: encode(&derived.header, claims, &derived.key)?.into(),
            expires_at: DateTime::from_timestamp(claims.exp, 0).context("an expiry out of range")?,
        })
    }

    /// Every public key of the secret: those that signed, the one that signs, the one that will.
    ///
    /// # Errors
    /// When a seed makes no key, which is a defect.
    pub fn jwks(&self) -> Result<Jwks, IssueError> {
        self.derived().map(|derived| derived.jwks).map_err(IssueError)
    }

    fn derived(&self) -> anyhow::Result<Derived> {
        let seeds = self.0.seeds.now();
        let known = self.0.derived.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = known.filter(|known| Arc::ptr_eq(&known.from, &seeds)) {
            return Ok(known);
        }
        let derived = Derived::from(seeds)?;
        *self.0.derived.write().unwrap_or_else(PoisonError::into_inner) = Some(derived.clone());
        Ok(derived)
    }
}

impl Derived {
    fn from(seeds: Arc<VersionedKeys>) -> anyhow::Result<Self> {
        let signing = SigningKey::from_bytes(seeds.current().1.expose());
        let pkcs8 = signing.to_pkcs8_der().context("the signing key as PKCS#8")?;
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TYP.to_owned());
        header.kid = Some(Jwk::of(&signing.verifying_key()).kid);

        let public = |seed: &secrets::Key| Jwk::of(&SigningKey::from_bytes(seed.expose()).verifying_key());
        let jwks = Jwks { keys: seeds.iter().map(|(_, seed)| public(seed)).collect() };
        Ok(Self { from: seeds, header, key: EncodingKey::from_ed_der(pkcs8.as_bytes()), jwks })
    }
}
