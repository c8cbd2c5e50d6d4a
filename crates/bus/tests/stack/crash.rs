//! A service that is ended at any step: every event has its effect once, in the order of its key.
//!
//! The test starts itself again as the service, which aborts at the step that `FAILPOINTS` names; a second start goes on
//! from what the first one left in PostgreSQL and Kafka.

use crate::support::{Topics, bus_with, encoder, eventually, outgoing, record, unique};
use bus::{
    Consumer, Delivery, Encoder, KafkaConfig, Outcome, Relay,
    postgres::{self, MIGRATOR, PgOutbox, PgParking, enqueue},
};
use events::Event;
use sqlx::{PgPool, postgres::PgConnectOptions};
use std::{
    process::{Command, ExitStatus, Stdio},
    sync::Arc,
    time::Duration,
};
use testing::{PgDatabase, stack};
use tokio_util::sync::CancellationToken;

record!(Crashing, "bus-tests.crashing");

const SERVICE: &str = "crash::the_service";
const DATABASE: &str = "TALL_TEST_CRASH__DATABASE";
const GROUP: &str = "TALL_TEST_CRASH__GROUP";
const KEYS: [&str; 3] = ["a", "b", "c"];
const EVENTS: i64 = 20;

#[tokio::test]
async fn a_service_that_is_ended_at_any_step_does_everything_once() {
    for step in [
        "bus.committed",
        "bus.relay.read",
        "bus.relay.published",
        "bus.relay.marked",
        "bus.consumer.effect",
        "bus.consumer.store",
    ] {
        let _topics = Topics::fresh(&[(Crashing::TOPIC, 2)]).await;
        let database = PgDatabase::fresh("bus", &MIGRATOR).await;
        let pool = database.pool();
        for table in ["committed (number int)", "effect (id serial, key text, number bigint)"] {
            let create = sqlx::AssertSqlSafe(format!("create table {table}"));
            sqlx::query(create).execute(&pool).await.expect("a table");
        }
        let group = unique("crashing");
        let ended = service(&database.options(), &group, &format!("{step}=1*off->1*return")).await;
        assert!(!ended.success(), "{step}: it was to be ended");
        let begun = effects(&pool).await.len();
        let ended = service(&database.options(), &group, "").await;
        assert!(ended.success(), "{step}: {ended}");
        for key in KEYS {
            let of_key: Vec<_> = effects(&pool)
                .await
                .into_iter()
                .filter(|(of, _)| of == key)
                .map(|(_, number)| number)
                .collect();
            assert_eq!(of_key, (0..EVENTS).collect::<Vec<_>>(), "{step}, {key}: once each, in order");
        }
        assert!(begun < KEYS.len() * EVENTS as usize, "{step}: it was ended on the way");
    }
}

async fn effects(pool: &PgPool) -> Vec<(String, i64)> {
    let effects = sqlx::query_as("select key, number from effect order by id");
    effects.fetch_all(pool).await.expect("the effects")
}

async fn service(database: &PgConnectOptions, group: &str, failpoints: &str) -> ExitStatus {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command
        .args(["--exact", "--ignored", SERVICE])
        .env(DATABASE, database.get_database().expect("a database"))
        .env(GROUP, group)
        .env("FAILPOINTS", failpoints)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let running = tokio::task::spawn_blocking(move || command.status().expect("the service"));
    running.await.expect("the service")
}

/// Commits, publishes and consumes until every event has had an effect.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by the test above, as a process of its own"]
async fn the_service() {
    let server: PgConnectOptions = stack::variable("TALL_TEST_POSTGRES_URL").parse().expect("an address");
    let pool = PgPool::connect_with(server.database(&stack::variable(DATABASE))).await.expect("a database");
    let mut kafka: KafkaConfig = stack::section();
    kafka.instance = Some("1".to_owned());
    let bus = bus_with(kafka, &stack::section());
    let stop = CancellationToken::new();

    let relay = Relay::new(bus.producer().clone(), Arc::new(PgOutbox::new(pool.clone())));
    let waker = relay.waker();
    tokio::spawn(relay.run(stop.clone()));
    let (group, store) = (stack::variable(GROUP), pool.clone());
    let consumer = Consumer::group(group.as_str())
        .parking(Arc::new(PgParking::new(pool.clone())))
        .on::<Crashing, _>(move |delivery: Delivery<Crashing>| {
            let (pool, group) = (store.clone(), group.clone());
            async move { Outcome::from(take_effect(&pool, &group, delivery).await) }
        });
    tokio::spawn(consumer.connect(&bus).expect("a complete consumer").run(stop.clone()));

    let encoder = encoder::<Crashing>(&bus).await;
    while commit_next(&pool, &encoder).await {
        waker.wake();
        tokio::time::sleep(Duration::from_millis(60)).await;
    }
    let all = KEYS.len() * EVENTS as usize;
    eventually("every event has its effect", async || effects(&pool).await.len() >= all).await;
    // Anything that came twice would come now.
    tokio::time::sleep(Duration::from_millis(500)).await;
    stop.cancel();
}

async fn commit_next(pool: &PgPool, encoder: &Arc<Encoder>) -> bool {
    let mut transaction = pool.begin().await.expect("a transaction");
    let next: i64 = sqlx::query_scalar("select count(*) from committed")
        .fetch_one(&mut *transaction)
        .await
        .expect("a number");
    if next == EVENTS {
        return false;
    }
    sqlx::query("insert into committed values ($1)")
        .bind(next)
        .execute(&mut *transaction)
        .await
        .expect("a row");
    for key in KEYS {
        enqueue(&mut transaction, &outgoing::<Crashing>(encoder, key, next)).await.expect("an outbox");
    }
    transaction.commit().await.expect("a commit");
    true
}

async fn take_effect(pool: &PgPool, group: &str, delivery: Delivery<Crashing>) -> anyhow::Result<()> {
    let mut transaction = pool.begin().await?;
    if postgres::first_time(&mut transaction, group, delivery.id).await? {
        sqlx::query("insert into effect (key, number) values ($1, $2)")
            .bind(delivery.event.key)
            .bind(delivery.event.number)
            .execute(&mut *transaction)
            .await?;
    }
    Ok(transaction.commit().await?)
}
