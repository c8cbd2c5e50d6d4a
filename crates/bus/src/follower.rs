//! Reads whole topics into memory: every instance reads every partition, in no group and without commits.
//!
//! For what an instance must know by itself, such as revoked sessions and the client policy. It begins at an instant or
//! at the start, and says since when it is sure to lack nothing: at most a second after the end of the topic was asked
//! for and everything before it was applied. A broker that does not answer makes it stale.

use crate::{
    Bus, ConfigError, Delivery, Metrics, Outcome,
    backoff::Backoff,
    client::{Report, code},
    consumer::{
        decode::{Decoding, NotUnderstood, Subscriptions, Understood},
        record::RawRecord,
    },
};
use chrono::{DateTime, Utc};
use events::Event;
use rdkafka::{
    ClientConfig, Offset, TopicPartitionList,
    consumer::{BaseConsumer, Consumer as _, ConsumerContext},
    error::{KafkaError, KafkaResult},
};
use std::{
    collections::HashMap,
    future::ready,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};
use tokio::{
    sync::{mpsc, watch},
    time::{self, Instant},
};
use tokio_util::sync::CancellationToken;

const POLL: Duration = Duration::from_millis(50);
/// For metadata and offsets.
const ANSWER: Duration = Duration::from_secs(3);
/// Between proofs, before the first and after it.
const PROVE_AT_FIRST: Duration = Duration::from_millis(20);
const PROVE_EVERY: Duration = Duration::from_secs(1);
/// Records read ahead of the one that is applied.
const AHEAD: usize = 1024;
/// How long a start waits for what a service had better know. With Kafka down there is nothing to wait for.
const CATCH_UP: Duration = Duration::from_secs(5);

/// Where a follower begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// With the first record that the topic still has.
    Beginning,
    /// With the first record that was written at this instant or later.
    At(DateTime<Utc>),
}

/// What to follow. Build it, [`connect`](Follower::connect) it, run it.
pub struct Follower {
    start: Start,
    subscriptions: Subscriptions,
}

/// A follower that cannot start.
#[derive(Debug, thiserror::Error)]
pub enum FollowerError {
    /// It has nothing to apply.
    #[error("the follower follows nothing")]
    Nothing,
    /// Two functions for one record: only one of them would ever run.
    #[error("{type_name} is applied twice")]
    Twice {
        /// The record.
        type_name: &'static str,
    },
    /// The configuration cannot work.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The polling thread is gone. Restart the process.
    #[error("the polling thread is gone")]
    Lost,
}

/// Since when a follower is sure to lack nothing. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Freshness(watch::Receiver<Option<Instant>>);

impl Freshness {
    /// How long ago it was sure to lack nothing; none before it has caught up for the first time.
    pub fn staleness(&self) -> Option<Duration> {
        self.0.borrow().map(|proven| proven.elapsed())
    }

    /// When everything that was there at the start is applied. Pends for ever when the follower ends before.
    pub async fn caught_up(&self) {
        let mut proven = self.0.clone();
        if proven.wait_for(Option::is_some).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Follower {
    /// Begins at `start`.
    pub fn from(start: Start) -> Self {
        Self { start, subscriptions: Subscriptions::default() }
    }

    /// Applies events of type `E`, in the order of their partition. Records of other types are passed over.
    pub fn on<E: Event>(mut self, apply: impl Fn(Delivery<E>) + Send + Sync + 'static) -> Self {
        self.subscriptions.add::<E, _>(move |delivery: Delivery<E>| {
            apply(delivery);
            ready(Outcome::Done)
        });
        self
    }

    /// Checks everything that can be checked without a broker.
    pub fn connect(self, bus: &Bus) -> Result<ConnectedFollower, FollowerError> {
        if let Some(type_name) = self.subscriptions.twice() {
            return Err(FollowerError::Twice { type_name });
        }
        let topics: Vec<_> = self.subscriptions.topics().into_iter().collect();
        if topics.is_empty() {
            return Err(FollowerError::Nothing);
        }
        let mut config = bus.kafka.client();
        config
            // librdkafka assigns nothing without a group. It is never joined and nothing is committed.
            .set("group.id", &bus.kafka.username)
            .set("enable.auto.commit", "false")
            .set("enable.auto.offset.store", "false")
            .set("auto.offset.reset", "earliest")
            .set("fetch.wait.max.ms", "100")
            .set("queued.max.messages.kbytes", "4096");
        let decoding = Decoding::new(self.subscriptions, bus, None);
        let (proven, freshness) = watch::channel(None);
        Ok(ConnectedFollower {
            config,
            topics,
            start: self.start,
            decoding,
            metrics: bus.metrics.clone(),
            proven,
            freshness: Freshness(freshness),
        })
    }
}

/// A follower that may run.
pub struct ConnectedFollower {
    config: ClientConfig,
    topics: Vec<&'static str>,
    start: Start,
    decoding: Decoding,
    metrics: Metrics,
    proven: watch::Sender<Option<Instant>>,
    freshness: Freshness,
}

type Place = (String, i32);

/// The next offset to be applied, by partition. Empty until the partitions are known.
type Positions = Arc<Mutex<HashMap<Place, i64>>>;

impl ConsumerContext for Report {}

impl ConnectedFollower {
    /// What tells how fresh it is.
    pub fn freshness(&self) -> Freshness {
        self.freshness.clone()
    }

    /// Follows in the background of a service, until its process ends.
    pub fn keep(self, context: &boot::Context, name: &'static str) {
        context.spawn_background(name, async move { Ok(self.run(CancellationToken::new()).await?) });
    }

    /// As [`keep`](Self::keep). The service is ready when everything that was there at its start is applied; after five
    /// seconds it is ready without, and the log tells what holds `meanwhile`.
    pub fn keep_from_start(self, context: &boot::Context, name: &'static str, meanwhile: &'static str) {
        let (freshness, readiness) = (self.freshness(), context.readiness().clone());
        readiness.lacks(name, "not read yet");
        context.spawn_background(name, async move {
            if time::timeout(CATCH_UP, freshness.caught_up()).await.is_err() {
                tracing::warn!(follower = name, meanwhile, "what a service follows cannot be read yet");
            }
            readiness.has(name);
            Ok(())
        });
        self.keep(context, name);
    }

    /// Follows until `shutdown`. A broker or a registry that is down is waited for.
    pub async fn run(self, shutdown: CancellationToken) -> Result<(), FollowerError> {
        let report = Report { client: "follower", metrics: self.metrics.clone() };
        let consumer: BaseConsumer<Report> =
            self.config.create_with_context(report).map_err(ConfigError::Kafka)?;
        let consumer = Arc::new(consumer);
        let positions = Positions::default();
        let (read, mut records) = mpsc::channel(AHEAD);
        let stop = shutdown.child_token();
        let _stop_at_end = stop.clone().drop_guard();
        let reading = Reading {
            consumer: Arc::clone(&consumer),
            topics: self.topics.clone(),
            start: self.start,
            positions: Arc::clone(&positions),
            read,
            stop,
        };
        thread::Builder::new()
            .name("bus-follower".to_owned())
            .spawn(move || reading.run())
            .map_err(|_| FollowerError::Lost)?;

        let applying = async {
            while let Some(record) = records.recv().await {
                self.apply(&record).await;
                let place = (record.topic, record.partition);
                positions.lock().unwrap_or_else(PoisonError::into_inner).insert(place, record.offset + 1);
            }
        };
        tokio::select! {
            () = applying => if shutdown.is_cancelled() { Ok(()) } else { Err(FollowerError::Lost) },
            () = self.prove(&consumer, &positions) => Err(FollowerError::Lost),
            () = shutdown.cancelled() => Ok(()),
        }
    }

    async fn apply(&self, record: &RawRecord) {
        let mut backoff = Backoff::for_outage();
        loop {
            match self.decoding.understand(record).await {
                Ok(Understood::Event(event)) => return drop(event.attempt.attempt().await),
                Ok(Understood::Foreign { .. }) => return,
                Err(NotUnderstood::Undecodable(reason)) => {
                    let RawRecord { topic, partition, offset, .. } = record;
                    tracing::error!(topic, partition, offset, reason, "a record is passed over");
                    return self.metrics.follower_unreadable.with_label_values(&[topic]).inc();
                }
                Err(NotUnderstood::Withheld { reason, .. } | NotUnderstood::Unavailable(reason)) => {
                    tracing::warn!(topic = record.topic, reason, "a record cannot be decoded yet");
                    backoff.wait().await;
                }
            }
        }
    }

    /// Asks where the topics end, again and again, and notes when everything before is applied.
    async fn prove(&self, consumer: &Arc<BaseConsumer<Report>>, positions: &Positions) {
        let began = Instant::now();
        loop {
            let asked = Instant::now();
            let (consumer, positions) = (Arc::clone(consumer), Arc::clone(positions));
            let lacks_nothing =
                tokio::task::spawn_blocking(move || lacks_nothing(&consumer, &positions)).await;
            if let Ok(Ok(true)) = lacks_nothing {
                self.proven.send_replace(Some(asked));
            }
            let staleness = self.freshness.staleness();
            for topic in &self.topics {
                let stale = staleness.unwrap_or_else(|| began.elapsed());
                self.metrics.follower_stale.with_label_values(&[topic]).set(stale.as_secs_f64());
            }
            time::sleep(if staleness.is_none() { PROVE_AT_FIRST } else { PROVE_EVERY }).await;
        }
    }
}

fn lacks_nothing(consumer: &BaseConsumer<Report>, positions: &Positions) -> KafkaResult<bool> {
    let known = || positions.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let asked = known();
    if asked.is_empty() {
        return Ok(false);
    }
    let ends = offsets(consumer, asked.keys(), Offset::End)?;
    let applied = known();
    for (place, end) in ends {
        let position = applied.get(&place).copied().unwrap_or_default();
        // What expired before it was read leaves a gap that no record will close.
        if position < end && consumer.fetch_watermarks(&place.0, place.1, ANSWER)?.0 < end {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The offsets that an instant or an end means, in one request.
fn offsets<'p>(
    consumer: &BaseConsumer<Report>,
    places: impl Iterator<Item = &'p Place>,
    at: Offset,
) -> KafkaResult<HashMap<Place, i64>> {
    let mut list = TopicPartitionList::new();
    for (topic, partition) in places {
        list.add_partition_offset(topic, *partition, at)?;
    }
    let answer = consumer.offsets_for_times(list, ANSWER)?;
    let mut offsets = HashMap::new();
    for element in answer.elements() {
        element.error()?;
        if let Offset::Offset(offset) = element.offset() {
            offsets.insert((element.topic().to_owned(), element.partition()), offset);
        }
    }
    Ok(offsets)
}

/// The thread that polls librdkafka.
struct Reading {
    consumer: Arc<BaseConsumer<Report>>,
    topics: Vec<&'static str>,
    start: Start,
    positions: Positions,
    read: mpsc::Sender<RawRecord>,
    stop: CancellationToken,
}

impl Reading {
    fn run(self) {
        let mut backoff = Backoff::for_outage();
        while !self.stop.is_cancelled() {
            match self.assign() {
                Ok(()) => return self.read(),
                Err(error) => {
                    tracing::warn!(code = code(&error), "the follower waits for its topics");
                    thread::sleep(backoff.next());
                }
            }
        }
    }

    fn assign(&self) -> KafkaResult<()> {
        let begin = self.begin(&self.partitions()?)?;
        let mut assignment = TopicPartitionList::new();
        for ((topic, partition), offset) in &begin {
            assignment.add_partition_offset(topic, *partition, Offset::Offset(*offset))?;
        }
        *self.positions.lock().unwrap_or_else(PoisonError::into_inner) = begin;
        self.consumer.assign(&assignment)
    }

    fn partitions(&self) -> KafkaResult<Vec<Place>> {
        let mut places = Vec::new();
        for topic in &self.topics {
            let metadata = self.consumer.fetch_metadata(Some(topic), ANSWER)?;
            let found = metadata.topics().iter().find(|found| found.name() == *topic);
            let partitions = found.map(|found| found.partitions()).unwrap_or_default();
            if partitions.is_empty() {
                return Err(KafkaError::MetadataFetch(
                    rdkafka::error::RDKafkaErrorCode::UnknownTopicOrPartition,
                ));
            }
            places.extend(partitions.iter().map(|partition| ((*topic).to_owned(), partition.id())));
        }
        Ok(places)
    }

    /// The end is asked for before the instant, so that what is written in between is read.
    fn begin(&self, places: &[Place]) -> KafkaResult<HashMap<Place, i64>> {
        let at = match self.start {
            Start::Beginning => Offset::Beginning,
            Start::At(instant) => Offset::Offset(instant.timestamp_millis()),
        };
        let mut begin = offsets(&self.consumer, places.iter(), Offset::End)?;
        begin.extend(offsets(&self.consumer, places.iter(), at)?);
        Ok(begin)
    }

    fn read(self) {
        while !self.stop.is_cancelled() {
            let polled =
                self.consumer.poll(POLL).map(|polled| polled.map(|message| RawRecord::copy(&message)));
            let record = match polled {
                Some(Ok(record)) => record,
                Some(Err(error)) => {
                    tracing::warn!(code = code(&error), "the follower goes on after an error");
                    continue;
                }
                None => continue,
            };
            if self.read.blocking_send(record).is_err() {
                return;
            }
        }
    }
}
