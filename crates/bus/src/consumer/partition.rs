//! One assigned partition: a lane per key, and the offset that may be stored.
//!
//! A lane exists while its key has work. Within a lane one job runs at a time, so that order per key holds, retries and
//! redrives included. Lanes share a bound on how many run.

use super::{
    dead_letter,
    decode::{Decoding, Incoming, NotUnderstood, Understood},
    offsets::Offsets,
    parking::{ParkedEvent, ParkingLot},
    record::RawRecord,
    retry::{self, Verdict},
};
use crate::{
    Metrics, Producer,
    backoff::{Backoff, within},
    failpoint::step,
};
use boot::trace;
use futures::FutureExt;
use std::{
    collections::{HashMap, HashSet, VecDeque},
    panic::AssertUnwindSafe,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    task::{JoinHandle, JoinSet},
    time::Instant,
};
use tokio_util::sync::CancellationToken;
use tracing::{Instrument, Span};

/// How long the parking lot may take.
const STORE: Duration = Duration::from_secs(10);
/// How long a record waits for a payload that its store does not give. A producer deposits before it publishes, so that
/// waiting mends a policy that somebody is mending, and nothing else.
const WITHHELD: Duration = Duration::from_secs(10);
/// Lanes of one partition that run at once.
const LANES: usize = 32;
/// A partition is paused when it holds more records, or the consumer more bytes, and resumed below half.
const MOST_RECORDS: usize = 512;
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What every partition of a consumer shares.
pub(crate) struct Shared {
    pub(crate) group: String,
    pub(crate) decoding: Decoding,
    pub(crate) lot: Arc<dyn ParkingLot>,
    pub(crate) producer: Producer,
    pub(crate) metrics: Metrics,
    /// Bytes that wait in all partitions.
    pub(crate) waiting: Arc<AtomicUsize>,
}

/// The partition is being given up, with this job not done: whoever has it next does it.
#[derive(Debug)]
pub(crate) struct Abandoned;

/// Waiting that ends when the partition is given up.
#[derive(Clone)]
pub(crate) struct Patience(CancellationToken);

impl Patience {
    pub(crate) async fn wait(&self, backoff: &mut Backoff) -> Result<(), Abandoned> {
        self.0.run_until_cancelled(backoff.wait()).await.ok_or(Abandoned)
    }
}

/// What waits in a partition, and its part of what waits in the consumer.
#[derive(Debug)]
struct Load {
    records: AtomicUsize,
    bytes: AtomicUsize,
    /// Bytes of all partitions.
    total: Arc<AtomicUsize>,
}

impl Load {
    fn part_of(total: &Arc<AtomicUsize>) -> Self {
        Self { records: AtomicUsize::new(0), bytes: AtomicUsize::new(0), total: Arc::clone(total) }
    }

    fn add(&self, bytes: usize) {
        self.records.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.total.fetch_add(bytes, Ordering::Relaxed);
    }

    fn remove(&self, bytes: usize) {
        self.records.fetch_sub(1, Ordering::Relaxed);
        self.bytes.fetch_sub(bytes, Ordering::Relaxed);
        self.total.fetch_sub(bytes, Ordering::Relaxed);
    }

    fn above(&self, share: usize) -> bool {
        self.records.load(Ordering::Relaxed) > MOST_RECORDS / share
            || self.total.load(Ordering::Relaxed) > MOST_BYTES / share
    }
}

impl Drop for Load {
    /// What still waits when a partition is given up is another instance's.
    fn drop(&mut self) {
        self.total.fetch_sub(self.bytes.load(Ordering::Relaxed), Ordering::Relaxed);
    }
}

/// The polling thread's hold on an assigned partition.
pub(crate) struct Assigned {
    jobs: UnboundedSender<Job>,
    load: Arc<Load>,
    next: Arc<AtomicI64>,
    give_up: CancellationToken,
    task: JoinHandle<()>,
}

enum Job {
    Record(RawRecord),
    Redrive(String),
}

const NOTHING_DONE: i64 = -1;

impl Assigned {
    /// Starts the task of a partition.
    pub(crate) fn start(
        shared: Arc<Shared>,
        topic: &str,
        partition: i32,
        runtime: &tokio::runtime::Handle,
    ) -> Self {
        let (jobs, receiver) = unbounded_channel();
        let load = Arc::new(Load::part_of(&shared.waiting));
        let next = Arc::new(AtomicI64::new(NOTHING_DONE));
        let give_up = CancellationToken::new();
        let task = Task {
            lane: Lane {
                shared,
                topic: topic.to_owned(),
                partition,
                parked: Arc::default(),
                patience: Patience(give_up.clone()),
            },
            load: Arc::clone(&load),
            next: Arc::clone(&next),
            offsets: Offsets::default(),
            highest_begun: NOTHING_DONE,
            lanes: HashMap::new(),
            ready: VecDeque::new(),
            redriving: HashSet::new(),
            running: JoinSet::new(),
        };
        let task = runtime.spawn(task.run(receiver, give_up.clone()));
        Self { jobs, load, next, give_up, task }
    }

    pub(crate) fn accept(&self, record: RawRecord) {
        self.load.add(record.size());
        // The task ends only when the partition is given up; then the record is another's.
        drop(self.jobs.send(Job::Record(record)));
    }

    /// Time to stop fetching.
    pub(crate) fn is_full(&self) -> bool {
        self.load.above(1)
    }

    /// Time to fetch again.
    pub(crate) fn has_room(&self) -> bool {
        !self.load.above(2)
    }

    pub(crate) fn redrive(&self, key: String) {
        drop(self.jobs.send(Job::Redrive(key)));
    }

    /// The offset before which everything is done, if anything is.
    pub(crate) fn next_offset(&self) -> Option<i64> {
        Some(self.next.load(Ordering::Acquire)).filter(|next| *next != NOTHING_DONE)
    }

    /// Begins nothing new. What is under way, and what lies below it, goes on.
    pub(crate) fn give_up(&self) {
        self.give_up.cancel();
    }

    /// When what was under way is done.
    pub(crate) async fn finished(&mut self) {
        drop((&mut self.task).await);
    }

    /// Ends what is under way, wherever it is.
    pub(crate) fn abort(&self) {
        self.task.abort();
    }
}

/// The task of a partition.
struct Task {
    lane: Lane,
    load: Arc<Load>,
    next: Arc<AtomicI64>,
    offsets: Offsets,
    highest_begun: i64,
    /// Work by key. A key is here while one of its jobs runs or waits.
    lanes: HashMap<Vec<u8>, VecDeque<Job>>,
    /// Keys with work and nothing running.
    ready: VecDeque<Vec<u8>>,
    /// Keys with a redrive that runs or waits.
    redriving: HashSet<Vec<u8>>,
    running: JoinSet<Finished>,
}

struct Finished {
    key: Vec<u8>,
    kind: Kind,
    result: Result<(), Abandoned>,
}

#[derive(Clone, Copy)]
enum Kind {
    Record { offset: i64, size: usize },
    Redrive,
}

impl Task {
    async fn run(mut self, mut jobs: UnboundedReceiver<Job>, give_up: CancellationToken) {
        if self.lane.load_parked_keys().await.is_err() {
            return;
        }
        loop {
            tokio::select! {
                biased;
                () = give_up.cancelled() => break,
                Some(Ok(finished)) = self.running.join_next() => self.finish(finished),
                job = jobs.recv() => match job {
                    Some(job) => self.take_in(job),
                    None => break,
                },
            }
            self.start_lanes();
        }
        self.finish_what_was_begun().await;
    }

    /// Records are done out of order, and what is done above one that is not would be done again by the next owner. So
    /// the gaps are filled, and nothing is begun above the highest record that was.
    async fn finish_what_was_begun(&mut self) {
        let below = |job: &Job| matches!(job, Job::Record(record) if record.offset < self.highest_begun);
        self.lanes.values_mut().for_each(|waiting| waiting.retain(below));
        self.start_lanes();
        while let Some(finished) = self.running.join_next().await {
            // Only a task that was aborted has no result.
            if let Ok(finished) = finished {
                self.finish(finished);
            }
            self.start_lanes();
        }
    }

    fn take_in(&mut self, job: Job) {
        let key = match &job {
            Job::Record(record) => {
                self.offsets.begin(record.offset);
                record.key.clone().unwrap_or_default()
            }
            Job::Redrive(key) => {
                let key = key.clone().into_bytes();
                if !self.redriving.insert(key.clone()) {
                    return;
                }
                key
            }
        };
        if let Some(lane) = self.lanes.get_mut(&key) {
            lane.push_back(job);
        } else {
            self.lanes.insert(key.clone(), VecDeque::from([job]));
            self.ready.push_back(key);
        }
    }

    fn start_lanes(&mut self) {
        while self.running.len() < LANES {
            let Some(key) = self.ready.pop_front() else { return };
            let Some(job) = self.lanes.get_mut(&key).and_then(VecDeque::pop_front) else { continue };
            if let Job::Record(record) = &job {
                self.highest_begun = self.highest_begun.max(record.offset);
            }
            let lane = self.lane.clone();
            self.running.spawn(async move { lane.run(key, job).await });
        }
    }

    fn finish(&mut self, finished: Finished) {
        self.settle(&finished);
        match self.lanes.get(&finished.key) {
            // After a record that was abandoned its key must stand still.
            Some(waiting) if !waiting.is_empty() && finished.result.is_ok() => {
                self.ready.push_back(finished.key)
            }
            _ => {
                self.lanes.remove(&finished.key);
            }
        }
    }

    fn settle(&mut self, finished: &Finished) {
        match finished.kind {
            Kind::Redrive => {
                self.redriving.remove(&finished.key);
            }
            Kind::Record { offset, size } => {
                self.load.remove(size);
                if finished.result.is_ok() {
                    step("bus.consumer.effect");
                    if let Some(next) = self.offsets.finish(offset) {
                        self.next.store(next, Ordering::Release);
                    }
                }
            }
        }
    }
}

/// What a job needs of its partition.
#[derive(Clone)]
struct Lane {
    shared: Arc<Shared>,
    topic: String,
    partition: i32,
    /// Keys that are parked. Only lanes of this partition change it, each for its own key.
    parked: Arc<Mutex<HashSet<String>>>,
    patience: Patience,
}

impl Lane {
    /// Before the first record: a key that was parked before must not be overtaken.
    async fn load_parked_keys(&self) -> Result<(), Abandoned> {
        let mut backoff = Backoff::for_outage();
        let Shared { group, lot, .. } = self.shared.as_ref();
        loop {
            match within(STORE, lot.keys(group, &self.topic, self.partition)).await {
                Ok(keys) => {
                    self.parked_keys().extend(keys);
                    return Ok(());
                }
                Err(error) => {
                    tracing::warn!(
                        group,
                        topic = self.topic,
                        error = format!("{error:#}"),
                        "waiting for the store"
                    );
                    self.patience.wait(&mut backoff).await?;
                }
            }
        }
    }

    fn parked_keys(&self) -> std::sync::MutexGuard<'_, HashSet<String>> {
        self.parked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn run(self, key: Vec<u8>, job: Job) -> Finished {
        let kind = match &job {
            Job::Record(record) => Kind::Record { offset: record.offset, size: record.size() },
            Job::Redrive(_) => Kind::Redrive,
        };
        let mut backoff = Backoff::for_outage();
        loop {
            let attempt = async {
                match &job {
                    Job::Record(record) => self.handle(record).await,
                    Job::Redrive(key) => self.redrive(key).await,
                }
            };
            // A handler's panic is caught where it is tried. Whatever else panics must not lose the record.
            let result = match AssertUnwindSafe(attempt).catch_unwind().await {
                Ok(result) => result,
                Err(_) => match self.patience.wait(&mut backoff).await {
                    Ok(()) => continue,
                    Err(abandoned) => Err(abandoned),
                },
            };
            return Finished { key, kind, result };
        }
    }

    /// Until the record is done, parked, buried or passed over.
    async fn handle(&self, record: &RawRecord) -> Result<(), Abandoned> {
        match self.understand(record).await? {
            Known::Nothing => Ok(()),
            Known::Withheld { key, reason } => self.park_in_the_end(record, &key, &reason).await,
            Known::Event(event) => {
                let span = self.span(record, &event);
                self.handle_event(record, &event).instrument(span).await
            }
        }
    }

    /// What the record is, as soon as it is known.
    async fn understand(&self, record: &RawRecord) -> Result<Known, Abandoned> {
        let Shared { group, decoding, producer, metrics, .. } = self.shared.as_ref();
        let mut backoff = Backoff::for_outage();
        let began = Instant::now();
        loop {
            let reason = match decoding.understand(record).await {
                Ok(Understood::Event(event)) => return Ok(Known::Event(event)),
                Ok(Understood::Foreign { type_name }) => {
                    metrics.skipped.with_label_values(&[group, &type_name]).inc();
                    return Ok(Known::Nothing);
                }
                Err(NotUnderstood::Undecodable(reason)) => {
                    dead_letter::bury(producer, group, record, &reason, &self.patience).await?;
                    return Ok(Known::Nothing);
                }
                Err(NotUnderstood::Withheld { key, reason })
                    if began.elapsed() >= WITHHELD || self.parked_keys().contains(&key) =>
                {
                    return Ok(Known::Withheld { key, reason });
                }
                Err(NotUnderstood::Withheld { reason, .. } | NotUnderstood::Unavailable(reason)) => reason,
            };
            tracing::warn!(group, topic = record.topic, reason, "a record cannot be decoded yet");
            self.patience.wait(&mut backoff).await?;
        }
    }

    /// Parks the key of a record that cannot be handled, as soon as the store takes it.
    async fn park_in_the_end(&self, record: &RawRecord, key: &str, reason: &str) -> Result<(), Abandoned> {
        let mut backoff = Backoff::for_outage();
        while !self.park(record, key, reason).await {
            self.patience.wait(&mut backoff).await?;
        }
        Ok(())
    }

    async fn handle_event(&self, record: &RawRecord, event: &Incoming) -> Result<(), Abandoned> {
        let Shared { group, producer, metrics, .. } = self.shared.as_ref();
        let mut backoff = Backoff::for_outage();
        loop {
            let reason = if self.parked_keys().contains(&event.key) {
                "an event of this key before it is parked".to_owned()
            } else {
                match retry::handle(event, group, metrics, &self.patience).await? {
                    Verdict::Done => return Ok(()),
                    Verdict::Rejected(reason) => {
                        return dead_letter::bury(producer, group, record, &reason, &self.patience).await;
                    }
                    Verdict::Failed(reason) => reason,
                }
            };
            // A store that is down fails the handler and the parking alike: then the event is tried again when the
            // store is back, and nothing is parked.
            if self.park(record, &event.key, &reason).await {
                return Ok(());
            }
            self.patience.wait(&mut backoff).await?;
        }
    }

    async fn park(&self, record: &RawRecord, key: &str, reason: &str) -> bool {
        let Shared { group, lot, .. } = self.shared.as_ref();
        match within(STORE, lot.park(group, &ParkedEvent::of(record, key), reason)).await {
            Ok(()) => {
                step("bus.consumer.parked");
                if self.parked_keys().insert(key.to_owned()) {
                    tracing::error!(group, key, reason, "a key is parked");
                }
                true
            }
            Err(error) => {
                tracing::warn!(
                    group,
                    error = format!("{error:#}"),
                    "an event can neither be handled nor parked yet"
                );
                false
            }
        }
    }

    /// Replays the queue of a key, in order, as far as it goes.
    async fn redrive(&self, key: &str) -> Result<(), Abandoned> {
        let Shared { group, lot, .. } = self.shared.as_ref();
        loop {
            let replay = match within(STORE, lot.first(group, &self.topic, key)).await {
                Ok(Some(parked)) => self.replay(parked).await?,
                Ok(None) => match within(STORE, lot.free(group, &self.topic, key)).await {
                    Ok(()) => {
                        self.parked_keys().remove(key);
                        tracing::info!(group, topic = self.topic, key, "a key is free again");
                        return Ok(());
                    }
                    Err(error) => Replay::StoreFailed(error),
                },
                Err(error) => Replay::StoreFailed(error),
            };
            match replay {
                Replay::Done => {}
                Replay::Failed => return Ok(()),
                // The request stands; it is found again within a second or so.
                Replay::StoreFailed(error) => {
                    tracing::warn!(
                        group,
                        topic = self.topic,
                        error = format!("{error:#}"),
                        "a redrive stopped"
                    );
                    return Ok(());
                }
            }
        }
    }

    async fn replay(&self, parked: ParkedEvent) -> Result<Replay, Abandoned> {
        let Shared { group, lot, producer, metrics, .. } = self.shared.as_ref();
        let record = parked.clone().into_record();
        let failed = match self.understand(&record).await? {
            Known::Nothing => None,
            Known::Withheld { reason, .. } => Some(reason),
            Known::Event(event) => {
                let span = self.span(&record, &event);
                match retry::handle(&event, group, metrics, &self.patience).instrument(span).await? {
                    Verdict::Done => {
                        step("bus.consumer.replayed");
                        None
                    }
                    Verdict::Rejected(reason) => {
                        dead_letter::bury(producer, group, &record, &reason, &self.patience).await?;
                        None
                    }
                    Verdict::Failed(reason) => Some(reason),
                }
            }
        };
        if let Some(reason) = failed {
            let kept = within(STORE, lot.keep(group, &self.topic, &parked.key, &reason)).await;
            return Ok(kept.map_or_else(Replay::StoreFailed, |()| Replay::Failed));
        }
        Ok(within(STORE, lot.take(group, &parked)).await.map_or_else(Replay::StoreFailed, |()| Replay::Done))
    }

    /// Continues the trace of the command that caused the event.
    fn span(&self, record: &RawRecord, event: &Incoming) -> Span {
        let span = tracing::info_span!(
            "consume",
            otel.kind = "consumer",
            messaging.system = "kafka",
            messaging.consumer.group.name = self.shared.group,
            messaging.destination.name = record.topic,
            messaging.destination.partition.id = record.partition,
            messaging.kafka.offset = record.offset,
            event.id = %event.envelope.id,
            event.type = event.type_name,
        );
        if let Some(traceparent) = &event.envelope.traceparent {
            trace::continue_from(&span, traceparent);
        }
        span
    }
}

/// What a record turned out to be, once it could be known.
enum Known {
    Event(Incoming),
    /// There is nothing left to do with it.
    Nothing,
    /// Its payload is not given.
    Withheld {
        key: String,
        reason: String,
    },
}

enum Replay {
    Done,
    Failed,
    StoreFailed(anyhow::Error),
}
