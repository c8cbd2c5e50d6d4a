//! A poison event parks its key; the others flow; a redrive replays in order. On both stores.

use crate::support::{
    Numbered, Running, Seen, Topics, bus_and_metrics, encoder, eventually, metric, publish, record, rows,
    unique,
};
use async_trait::async_trait;
use bus::{
    Consumer, Delivery, Handler, Outcome, ParkedEvent, ParkedKey, ParkingLot,
    mongo::MongoParking,
    postgres::{MIGRATOR, PgParking},
};
use events::Event;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use testing::{MongoDatabase, PgDatabase};

record!(ParkedInPostgres, "bus-tests.parked.postgres");
record!(ParkedInMongo, "bus-tests.parked.mongo");
record!(StillPoison, "bus-tests.still-poison");
record!(Outage, "bus-tests.outage");

/// Fails at number 2 of key `poison` until it is cured.
#[derive(Clone, Default)]
struct Poisoned {
    seen: Seen,
    cured: Arc<AtomicBool>,
}

#[async_trait]
impl<E: Numbered> Handler<E> for Poisoned {
    async fn handle(&self, delivery: Delivery<E>) -> Outcome {
        if delivery.event.place() == ("poison".to_owned(), 2) && !self.cured.load(Ordering::SeqCst) {
            return Outcome::Retry(anyhow::anyhow!("number 2 is poison"));
        }
        self.seen.note(&delivery);
        Outcome::Done
    }
}

fn consumer<E: Numbered>(group: &str, lot: &Arc<dyn ParkingLot>, handler: &Poisoned) -> Consumer {
    Consumer::group(group).parking(lot.clone()).on::<E, _>(handler.clone())
}

async fn parks_and_redrives<E: Numbered>(lot: Arc<dyn ParkingLot>) {
    let _topics = Topics::fresh(&[(E::TOPIC, 2)]).await;
    let (bus, metrics) = bus_and_metrics();
    let encoder = encoder::<E>(&bus).await;
    publish(&bus, rows::<E>(&encoder, &["poison", "sound", "well"], 0..6)).await;

    let (group, handler) = (unique("parking"), Poisoned::default());
    let running = Running::start(consumer::<E>(&group, &lot, &handler), &bus);
    handler.seen.wait_for(14).await;
    eventually("four events are parked", async || {
        listed(&lot, &group).await.iter().map(|key| key.events).sum::<u64>() == 4
    })
    .await;
    assert_eq!(handler.seen.of("sound"), [0, 1, 2, 3, 4, 5], "other keys flow");
    assert_eq!(handler.seen.of("well"), [0, 1, 2, 3, 4, 5], "other keys flow");
    assert_eq!(handler.seen.of("poison"), [0, 1], "nothing overtakes what is parked");
    let [parked] = &listed(&lot, &group).await[..] else { panic!("one key is parked") };
    assert_eq!(
        (parked.key.as_str(), parked.reason.as_str(), parked.redrive),
        ("poison", "number 2 is poison", false)
    );
    eventually("it is a metric", async || metric(&metrics, "bus_parked_keys") == 1.0).await;

    // A new start remembers.
    running.stop().await;
    publish(&bus, rows::<E>(&encoder, &["poison", "sound"], 6..8)).await;
    let running = Running::start(consumer::<E>(&group, &lot, &handler), &bus);
    eventually("six events are parked", async || listed(&lot, &group).await[0].events == 6).await;
    assert_eq!(handler.seen.of("poison"), [0, 1]);

    handler.cured.store(true, Ordering::SeqCst);
    assert_eq!(lot.redrive(&group, Some(E::TOPIC), Some("poison")).await.expect("a store"), 1);
    eventually("the key is free", async || listed(&lot, &group).await.is_empty()).await;
    assert_eq!(handler.seen.of("poison"), [0, 1, 2, 3, 4, 5, 6, 7], "replayed in order, each once");

    publish(&bus, rows::<E>(&encoder, &["poison"], 8..10)).await;
    eventually("a free key flows", async || handler.seen.of("poison").len() == 10).await;
    assert_eq!(handler.seen.of("poison"), (0..10).collect::<Vec<_>>());
    eventually("it is a metric", async || metric(&metrics, "bus_parked_keys") == 0.0).await;
    running.stop().await;
}

async fn listed(lot: &Arc<dyn ParkingLot>, group: &str) -> Vec<ParkedKey> {
    lot.list(group, 10).await.expect("a store")
}

#[tokio::test]
async fn a_poison_event_parks_its_key_in_postgres() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    parks_and_redrives::<ParkedInPostgres>(Arc::new(PgParking::new(database.pool()))).await;
}

#[tokio::test]
async fn a_poison_event_parks_its_key_in_mongo() {
    let database = MongoDatabase::fresh().await;
    let lot = MongoParking::new(&database.database());
    lot.prepare().await.expect("the indexes");
    parks_and_redrives::<ParkedInMongo>(Arc::new(lot)).await;
}

#[tokio::test]
async fn a_redrive_that_fails_again_leaves_the_key_parked_with_the_new_reason() {
    let _topics = Topics::fresh(&[(StillPoison::TOPIC, 1)]).await;
    let (bus, _) = bus_and_metrics();
    let encoder = encoder::<StillPoison>(&bus).await;
    publish(&bus, rows::<StillPoison>(&encoder, &["poison"], 0..4)).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let lot: Arc<dyn ParkingLot> = Arc::new(PgParking::new(database.pool()));
    let (group, handler) = (unique("still-poison"), Poisoned::default());
    let running = Running::start(consumer::<StillPoison>(&group, &lot, &handler), &bus);
    eventually("two events are parked", async || {
        listed(&lot, &group).await.first().is_some_and(|key| key.events == 2)
    })
    .await;
    assert_eq!(lot.redrive(&group, None, None).await.expect("a store"), 1);
    assert!(listed(&lot, &group).await[0].redrive);
    eventually("the redrive is over", async || !listed(&lot, &group).await[0].redrive).await;
    running.stop().await;
    assert_eq!(listed(&lot, &group).await[0].events, 2);
    assert_eq!(handler.seen.of("poison"), [0, 1]);
}

/// A store whose outages the test decides: handler and parking lot fail together.
struct Fickle {
    down: Arc<AtomicBool>,
    lot: PgParking,
}

impl Fickle {
    fn up(&self) -> anyhow::Result<&PgParking> {
        anyhow::ensure!(!self.down.load(Ordering::SeqCst), "the store is down");
        Ok(&self.lot)
    }
}

#[async_trait]
impl ParkingLot for Fickle {
    async fn keys(&self, group: &str, topic: &str, partition: i32) -> anyhow::Result<Vec<String>> {
        self.up()?.keys(group, topic, partition).await
    }

    async fn park(&self, group: &str, event: &ParkedEvent, reason: &str) -> anyhow::Result<()> {
        self.up()?.park(group, event, reason).await
    }

    async fn first(&self, group: &str, topic: &str, key: &str) -> anyhow::Result<Option<ParkedEvent>> {
        self.up()?.first(group, topic, key).await
    }

    async fn take(&self, group: &str, event: &ParkedEvent) -> anyhow::Result<()> {
        self.up()?.take(group, event).await
    }

    async fn free(&self, group: &str, topic: &str, key: &str) -> anyhow::Result<()> {
        self.up()?.free(group, topic, key).await
    }

    async fn keep(&self, group: &str, topic: &str, key: &str, reason: &str) -> anyhow::Result<()> {
        self.up()?.keep(group, topic, key, reason).await
    }

    async fn redrive(&self, group: &str, topic: Option<&str>, key: Option<&str>) -> anyhow::Result<u64> {
        self.up()?.redrive(group, topic, key).await
    }

    async fn requested(&self, group: &str, limit: usize) -> anyhow::Result<Vec<ParkedKey>> {
        self.up()?.requested(group, limit).await
    }

    async fn list(&self, group: &str, limit: usize) -> anyhow::Result<Vec<ParkedKey>> {
        self.up()?.list(group, limit).await
    }

    async fn count(&self, group: &str) -> anyhow::Result<Vec<(String, u64)>> {
        self.up()?.count(group).await
    }
}

#[tokio::test]
async fn an_outage_of_the_store_parks_nothing() {
    let _topics = Topics::fresh(&[(Outage::TOPIC, 1)]).await;
    let (bus, _) = bus_and_metrics();
    let encoder = encoder::<Outage>(&bus).await;
    publish(&bus, rows::<Outage>(&encoder, &["a", "b"], 0..3)).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let down = Arc::new(AtomicBool::new(true));
    let lot: Arc<dyn ParkingLot> =
        Arc::new(Fickle { down: down.clone(), lot: PgParking::new(database.pool()) });
    let (group, seen) = (unique("outage"), Seen::default());
    let (store, note) = (down.clone(), seen.clone());
    let consumer = Consumer::group(group.as_str()).parking(lot.clone()).on::<Outage, _>(
        move |delivery: Delivery<Outage>| {
            std::future::ready(if store.load(Ordering::SeqCst) {
                Outcome::Retry(anyhow::anyhow!("the store is down"))
            } else {
                note.note(&delivery);
                Outcome::Done
            })
        },
    );
    let running = Running::start(consumer, &bus);
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    down.store(false, Ordering::SeqCst);
    seen.wait_for(1).await;
    // Down again with a record under way: longer than its three tries last.
    down.store(true, Ordering::SeqCst);
    publish(&bus, rows::<Outage>(&encoder, &["a", "b"], 3..6)).await;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    down.store(false, Ordering::SeqCst);
    seen.wait_for(12).await;
    running.stop().await;
    assert_eq!((seen.of("a"), seen.of("b")), ((0..6).collect(), (0..6).collect()));
    assert_eq!(listed(&lot, &group).await, []);
}
