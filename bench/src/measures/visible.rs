//! From the 2xx of an answered card to its effect in the teacher's read model, at 200 answers a second.
//!
//! The way is the real one: thematic-cards answers and commits card and event in one document; the relay publishes; the
//! consumer of cron-utility counts the answer in a transaction. The effect is visible when its handler is done, since
//! that is when the transaction is committed. Answers arrive whether or not those before them are done.
//!
//! The bare way is a librdkafka producer and consumer with the settings of the bus, at the same arrivals and with the
//! same bytes. It has no outbox and writes nothing. In the second comparison it calls the handler of cron-utility, so
//! that what is left is what outbox, relay and consumer loop cost.

use crate::{
    Figure, Size,
    answers::{Answers, drain},
    arrivals,
    cards::{Cards, cursors, delivery},
    figure::{Better, Judged},
    kafka::{self, Record, Topic},
    rounds::{Reading, Readings, alternate},
    stack::{self, Scratch},
};
use anyhow::{Context, Result, ensure};
use async_trait::async_trait;
use boot::{Random, SystemClock, SystemRandom};
use bus::{Consumer, Delivery, Handler, Outcome, Relay, RelayWaker, mongo::MongoParking};
use cron_utility::{App, domain::mail::Mail, mail::Letterbox, store::digests::Digests};
use documents::{Documents, Store};
use events::thematic_cards::CardReviewed;
use hdrhistogram::Histogram;
use ids::ReviewId;
use rdkafka::{
    Message,
    consumer::{BaseConsumer, Consumer as _},
    message::{Header, Headers as _},
    producer::FutureProducer,
};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};
use tokio::{
    runtime::Handle,
    task::JoinHandle,
    time::{Instant, sleep},
};
use tokio_util::sync::CancellationToken;

const RATE: f64 = 200.0;
const P99_FLOOR_MS: f64 = 50.0;
const P50_GOAL_MS: f64 = 5.0;
const P99_GOAL_MS: f64 = 15.0;
const BARE_GOAL: f64 = 1.3;

const STUDENTS: usize = 400;
/// Nobody is written to here; the read model of the service needs a letterbox all the same.
const MAILS_AN_HOUR: u32 = 10;
/// The number of a bare record in its round.
const NUMBER: &str = "bench-number";
/// The longest pause before the bare way tries an effect again.
const TRY_AGAIN: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    // Ten seconds of arrivals a round: twenty answers beyond the 99th percentile.
    let count = size.pick(2000, 20);
    let ours = Ours::open().await?;
    let answers = Arc::new(Answers::open(thematic_cards::publications().resolve_offline()).await?);
    let record = as_published(&answers).await?;
    let bare = Bare::open(record.clone(), None).await?;
    let same_effect = Bare::open(record, Some(Effect { app: ours.teacher.clone(), answers })).await?;
    let (baselines, measured) = alternate(
        size.rounds().min(3),
        async || Ok((bare.round(count).await?, same_effect.round(count).await?)),
        async || ours.round(count).await,
    )
    .await?;
    ours.close().await?;
    let (bare, same_effect): (Vec<_>, Vec<_>) = baselines.into_iter().unzip();

    let figure = |name: &str, percentile, baseline: &[Histogram<u64>]| {
        let (measured, baseline) = (readings(&measured, percentile), readings(baseline, percentile));
        Figure::new(format!("visible: {name}"), "ms", Better::Lower, measured, baseline).enough(1000)
    };
    Ok(vec![
        figure("p50 after 2xx, against bare Kafka", 50.0, &bare).goal(P50_GOAL_MS),
        figure("p99 after 2xx, against bare Kafka", 99.0, &bare).floor(P99_FLOOR_MS).goal(P99_GOAL_MS),
        figure("p99 / bare Kafka", 99.0, &bare).judged_by(Judged::Ratio).goal(BARE_GOAL),
        figure("p50 / bare Kafka and the same effect", 50.0, &same_effect).judged_by(Judged::Ratio),
        figure("p99 / bare Kafka and the same effect", 99.0, &same_effect).judged_by(Judged::Ratio),
    ])
}

/// Bare Kafka, for measures beside this one.
pub(super) async fn bare() -> Result<Bare> {
    let answers = Answers::open(thematic_cards::publications().resolve_offline()).await?;
    Bare::open(as_published(&answers).await?, None).await
}

/// A record of an answer, as the relay publishes it.
async fn as_published(answers: &Answers) -> Result<Record> {
    let topic = Topic::fresh("record").await?;
    drain(&stack::bus()?, answers.fill_documents(&answers.rows(&topic, 1)?).await?, 1).await?;
    kafka::read(&topic, 1).await?.pop().context("the record that was published")
}

/// Milliseconds at a percentile, a round each.
pub(super) fn readings(rounds: &[Histogram<u64>], percentile: f64) -> Readings {
    let reading = |round: &Histogram<u64>| Reading {
        value: round.value_at_percentile(percentile) as f64 / 1000.0,
        samples: round.len(),
    };
    rounds.iter().map(reading).collect()
}

/// Latencies of a round, in microseconds.
pub(super) fn latencies() -> Result<Histogram<u64>> {
    Ok(Histogram::new(3)?)
}

pub(super) fn record(latencies: &mut Histogram<u64>, latency: Duration) -> Result<()> {
    Ok(latencies.record(u64::try_from(latency.as_micros())?)?)
}

/// When things that were expected have happened.
#[derive(Clone)]
struct Seen<K>(Arc<Mutex<HashMap<K, Instant>>>);

impl<K: std::hash::Hash + Eq> Seen<K> {
    fn nothing() -> Self {
        Self(Arc::default())
    }

    /// The first time counts: what is seen again was there before.
    fn note(&self, what: K) {
        let now = Instant::now();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(what).or_insert(now);
    }

    /// When each of these was seen, once all were; then they are forgotten.
    async fn take(&self, what_they_are: &str, expected: impl Iterator<Item = K>) -> Result<Vec<Instant>> {
        let deadline = Instant::now() + PATIENCE;
        let mut seen_at = Vec::new();
        for what in expected {
            let at = loop {
                if let Some(at) = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&what) {
                    break at;
                }
                ensure!(Instant::now() < deadline, "{what_they_are}: not seen after {PATIENCE:?}");
                sleep(Duration::from_millis(5)).await;
            };
            seen_at.push(at);
        }
        Ok(seen_at)
    }
}

/// The services, in this process.
struct Ours {
    cards: Cards,
    teacher: App,
    seen: Seen<ReviewId>,
    stop: CancellationToken,
    running: Vec<JoinHandle<Result<()>>>,
    _read_model: Scratch,
}

/// The handler of cron-utility, with the instant at which it is done.
struct Timed {
    app: App,
    seen: Seen<ReviewId>,
}

#[async_trait]
impl Handler<CardReviewed> for Timed {
    async fn handle(&self, delivery: Delivery<CardReviewed>) -> Outcome {
        let review = delivery.event.review_id;
        let outcome = self.app.handle(delivery).await;
        if matches!(outcome, Outcome::Done) {
            self.seen.note(review);
        }
        outcome
    }
}

impl Ours {
    async fn open() -> Result<Self> {
        let bus = stack::bus()?;
        let encoder = thematic_cards::publications().resolve(bus.registry()).await?;
        let waker = RelayWaker::default();
        let cards = Cards::open(encoder, waker.clone(), STUDENTS).await?;
        let read_model = Scratch::fresh().await?;
        cron_utility::prepare(read_model.database()).await?;
        let parking = MongoParking::new(read_model.database());
        parking.prepare().await?;
        let mails = Store::new(
            read_model.database().clone(),
            cron_utility::publications().resolve_offline(),
            Arc::new(SystemClock),
            Arc::new(SystemRandom),
            RelayWaker::default(),
        );
        let teacher = App {
            database: read_model.database().clone(),
            clock: Arc::new(SystemClock),
            letterbox: Letterbox::new(Documents::<Mail>::new(&mails), Arc::new(SystemClock), MAILS_AN_HOUR),
            digests: Digests::new(read_model.database().clone(), Documents::new(&mails)),
            cursors: cursors(),
            verifier: access::testing::verifier(testing::caller::jwks(), Arc::new(SystemClock)).await,
        };
        let seen = Seen::nothing();
        let consumer = Consumer::group(kafka::unique("visible"))
            .on::<CardReviewed, _>(Timed { app: teacher.clone(), seen: seen.clone() })
            .parking(Arc::new(parking))
            .connect(&bus)?;
        let relay = Relay::new(bus.producer().clone(), Arc::new(cards.outbox())).woken_by(&waker);
        let stop = CancellationToken::new();
        let (relay_stop, consumer_stop) = (stop.clone(), stop.clone());
        let running = vec![
            tokio::spawn(async move {
                relay.run(relay_stop).await;
                Ok(())
            }),
            tokio::spawn(async move { Ok(consumer.run(consumer_stop).await?) }),
        ];
        Ok(Self { cards, teacher, seen, stop, running, _read_model: read_model })
    }

    async fn round(&self, count: usize) -> Result<Histogram<u64>> {
        let answered =
            arrivals::each(RATE, count, async |_, _| Ok((self.cards.answer().await?, Instant::now())))
                .await?;
        let seen_at = self.seen.take("counted answers", answered.iter().map(|(review, _)| *review)).await?;
        let mut round = latencies()?;
        for ((_, answered_at), seen_at) in answered.into_iter().zip(seen_at) {
            record(&mut round, seen_at.saturating_duration_since(answered_at))?;
        }
        Ok(round)
    }

    async fn close(self) -> Result<()> {
        self.stop.cancel();
        for task in self.running {
            task.await??;
        }
        Ok(())
    }
}

/// A producer and a consumer of librdkafka, and nothing else.
pub(super) struct Bare {
    producer: FutureProducer,
    topic: Topic,
    record: Record,
    seen: Seen<u64>,
    rounds: AtomicU64,
    stop: CancellationToken,
    polling: Option<thread::JoinHandle<()>>,
}

/// What the bare consumer does with a record.
#[derive(Clone)]
struct Effect {
    app: App,
    answers: Arc<Answers>,
}

impl Effect {
    /// Another answer each time. Transactions that meet are tried again, as the consumer of the bus does.
    async fn take(&self, number: u64) {
        let delivery = delivery(self.answers.fact(number as usize), 1);
        while !matches!(self.app.handle(delivery.clone()).await, Outcome::Done) {
            sleep(TRY_AGAIN.mul_f64((&SystemRandom as &dyn Random).fraction())).await;
        }
    }
}

impl Bare {
    async fn open(record: Record, effect: Option<Effect>) -> Result<Self> {
        let topic = Topic::fresh("visible").await?;
        let consumer: BaseConsumer = kafka::client()
            .set("group.id", kafka::unique("visible-bare"))
            .set("auto.offset.reset", "earliest")
            .set("enable.auto.offset.store", "false")
            .set("partition.assignment.strategy", "cooperative-sticky")
            .set("fetch.wait.max.ms", "100")
            .set("queued.max.messages.kbytes", "8192")
            .create()?;
        consumer.subscribe(&[topic.name()])?;
        let (seen, stop) = (Seen::nothing(), CancellationToken::new());
        let polling =
            Polling { consumer, effect, seen: seen.clone(), stop: stop.clone(), runtime: Handle::current() };
        let polling = thread::Builder::new().name("bench-bare".to_owned()).spawn(move || polling.run())?;
        let producer = kafka::producer()?;
        let rounds = Default::default();
        Ok(Self { producer, topic, record, seen, rounds, stop, polling: Some(polling) })
    }

    pub(super) async fn round(&self, count: usize) -> Result<Histogram<u64>> {
        let round = self.rounds.fetch_add(1, Ordering::Relaxed);
        let number_of = |number: usize| (round << 32) | number as u64;
        let sent = arrivals::each(RATE, count, async |number, _| {
            let sent_at = Instant::now();
            self.send(number_of(number)).await?;
            Ok(sent_at)
        })
        .await?;
        let seen_at = self.seen.take("bare records", (0..count).map(number_of)).await?;
        let mut round = latencies()?;
        for (sent_at, seen_at) in sent.into_iter().zip(seen_at) {
            record(&mut round, seen_at.saturating_duration_since(sent_at))?;
        }
        Ok(round)
    }

    async fn send(&self, number: u64) -> Result<()> {
        let key = format!("student-{}", number % STUDENTS as u64);
        let number = number.to_string();
        let headers = self.record.headers.clone().insert(Header { key: NUMBER, value: Some(&number) });
        let record = self.record.to(self.topic.name()).key(key.as_bytes()).headers(headers);
        self.producer.send(record, PATIENCE).await.map_err(|(error, _)| error)?;
        Ok(())
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        self.stop.cancel();
        if let Some(polling) = self.polling.take() {
            // A panic in it has been printed, and its effects were missed.
            let _printed = polling.join();
        }
    }
}

/// The thread of the bare consumer.
struct Polling {
    consumer: BaseConsumer,
    effect: Option<Effect>,
    seen: Seen<u64>,
    stop: CancellationToken,
    runtime: Handle,
}

impl Polling {
    fn run(self) {
        while !self.stop.is_cancelled() {
            let Some(Ok(message)) = self.consumer.poll(Duration::from_millis(50)) else { continue };
            let headers = message.headers();
            let number = headers.and_then(|headers| headers.iter().find(|header| header.key == NUMBER));
            let number = number.and_then(|header| std::str::from_utf8(header.value?).ok()?.parse().ok());
            let Some(number) = number else { continue };
            self.apply(number);
        }
    }

    fn apply(&self, number: u64) {
        let seen = self.seen.clone();
        let Some(effect) = self.effect.clone() else { return seen.note(number) };
        self.runtime.spawn(async move {
            effect.take(number).await;
            seen.note(number);
        });
    }
}
