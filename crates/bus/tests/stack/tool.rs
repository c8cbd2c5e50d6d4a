//! The `bus` tool, as an operator runs it.

use crate::support::{Running, Topics, bus, encoder, eventually, publish, record, rows, unique, write};
use boot::{Clock, SystemClock};
use bus::{
    Consumer, Delivery, Outcome, ParkingLot,
    postgres::{MIGRATOR, PgParking},
};
use chrono::TimeDelta;
use events::Event;
use std::{
    process::{Command, Output},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};
use testing::{PgDatabase, stack};

record!(Operated, "bus-tests.operated");
record!(Rewound, "bus-tests.rewound");

/// Runs it with the environment of a service on this database.
async fn bus_tool(database: &PgDatabase, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bus"));
    let options = database.options();
    let credentials = tempfile::NamedTempFile::new().expect("a file");
    let password = password_of(&stack::variable("TALL_TEST_POSTGRES_URL"));
    let content = serde_json::json!({"username": options.get_username(), "password": password});
    std::fs::write(credentials.path(), content.to_string()).expect("a file");
    command.env_clear().env("TALL_POSTGRES__URL", database.address());
    command.env("TALL_POSTGRES__CREDENTIALS_FILE", credentials.path());
    for field in ["BROKERS", "USERNAME", "PASSWORD_FILE", "CA_FILE", "CERTIFICATE_FILE", "KEY_FILE"] {
        command.env(format!("TALL_KAFKA__{field}"), stack::variable(&format!("TALL_TEST_KAFKA__{field}")));
    }
    command.args(arguments);
    let output = tokio::task::spawn_blocking(move || command.output().expect("the tool"));
    let output = output.await.expect("the tool");
    drop(credentials);
    output
}

fn password_of(url: &str) -> String {
    let user = url.split("://").nth(1).and_then(|rest| rest.split('@').next()).expect("a user");
    user.split_once(':').expect("a password").1.to_owned()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("text")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_sees_and_redrives_what_is_parked_and_never_sees_a_payload() {
    let _topics = Topics::fresh(&[(Operated::TOPIC, 2)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let bus = bus();
    let encoder = encoder::<Operated>(&bus).await;
    publish(&bus, rows::<Operated>(&encoder, &["poison", "sound"], 0..3)).await;
    write(Operated::TOPIC, Some("k"), Some(b"a secret payload"), &[("ce_subject", "s")]).await;

    let (group, lot) = (unique("operated"), Arc::new(PgParking::new(database.pool())));
    let cured = Arc::new(AtomicBool::new(false));
    let cure = cured.clone();
    let consumer = Consumer::group(group.as_str()).parking(lot.clone()).on::<Operated, _>(
        move |delivery: Delivery<Operated>| {
            let poison = delivery.event.key == "poison" && !cure.load(Ordering::SeqCst);
            std::future::ready(if poison { Outcome::Retry(anyhow::anyhow!("poison")) } else { Outcome::Done })
        },
    );
    let running = Running::start(consumer, &bus);
    eventually("three events are parked", async || {
        lot.list(&group, 10).await.expect("a store").iter().map(|key| key.events).sum::<u64>() == 3
    })
    .await;

    let list = said(&bus_tool(&database, &["parked", "list", "--group", &group]).await);
    let line = list.lines().nth(1).expect("one key").split_whitespace().collect::<Vec<_>>();
    assert_eq!((line[0], line[2], line[3], line[4]), (Operated::TOPIC, "poison", "3", "poison"));

    let dead = said(&bus_tool(&database, &["dlq", "show", Operated::TOPIC]).await);
    assert!(dead.contains(r#"dlq_reason="the value has no schema id""#), "{dead}");
    assert!(dead.contains(r#"ce_subject="s""#) && !dead.contains("secret"), "{dead}");

    cured.store(true, Ordering::SeqCst);
    let redrive = ["parked", "redrive", "--group", &group, "--topic", Operated::TOPIC, "--key", "poison"];
    assert_eq!(said(&bus_tool(&database, &redrive).await), "1 keys will be replayed\n");
    eventually("nothing is parked", async || lot.list(&group, 10).await.expect("a store").is_empty()).await;
    assert!(!bus_tool(&database, &redrive).await.status.success(), "nothing is left to redrive");
    running.stop().await;

    publish(&bus, rows::<Operated>(&encoder, &["sound"], 3..8)).await;
    let lag = said(&bus_tool(&database, &["lag", "--group", &group, "--topic", Operated::TOPIC]).await);
    assert!(lag.ends_with(&format!("{group} is 5 records behind\n")), "{lag}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_whose_store_was_restored_reads_again_what_came_since() {
    let _topics = Topics::fresh(&[(Rewound::TOPIC, 1)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let bus = bus();
    let encoder = encoder::<Rewound>(&bus).await;
    let group = unique("rewound");
    let seen: Arc<Mutex<Vec<i64>>> = Arc::default();
    let start = || {
        let seen = Arc::clone(&seen);
        let parking = Arc::new(PgParking::new(database.pool()));
        let consumer = Consumer::group(group.as_str()).parking(parking).on::<Rewound, _>(
            move |delivery: Delivery<Rewound>| {
                seen.lock().expect("a list").push(delivery.event.number);
                std::future::ready(Outcome::Done)
            },
        );
        Running::start(consumer, &bus)
    };
    let arrived = async |count: usize| {
        eventually("the events are seen", async || seen.lock().expect("a list").len() == count).await;
    };
    let rewind = async |to: &str| {
        bus_tool(&database, &["rewind", "--group", &group, "--topic", Rewound::TOPIC, "--to", to]).await
    };

    let running = start();
    publish(&bus, rows::<Rewound>(&encoder, &["k"], 0..3)).await;
    arrived(3).await;
    // Kafka counts in milliseconds: what was written is older than the backup by one.
    let written = SystemClock.now().timestamp_millis();
    eventually("a later millisecond", async || SystemClock.now().timestamp_millis() > written).await;
    let backup = SystemClock.now();
    publish(&bus, rows::<Rewound>(&encoder, &["k"], 3..5)).await;
    arrived(5).await;
    running.stop().await;

    let later = (SystemClock.now() + TimeDelta::hours(1)).to_rfc3339();
    let nothing = said(&rewind(&later).await);
    assert!(nothing.starts_with(&format!("nothing that {group} has read")), "{nothing}");
    let told = said(&rewind(&backup.to_rfc3339()).await);
    assert!(told.ends_with(&format!("{group} reads 2 records again, as far as they are kept\n")), "{told}");
    let running = start();
    arrived(7).await;
    running.stop().await;
    assert_eq!(*seen.lock().expect("a list"), [0, 1, 2, 3, 4, 3, 4]);
    assert!(!rewind("yesterday").await.status.success(), "no instant");
}

#[tokio::test]
async fn a_missing_variable_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_bus"))
        .env_clear()
        .args(["parked", "list"])
        .output()
        .expect("the tool");
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).expect("text");
    assert!(error.contains("TALL_POSTGRES__URL") && error.contains("TALL_MONGO__URI"), "{error}");
}
