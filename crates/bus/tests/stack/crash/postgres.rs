//! The service in PostgreSQL.

use super::Kept;
use crate::support::{outgoing, record};
use async_trait::async_trait;
use bus::{
    Encoder, OutboxSource, ParkingLot, RelayWaker,
    postgres::{self, MIGRATOR, PgOutbox, PgParking, enqueue},
};
use futures::future::LocalBoxFuture;
use ids::EventId;
use sqlx::{PgPool, postgres::PgConnectOptions};
use std::{collections::BTreeMap, sync::Arc};
use testing::{PgDatabase, stack};

record!(CrashingInPostgres, "bus-tests.crashing.postgres");

pub(super) struct InPostgres {
    pool: PgPool,
    encoder: Arc<Encoder>,
    waker: RelayWaker,
}

#[async_trait]
impl Kept for InPostgres {
    type Event = CrashingInPostgres;
    type Scratch = PgDatabase;
    const TEST: &'static str = "crash::a_service_on_postgres_that_is_ended_at_any_step_does_everything_once";

    fn scratch() -> LocalBoxFuture<'static, (PgDatabase, String)> {
        Box::pin(async {
            let database = PgDatabase::fresh("bus", &MIGRATOR).await;
            let pool = database.pool();
            for table in
                ["committed (key text)", "effect (id serial, key text, number bigint)", "cured (at date)"]
            {
                let create = sqlx::AssertSqlSafe(format!("create table {table}"));
                sqlx::query(create).execute(&pool).await.expect("a table");
            }
            let name = database.options().get_database().expect("a database").to_owned();
            (database, name)
        })
    }

    async fn open(database: &str, encoder: Arc<Encoder>, waker: RelayWaker) -> Self {
        let server: PgConnectOptions = stack::variable("TALL_TEST_POSTGRES_URL").parse().expect("an address");
        let pool = PgPool::connect_with(server.database(database)).await.expect("a database");
        Self { pool, encoder, waker }
    }

    /// They ended with the connections.
    async fn end_transactions(&self) {}

    fn outbox(&self) -> Arc<dyn OutboxSource> {
        Arc::new(PgOutbox::new(self.pool.clone()))
    }

    fn lot(&self) -> Arc<dyn ParkingLot> {
        Arc::new(PgParking::new(self.pool.clone()))
    }

    async fn commit_next(&self, key: &str, limit: i64) -> Option<()> {
        let mut transaction = self.pool.begin().await.expect("a transaction");
        let next: i64 = sqlx::query_scalar("select count(*) from committed where key = $1")
            .bind(key)
            .fetch_one(&mut *transaction)
            .await
            .expect("a number");
        if next >= limit {
            return None;
        }
        let commit = sqlx::query("insert into committed values ($1)").bind(key);
        commit.execute(&mut *transaction).await.expect("a row");
        let row = outgoing::<CrashingInPostgres>(&self.encoder, key, next);
        enqueue(&mut transaction, &row).await.expect("an outbox");
        transaction.commit().await.expect("a commit");
        self.waker.wake();
        Some(())
    }

    async fn take_effect(&self, group: &str, event: EventId, key: &str, number: i64) -> anyhow::Result<()> {
        let mut transaction = self.pool.begin().await?;
        if postgres::first_time(&mut transaction, group, event).await? {
            let effect = sqlx::query("insert into effect (key, number) values ($1, $2)");
            effect.bind(key).bind(number).execute(&mut *transaction).await?;
        }
        Ok(transaction.commit().await?)
    }

    async fn effects(&self) -> BTreeMap<String, Vec<i64>> {
        let effects: Vec<(String, Vec<i64>)> =
            sqlx::query_as("select key, array_agg(number order by id) from effect group by key")
                .fetch_all(&self.pool)
                .await
                .expect("the effects");
        effects.into_iter().collect()
    }

    async fn cure(&self) {
        sqlx::query("insert into cured values (now())").execute(&self.pool).await.expect("a row");
    }

    async fn is_cured(&self) -> bool {
        let cured = sqlx::query_scalar("select exists (select from cured)");
        cured.fetch_one(&self.pool).await.expect("an answer")
    }
}
