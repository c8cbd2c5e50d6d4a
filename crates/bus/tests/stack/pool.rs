//! The pool of a service, on the real server.

use bus::postgres::{MIGRATOR, pool_options};
use sqlx::{Connection, PgConnection, PgPool};
use std::time::Duration;
use testing::PgDatabase;

const TERMINATE: &str = "select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid()";

async fn backend(pool: &PgPool) -> i32 {
    sqlx::query_scalar("select pg_backend_pid()").fetch_one(pool).await.expect("a connection")
}

fn of_one(database: &PgDatabase) -> PgPool {
    pool_options(|_| true).max_connections(1).connect_lazy_with(database.options())
}

#[tokio::test]
async fn a_connection_that_ended_while_it_rested_is_made_anew() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let pool = of_one(&database);
    let first = backend(&pool).await;
    let mut killer = PgConnection::connect_with(&database.options()).await.expect("a connection");
    sqlx::query(TERMINATE).execute(&mut killer).await.expect("the end of the connection");
    // It rests for longer than it is believed. There is nothing but the time to wait for.
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert_ne!(backend(&pool).await, first);
}

#[tokio::test]
async fn a_connection_that_was_in_use_a_moment_ago_is_taken_without_a_word_to_the_server() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let (pool, wire) = database.behind_a_wire().await;
    backend(&pool).await;
    tokio::time::timeout(Duration::from_secs(1), async {
        while pool.num_idle() == 0 {
            tokio::task::yield_now().await;
        }
    })
    .await
    .expect("the connection comes back");
    wire.cut();
    pool.acquire().await.expect("the connection, which nobody asked whether it lives").detach();
}

#[tokio::test]
async fn a_connection_that_no_longer_serves_is_made_anew() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let pool = pool_options(|_| false).max_connections(1).connect_lazy_with(database.options());
    let first = backend(&pool).await;
    assert_ne!(backend(&pool).await, first);
}
