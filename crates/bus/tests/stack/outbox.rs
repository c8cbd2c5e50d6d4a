//! The outbox in PostgreSQL, without a relay.

use crate::support::{bus, encoder, eventually, outgoing, record};
use bus::{
    OutboxSource, Outgoing, Pending,
    postgres::{MIGRATOR, PgOutbox, enqueue},
};
use sqlx::{Connection, PgConnection};
use std::time::Duration;
use testing::PgDatabase;

record!(Kept, "bus-tests.kept");

async fn write(connection: &mut PgConnection, row: &Outgoing) {
    enqueue(connection, row).await.expect("an outbox");
}

fn ids(pending: &[Pending]) -> Vec<ids::EventId> {
    pending.iter().map(|pending| pending.outgoing.id).collect()
}

async fn pending(outbox: &PgOutbox) -> Vec<Pending> {
    outbox.pending(None, 100).await.expect("an outbox")
}

/// The server's oldest open transaction may be another test's, in another database.
async fn pending_soon(outbox: &PgOutbox, count: usize) -> Vec<Pending> {
    eventually("the rows are old enough", async || pending(outbox).await.len() >= count).await;
    pending(outbox).await
}

#[tokio::test]
async fn a_row_comes_back_as_it_was() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = encoder::<Kept>(&bus()).await;
    let mut row = outgoing::<Kept>(&encoder, "k", 7);
    row.traceparent = Some("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".to_owned());
    row.renditions.push(bus::Rendition { topic: "bus-tests.older".to_owned(), ..row.renditions[0].clone() });
    let mut connection = database.pool().acquire().await.expect("a connection");
    write(&mut connection, &row).await;
    let outbox = PgOutbox::new(database.pool());
    assert_eq!(
        pending_soon(&outbox, 1).await.into_iter().map(|pending| pending.outgoing).collect::<Vec<_>>(),
        [row]
    );
}

#[tokio::test]
async fn what_is_rolled_back_is_never_published() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = encoder::<Kept>(&bus()).await;
    let pool = database.pool();
    let mut transaction = pool.begin().await.expect("a transaction");
    write(&mut transaction, &outgoing::<Kept>(&encoder, "k", 1)).await;
    transaction.rollback().await.expect("a roll-back");
    assert!(pending(&PgOutbox::new(pool)).await.is_empty());
}

#[tokio::test]
async fn a_lower_number_that_commits_later_is_waited_for() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = encoder::<Kept>(&bus()).await;
    let (pool, outbox) = (database.pool(), PgOutbox::new(database.pool()));
    let (first, second) = (outgoing::<Kept>(&encoder, "k", 1), outgoing::<Kept>(&encoder, "k", 2));

    let mut early = pool.begin().await.expect("a transaction");
    write(&mut early, &first).await;
    let mut late = pool.begin().await.expect("a transaction");
    write(&mut late, &second).await;
    late.commit().await.expect("a commit");
    assert_eq!(ids(&pending(&outbox).await), [], "the second must not overtake the first");

    early.commit().await.expect("a commit");
    assert_eq!(ids(&pending_soon(&outbox, 2).await), [first.id, second.id]);
}

#[tokio::test]
async fn a_lower_number_of_a_younger_transaction_is_not_passed_over() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = encoder::<Kept>(&bus()).await;
    let (pool, outbox) = (database.pool(), PgOutbox::new(database.pool()));
    let (low, high) = (outgoing::<Kept>(&encoder, "a", 1), outgoing::<Kept>(&encoder, "b", 1));

    // The older transaction writes the higher number.
    let mut older = pool.begin().await.expect("a transaction");
    sqlx::query("select pg_current_xact_id()").execute(&mut *older).await.expect("a transaction id");
    let mut younger = pool.begin().await.expect("a transaction");
    write(&mut younger, &low).await;
    write(&mut older, &high).await;
    older.commit().await.expect("a commit");

    let published = pending_soon(&outbox, 1).await;
    assert_eq!(ids(&published), [high.id]);
    outbox.mark(&published).await.expect("an outbox");
    younger.commit().await.expect("a commit");
    assert_eq!(ids(&pending_soon(&outbox, 1).await), [low.id]);
}

#[tokio::test]
async fn reading_goes_on_after_the_last_and_marking_takes_exactly_those() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = encoder::<Kept>(&bus()).await;
    let (pool, outbox) = (database.pool(), PgOutbox::new(database.pool()));
    let rows: Vec<_> = (0..5).map(|number| outgoing::<Kept>(&encoder, "k", number)).collect();
    let mut connection = pool.acquire().await.expect("a connection");
    for row in &rows {
        write(&mut connection, row).await;
    }
    pending_soon(&outbox, 5).await;
    let first = outbox.pending(None, 2).await.expect("an outbox");
    let next = outbox.pending(first.last(), 2).await.expect("an outbox");
    assert_eq!((ids(&first), ids(&next)), (vec![rows[0].id, rows[1].id], vec![rows[2].id, rows[3].id]));
    outbox.mark(&[first[1].clone(), next[0].clone()]).await.expect("an outbox");
    assert_eq!(ids(&pending(&outbox).await), [rows[0].id, rows[3].id, rows[4].id]);
}

#[tokio::test]
async fn a_read_is_bounded_in_bytes_and_never_empty() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = encoder::<Kept>(&bus()).await;
    let (pool, outbox) = (database.pool(), PgOutbox::new(database.pool()));
    let mut connection = pool.acquire().await.expect("a connection");
    for number in 0..4 {
        let mut row = outgoing::<Kept>(&encoder, "k", number);
        row.renditions[0].payload = vec![0; 9 * 1024 * 1024];
        write(&mut connection, &row).await;
    }
    assert_eq!(pending_soon(&outbox, 1).await.len(), 1, "each alone passes the bound");
}

#[tokio::test]
async fn the_backlog_tells_how_many_and_since_when() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = encoder::<Kept>(&bus()).await;
    let (pool, outbox) = (database.pool(), PgOutbox::new(database.pool()));
    assert_eq!(outbox.backlog().await.expect("an outbox"), bus::Backlog::default());
    let mut connection = pool.acquire().await.expect("a connection");
    write(&mut connection, &outgoing::<Kept>(&encoder, "k", 1)).await;
    write(&mut connection, &outgoing::<Kept>(&encoder, "k", 2)).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    let backlog = outbox.backlog().await.expect("an outbox");
    assert_eq!(backlog.depth, 2);
    assert!((Duration::from_millis(50)..Duration::from_secs(5)).contains(&backlog.age), "{:?}", backlog.age);
}

#[tokio::test]
async fn one_relay_at_a_time_has_the_lease() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let (one, other) = (PgOutbox::new(database.pool()), PgOutbox::new(database.pool()));
    let mut held = one.lease().await.expect("an answer").expect("a free lease");
    assert!(other.lease().await.expect("an answer").is_none());
    assert!(held.renew().await.expect("an answer"));
    held.release().await;
    assert!(other.lease().await.expect("an answer").is_some());
}

#[tokio::test]
async fn a_lease_ends_with_its_connection() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let (one, other) = (PgOutbox::new(database.pool()), PgOutbox::new(database.pool()));
    let mut held = one.lease().await.expect("an answer").expect("a free lease");
    let mut killer = PgConnection::connect_with(&database.options()).await.expect("a connection");
    sqlx::query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted")
        .execute(&mut killer)
        .await
        .expect("the holder of the lock");
    eventually("the lease is lost", async || !held.renew().await.unwrap_or(false)).await;
    assert!(other.lease().await.expect("an answer").is_some());
}
