use crate::store::sessions;
use access::{AccessConfig, Authority, Feed, Identity, Issuer, Jwks, Revocations, Strictness, Verifier};
use boot::Clock;
use prometheus::Registry;
use sqlx::PgPool;
use std::sync::Arc;

/// Profile's own word on keys and sessions: the accounts themselves. No feed could be fresher.
#[derive(Clone)]
pub struct Accounts {
    pool: PgPool,
    issuer: Issuer,
    clock: Arc<dyn Clock>,
}

impl Accounts {
    /// The accounts in this database, and the keys of this issuer.
    pub fn new(pool: PgPool, issuer: Issuer, clock: Arc<dyn Clock>) -> Self {
        Self { pool, issuer, clock }
    }

    /// A verifier that asks the accounts about every caller, so that it need follow nothing.
    pub fn verifier(self, config: &AccessConfig, registry: &Registry) -> Result<Verifier, prometheus::Error> {
        let (clock, revocations) = (self.clock.clone(), Revocations::default());
        let nothing_followed = Feed::new(|| false);
        let whom = Strictness::Everybody;
        Verifier::new(config, Arc::new(self), revocations, nothing_followed, whom, clock, registry)
    }
}

#[async_trait::async_trait]
impl Authority for Accounts {
    async fn keys(&self) -> anyhow::Result<Jwks> {
        Ok(self.issuer.jwks()?)
    }

    async fn is_current(&self, caller: &Identity) -> anyhow::Result<bool> {
        let mut conn = self.pool.acquire().await?;
        let live = sessions::live(&mut conn, caller.session, self.clock.now()).await?;
        let told = (caller.user, caller.role, caller.epoch);
        Ok(live.is_some_and(|session| {
            session.is_proved_enough() && (session.user_id, session.role, session.epoch) == told
        }))
    }
}
