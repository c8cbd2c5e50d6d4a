//! Accounts whose address nobody proved are given up after a time, and their people forgotten.
//!
//! First profile gives an account up: nothing proves its address from now on, and the address is free. Then it asks pii,
//! which has every service forget, profile too. Whatever stops in between goes on with the next pass: pii is asked about an
//! account until it is gone, and knows a repeat.

use crate::{
    App, Failure,
    store::{codes, unproved},
};
use anyhow::Context;
use boot::Peer;
use chrono::TimeDelta;
use ids::UserId;
use prometheus::{IntCounter, Registry};
use sqlx::{Connection, PgConnection};

/// Accounts that one pass gives up, and about which it asks: each is work for every service.
const BATCH: i64 = 200;

/// What gives accounts up.
#[derive(Debug, Clone)]
pub struct UnprovedAccounts {
    pii: Peer,
    kept: TimeDelta,
    given_up: IntCounter,
}

impl UnprovedAccounts {
    /// Keeps accounts for so long until their address is proved, and counts the others.
    ///
    /// # Errors
    /// The count is registered already.
    pub fn new(pii: Peer, kept: TimeDelta, registry: &Registry) -> Result<Self, prometheus::Error> {
        let given_up = IntCounter::new(
            "profile_unproved_accounts_given_up_total",
            "Accounts that were given up because nobody proved their address",
        )?;
        registry.register(Box::new(given_up.clone()))?;
        Ok(Self { pii, kept, given_up })
    }

    /// One pass. Another instance that is at it is left to it.
    ///
    /// # Errors
    /// The store, or pii about one of the accounts; the others are forgotten all the same.
    pub async fn forget(&self, app: &App) -> anyhow::Result<()> {
        let mut turn = PgConnection::connect_with(&app.pool.connect_options()).await?;
        if !unproved::take_turn(&mut turn).await? {
            return Ok(());
        }
        let forgotten = self.forget_alone(app, &mut turn).await;
        turn.close().await?;
        forgotten
    }

    async fn forget_alone(&self, app: &App, conn: &mut PgConnection) -> anyhow::Result<()> {
        let mut accounts = 0;
        for id in unproved::overdue(conn, app.now() - self.kept, BATCH).await? {
            if give_up(app, conn, id).await? {
                accounts += 1;
                self.given_up.inc();
            }
        }
        if accounts > 0 {
            tracing::info!(accounts, "gave up accounts whose address nobody proved");
        }
        let mut outcome = Ok(());
        for id in unproved::given_up(conn, BATCH).await? {
            outcome = outcome.and(self.have_forgotten(id).await);
        }
        outcome
    }

    async fn have_forgotten(&self, id: UserId) -> anyhow::Result<()> {
        let asked = self.pii.put(&format!("/internal/v1/pii/people/{id}/erasure")).send().await;
        // The URL names the person.
        let answer = asked.map_err(reqwest::Error::without_url).context("an erasure by pii")?;
        let status = answer.status();
        anyhow::ensure!(status.is_success(), "pii answers {status} to an erasure");
        Ok(())
    }
}

/// Whether it was given up just now. Codes go first, as where one is used: so the two cannot wait for each other.
async fn give_up(app: &App, conn: &mut PgConnection, id: UserId) -> Result<bool, Failure> {
    let mut transaction = conn.begin().await?;
    codes::forget(&mut transaction, id).await?;
    if !unproved::give_up(&mut transaction, id, &app.random.array::<32>(), app.now()).await? {
        transaction.rollback().await?;
        return Ok(false);
    }
    transaction.commit().await?;
    Ok(true)
}
