//! Payloads that are too large for a topic.

use crate::support::{
    MemoryOutbox, NoParking, Running, Topics, bus, encoder, event_id, eventually, header, instant, read,
    record, unique,
};
use async_trait::async_trait;
use bus::{Consumer, Delivery, INLINE_LIMIT, Meta, Outcome, PayloadBucket, PayloadStore, Relay};
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
use tokio_util::sync::CancellationToken;

record!(Large, "bus-tests.large");
record!(Tampered, "bus-tests.tampered");

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

    async fn get(&self, key: &str) -> anyhow::Result<Option<Vec<u8>>> {
        anyhow::ensure!(!self.down.load(Ordering::SeqCst), "the shelf is down");
        Ok(self.objects.lock().expect("no panic").get(key).cloned())
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
    let bucket = blob::S3Store::connect(&testing::stack::section()).await.expect("the bucket of the tests");
    let store = PayloadBucket::new(Arc::new(bucket));
    let key = format!("events/{}/1", unique("bucket"));
    assert_eq!(store.get(&key).await.expect("an answer"), None);
    store.put(&key, text().into_bytes()).await.expect("a deposit");
    store.put(&key, text().into_bytes()).await.expect("a repeated deposit");
    assert_eq!(store.get(&key).await.expect("an answer"), Some(text().into_bytes()));
    assert_eq!(store.get("../other").await.expect("an answer"), None);
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
