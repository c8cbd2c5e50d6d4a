//! Topics, schemas, buses and handlers of one test.

use async_trait::async_trait;
use boot::PublicUrl;
use bus::{
    Backlog, Bus, Consumer, ConsumerError, Delivery, Encoder, Handler, KafkaConfig, Lease, Meta,
    OutboxSource, Outcome, Outgoing, ParkedEvent, ParkedKey, ParkingLot, Pending, Publications,
    RegistryConfig, Relay,
};
use chrono::{DateTime, Utc};
use events::{Event, Fact};
use ids::EventId;
use rdkafka::{
    ClientConfig, Offset, TopicPartitionList,
    admin::{AdminClient, AdminOptions, NewTopic, TopicReplication},
    client::DefaultClientContext,
    consumer::{BaseConsumer, Consumer as _},
    message::{Header, Headers, Message, OwnedHeaders, OwnedMessage},
    producer::{FutureProducer, FutureRecord},
};
use std::{
    collections::HashSet,
    future::ready,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use testing::stack;
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_util::sync::CancellationToken;

/// Longer than anything here takes.
pub const SOON: Duration = Duration::from_secs(20);

/// Makes a record type on a topic of its own: `record!(Parked, "bus-tests.parked")`.
macro_rules! record {
    ($name:ident, $topic:literal) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            pub key: String,
            pub number: i64,
            pub text: String,
        }

        impl events::Event for $name {
            const TOPIC: &'static str = $topic;
            const TYPE: &'static str = concat!("tall.bus_tests.", stringify!($name));
            const SCHEMA: &'static str = concat!(
                r#"{"type":"record","namespace":"tall.bus_tests","doc":"A test's record","name":""#,
                stringify!($name),
                r#"","fields":[{"name":"key","type":"string","doc":"The key"},"#,
                r#"{"name":"number","type":"long","doc":"Order within the key"},"#,
                r#"{"name":"text","type":"string","doc":"Anything"}]}"#
            );

            fn key(&self) -> String {
                self.key.clone()
            }
        }

        impl crate::support::Numbered for $name {
            fn numbered(key: &str, number: i64) -> Self {
                Self { key: key.to_owned(), number, text: String::new() }
            }

            fn place(&self) -> (String, i64) {
                (self.key.clone(), self.number)
            }
        }
    };
}
pub(crate) use record;

/// A record of which a test sees key and order.
pub trait Numbered: Event {
    fn numbered(key: &str, number: i64) -> Self;
    fn place(&self) -> (String, i64);
}

/// The bus as the tests' user, with metrics of its own.
pub fn bus() -> Bus {
    bus_with(stack::section(), &stack::section())
}

pub fn bus_with(kafka: KafkaConfig, registry: &RegistryConfig) -> Bus {
    Bus::open(kafka, registry, &prometheus::Registry::new()).expect("the configuration of the tests")
}

/// With metrics that the test reads.
pub fn bus_and_metrics() -> (Bus, prometheus::Registry) {
    let metrics = prometheus::Registry::new();
    (
        Bus::open(stack::section(), &stack::section(), &metrics).expect("the configuration of the tests"),
        metrics,
    )
}

/// As this one of several instances of a service, with metrics that the test reads.
pub fn instance(name: &str) -> (Bus, prometheus::Registry) {
    let metrics = prometheus::Registry::new();
    let kafka = KafkaConfig { instance: Some(name.to_owned()), ..stack::section() };
    (Bus::open(kafka, &stack::section(), &metrics).expect("the configuration of the tests"), metrics)
}

/// The sum of a metric over all its labels.
pub fn metric(metrics: &prometheus::Registry, name: &str) -> f64 {
    let families = metrics.gather();
    let family = families.iter().find(|family| family.name() == name);
    let values = family.map(|family| family.get_metric()).unwrap_or_default().iter();
    values.map(|metric| metric.get_counter().get_value() + metric.get_gauge().get_value()).sum()
}

/// A name that no other run has.
pub fn unique(name: &str) -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let since = std::time::UNIX_EPOCH.elapsed().expect("a clock after 1970").as_nanos();
    format!("{name}-{since}-{}", NUMBER.fetch_add(1, Ordering::Relaxed))
}

pub fn event_id() -> EventId {
    EventId::derive(ids::CONTENT, &unique("event"))
}

pub fn instant() -> DateTime<Utc> {
    "2026-11-23T08:00:00.250Z".parse().expect("an instant")
}

pub fn client() -> ClientConfig {
    stack::section::<KafkaConfig>().client()
}

/// Topics that exist as long as this value: each with its dead letters.
pub struct Topics {
    names: Vec<String>,
}

impl Topics {
    /// Empty topics, whatever an earlier run left.
    pub async fn fresh(topics: &[(&str, i32)]) -> Self {
        let dead_letters = topics.iter().map(|(name, _)| (format!("{name}.dlq"), 1));
        let mut left: Vec<_> =
            topics.iter().map(|(name, count)| ((*name).to_owned(), *count)).chain(dead_letters).collect();
        let fresh = Self { names: left.iter().map(|(name, _)| name.clone()).collect() };
        delete(&fresh.names).await;
        let admin = admin();
        // A name that was deleted is free a moment later.
        eventually("the topics exist", async || {
            let wanted: Vec<_> = left
                .iter()
                .map(|(name, count)| NewTopic::new(name, *count, TopicReplication::Fixed(1)))
                .collect();
            let made = admin.create_topics(&wanted, &AdminOptions::new()).await.expect("an answer");
            let made: Vec<String> = made.into_iter().filter_map(Result::ok).collect();
            left.retain(|(name, _)| !made.contains(name));
            left.is_empty()
        })
        .await;
        fresh
    }
}

impl Drop for Topics {
    fn drop(&mut self) {
        let names = std::mem::take(&mut self.names);
        // On a runtime of its own: the test's may be ending.
        let deleting = thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(delete(&names));
        });
        deleting.join().expect("deleting the topics of a test");
    }
}

fn admin() -> AdminClient<DefaultClientContext> {
    client().create().expect("an admin client")
}

async fn delete(names: &[String]) {
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let options = AdminOptions::new().operation_timeout(Some(Duration::from_secs(5)));
    // Those that do not exist are refused one by one.
    drop(admin().delete_topics(&names, &options).await.expect("an answer"));
}

/// Waits until something is so.
pub async fn eventually(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + SOON;
    while !is_so().await {
        assert!(Instant::now() < deadline, "not within {SOON:?}: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Registers the schema of a record, as a release does.
pub async fn register<E: Event>() -> u32 {
    let registry: RegistryConfig = stack::section();
    let subject = format!("{}-{}", E::TOPIC, E::TYPE);
    let answer = boot::http_client(Some(&registry.ca_file))
        .expect("an HTTP client")
        .post(format!("{}/subjects/{subject}/versions", registry.url))
        .basic_auth(&registry.username, Some(registry.password_file.expose()))
        .json(&serde_json::json!({ "schema": E::SCHEMA }))
        .send()
        .await
        .expect("the registry of the test stack");
    let registered: serde_json::Value = answer.json().await.expect("an id");
    registered["id"].as_u64().expect("an id") as u32
}

/// Registers the schema of a record and encodes it.
pub async fn encoder<E: Event>(bus: &Bus) -> Arc<Encoder> {
    register::<E>().await;
    Publications::new().event::<E>().resolve(bus.registry()).await.expect("a registered schema")
}

/// An outbox row of an event.
pub fn outgoing<E: Numbered>(encoder: &Arc<Encoder>, key: &str, number: i64) -> Outgoing {
    let meta = Meta::new(event_id(), key, number as u64, instant());
    encoder.encode(&Fact::of(E::numbered(key, number)), meta).expect("a declared event")
}

/// Rows `0..numbers` of every key, in turn.
pub fn rows<E: Numbered>(
    encoder: &Arc<Encoder>,
    keys: &[&str],
    numbers: std::ops::Range<i64>,
) -> Vec<Outgoing> {
    let row = |number| keys.iter().map(move |key| outgoing::<E>(encoder, key, number));
    numbers.flat_map(row).collect()
}

/// An outbox in memory, for tests whose matter is elsewhere.
#[derive(Default)]
pub struct MemoryOutbox(Mutex<Vec<Pending>>);

impl MemoryOutbox {
    pub fn of(rows: Vec<Outgoing>) -> Arc<Self> {
        Arc::new(Self(Mutex::new(rows.into_iter().map(|row| Pending::new(row, ())).collect())))
    }

    pub fn left(&self) -> usize {
        self.0.lock().expect("no panic").len()
    }
}

struct Mine;

#[async_trait]
impl Lease for Mine {
    async fn renew(&mut self) -> anyhow::Result<bool> {
        Ok(true)
    }

    async fn release(self: Box<Self>) {}
}

#[async_trait]
impl OutboxSource for MemoryOutbox {
    async fn lease(&self) -> anyhow::Result<Option<Box<dyn Lease>>> {
        Ok(Some(Box::new(Mine)))
    }

    async fn pending(&self, after: Option<&Pending>, limit: usize) -> anyhow::Result<Vec<Pending>> {
        let rows = self.0.lock().expect("no panic");
        let after = after.map(|after| after.outgoing.id);
        let begin =
            after.and_then(|id| rows.iter().position(|row| row.outgoing.id == id)).map_or(0, |at| at + 1);
        Ok(rows[begin..].iter().take(limit).cloned().collect())
    }

    async fn mark(&self, published: &[Pending]) -> anyhow::Result<()> {
        let gone: HashSet<_> = published.iter().map(|row| row.outgoing.id).collect();
        self.0.lock().expect("no panic").retain(|row| !gone.contains(&row.outgoing.id));
        Ok(())
    }

    async fn backlog(&self) -> anyhow::Result<Backlog> {
        Ok(Backlog { depth: self.left() as u64, age: Duration::ZERO })
    }
}

/// Publishes rows as a service would, and returns when all are acknowledged.
pub async fn publish(bus: &Bus, rows: Vec<Outgoing>) {
    let outbox = MemoryOutbox::of(rows);
    let relay = Relay::new(bus.producer().clone(), outbox.clone());
    let stop = CancellationToken::new();
    let running = tokio::spawn(relay.run(stop.clone()));
    eventually("everything is published", async || outbox.left() == 0).await;
    stop.cancel();
    running.await.expect("the relay ends");
}

/// Writes bytes that no encoder made.
pub async fn write(topic: &str, key: Option<&str>, payload: Option<&[u8]>, headers: &[(&str, &str)]) {
    let producer: FutureProducer = client().create().expect("a producer");
    let headers = headers.iter().fold(OwnedHeaders::new(), |headers, (key, value)| {
        headers.insert(Header { key, value: Some(*value) })
    });
    let record =
        FutureRecord { topic, partition: None, payload, key, timestamp: None, headers: Some(headers) };
    producer.send(record, SOON).await.expect("an acknowledged record");
}

/// Everything that a topic holds, when it holds at least so many records; in order within a partition.
pub async fn read(topic: &str, at_least: usize) -> Vec<OwnedMessage> {
    let topic = topic.to_owned();
    let reading = tokio::task::spawn_blocking(move || {
        let consumer: BaseConsumer = client()
            .set("group.id", unique("tests-read"))
            .set("enable.auto.commit", "false")
            .create()
            .expect("a consumer");
        let metadata = consumer.fetch_metadata(Some(&topic), SOON).expect("metadata");
        let mut places = TopicPartitionList::new();
        for partition in metadata.topics()[0].partitions() {
            places.add_partition_offset(&topic, partition.id(), Offset::Beginning).expect("an offset");
        }
        consumer.assign(&places).expect("an assignment");
        let deadline = Instant::now() + SOON;
        let mut found = Vec::new();
        let mut quiet = Instant::now();
        while found.len() < at_least || quiet.elapsed() < Duration::from_millis(300) {
            assert!(Instant::now() < deadline, "{topic} has {} of {at_least}", found.len());
            if let Some(message) = consumer.poll(Duration::from_millis(50)) {
                found.push(message.expect("a record").detach());
                quiet = Instant::now();
            }
        }
        found
    });
    reading.await.expect("the records of a topic")
}

/// How many records a topic was ever given.
pub async fn written(topic: &str) -> i64 {
    let topic = topic.to_owned();
    let counting = tokio::task::spawn_blocking(move || {
        let consumer: BaseConsumer = client().create().expect("a consumer");
        let metadata = consumer.fetch_metadata(Some(&topic), SOON).expect("metadata");
        let partitions = metadata.topics()[0].partitions().iter();
        partitions
            .map(|partition| consumer.fetch_watermarks(&topic, partition.id(), SOON).expect("an end").1)
            .sum()
    });
    counting.await.expect("the ends of a topic")
}

pub fn header(message: &OwnedMessage, name: &str) -> Option<String> {
    let header = message.headers()?.iter().find(|header| header.key == name)?;
    Some(String::from_utf8(header.value?.to_vec()).expect("text"))
}

/// What a handler saw, in its order.
#[derive(Debug, Clone, Default)]
pub struct Seen(Arc<Mutex<Vec<(String, i64)>>>);

impl Seen {
    pub fn note<E: Numbered>(&self, delivery: &Delivery<E>) {
        self.0.lock().expect("no panic").push(delivery.event.place());
    }

    pub fn all(&self) -> Vec<(String, i64)> {
        self.0.lock().expect("no panic").clone()
    }

    pub fn of(&self, key: &str) -> Vec<i64> {
        self.all().into_iter().filter(|(seen, _)| seen == key).map(|(_, number)| number).collect()
    }

    pub async fn wait_for(&self, count: usize) {
        eventually(&format!("{count} events are handled"), async || self.all().len() >= count).await;
    }
}

/// A handler that notes what it sees and is content.
pub fn noting<E: Numbered>(seen: &Seen) -> impl Handler<E> + use<E> {
    let seen = seen.clone();
    move |delivery: Delivery<E>| {
        seen.note(&delivery);
        ready(Outcome::Done)
    }
}

/// A parking lot that must not be needed.
pub struct NoParking;

#[async_trait]
impl ParkingLot for NoParking {
    async fn keys(&self, _: &str, _: &str, _: i32) -> anyhow::Result<Vec<String>> {
        Ok(Vec::new())
    }

    async fn park(&self, _: &str, event: &ParkedEvent, reason: &str) -> anyhow::Result<()> {
        panic!("{}/{} is parked: {reason}", event.topic, event.key)
    }

    async fn first(&self, _: &str, _: &str, _: &str) -> anyhow::Result<Option<ParkedEvent>> {
        Ok(None)
    }

    async fn take(&self, _: &str, _: &ParkedEvent) -> anyhow::Result<()> {
        Ok(())
    }

    async fn free(&self, _: &str, _: &str, _: &str) -> anyhow::Result<()> {
        Ok(())
    }

    async fn keep(&self, _: &str, _: &str, _: &str, _: &str) -> anyhow::Result<()> {
        Ok(())
    }

    async fn redrive(&self, _: &str, _: Option<&str>, _: Option<&str>) -> anyhow::Result<u64> {
        Ok(0)
    }

    async fn requested(&self, _: &str, _: usize) -> anyhow::Result<Vec<ParkedKey>> {
        Ok(Vec::new())
    }

    async fn list(&self, _: &str, _: usize) -> anyhow::Result<Vec<ParkedKey>> {
        Ok(Vec::new())
    }

    async fn count(&self, _: &str) -> anyhow::Result<Vec<(String, u64)>> {
        Ok(Vec::new())
    }
}

/// A consumer that runs.
pub struct Running {
    stop: CancellationToken,
    task: JoinHandle<Result<(), ConsumerError>>,
}

impl Running {
    pub fn start(consumer: Consumer, bus: &Bus) -> Self {
        let consumer = consumer.connect(bus).expect("a complete consumer");
        let stop = CancellationToken::new();
        Self { task: tokio::spawn(consumer.run(stop.clone())), stop }
    }

    /// How long it took.
    pub async fn stop(self) -> Duration {
        let began = Instant::now();
        self.stop.cancel();
        self.task.await.expect("no panic").expect("a consumer that was stopped");
        began.elapsed()
    }
}

/// Forwards connections to a server once it is open: an outage whose end a test decides.
pub struct Door {
    pub port: u16,
    to: String,
}

impl Door {
    /// Closed; the port refuses.
    pub async fn to(server: &str) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = free.local_addr().expect("an address").port();
        Self { port, to: server.to_owned() }
    }

    /// For the rest of the test.
    pub async fn open(&self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("the port of the door");
        let to = self.to.clone();
        tokio::spawn(async move {
            while let Ok((mut caller, _)) = listener.accept().await {
                let to = to.clone();
                tokio::spawn(async move {
                    let mut server = TcpStream::connect(to).await.expect("the server behind the door");
                    // Ends when either side does.
                    drop(copy_bidirectional(&mut caller, &mut server).await);
                });
            }
        });
    }
}

/// The registry behind a door.
pub async fn registry_behind_a_door() -> (RegistryConfig, Door) {
    let mut registry: RegistryConfig = stack::section();
    let address = registry
        .url
        .as_str()
        .trim_start_matches("https://")
        .split('/')
        .next()
        .expect("an address")
        .to_owned();
    let door = Door::to(&address).await;
    let behind = registry.url.as_str().replace(&address, &format!("127.0.0.1:{}", door.port));
    registry.url = PublicUrl::parse(&behind).expect("an address");
    (registry, door)
}
