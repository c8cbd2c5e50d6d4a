//! From the outbox in PostgreSQL to the topic.

use crate::support::{
    Topics, bus, bus_and_metrics, bus_with, encoder, eventually, header, metric, outgoing, read, record, rows,
};
use bus::{
    Bus, KafkaConfig, OutboxSource, Outgoing, Relay, Rendition,
    postgres::{MIGRATOR, PgOutbox, enqueue},
};
use events::{Decoder, Event};
use rdkafka::Message;
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use testing::{PgDatabase, stack};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

record!(Ordered, "bus-tests.ordered");
record!(Outlasting, "bus-tests.outlasting");
record!(Woken, "bus-tests.woken");
record!(HeldBack, "bus-tests.held-back");
record!(Newer, "bus-tests.dual.v2");
record!(Flushed, "bus-tests.flushed");
record!(Hidden, "bus-tests.hidden");

async fn commit(pool: &PgPool, rows: &[Outgoing]) {
    let mut transaction = pool.begin().await.expect("a transaction");
    for row in rows {
        enqueue(&mut transaction, row).await.expect("an outbox");
    }
    transaction.commit().await.expect("a commit");
}

fn start(bus: &Bus, pool: &PgPool) -> (CancellationToken, JoinHandle<()>) {
    let stop = CancellationToken::new();
    let relay = Relay::new(bus.producer().clone(), Arc::new(PgOutbox::new(pool.clone())));
    (stop.clone(), tokio::spawn(relay.run(stop)))
}

async fn emptied(pool: &PgPool) {
    let outbox = PgOutbox::new(pool.clone());
    eventually("the outbox is empty", async || outbox.backlog().await.expect("an outbox").depth == 0).await;
}

fn numbers(messages: &[impl Message], key: &str) -> Vec<i64> {
    let decoder = Decoder::<Ordered>::current().expect("a schema");
    let of_key = messages.iter().filter(|message| message.key() == Some(key.as_bytes()));
    of_key
        .map(|message| decoder.decode(&message.payload().expect("a value")[5..]).expect("a record").number)
        .collect()
}

#[tokio::test]
async fn events_of_a_key_are_published_in_order_and_leave_the_outbox() {
    let _topics = Topics::fresh(&[(Ordered::TOPIC, 4)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let (bus, metrics) = bus_and_metrics();
    let encoder = encoder::<Ordered>(&bus).await;
    let keys = ["a", "b", "c", "d", "e"];
    // More than two batches.
    commit(&database.pool(), &rows::<Ordered>(&encoder, &keys, 0..500)).await;

    let (stop, running) = start(&bus, &database.pool());
    emptied(&database.pool()).await;
    let messages = read(Ordered::TOPIC, 2500).await;
    for key in keys {
        assert_eq!(numbers(&messages, key), (0..500).collect::<Vec<_>>(), "{key}");
    }
    assert_eq!(metric(&metrics, "bus_relay_published_total"), 2500.0);
    stop.cancel();
    running.await.expect("the relay ends");
}

#[tokio::test]
async fn an_outage_of_the_broker_is_outlasted() {
    let _topics = Topics::fresh(&[(Outlasting::TOPIC, 2)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let mut nowhere: KafkaConfig = stack::section();
    nowhere.brokers = "127.0.0.1:9".to_owned();
    let cut_off = bus_with(nowhere, &stack::section());
    let encoder = encoder::<Outlasting>(&cut_off).await;
    let (stop, running) = start(&cut_off, &database.pool());
    commit(&database.pool(), &rows::<Outlasting>(&encoder, &["a", "b"], 0..20)).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let outbox = PgOutbox::new(database.pool());
    assert_eq!(outbox.backlog().await.expect("an outbox").depth, 40, "commits go on, nothing is dropped");
    stop.cancel();
    running.await.expect("the relay ends without a broker");

    let (stop, running) = start(&bus(), &database.pool());
    emptied(&database.pool()).await;
    assert_eq!(read(Outlasting::TOPIC, 40).await.len(), 40);
    stop.cancel();
    running.await.expect("the relay ends");
}

#[tokio::test]
async fn a_commit_that_wakes_the_relay_is_published_at_once() {
    let _topics = Topics::fresh(&[(Woken::TOPIC, 1)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let bus = bus();
    let encoder = encoder::<Woken>(&bus).await;
    let stop = CancellationToken::new();
    let outbox = PgOutbox::new(database.pool());
    let relay = Relay::new(bus.producer().clone(), Arc::new(outbox.clone()));
    let waker = relay.waker();
    let running = tokio::spawn(relay.run(stop.clone()));
    // The first pays for the connection.
    commit(&database.pool(), &[outgoing::<Woken>(&encoder, "k", 0)]).await;
    waker.wake();
    emptied(&database.pool()).await;

    let mut slowest = Duration::ZERO;
    for number in 1..=5 {
        commit(&database.pool(), &[outgoing::<Woken>(&encoder, "k", number)]).await;
        let began = std::time::Instant::now();
        waker.wake();
        while outbox.backlog().await.expect("an outbox").depth > 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        slowest = slowest.max(began.elapsed());
    }
    assert!(slowest < Duration::from_millis(700), "a sweep would take up to a second: {slowest:?}");
    stop.cancel();
    running.await.expect("the relay ends");
}

#[tokio::test]
async fn a_commit_that_an_older_transaction_holds_back_does_not_wait_for_a_sweep() {
    let _topics = Topics::fresh(&[(HeldBack::TOPIC, 1)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let pool = database.pool();
    let bus = bus();
    let encoder = encoder::<HeldBack>(&bus).await;
    let stop = CancellationToken::new();
    let outbox = PgOutbox::new(pool.clone());
    let relay = Relay::new(bus.producer().clone(), Arc::new(outbox.clone()));
    let waker = relay.waker();
    let running = tokio::spawn(relay.run(stop.clone()));
    commit(&pool, &[outgoing::<HeldBack>(&encoder, "k", 0)]).await;
    emptied(&pool).await;

    let mut quickest = Duration::MAX;
    for number in 1..=5 {
        let mut older = pool.begin().await.expect("a transaction");
        sqlx::query("select pg_current_xact_id()").execute(&mut *older).await.expect("a transaction id");
        commit(&pool, &[outgoing::<HeldBack>(&encoder, "k", number)]).await;
        waker.wake();
        tokio::time::sleep(Duration::from_millis(30)).await;
        let began = std::time::Instant::now();
        // It says nothing to the relay.
        older.rollback().await.expect("a roll-back");
        while outbox.backlog().await.expect("an outbox").depth > 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        quickest = quickest.min(began.elapsed());
    }
    assert!(quickest < Duration::from_millis(150), "{quickest:?}");
    stop.cancel();
    running.await.expect("the relay ends");
}

#[tokio::test]
async fn a_dual_published_event_has_one_id_on_both_topics() {
    const OLDER: &str = "bus-tests.dual.v1";
    let _topics = Topics::fresh(&[(Newer::TOPIC, 1), (OLDER, 1)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let bus = bus();
    let encoder = encoder::<Newer>(&bus).await;
    let mut row = outgoing::<Newer>(&encoder, "k", 1);
    let older = Rendition {
        topic: OLDER.to_owned(),
        type_name: "tall.bus_tests.v1.Newer".to_owned(),
        ..row.renditions[0].clone()
    };
    row.renditions.push(older);
    commit(&database.pool(), std::slice::from_ref(&row)).await;
    let (stop, running) = start(&bus, &database.pool());
    emptied(&database.pool()).await;
    stop.cancel();
    running.await.expect("the relay ends");

    let (newer, older) = (read(Newer::TOPIC, 1).await, read(OLDER, 1).await);
    assert_eq!((newer.len(), older.len()), (1, 1));
    let said =
        |messages: &[rdkafka::message::OwnedMessage], name| header(&messages[0], name).expect("a header");
    assert_eq!(said(&newer, "ce_id"), row.id.to_string());
    assert_eq!(said(&older, "ce_id"), row.id.to_string());
    assert_eq!(said(&newer, "ce_type"), "tall.bus_tests.Newer");
    assert_eq!(said(&older, "ce_type"), "tall.bus_tests.v1.Newer");
    assert_eq!(said(&older, "ce_subject"), "k");
    assert_eq!(said(&older, "ce_sequence"), "1");
    assert_eq!(said(&older, "ce_time"), "2026-11-23T08:00:00.250Z");
}

#[tokio::test]
async fn what_was_committed_before_the_shutdown_is_published_before_it_ends() {
    let _topics = Topics::fresh(&[(Flushed::TOPIC, 1)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let bus = bus();
    let encoder = encoder::<Flushed>(&bus).await;
    let (stop, running) = start(&bus, &database.pool());
    commit(&database.pool(), &[outgoing::<Flushed>(&encoder, "k", 0)]).await;
    emptied(&database.pool()).await;

    commit(&database.pool(), &[outgoing::<Flushed>(&encoder, "k", 1)]).await;
    let began = std::time::Instant::now();
    stop.cancel();
    running.await.expect("the relay ends");
    assert!(began.elapsed() < Duration::from_millis(1500), "{:?}", began.elapsed());
    let outbox = PgOutbox::new(database.pool());
    assert_eq!(outbox.backlog().await.expect("an outbox").depth, 0);
}

#[tokio::test]
async fn what_an_older_transaction_hides_at_the_shutdown_is_published_before_it_ends() {
    let _topics = Topics::fresh(&[(Hidden::TOPIC, 1)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let bus = bus();
    let encoder = encoder::<Hidden>(&bus).await;
    let (stop, running) = start(&bus, &database.pool());

    let pool = database.pool();
    let mut older = pool.begin().await.expect("a transaction");
    sqlx::query("select pg_current_xact_id()").execute(&mut *older).await.expect("a transaction id");
    commit(&pool, &[outgoing::<Hidden>(&encoder, "k", 0)]).await;
    stop.cancel();
    // Longer than a sweep takes, and well within the second that the relay has.
    sqlx::query("select pg_sleep(0.3)").execute(&mut *older).await.expect("an open transaction");
    assert!(!running.is_finished(), "it waits for what it cannot see yet");
    older.rollback().await.expect("a roll-back");
    running.await.expect("the relay ends");
    let outbox = PgOutbox::new(database.pool());
    assert_eq!(outbox.backlog().await.expect("an outbox").depth, 0);
}
