//! Payloads that are too large for a topic.

use crate::support::{
    MemoryOutbox, NoParking, Running, Seen, Topics, bus, encoder, event_id, eventually, header, instant,
    noting, publish, read, record, rows, unique,
};
use async_trait::async_trait;
use blob::{S3Config, S3Store};
use boot::SecretFile;
use bus::{
    Consumer, Delivery, INLINE_LIMIT, Meta, Outcome, ParkingLot, PayloadBucket, PayloadStore, Relay,
    Retrieved,
    postgres::{MIGRATOR, PgParking},
};
use events::{Event, Fact};
use rdkafka::Message;
use std::{
    collections::HashMap,
    future::ready,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};
use testing::PgDatabase;
use tokio_util::sync::CancellationToken;

record!(Large, "bus-tests.large");
record!(Tampered, "bus-tests.tampered");
record!(Withheld, "bus-tests.withheld");
record!(Gone, "bus-tests.gone");

/// A service that may read some of the bucket of payloads, and list none of it.
const LOBBY: &str = "lobby";

#[derive(Default)]
struct Shelf {
    down: AtomicBool,
    objects: Mutex<HashMap<String, Vec<u8>>>,
}

#[async_trait]
impl PayloadStore for Shelf {
    async fn put(&self, key: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        anyhow::ensure!(!self.down.load(Ordering::SeqCst), "the shelf is down");
        self.objects.lock().expect("no panic").insert(key.to_owned(), bytes);
        Ok(())
    }

    async fn get(&self, key: &str) -> anyhow::Result<Retrieved> {
        anyhow::ensure!(!self.down.load(Ordering::SeqCst), "the shelf is down");
        let found = self.objects.lock().expect("no panic").get(key).cloned();
        Ok(found.map_or(Retrieved::Absent, Retrieved::Found))
    }
}

/// Larger than a topic takes, and no two pieces alike.
fn text() -> String {
    (0..200_000).map(|number: u32| format!("{:07} ", number.wrapping_mul(2_654_435_761))).collect()
}

async fn publish_large<E: Event>(event: E, shelf: &Arc<Shelf>) {
    let bus = bus();
    let encoder = encoder::<E>(&bus).await;
    let row =
        encoder.encode(&Fact::of(event), Meta::new(event_id(), "k", 1, instant())).expect("a declared event");
    assert!(row.size() > INLINE_LIMIT);
    let outbox = MemoryOutbox::of(vec![row]);
    let relay = Relay::new(bus.producer().clone(), outbox.clone()).payloads(shelf.clone());
    let stop = CancellationToken::new();
    let running = tokio::spawn(relay.run(stop.clone()));
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert_eq!(outbox.left(), 1, "it waits for the shelf");
    shelf.down.store(false, Ordering::SeqCst);
    eventually("it is published", async || outbox.left() == 0).await;
    stop.cancel();
    running.await.expect("the relay ends");
}

#[tokio::test]
async fn a_large_payload_travels_by_the_shelf_and_arrives_whole() {
    let _topics = Topics::fresh(&[(Large::TOPIC, 1)]).await;
    let shelf = Arc::new(Shelf { down: true.into(), ..Shelf::default() });
    let event = Large { key: "k".to_owned(), number: 1, text: text() };
    publish_large(event.clone(), &shelf).await;
    let [message] = &read(Large::TOPIC, 1).await[..] else { panic!("one record") };
    assert_eq!(message.payload().map(<[u8]>::len), Some(5), "the record holds the framing alone");
    assert_eq!(header(message, "ce_datasha256").map(|digest| digest.len()), Some(64));

    shelf.down.store(true, Ordering::SeqCst);
    let arrived = Arc::new(Mutex::new(Vec::new()));
    let note = arrived.clone();
    let consumer = Consumer::group(unique("large"))
        .parking(Arc::new(NoParking))
        .payloads(shelf.clone())
        .on::<Large, _>(move |delivery: Delivery<Large>| {
            note.lock().expect("no panic").push(delivery.event);
            ready(Outcome::Done)
        });
    let running = Running::start(consumer, &bus());
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert!(arrived.lock().expect("no panic").is_empty(), "it waits for the shelf");
    shelf.down.store(false, Ordering::SeqCst);
    eventually("it arrives", async || !arrived.lock().expect("no panic").is_empty()).await;
    running.stop().await;
    assert_eq!(*arrived.lock().expect("no panic"), [event]);
}

#[tokio::test]
async fn a_bucket_keeps_payloads() {
    let bucket = S3Store::connect(&testing::stack::section()).await.expect("the bucket of the tests");
    let store = PayloadBucket::new(Arc::new(bucket));
    let key = format!("events/{}/1", unique("bucket"));
    assert_eq!(store.get(&key).await.expect("an answer"), Retrieved::Absent);
    store.put(&key, text().into_bytes()).await.expect("a deposit");
    store.put(&key, text().into_bytes()).await.expect("a repeated deposit");
    assert_eq!(store.get(&key).await.expect("an answer"), Retrieved::Found(text().into_bytes()));
    assert_eq!(store.get("../other").await.expect("an answer"), Retrieved::Absent);
}

/// The bucket of payloads as a service meets it at AWS, which says "forbidden" of an object that is not there to who may
/// not list: here, below a name that the service may not read. Until the test opens the shelf instead.
struct Forbidden {
    bucket: PayloadBucket,
    shelf: Arc<Shelf>,
    opened: AtomicBool,
}

impl Forbidden {
    async fn instead_of(shelf: &Arc<Shelf>) -> Arc<Self> {
        let own = std::path::PathBuf::from(testing::stack::variable("TALL_TEST_S3__SECRET_KEY_FILE"));
        let secret = own.with_file_name(LOBBY);
        let config = S3Config {
            bucket: "tall-events".to_owned(),
            access_key_id: Some(LOBBY.to_owned()),
            secret_key_file: Some(SecretFile::read(secret).expect("the secret of a service")),
            ..testing::stack::section()
        };
        let bucket = PayloadBucket::new(Arc::new(S3Store::connect(&config).await.expect("a client")));
        Arc::new(Self { bucket, shelf: shelf.clone(), opened: AtomicBool::default() })
    }
}

#[async_trait]
impl PayloadStore for Forbidden {
    async fn put(&self, key: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.bucket.put(key, bytes).await
    }

    async fn get(&self, key: &str) -> anyhow::Result<Retrieved> {
        if self.opened.load(Ordering::SeqCst) {
            self.shelf.get(key).await
        } else {
            self.bucket.get(key).await
        }
    }
}

#[tokio::test]
async fn a_payload_that_is_not_given_parks_its_key_and_others_flow() {
    let _topics = Topics::fresh(&[(Withheld::TOPIC, 1)]).await;
    let shelf = Arc::new(Shelf { down: true.into(), ..Shelf::default() });
    publish_large(Withheld { key: "k".to_owned(), number: 1, text: text() }, &shelf).await;
    let bus = bus();
    let encoder = encoder::<Withheld>(&bus).await;
    publish(&bus, rows::<Withheld>(&encoder, &["k", "other"], 2..4)).await;
    let store = Forbidden::instead_of(&shelf).await;
    let key = format!("events/{}/{}", Withheld::TOPIC, event_id());
    assert_eq!(store.get(&key).await.expect("an answer"), Retrieved::Denied);

    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let lot: Arc<dyn ParkingLot> = Arc::new(PgParking::new(database.pool()));
    let (group, seen) = (unique("withheld"), Seen::default());
    let consumer = Consumer::group(group.as_str()).parking(lot.clone()).payloads(store.clone());
    let running = Running::start(consumer.on::<Withheld, _>(noting::<Withheld>(&seen)), &bus);
    seen.wait_for(2).await;
    assert_eq!(seen.of("other"), [2, 3], "they do not wait");
    let parked = async || lot.list(&group, 10).await.expect("a store");
    eventually("three events are parked", async || parked().await.first().is_some_and(|key| key.events == 3))
        .await;
    assert_eq!(parked().await[0].reason, "the claimed payload is not there, or this service may not read it");
    assert_eq!(crate::support::written(&format!("{}.dlq", Withheld::TOPIC)).await, 0);

    // Asked again in vain, the key stays.
    lot.redrive(&group, None, None).await.expect("a store");
    eventually("the redrive is over", async || !parked().await[0].redrive).await;
    assert_eq!(parked().await[0].events, 3);

    store.opened.store(true, Ordering::SeqCst);
    lot.redrive(&group, None, None).await.expect("a store");
    eventually("the key is free", async || parked().await.is_empty()).await;
    running.stop().await;
    assert_eq!(seen.of("k"), [1, 2, 3], "in order, each once");
}

#[tokio::test]
async fn a_payload_that_is_gone_is_a_dead_letter() {
    let _topics = Topics::fresh(&[(Gone::TOPIC, 1)]).await;
    let shelf = Arc::new(Shelf { down: true.into(), ..Shelf::default() });
    publish_large(Gone { key: "k".to_owned(), number: 1, text: text() }, &shelf).await;
    let bucket = S3Store::connect(&testing::stack::section()).await.expect("the bucket of the tests");
    let seen = Seen::default();
    let consumer = Consumer::group(unique("gone"))
        .parking(Arc::new(NoParking))
        .payloads(Arc::new(PayloadBucket::new(Arc::new(bucket))))
        .on::<Gone, _>(noting::<Gone>(&seen));
    let running = Running::start(consumer, &bus());
    let [dead] = &read(&format!("{}.dlq", Gone::TOPIC), 1).await[..] else { panic!("one dead letter") };
    running.stop().await;
    assert_eq!(header(dead, "dlq_reason").as_deref(), Some("the claimed payload is not there"));
    assert_eq!(seen.all(), []);
}

#[tokio::test]
async fn a_payload_that_was_changed_on_the_shelf_is_a_dead_letter() {
    let _topics = Topics::fresh(&[(Tampered::TOPIC, 1)]).await;
    let shelf = Arc::new(Shelf { down: true.into(), ..Shelf::default() });
    publish_large(Tampered { key: "k".to_owned(), number: 1, text: text() }, &shelf).await;
    for object in shelf.objects.lock().expect("no panic").values_mut() {
        object[1000] ^= 1;
    }
    let consumer = Consumer::group(unique("tampered"))
        .parking(Arc::new(NoParking))
        .payloads(shelf)
        .on::<Tampered, _>(|_: Delivery<Tampered>| async { panic!("no handler sees it") });
    let running = Running::start(consumer, &bus());
    let [dead] = &read(&format!("{}.dlq", Tampered::TOPIC), 1).await[..] else { panic!("one dead letter") };
    running.stop().await;
    assert_eq!(header(dead, "dlq_reason").as_deref(), Some("the claimed payload has another SHA-256"));
}
