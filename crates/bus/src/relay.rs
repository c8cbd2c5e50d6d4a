//! Publishes what services committed: from the outbox to Kafka, in order, at least once, for ever.
//!
//! **Order.** Events of one key form a chain: one is handed to the producer when the one before it is acknowledged. So
//! no failure of any kind, of a record, a batch or the producer, can let a later event of a key overtake an earlier one,
//! whatever librdkafka does about sequence numbers. Chains of different keys run side by side, and the outbox is read
//! and marked while they do, so that only an outbox of a single key pays a round trip an event.
//!
//! **Nothing lost.** An event is marked after every one of its renditions is acknowledged by all in-sync replicas. What
//! is published and not marked when the process ends is published again.
//!
//! **Failure.** A chain that fails stops, and the other chains go on; its key is left alone until the next sweep, which
//! begins at the front again. An outage ends the sweep. Either way the next one comes after a pause that doubles up to
//! five seconds, without end.

use crate::{
    Metrics, OutboxSource, PayloadStore, Pending, Producer, Rendition,
    backoff::{Backoff, within},
    claim_check::Claim,
    failpoint::step,
    framing, headers,
    outbox::Lease,
    producer::{Record, Undelivered},
};
use anyhow::{Context, Result};
use futures::{
    future::try_join_all,
    stream::{FuturesUnordered, StreamExt},
};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::Notify,
    time::{self, Instant},
};
use tokio_util::sync::CancellationToken;

/// Events read and published together. Enough that the slowest acknowledgement of a batch hides behind the others.
const BATCH: usize = 1000;
/// A sweep that nobody asked for, for what another process committed.
const SWEEP_EVERY: Duration = Duration::from_secs(1);
/// The first look after a commit that may have been held back.
const LOOK_AGAIN: Duration = Duration::from_millis(5);
/// How often the backlog is measured.
const MEASURE_EVERY: Duration = Duration::from_secs(5);
/// A lease that is held is renewed this often.
const RENEW_EVERY: Duration = Duration::from_secs(1);
/// How long a renewal may take, and everything else that the outbox is asked for.
const RENEW: Duration = Duration::from_secs(2);
const STORE: Duration = Duration::from_secs(10);
/// How long after the shutdown the relay goes on publishing.
const FLUSH: Duration = Duration::from_millis(1000);
/// How long it may then take to mark what was published.
const MARK_AT_END: Duration = Duration::from_millis(300);

/// Publishes one service's outbox.
pub struct Relay {
    producer: Producer,
    source: Arc<dyn OutboxSource>,
    payloads: Option<Arc<dyn PayloadStore>>,
    metrics: Metrics,
    wake: Arc<Notify>,
}

/// Tells a [`Relay`] that something was committed. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct RelayWaker(Arc<Notify>);

impl RelayWaker {
    /// To be called after a commit. Without it the event waits for the next sweep, at most a second.
    pub fn wake(&self) {
        step("bus.committed");
        self.0.notify_one();
    }
}

/// A lease, and when it was last known to be held.
struct Held {
    lease: Box<dyn Lease>,
    since: Instant,
}

impl Held {
    /// Renews it when a second has passed.
    async fn keep(&mut self) -> bool {
        if self.since.elapsed() < RENEW_EVERY {
            return true;
        }
        self.since = Instant::now();
        within(RENEW, self.lease.renew()).await.unwrap_or(false)
    }

    /// Renews it every second until `work` is done. Says whether it was held all the while.
    async fn while_keeping<T>(&mut self, work: impl Future<Output = T>) -> (T, bool) {
        tokio::pin!(work);
        let mut held = true;
        loop {
            let renewal = async {
                time::sleep(RENEW_EVERY.saturating_sub(self.since.elapsed())).await;
                self.keep().await
            };
            tokio::select! {
                done = &mut work => return (done, held),
                kept = renewal, if held => held = kept,
            }
        }
    }
}

/// How a sweep ended.
#[derive(Debug, PartialEq, Eq)]
enum Sweep {
    /// Nothing was there.
    Empty,
    /// Everything that it found is published. More may have been committed meanwhile.
    Clean,
    /// Something is left that has to be tried again.
    Left,
}

/// What became of one batch.
#[derive(Default)]
struct Report {
    delivered: Vec<Pending>,
    failures: Vec<ChainFailure>,
    cut_short: bool,
}

struct ChainFailure {
    key: ChainKey,
    error: PublishError,
}

/// Topic and key of the first rendition.
type ChainKey = (String, String);

#[derive(Debug, thiserror::Error)]
enum PublishError {
    #[error(transparent)]
    Undelivered(#[from] Undelivered),
    #[error("the payload is too large for Kafka and cannot be deposited")]
    Claim(#[source] anyhow::Error),
}

impl PublishError {
    /// Whether other keys may fare better.
    fn is_about_the_record(&self) -> bool {
        match self {
            Self::Undelivered(undelivered) => undelivered.is_about_the_record(),
            Self::Claim(_) => true,
        }
    }
}

impl Relay {
    /// Publishes `source` through `producer`.
    pub fn new(producer: Producer, source: Arc<dyn OutboxSource>) -> Self {
        let metrics = producer.metrics().clone();
        Self { producer, source, payloads: None, metrics, wake: Arc::default() }
    }

    /// Where payloads above [`crate::INLINE_LIMIT`] are deposited. Without it they wait in the outbox, and it alerts.
    pub fn payloads(mut self, store: Arc<dyn PayloadStore>) -> Self {
        self.payloads = Some(store);
        self
    }

    /// Listens to `waker` as well: for a waker that was needed before there was a relay.
    pub fn woken_by(mut self, waker: &RelayWaker) -> Self {
        self.wake = Arc::clone(&waker.0);
        self
    }

    /// What a handler calls after its commit.
    pub fn waker(&self) -> RelayWaker {
        RelayWaker(Arc::clone(&self.wake))
    }

    /// Publishes until `shutdown`, then publishes what is there, for a second at most.
    pub async fn run(self, shutdown: CancellationToken) {
        let end = CancellationToken::new();
        let publishing = async {
            while let Some(lease) = self.wait_for_lease(&shutdown).await {
                self.metrics.relay_leads.set(1);
                self.lead(lease, &shutdown, &end).await;
                self.metrics.relay_leads.set(0);
            }
        };
        let ending = async {
            shutdown.cancelled().await;
            time::sleep(FLUSH).await;
            end.cancel();
            time::sleep(MARK_AT_END).await;
        };
        tokio::select! {
            () = publishing => {}
            () = ending => tracing::info!("the outbox could not be emptied; the next start goes on"),
            () = self.measure() => {}
        }
    }

    /// None at shutdown.
    async fn wait_for_lease(&self, shutdown: &CancellationToken) -> Option<Held> {
        let mut backoff = Backoff::for_outage();
        while !shutdown.is_cancelled() {
            let pause = match within(STORE, self.source.lease()).await {
                Ok(Some(lease)) => return Some(Held { lease, since: Instant::now() }),
                Ok(None) => SWEEP_EVERY,
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "the outbox cannot be leased yet");
                    backoff.next()
                }
            };
            pause_unless(shutdown, pause).await;
        }
        None
    }

    /// Sweeps until the lease is lost or the service stops, and once more then.
    async fn lead(&self, mut lease: Held, shutdown: &CancellationToken, end: &CancellationToken) {
        let mut backoff = Backoff::for_outage();
        let mut pause = SWEEP_EVERY;
        loop {
            let last = shutdown.is_cancelled();
            if !lease.keep().await {
                tracing::warn!("the lease of the outbox is lost");
                return;
            }
            match self.sweep(&mut lease, end).await {
                Ok(Sweep::Clean) => {
                    backoff.reset();
                    if !end.is_cancelled() {
                        continue;
                    }
                }
                Ok(Sweep::Empty) => {
                    backoff.reset();
                    if last && !end.is_cancelled() && self.is_held_back().await {
                        pause_unless(end, LOOK_AGAIN).await;
                        continue;
                    }
                    if !last {
                        pause = self.wait_for_work(pause, shutdown).await;
                    }
                }
                Ok(Sweep::Left) => pause_unless(shutdown, backoff.next()).await,
                Err(error) => {
                    tracing::warn!(
                        error = format!("{error:#}"),
                        "the outbox cannot be read or marked, trying again"
                    );
                    pause_unless(shutdown, backoff.next()).await;
                }
            }
            if last {
                return lease.lease.release().await;
            }
        }
    }

    /// Whether something is committed that a sweep does not see yet.
    async fn is_held_back(&self) -> bool {
        self.source.holds_back()
            && within(STORE, self.source.backlog()).await.is_ok_and(|backlog| backlog.depth > 0)
    }

    /// Until it is woken, or `pause` is over. Gives the next pause: short after a commit that may be held back, then
    /// twice as long each time.
    async fn wait_for_work(&self, pause: Duration, shutdown: &CancellationToken) -> Duration {
        tokio::select! {
            () = self.wake.notified() => if self.source.holds_back() { LOOK_AGAIN } else { SWEEP_EVERY },
            () = time::sleep(pause) => (pause * 2).min(SWEEP_EVERY),
            () = shutdown.cancelled() => pause,
        }
    }

    /// From the front to the end: marks the last batch while it publishes this one, and reads the next if this one is full.
    ///
    /// Whatever is behind a batch that is not full was committed since it was read, and has the next sweep, which begins at
    /// the front: there is also what was committed later than an event that has an earlier place.
    async fn sweep(&self, lease: &mut Held, end: &CancellationToken) -> Result<Sweep> {
        let mut left_alone = HashSet::new();
        let mut delivered = Vec::new();
        let mut batch =
            within(STORE, self.source.pending(None, BATCH)).await.context("reading the outbox")?;
        let mut result = if batch.is_empty() { Sweep::Empty } else { Sweep::Clean };
        while !batch.is_empty() {
            step("bus.relay.read");
            let last = batch.last().filter(|_| batch.len() >= BATCH).cloned();
            let work = async {
                tokio::join!(
                    self.publish(batch, &left_alone, end),
                    self.behind(last.as_ref()),
                    self.mark(&delivered)
                )
            };
            let ((report, next, marked), held) = lease.while_keeping(work).await;
            step("bus.relay.published");
            delivered = report.delivered;
            let outage = report.failures.iter().any(|failure| !failure.error.is_about_the_record());
            if report.cut_short || !report.failures.is_empty() {
                result = Sweep::Left;
            }
            self.tell(&report.failures);
            left_alone.extend(report.failures.into_iter().map(|failure| failure.key));

            let go_on = held && marked.is_ok() && !outage && !report.cut_short;
            batch = if go_on { next.unwrap_or_default() } else { Vec::new() };
            if batch.is_empty() {
                self.mark(&delivered).await?;
            }
            marked?;
        }
        Ok(result)
    }

    async fn behind(&self, last: Option<&Pending>) -> Result<Vec<Pending>> {
        match last {
            Some(last) => within(STORE, self.source.pending(Some(last), BATCH)).await,
            None => Ok(Vec::new()),
        }
    }

    async fn mark(&self, delivered: &[Pending]) -> Result<()> {
        if delivered.is_empty() {
            return Ok(());
        }
        within(STORE, self.source.mark(delivered)).await.context("marking what is published")?;
        step("bus.relay.marked");
        Ok(())
    }

    /// Publishes a batch, every chain by itself, and says what got through before `end`.
    async fn publish(
        &self,
        batch: Vec<Pending>,
        left_alone: &HashSet<ChainKey>,
        end: &CancellationToken,
    ) -> Report {
        let delivered = Mutex::new(Vec::with_capacity(batch.len()));
        let mut running: FuturesUnordered<_> = chains(batch)
            .into_iter()
            .filter(|(key, _)| !left_alone.contains(key))
            .map(|(key, chain)| self.publish_chain(key, chain, &delivered))
            .collect();
        let mut report = Report::default();
        loop {
            tokio::select! {
                chain = running.next() => match chain {
                    Some(Ok(())) => {}
                    Some(Err(failure)) => report.failures.push(failure),
                    None => break,
                },
                () = end.cancelled() => {
                    report.cut_short = true;
                    break;
                }
            }
        }
        drop(running);
        report.delivered = delivered.into_inner().unwrap_or_else(PoisonError::into_inner);
        report
    }

    /// One event after another; the first that fails ends it.
    async fn publish_chain(
        &self,
        key: ChainKey,
        chain: Vec<Pending>,
        delivered: &Mutex<Vec<Pending>>,
    ) -> Result<(), ChainFailure> {
        for pending in chain {
            if let Err(error) = self.publish_event(&pending).await {
                return Err(ChainFailure { key, error });
            }
            delivered.lock().unwrap_or_else(PoisonError::into_inner).push(pending);
        }
        Ok(())
    }

    /// Every rendition, with the same `ce_id`.
    async fn publish_event(&self, pending: &Pending) -> Result<(), PublishError> {
        let renditions = pending.outgoing.renditions.iter();
        try_join_all(renditions.map(|rendition| self.publish_rendition(pending, rendition))).await?;
        Ok(())
    }

    async fn publish_rendition(&self, pending: &Pending, rendition: &Rendition) -> Result<(), PublishError> {
        let claim = Claim::of(&pending.outgoing, rendition);
        if let Some(claim) = &claim {
            self.deposit(claim, rendition).await.map_err(PublishError::Claim)?;
        }
        let inline = if claim.is_some() { framing::PREFIX } else { rendition.payload.len() };
        self.producer
            .publish(Record {
                topic: &rendition.topic,
                key: Some(rendition.key.as_bytes()),
                payload: Some(&rendition.payload[..inline]),
                headers: headers::write(&pending.outgoing, rendition, claim.as_ref()),
            })
            .await?;
        self.metrics.published.with_label_values(&[&rendition.topic]).inc();
        Ok(())
    }

    async fn deposit(&self, claim: &Claim, rendition: &Rendition) -> Result<()> {
        let store = self.payloads.as_ref().context("no payload store is configured")?;
        store.put(&claim.key, rendition.payload.clone()).await
    }

    /// One line a kind of failure, however many keys it stopped.
    fn tell(&self, failures: &[ChainFailure]) {
        let mut kinds: HashMap<(&str, String), (u64, &PublishError)> = HashMap::new();
        for failure in failures {
            let kind = match &failure.error {
                PublishError::Undelivered(undelivered) => (undelivered.topic.as_str(), undelivered.code()),
                PublishError::Claim(_) => (failure.key.0.as_str(), "Claim".to_owned()),
            };
            kinds.entry(kind).or_insert((0, &failure.error)).0 += 1;
        }
        for ((topic, code), (keys, error)) in kinds {
            self.metrics.publish_failures.with_label_values(&[topic, code.as_str()]).inc_by(keys);
            tracing::warn!(topic, code, keys, error = chain_of(error), "events are not published yet");
        }
    }

    async fn measure(&self) {
        loop {
            match within(STORE, self.source.backlog()).await {
                Ok(backlog) => {
                    self.metrics.outbox_depth.set(i64::try_from(backlog.depth).unwrap_or(i64::MAX));
                    self.metrics.outbox_age.set(backlog.age.as_secs_f64());
                }
                Err(error) => tracing::warn!(error = format!("{error:#}"), "the outbox cannot be measured"),
            }
            time::sleep(MEASURE_EVERY).await;
        }
    }
}

/// Events of one key after one another, in the order of the batch; the key that came first first.
fn chains(batch: Vec<Pending>) -> Vec<(ChainKey, Vec<Pending>)> {
    let mut places: HashMap<ChainKey, usize> = HashMap::with_capacity(batch.len());
    let mut chains: Vec<(ChainKey, Vec<Pending>)> = Vec::with_capacity(batch.len());
    for pending in batch {
        let (topic, key) = pending.outgoing.chain().unwrap_or_default();
        let key = (topic.to_owned(), key.to_owned());
        match places.get(&key) {
            Some(place) => chains[*place].1.push(pending),
            None => {
                places.insert(key.clone(), chains.len());
                chains.push((key, vec![pending]));
            }
        }
    }
    chains
}

/// An error with its causes.
fn chain_of(error: &PublishError) -> String {
    match error {
        PublishError::Claim(cause) => format!("{error}: {cause:#}"),
        PublishError::Undelivered(_) => error.to_string(),
    }
}

async fn pause_unless(shutdown: &CancellationToken, pause: Duration) {
    tokio::select! {
        () = time::sleep(pause) => {}
        () = shutdown.cancelled() => {}
    }
}

#[cfg(test)]
mod tests;
