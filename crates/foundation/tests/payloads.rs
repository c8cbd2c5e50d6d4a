//! What is too large for a topic, from the outbox of a running service to its handler, over Kafka and S3.

#[path = "../examples/courier/voluminous.rs"]
mod voluminous;

use blob::{BlobKey, BlobStore, S3Config, S3Store};
use bus::{
    Encoder, INLINE_LIMIT, Meta, Outgoing, Publications, RegistryConfig,
    postgres::{MIGRATOR, enqueue},
};
use events::{Event, Fact};
use ids::EventId;
use rdkafka::{
    admin::{AdminClient, AdminOptions, NewTopic, TopicReplication},
    client::DefaultClientContext,
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Arc, mpsc},
    time::Duration,
};
use testing::{Caller, PgDatabase, stack};
use voluminous::Voluminous;

const PATIENCE: Duration = Duration::from_secs(60);

/// Half as large again as what a topic takes, and no two pieces alike.
fn text() -> String {
    let words = u32::try_from(INLINE_LIMIT * 3 / 2 / 8).expect("a bound of megabytes");
    (0..words).map(|number| format!("{:07} ", number.wrapping_mul(2_654_435_761) % 10_000_000)).collect()
}

fn admin() -> AdminClient<DefaultClientContext> {
    stack::section::<bus::KafkaConfig>().client().create().expect("an admin client")
}

/// An empty topic, whatever an earlier run left: its offsets go with it.
async fn topic() {
    let (admin, options) = (admin(), AdminOptions::new());
    let wanted = NewTopic::new(Voluminous::TOPIC, 1, TopicReplication::Fixed(1));
    // One that is not there is refused.
    drop(admin.delete_topics(&[Voluminous::TOPIC], &options).await.expect("an answer"));
    // A name that was deleted is free a moment later.
    for _ in 0..200 {
        let made = admin.create_topics([&wanted], &options).await.expect("an answer");
        if made.iter().all(Result::is_ok) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the topic is not made");
}

/// With its schema registered, as a release does.
async fn encoder() -> Arc<Encoder> {
    let registry: RegistryConfig = stack::section();
    let subject = format!("{}-{}", Voluminous::TOPIC, Voluminous::TYPE);
    let answer = boot::http_client(Some(&registry.ca_file))
        .expect("an HTTP client")
        .post(format!("{}/subjects/{subject}/versions", registry.url))
        .basic_auth(&registry.username, Some(registry.password_file.expose()))
        .json(&json!({ "schema": Voluminous::SCHEMA }))
        .send()
        .await
        .expect("the registry of the test stack");
    assert_eq!(answer.status(), 200);
    let bus = bus::Bus::open(stack::section(), &registry, &prometheus::Registry::new()).expect("a bus");
    Publications::new().event::<Voluminous>().resolve(bus.registry()).await.expect("a registered schema")
}

async fn commit(database: &PgDatabase, row: &Outgoing) {
    let mut transaction = database.pool().begin().await.expect("a transaction");
    enqueue(&mut transaction, row).await.expect("an outbox");
    transaction.commit().await.expect("a commit");
}

/// The service, with the stack's servers as its own. Dropped, it is killed.
struct Courier {
    child: Child,
    lines: mpsc::Receiver<String>,
}

impl Courier {
    fn start(database: &PgDatabase) -> Self {
        let test = std::env::current_exe().expect("this test's own path");
        let program = test.ancestors().nth(2).expect("the folder of the profile").join("examples/courier");
        let mut child = Command::new(program)
            .env_clear()
            .envs(environment(database))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the example starts");
        let stdout = BufReader::new(child.stdout.take().expect("stdout"));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            stdout.lines().map_while(Result::ok).take_while(|line| sender.send(line.clone()).is_ok()).count()
        });
        Self { child, lines }
    }

    /// Reads its log up to a line with this message and this digest.
    fn tells(&self, message: &str, digest: &str) {
        let mut log = String::new();
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!("{message:?} is not logged:\n{log}")
            };
            let said: Value = serde_json::from_str(&line).expect("a line of JSON");
            if said["message"] == message && line.contains(digest) {
                return;
            }
            log = log + &line + "\n";
        }
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn environment(database: &PgDatabase) -> Vec<(String, String)> {
    let named = |name: &str, value: String| (name.to_owned(), value);
    let servers = ["KAFKA", "REGISTRY", "S3", "SECRETS"].into_iter().flat_map(|server| {
        let prefix = format!("TALL_TEST_{server}__");
        let of_server = stack::variables_with(&prefix).into_iter();
        of_server.map(move |(name, value)| (name.replacen("TALL_TEST_", "TALL_", 1), value))
    });
    let options = database.options();
    let secrets = PathBuf::from(stack::variable("TALL_TEST_KAFKA__PASSWORD_FILE"));
    let of_role = format!("{}.json", options.get_username());
    let credentials = secrets.ancestors().nth(2).expect("a folder of secrets").join("postgres").join(of_role);
    let pki = PathBuf::from(stack::variable("TALL_TEST_CA_FILE"));
    let file = |name: &str| pki.with_file_name(name).display().to_string();
    let anywhere = || "127.0.0.1:0".to_owned();
    let own = [
        named("TALL_HTTP__LISTEN", anywhere()),
        named("TALL_OPS__LISTEN", anywhere()),
        named("TALL_INTERNAL__LISTEN", anywhere()),
        named("TALL_INTERNAL__CA_FILE", file("internal-ca.crt")),
        named("TALL_INTERNAL__CERTIFICATE_FILE", file("lobby.internal.crt")),
        named("TALL_INTERNAL__KEY_FILE", file("lobby.internal.key")),
        // Nobody is there: a service goes on without profile.
        named("TALL_PEERS__PROFILE", "https://127.0.0.1:1".to_owned()),
        named("TALL_POSTGRES__URL", database.address()),
        named("TALL_POSTGRES__CREDENTIALS_FILE", credentials.display().to_string()),
        named("TALL_PAYLOADS__BUCKET", stack::variable("TALL_TEST_S3__BUCKET")),
        named("TALL_ACCESS__ISSUER", "https://tests".to_owned()),
        named("TALL_ACCESS__AUDIENCE", "tall".to_owned()),
    ];
    servers.chain(own).collect()
}

#[tokio::test]
async fn an_event_too_large_for_its_topic_arrives_whole() {
    topic().await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let id = EventId::new(Caller::student().id().as_uuid());
    let event = Voluminous { key: "k".to_owned(), text: format!("{id} {}", text()) };
    let meta = Meta::new(id, event.key(), 1, chrono::DateTime::UNIX_EPOCH);
    let row = encoder().await.encode(&Fact::of(event.clone()), meta).expect("a declared event");
    assert!(row.size() > INLINE_LIMIT);
    commit(&database, &row).await;

    let courier = Courier::start(&database);
    courier.tells("it arrived", &event.digest());

    let bucket = S3Store::connect(&stack::section::<S3Config>()).await.expect("the bucket of the tests");
    let key = BlobKey::parse(format!("events/{}/{id}", Voluminous::TOPIC)).expect("a key");
    let object = bucket.get(&key, u64::MAX).await.expect("the payload");
    assert_eq!(object.length, row.size() as u64, "it went through the bucket");
    bucket.delete(&key).await.expect("deleted");
}
