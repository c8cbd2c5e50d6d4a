//! A service that is ended at any step: every event has its effect once, in the order of its key. On both stores.
//!
//! The test starts itself again as the service, which aborts at the step that `FAILPOINTS` names; a second start goes on
//! from what the first one left in the store and in Kafka.

mod documents;
mod postgres;

use self::{documents::InDocuments, postgres::InPostgres};
use crate::support::{Numbered, Topics, bus_with, encoder, eventually, unique};
use async_trait::async_trait;
use bus::{Consumer, Delivery, Encoder, KafkaConfig, OutboxSource, Outcome, ParkingLot, Relay, RelayWaker};
use events::Event;
use futures::future::LocalBoxFuture;
use ids::EventId;
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use testing::{Ended, Rerun, stack};
use tokio_util::sync::CancellationToken;

const DATABASE: &str = "TALL_TEST_CRASH__DATABASE";
const GROUP: &str = "TALL_TEST_CRASH__GROUP";
const COURSE: &str = "TALL_TEST_CRASH__COURSE";
const IS_DOOMED: &str = "TALL_TEST_CRASH__IS_DOOMED";
const KEYS: [&str; 3] = ["a", "b", "c"];
/// So many events of a key are committed in a row; one more, by the service that is not ended, when all of these have had
/// their effects: whatever came twice came before it.
const EVENTS: i64 = 12;
/// Where a service that stops early stops, and what a handler of the first key fails at until it is cured.
const MIDWAY: i64 = 5;
/// A step that has not come by then does not come.
const UNTIL_ENDED: Duration = Duration::from_secs(10);

/// What the service does beside committing, publishing and consuming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    Plain,
    /// It is stopped in the middle.
    Stopped,
    /// A key is parked, and replayed when its handler is cured.
    Parked,
}

impl Course {
    const ALL: [Self; 3] = [Self::Plain, Self::Stopped, Self::Parked];

    fn named(name: &str) -> Self {
        let course = Self::ALL.into_iter().find(|course| format!("{course:?}") == name);
        course.expect("the name of a course")
    }
}

/// Where the service is ended, and what it does until then.
struct Death {
    step: &'static str,
    failpoints: String,
    course: Course,
}

impl Death {
    /// At the first time.
    fn at(step: &'static str) -> Self {
        Self { step, failpoints: format!("{step}=1*return"), course: Course::Plain }
    }

    fn when(mut self, course: Course) -> Self {
        self.course = course;
        self
    }

    /// So that something came before: for a step to which every event comes, and not several together.
    fn at_the_second_time(mut self) -> Self {
        self.failpoints = format!("{}=1*off->1*return", self.step);
        self
    }

    /// While another step takes so long.
    fn while_slow(mut self, step: &str, milliseconds: u32) -> Self {
        self.failpoints = format!("{step}=sleep({milliseconds});{}", self.failpoints);
        self
    }
}

/// The steps that do not depend on the store.
fn of_the_bus() -> Vec<Death> {
    vec![
        Death::at("bus.committed").at_the_second_time(),
        Death::at("bus.relay.read"),
        Death::at("bus.relay.published"),
        Death::at("bus.relay.marked"),
        Death::at("bus.consumer.effect").at_the_second_time(),
        // Not the second time: on a busy machine all is done by the first.
        Death::at("bus.consumer.store"),
        Death::at("bus.consumer.committed").when(Course::Stopped),
        Death::at("bus.consumer.parked").when(Course::Parked).at_the_second_time(),
        Death::at("bus.consumer.replayed").when(Course::Parked).at_the_second_time(),
    ]
}

/// A store, and what the service keeps in it.
#[async_trait]
trait Kept: Send + Sync + Sized + 'static {
    type Event: Numbered;
    /// The test of this store, which is its service as well.
    const TEST: &'static str;
    /// Keeps an empty database as long as it lives.
    type Scratch: Send + Sync;

    fn scratch() -> LocalBoxFuture<'static, (Self::Scratch, String)>;
    async fn open(database: &str, encoder: Arc<Encoder>, waker: RelayWaker) -> Self;
    /// Ends the transactions that a service was in when it was ended, as the server does in time.
    async fn end_transactions(&self);
    fn outbox(&self) -> Arc<dyn OutboxSource>;
    fn lot(&self) -> Arc<dyn ParkingLot>;
    /// Commits the next event of a key and wakes the relay, unless there are `limit`: then there is none.
    async fn commit_next(&self, key: &str, limit: i64) -> Option<()>;
    /// Adds a number to those of its key, once an event.
    async fn take_effect(&self, group: &str, event: EventId, key: &str, number: i64) -> anyhow::Result<()>;
    /// The numbers of each key, in the order of their effects.
    async fn effects(&self) -> BTreeMap<String, Vec<i64>>;
    async fn cure(&self);
    async fn is_cured(&self) -> bool;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_on_postgres_that_is_ended_at_any_step_does_everything_once() {
    if is_the_service() {
        return serve::<InPostgres>().await;
    }
    for death in of_the_bus() {
        does_everything_once::<InPostgres>(&death).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_on_documents_that_is_ended_at_any_step_does_everything_once() {
    if is_the_service() {
        return serve::<InDocuments>().await;
    }
    let of_documents = [
        Death::at("documents.committed").at_the_second_time(),
        Death::at("documents.outbox.emptied"),
        // More is committed into a document between read and mark.
        Death::at("documents.outbox.pulled").while_slow("bus.relay.published", 100),
    ];
    for death in of_the_bus().into_iter().chain(of_documents) {
        does_everything_once::<InDocuments>(&death).await;
    }
}

async fn does_everything_once<K: Kept>(death: &Death) {
    let _topics = Topics::fresh(&[(K::Event::TOPIC, 2)]).await;
    let (_scratch, database) = K::scratch().await;
    let group = unique("crashing");
    let observer = open::<K>(&database).await;

    let ended = start::<K>(&database, &group, death.course, &death.failpoints).await;
    assert!(ended.was_aborted(), "{}: {ended}", death.step);
    observer.end_transactions().await;
    let course = if death.course == Course::Stopped { Course::Plain } else { death.course };
    let ended = start::<K>(&database, &group, course, "").await;
    assert!(ended.has_passed(), "{}: {ended}", death.step);
    assert_eq!(observer.effects().await, everything(), "{}: once each, in order", death.step);
}

fn everything() -> BTreeMap<String, Vec<i64>> {
    KEYS.map(|key| (key.to_owned(), (0..=EVENTS).collect())).into()
}

async fn open<K: Kept>(database: &str) -> K {
    let bus = bus_with(stack::section(), &stack::section());
    K::open(database, encoder::<K::Event>(&bus).await, RelayWaker::default()).await
}

async fn start<K: Kept>(database: &str, group: &str, course: Course, failpoints: &str) -> Ended {
    Rerun::of(K::TEST)
        .with(DATABASE, database)
        .with(GROUP, group)
        .with(COURSE, format!("{course:?}"))
        .with(IS_DOOMED, (!failpoints.is_empty()).to_string())
        .with("FAILPOINTS", failpoints)
        .to_its_end()
        .await
}

/// Whether this process was started by [`start`].
fn is_the_service() -> bool {
    std::env::var_os(DATABASE).is_some()
}

/// Commits, publishes and consumes until every event has had an effect, as its course goes.
async fn serve<K: Kept>() {
    let course = Course::named(&stack::variable(COURSE));
    let mut kafka: KafkaConfig = stack::section();
    kafka.instance = Some("1".to_owned());
    let bus = bus_with(kafka, &stack::section());
    let (waker, stop) = (RelayWaker::default(), CancellationToken::new());
    let encoder = encoder::<K::Event>(&bus).await;
    let kept = Arc::new(K::open(&stack::variable(DATABASE), encoder, waker.clone()).await);
    let (group, lot) = (stack::variable(GROUP), kept.lot());

    let relay = Relay::new(bus.producer().clone(), kept.outbox()).woken_by(&waker);
    let publishing = tokio::spawn(relay.run(stop.clone()));
    let (store, name) = (kept.clone(), group.clone());
    let consumer = Consumer::group(group.as_str()).parking(lot.clone()).on::<K::Event, _>(
        move |delivery: Delivery<K::Event>| {
            let (kept, group) = (store.clone(), name.clone());
            async move { Outcome::from(handle(kept.as_ref(), &group, course, &delivery).await) }
        },
    );
    let consuming = tokio::spawn(consumer.connect(&bus).expect("a complete consumer").run(stop.clone()));

    if course == Course::Stopped {
        commit_until(kept.as_ref(), MIDWAY).await;
        eventually("something has its effect", async || count(kept.as_ref()).await > 0).await;
    } else {
        commit_until(kept.as_ref(), EVENTS).await;
        if course == Course::Parked {
            cure(kept.as_ref(), lot.as_ref(), &group).await;
        }
        has_taken_effect(kept.as_ref(), EVENTS).await;
        if stack::variable(IS_DOOMED) == "true" {
            // The effects may be there before the step.
            tokio::time::sleep(UNTIL_ENDED).await;
        } else {
            commit_until(kept.as_ref(), EVENTS + 1).await;
            has_taken_effect(kept.as_ref(), EVENTS + 1).await;
        }
    }
    stop.cancel();
    publishing.await.expect("the relay ends");
    consuming.await.expect("no panic").expect("a consumer that was stopped");
}

async fn handle<K: Kept>(
    kept: &K,
    group: &str,
    course: Course,
    delivery: &Delivery<K::Event>,
) -> anyhow::Result<()> {
    let (key, number) = delivery.event.place();
    let is_poison = course == Course::Parked && key == KEYS[0] && number == MIDWAY;
    anyhow::ensure!(!is_poison || kept.is_cured().await, "number {MIDWAY} is poison");
    kept.take_effect(group, delivery.id, &key, number).await
}

/// Every key in turn, slowly enough that this takes several batches.
async fn commit_until(kept: &impl Kept, limit: i64) {
    loop {
        let mut committed = None;
        for key in KEYS {
            committed = kept.commit_next(key, limit).await.or(committed);
        }
        if committed.is_none() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// When everything else is done, so that a queue waits.
async fn cure(kept: &impl Kept, lot: &dyn ParkingLot, group: &str) {
    let parked = async || -> u64 {
        lot.list(group, KEYS.len()).await.expect("a store").iter().map(|key| key.events).sum()
    };
    let all = KEYS.len() * EVENTS as usize;
    eventually("a key waits", async || count(kept).await + parked().await as usize >= all).await;
    kept.cure().await;
    lot.redrive(group, None, None).await.expect("a store");
}

async fn has_taken_effect(kept: &impl Kept, events: i64) {
    let all = KEYS.len() * events as usize;
    eventually("every event has its effect", async || count(kept).await >= all).await;
}

async fn count(kept: &impl Kept) -> usize {
    kept.effects().await.values().map(Vec::len).sum()
}
