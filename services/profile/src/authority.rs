use crate::store::sessions;
use access::{Authority, Identity, Issuer, Jwks};
use boot::Clock;
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
}

#[async_trait::async_trait]
impl Authority for Accounts {
    async fn keys(&self) -> anyhow::Result<Jwks> {
        Ok(self.issuer.jwks()?)
    }

    async fn is_current(&self, caller: &Identity, _: &str) -> anyhow::Result<bool> {
        let mut conn = self.pool.acquire().await?;
        let live = sessions::live(&mut conn, caller.session, self.clock.now()).await?;
        let told = (caller.user, caller.role, caller.epoch);
        Ok(live.is_some_and(|session| (session.user_id, session.role, session.epoch) == told))
    }
}
