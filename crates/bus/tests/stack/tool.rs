//! The `bus` tool, as an operator runs it.

use crate::support::{Running, Topics, bus, encoder, eventually, publish, record, rows, unique, write};
use bus::{
    Consumer, Delivery, Outcome, ParkingLot,
    postgres::{MIGRATOR, PgParking},
};
use events::Event;
use std::{
    process::{Command, Output},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use testing::{PgDatabase, stack};

record!(Operated, "bus-tests.operated");

/// Runs it with the environment of a service on this database.
async fn bus_tool(database: &PgDatabase, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bus"));
    let options = database.options();
    let url = format!(
        "postgres://127.0.0.1:{}/{}",
        options.get_port(),
        options.get_database().expect("a database")
    );
    let credentials = tempfile::NamedTempFile::new().expect("a file");
    let password = password_of(&stack::variable("TALL_TEST_POSTGRES_URL"));
    let content = serde_json::json!({"username": options.get_username(), "password": password});
    std::fs::write(credentials.path(), content.to_string()).expect("a file");
    command.env_clear().env("TALL_POSTGRES__URL", url);
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
