//! Whether a token holds, here and now.

use std::sync::Arc;
use std::time::Duration;

use boot::Clock;
use chrono::{DateTime, Utc};
use events::profile::Role;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use ids::{SessionId, UserId};
use moka::sync::Cache;
use prometheus::{IntCounter, IntCounterVec, Opts, Registry};
use sha2::{Digest, Sha256};
use web::{ApiError, ApiResult};

use crate::claims::{ACCESS_TOKEN_LIFETIME, Claims};
use crate::keyring::{Keyring, Refreshed};
use crate::token::{Refusal, Unverified};
use crate::{AccessConfig, Authority, Caller, Feed, Revocations};

/// Who a token says the caller is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The user.
    pub user: UserId,
    /// The session.
    pub session: SessionId,
    /// The role.
    pub role: Role,
    /// The user's epoch when the token was made.
    pub epoch: i64,
    /// When the user last proved who they are.
    pub authenticated_at: DateTime<Utc>,
    pub(crate) expires_at: i64,
}

/// For whom a feed of revocations that may lack something is not enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// For admins.
    Admins,
    /// For everybody: pii.
    Everybody,
}

/// Verifies access tokens. Clones share keys, cache and revocations.
#[derive(Clone)]
pub struct Verifier(Arc<Inner>);

struct Inner {
    issuer: String,
    audience: String,
    keyring: Keyring,
    verified: Cache<[u8; 32], Arc<Identity>>,
    revocations: Revocations,
    feed: Feed,
    strictness: Strictness,
    authority: Arc<dyn Authority>,
    clock: Arc<dyn Clock>,
    metrics: Metrics,
}

/// The two outcomes of every good request are looked up once.
struct Metrics {
    checked: IntCounterVec,
    cached: IntCounter,
    verified: IntCounter,
}

impl Metrics {
    fn register(registry: &Registry) -> Result<Self, prometheus::Error> {
        let checked = IntCounterVec::new(
            Opts::new("access_tokens_total", "Access tokens checked: from the cache, anew, or why refused."),
            &["outcome"],
        )?;
        registry.register(Box::new(checked.clone()))?;
        let cached = checked.with_label_values(&["cached"]);
        let verified = checked.with_label_values(&["verified"]);
        Ok(Self { checked, cached, verified })
    }

    fn count_refusal(&self, reason: &str) {
        self.checked.with_label_values(&[reason]).inc();
    }
}

impl Verifier {
    /// Verified tokens that are remembered; some 300 bytes each.
    const REMEMBERED: u64 = 20_000;

    /// When nothing can be verified, or an admin's session not confirmed: come back then.
    const RETRY: Duration = Duration::from_secs(5);

    /// A verifier that knows no key yet.
    ///
    /// # Errors
    /// When its metrics are registered already.
    pub fn new(
        config: &AccessConfig,
        authority: Arc<dyn Authority>,
        revocations: Revocations,
        feed: Feed,
        strictness: Strictness,
        clock: Arc<dyn Clock>,
        registry: &Registry,
    ) -> Result<Self, prometheus::Error> {
        let verified =
            Cache::builder().max_capacity(Self::REMEMBERED).time_to_live(ACCESS_TOKEN_LIFETIME).build();
        Ok(Self(Arc::new(Inner {
            issuer: config.issuer.clone(),
            audience: config.audience.clone(),
            keyring: Keyring::new(authority.clone()),
            verified,
            revocations,
            feed,
            strictness,
            authority,
            clock,
            metrics: Metrics::register(registry)?,
        })))
    }

    /// The revocations that this verifier refuses by. Profile adds to them what it has just committed, ahead of
    /// the feed.
    pub fn revocations(&self) -> &Revocations {
        &self.0.revocations
    }

    /// The present instant, by the clock that tokens are held against.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// Asks the authority for the keys.
    ///
    /// # Errors
    /// When it does not answer, or publishes no usable key; what is known stays.
    pub async fn refresh_keys(&self) -> anyhow::Result<()> {
        let refreshed = self.0.keyring.refresh().await?;
        self.forget_withdrawn(Some(refreshed));
        Ok(())
    }

    /// The identity behind a token.
    ///
    /// # Errors
    /// 401 when it does not hold; 503 when no key is known yet.
    pub async fn verify(&self, token: &str) -> ApiResult<Arc<Identity>> {
        match self.try_verify(token).await {
            Ok(identity) => Ok(identity),
            Err(Refusal::UnknownKey) if self.0.keyring.known().is_empty() => {
                self.0.metrics.count_refusal("no_keys");
                Err(ApiError::unavailable(Self::RETRY))
            }
            Err(refusal) => {
                self.0.metrics.count_refusal(refusal.label());
                tracing::debug!(reason = %refusal, "an access token is refused");
                Err(ApiError::invalid_token())
            }
        }
    }

    /// The token that was seen before skips the signature, and nothing else: time and revocations are asked
    /// each time.
    async fn try_verify(&self, token: &str) -> Result<Arc<Identity>, Refusal> {
        let inner = &*self.0;
        if token.len() > crate::token::LONGEST {
            return Err(Refusal::TooLong);
        }
        let digest: [u8; 32] = Sha256::digest(token).into();
        let (identity, outcome) = match inner.verified.get(&digest) {
            Some(identity) => (identity, &inner.metrics.cached),
            None => {
                let identity = Arc::new(self.verify_anew(token).await?);
                inner.verified.insert(digest, identity.clone());
                (identity, &inner.metrics.verified)
            }
        };
        if inner.clock.now().timestamp() >= identity.expires_at {
            return Err(Refusal::Expired);
        }
        if inner.revocations.refuse(identity.user, identity.session, identity.epoch) {
            return Err(Refusal::Revoked);
        }
        outcome.inc();
        Ok(identity)
    }

    async fn verify_anew(&self, token: &str) -> Result<Identity, Refusal> {
        let inner = &*self.0;
        let unverified = Unverified::parse(token)?;
        let (key, refreshed) = inner.keyring.find(unverified.kid()).await;
        self.forget_withdrawn(refreshed);
        let claims = unverified.verify(&key.ok_or(Refusal::UnknownKey)?)?;
        claims.check(&inner.issuer, &inner.audience, inner.clock.now())?;
        Identity::of(&claims)
    }

    /// Asks the authority whether the session is current, where the feed is stale and the caller or the service
    /// is one that cannot live with that.
    ///
    /// # Errors
    /// 401 when it is not, 503 when nobody can say.
    pub async fn confirm(&self, identity: &Identity) -> ApiResult<()> {
        let inner = &*self.0;
        if !inner.strictness.demands_proof_of(identity.role) || inner.feed.is_fresh() {
            return Ok(());
        }
        match inner.authority.is_current(identity).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(ApiError::invalid_token()),
            Err(cause) => {
                let cause = cause.context("revocations are stale and the session cannot be confirmed");
                Err(ApiError::unavailable_because(Self::RETRY, cause))
            }
        }
    }

    /// Whether a caller who was let in would be let in now: for an answer that goes on, such as a stream. Their token may
    /// have expired since, or have been revoked.
    pub fn still_admits<R>(&self, caller: &Caller<R>) -> bool {
        let inner = &*self.0;
        inner.clock.now().timestamp() < caller.expires_at
            && !inner.revocations.refuse(caller.id, caller.session, caller.epoch)
    }

    fn forget_withdrawn(&self, refreshed: Option<Refreshed>) {
        if refreshed == Some(Refreshed::Withdrawn) {
            self.0.verified.invalidate_all();
        }
    }
}

impl Strictness {
    fn demands_proof_of(self, role: Role) -> bool {
        match self {
            Self::Everybody => true,
            Self::Admins => matches!(role, Role::TechnicalAdmin | Role::EducationalAdmin),
        }
    }
}

impl Identity {
    fn of(claims: &Claims) -> Result<Self, Refusal> {
        Ok(Self {
            user: claims.sub,
            session: claims.sid,
            role: claims.role,
            epoch: claims.epoch,
            authenticated_at: DateTime::from_timestamp(claims.auth_time, 0).ok_or(Refusal::Claims)?,
            expires_at: claims.exp,
        })
    }
}

/// The one bearer token of a request (RFC 6750 section 2.1).
pub(crate) fn bearer(headers: &HeaderMap) -> ApiResult<&str> {
    let mut given = headers.get_all(AUTHORIZATION).iter();
    let only = match (given.next(), given.next()) {
        (None, _) => return Err(ApiError::unauthorized()),
        (Some(only), None) => only,
        _ => return Err(ApiError::invalid_token()),
    };
    let text = only.to_str().map_err(|_| ApiError::invalid_token())?;
    match text.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => Ok(token.trim()),
        _ => Err(ApiError::unauthorized()),
    }
}
