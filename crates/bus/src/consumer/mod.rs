//! The consumer loop: everything about events in that is the same for every service.
//!
//! One thread polls librdkafka and serves its callbacks. Each assigned partition has a task that hands its records to
//! one lane per key: lanes run side by side, a lane handles one record at a time. A record is done when its effect is
//! durable, or it is parked, or it is in the dead-letter topic; the offset that is stored is that of the first record
//! that is not done.

pub(crate) mod dead_letter;
pub(crate) mod decode;
mod delivery;
mod membership;
mod offsets;
mod parking;
mod partition;
mod polling;
mod rebalance;
pub(crate) mod record;
mod retry;

pub use delivery::{Delivery, Handler, Outcome};
pub use parking::{ParkedEvent, ParkedKey, ParkingLot};

use crate::{
    Bus, ConfigError, PayloadStore,
    backoff::{Backoff, within},
    client::Report,
};
use decode::{Decoding, Subscriptions};
use events::Event;
use partition::Shared;
use rdkafka::{
    ClientConfig,
    consumer::{BaseConsumer, Consumer as _},
    types::RDKafkaErrorCode,
};
use rebalance::Assignments;
use std::{
    convert::Infallible,
    sync::{Arc, Weak},
    time::{Duration, Instant},
};
use tokio::{runtime::Handle, sync::oneshot, time};
use tokio_util::sync::CancellationToken;

/// How long Kafka counts an instance among its group that does not speak: so long it may take to start again.
pub(crate) const SESSION: Duration = Duration::from_secs(10);
/// How often redrives are looked for.
const LOOK_FOR_REDRIVES: Duration = Duration::from_secs(1);
/// How long a look may take.
const LOOK: Duration = Duration::from_secs(10);
/// How many of the looks also count the parked keys.
const LOOKS_PER_COUNT: u32 = 5;
/// How many of the looks also tidy the store.
const LOOKS_PER_TIDYING: u32 = 3600;
/// Redrives that one look begins.
const REDRIVES_AT_ONCE: usize = 100;
/// After the shutdown; a broker that does not answer the last commit is not waited for longer.
const STOP: Duration = Duration::from_millis(1700);
/// Before a client that met a fatal error is replaced for the first time.
const REPLACE_FIRST: Duration = Duration::from_secs(1);
/// The same, at most: two processes of one instance name take the place from each other again and again.
const REPLACE_MOST: Duration = Duration::from_secs(30);

/// What one group of a service consumes. Build it, [`connect`](Consumer::connect) it, run it.
pub struct Consumer {
    group: String,
    subscriptions: Subscriptions,
    lot: Option<Arc<dyn ParkingLot>>,
    payloads: Option<Arc<dyn PayloadStore>>,
}

/// A consumer that cannot start, or cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ConsumerError {
    /// It has no handler.
    #[error("group {group} consumes nothing")]
    Nothing {
        /// The group.
        group: String,
    },
    /// Two handlers for one record: only one of them would ever run.
    #[error("{type_name} has two handlers")]
    TwoHandlers {
        /// The record.
        type_name: &'static str,
    },
    /// It has nowhere to park a key.
    #[error("group {group} has no parking lot")]
    NoParkingLot {
        /// The group.
        group: String,
    },
    /// The configuration cannot work.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The polling thread ended without an answer.
    #[error("the polling thread is gone")]
    Lost,
}

impl Consumer {
    /// A consumer in `group`, which is the name of the service.
    pub fn group(name: impl Into<String>) -> Self {
        Self { group: name.into(), subscriptions: Subscriptions::default(), lot: None, payloads: None }
    }

    /// Handles events of type `E`, from their topic.
    pub fn on<E: Event, H: Handler<E>>(mut self, handler: H) -> Self {
        self.subscriptions.add::<E, H>(handler);
        self
    }

    /// Where keys wait that cannot be handled now: in the store of the service.
    pub fn parking(mut self, lot: Arc<dyn ParkingLot>) -> Self {
        self.lot = Some(lot);
        self
    }

    /// Where payloads lie that were too large for a topic.
    pub fn payloads(mut self, store: Arc<dyn PayloadStore>) -> Self {
        self.payloads = Some(store);
        self
    }

    /// Checks everything that can be checked without a broker.
    pub fn connect(self, bus: &Bus) -> Result<ConnectedConsumer, ConsumerError> {
        let Self { group, subscriptions, lot, payloads } = self;
        if let Some(type_name) = subscriptions.twice() {
            return Err(ConsumerError::TwoHandlers { type_name });
        }
        let topics: Vec<_> = subscriptions.topics().into_iter().collect();
        if topics.is_empty() {
            return Err(ConsumerError::Nothing { group });
        }
        let Some(lot) = lot else { return Err(ConsumerError::NoParkingLot { group }) };
        let config = configure(bus, &group, &topics);
        let shared = Arc::new(Shared {
            decoding: Decoding::new(subscriptions, bus, payloads),
            lot,
            producer: bus.producer.clone(),
            metrics: bus.metrics.clone(),
            waiting: Arc::default(),
            group,
        });
        Ok(ConnectedConsumer { config, topics, shared })
    }
}

fn configure(bus: &Bus, group: &str, topics: &[&str]) -> ClientConfig {
    let mut config = bus.kafka.client();
    config
        .set("group.id", group)
        // A new group begins with what there is; so does one whose offsets expired. Nothing is passed over.
        .set("auto.offset.reset", "earliest")
        .set("enable.auto.offset.store", "false")
        .set("enable.auto.commit", "true")
        .set("auto.commit.interval.ms", "1000")
        // Only partitions that move are taken away.
        .set("partition.assignment.strategy", "cooperative-sticky")
        .set("session.timeout.ms", SESSION.as_millis().to_string())
        .set("heartbeat.interval.ms", "2000")
        .set("fetch.wait.max.ms", "100")
        .set("queued.max.messages.kbytes", "8192")
        .set("fetch.queue.backoff.ms", "50")
        .set("statistics.interval.ms", "5000");
    if let Some(instance) = &bus.kafka.instance {
        config.set("group.instance.id", membership::name(group, instance, topics));
    }
    config
}

/// A consumer that may run.
pub struct ConnectedConsumer {
    config: ClientConfig,
    topics: Vec<&'static str>,
    shared: Arc<Shared>,
}

impl ConnectedConsumer {
    /// Consumes until `shutdown`: then it finishes what is under way, commits and leaves, in less than two seconds.
    ///
    /// A client that Kafka has fenced never works again, and another takes its place. Two processes of one instance name
    /// fence each other; so does one alone whose session ended while Kafka was away, when it joins again
    /// ([librdkafka 3437](https://github.com/confluentinc/librdkafka/issues/3437)).
    ///
    /// Ends early only with an error after which the process should be started again.
    pub async fn run(self, shutdown: CancellationToken) -> Result<(), ConsumerError> {
        let mut backoff = Backoff::new(REPLACE_FIRST, REPLACE_MOST);
        loop {
            let began = Instant::now();
            let Err(code) = self.consume(&shutdown).await? else { return Ok(()) };
            tracing::error!(
                group = self.shared.group,
                ?code,
                "the kafka consumer met a fatal error and is replaced"
            );
            if began.elapsed() > REPLACE_MOST {
                backoff.reset();
            }
            tokio::select! {
                () = backoff.wait() => {}
                () = shutdown.cancelled() => return Ok(()),
            }
        }
    }

    /// With one client, until `shutdown` or its fatal error.
    async fn consume(&self, shutdown: &CancellationToken) -> Result<Result<(), Fatal>, ConsumerError> {
        let Self { config, topics, shared } = self;
        let report = Report { client: "consumer", metrics: shared.metrics.clone() };
        let assignments = Assignments::new(report, Arc::clone(shared), Handle::current());
        let consumer: BaseConsumer<Assignments> =
            config.create_with_context(assignments).map_err(ConfigError::Kafka)?;
        consumer.subscribe(topics).map_err(ConfigError::Kafka)?;

        let watched = Arc::downgrade(consumer.context());
        // A run that is dropped stops as well.
        let stop = shutdown.child_token();
        let _stop_at_end = stop.clone().drop_guard();
        let mut polling = spawn_polling(consumer, &shared.group, stop);
        let ended = tokio::select! {
            ended = &mut polling => ended,
            never = watch_parking(shared, watched) => match never {},
            () = shutdown.cancelled() => match time::timeout(STOP, polling).await {
                Ok(ended) => ended,
                Err(_) => {
                    tracing::warn!(group = shared.group, "the last offsets may not be committed");
                    Ok(Ok(()))
                }
            },
        };
        ended.map_err(|_| ConsumerError::Lost)
    }
}

/// librdkafka gave up.
type Fatal = RDKafkaErrorCode;
type Ended = oneshot::Receiver<Result<(), Fatal>>;

fn spawn_polling(consumer: BaseConsumer<Assignments>, group: &str, stop: CancellationToken) -> Ended {
    let (tell, ended) = oneshot::channel();
    let poll = move || {
        let result = polling::poll(consumer, &stop);
        // Nobody listens any more when the stop took too long.
        _ = tell.send(result);
    };
    // A thread that cannot be made drops `tell`, which is reported as lost.
    drop(std::thread::Builder::new().name(format!("bus-{group}")).spawn(poll));
    ended
}

/// Begins redrives that are asked for, and counts parked keys. Ends with the consumer.
async fn watch_parking(shared: &Shared, assignments: Weak<Assignments>) -> Infallible {
    let mut looks = 0;
    loop {
        let looked = async {
            begin_redrives(shared, &assignments).await?;
            if looks % LOOKS_PER_COUNT == 0 {
                count_parked(shared).await?;
            }
            if looks % LOOKS_PER_TIDYING == 0 {
                shared.lot.tidy().await?;
            }
            anyhow::Ok(())
        };
        if let Err(error) = within(LOOK, looked).await {
            tracing::warn!(
                group = shared.group,
                error = format!("{error:#}"),
                "the parking lot cannot be read"
            );
        }
        looks += 1;
        time::sleep(LOOK_FOR_REDRIVES).await;
    }
}

/// Those of partitions that are here; other instances begin theirs.
async fn begin_redrives(shared: &Shared, assignments: &Weak<Assignments>) -> anyhow::Result<()> {
    for asked in shared.lot.requested(&shared.group, REDRIVES_AT_ONCE).await? {
        if let Some(assignments) = assignments.upgrade() {
            assignments.redrive(&asked.topic, asked.partition, asked.key);
        }
    }
    Ok(())
}

async fn count_parked(shared: &Shared) -> anyhow::Result<()> {
    let counted = shared.lot.count(&shared.group).await?;
    for topic in shared.decoding.topics() {
        let keys = counted.iter().find(|(counted, _)| counted == topic).map_or(0, |(_, keys)| *keys);
        let gauge = shared.metrics.parked_keys.with_label_values(&[shared.group.as_str(), topic]);
        gauge.set(i64::try_from(keys).unwrap_or(i64::MAX));
    }
    Ok(())
}
