//! The relay against librdkafka's mock cluster, whose failures a test decides.

use super::*;
use crate::{Backlog, Outgoing};
use async_trait::async_trait;
use ids::EventId;
use rdkafka::{
    ClientConfig, Message, Offset, TopicPartitionList,
    consumer::{BaseConsumer, Consumer as _},
    mocking::MockCluster,
    producer::DefaultProducerContext,
    types::{RDKafkaApiKey, RDKafkaRespErr},
};
use std::sync::atomic::{AtomicUsize, Ordering};

type Cluster = MockCluster<'static, DefaultProducerContext>;

const TOPIC: &str = "facts";
const OLDER: &str = "facts.older";

fn cluster() -> Cluster {
    let cluster = MockCluster::new(1).expect("a mock cluster");
    for topic in [TOPIC, OLDER] {
        cluster.create_topic(topic, 1, 1).expect("a topic");
    }
    cluster
}

fn producer(cluster: &Cluster, patience: Duration) -> Producer {
    let mut config = ClientConfig::new();
    config
        .set("bootstrap.servers", cluster.bootstrap_servers())
        .set("reconnect.backoff.ms", "10")
        .set("reconnect.backoff.max.ms", "50");
    let metrics = Metrics::register(&prometheus::Registry::new()).expect("metrics of their own");
    let settings = [("message.timeout.ms", patience.as_millis().to_string())];
    Producer::with(config, settings, &metrics).expect("a producer")
}

/// An outbox in memory that says how often it was read on from a row.
#[derive(Default)]
struct Rows {
    rows: Mutex<Vec<Pending>>,
    read_on: AtomicUsize,
}

impl Rows {
    fn of(rows: impl IntoIterator<Item = Outgoing>) -> Arc<Self> {
        let rows = rows.into_iter().map(|row| Pending::new(row, ())).collect();
        Arc::new(Self { rows: Mutex::new(rows), ..Self::default() })
    }

    fn left(&self) -> Vec<u64> {
        self.rows.lock().expect("no panic").iter().map(|row| row.outgoing.sequence).collect()
    }
}

struct Mine;

#[async_trait]
impl Lease for Mine {
    async fn renew(&mut self) -> Result<bool> {
        Ok(true)
    }

    async fn release(self: Box<Self>) {}
}

#[async_trait]
impl OutboxSource for Rows {
    async fn lease(&self) -> Result<Option<Box<dyn Lease>>> {
        Ok(Some(Box::new(Mine)))
    }

    async fn pending(&self, after: Option<&Pending>, limit: usize) -> Result<Vec<Pending>> {
        self.read_on.fetch_add(usize::from(after.is_some()), Ordering::Relaxed);
        let rows = self.rows.lock().expect("no panic");
        let begin = after.and_then(|after| rows.iter().position(|row| row.outgoing.id == after.outgoing.id));
        Ok(rows[begin.map_or(0, |at| at + 1)..].iter().take(limit).cloned().collect())
    }

    async fn mark(&self, published: &[Pending]) -> Result<()> {
        let gone: HashSet<_> = published.iter().map(|row| row.outgoing.id).collect();
        self.rows.lock().expect("no panic").retain(|row| !gone.contains(&row.outgoing.id));
        Ok(())
    }

    async fn backlog(&self) -> Result<Backlog> {
        Ok(Backlog::default())
    }
}

fn row(topics: &[&str], key: &str, sequence: u64) -> Outgoing {
    let rendition = |topic: &&str| Rendition {
        topic: (*topic).to_owned(),
        type_name: "tall.tests.Fact".to_owned(),
        key: key.to_owned(),
        payload: [&[0, 0, 0, 0, 1], sequence.to_string().as_bytes()].concat(),
    };
    Outgoing {
        id: EventId::derive(ids::CONTENT, &format!("{key}/{sequence}")),
        subject: key.to_owned(),
        sequence,
        at: "2026-11-23T08:00:00Z".parse().expect("an instant"),
        traceparent: None,
        renditions: topics.iter().map(rendition).collect(),
    }
}

struct Running {
    stop: CancellationToken,
    task: tokio::task::JoinHandle<()>,
}

impl Running {
    fn start(producer: Producer, rows: &Arc<Rows>) -> Self {
        let stop = CancellationToken::new();
        let relay = Relay::new(producer, rows.clone());
        Self { task: tokio::spawn(relay.run(stop.clone())), stop }
    }

    async fn stop(self) {
        self.stop.cancel();
        self.task.await.expect("the relay ends");
    }
}

async fn until(mut is_so: impl FnMut() -> bool) {
    for _ in 0..1500 {
        if is_so() {
            return;
        }
        time::sleep(Duration::from_millis(10)).await;
    }
    panic!("not within 15 s");
}

/// Key and sequence of every record of a topic, in the order of the log.
async fn log(cluster: &Cluster, topic: &'static str) -> Vec<(String, u64)> {
    let brokers = cluster.bootstrap_servers();
    let reading = tokio::task::spawn_blocking(move || {
        let mut config = ClientConfig::new();
        config.set("bootstrap.servers", brokers).set("group.id", "log").set("enable.auto.commit", "false");
        let consumer: BaseConsumer = config.create().expect("a consumer");
        let end = consumer.fetch_watermarks(topic, 0, Duration::from_secs(5)).expect("an end").1;
        let mut place = TopicPartitionList::new();
        place.add_partition_offset(topic, 0, Offset::Beginning).expect("an offset");
        consumer.assign(&place).expect("an assignment");
        let mut log = Vec::new();
        while (log.len() as i64) < end {
            let Some(message) = consumer.poll(Duration::from_secs(5)) else {
                panic!("{} of {end}", log.len())
            };
            let message = message.expect("a record");
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
            let sequence = text(&message.payload().expect("a value")[framing::PREFIX..]);
            log.push((text(message.key().expect("a key")), sequence.parse().expect("a number")));
        }
        log
    });
    reading.await.expect("the log")
}

/// The order in which each record is there for the first time: what a consumer that drops duplicates sees.
fn first_times(log: &[(String, u64)], key: &str) -> Vec<u64> {
    let mut seen = HashSet::new();
    log.iter()
        .filter(|(of, _)| of == key)
        .map(|(_, sequence)| *sequence)
        .filter(|sequence| seen.insert(*sequence))
        .collect()
}

#[tokio::test]
async fn a_batch_that_the_broker_refuses_in_part_keeps_the_order_of_every_key() {
    let cluster = cluster();
    // The second, third and sixth request of the producer fail for good.
    let (fine, refused) =
        (RDKafkaRespErr::RD_KAFKA_RESP_ERR_NO_ERROR, RDKafkaRespErr::RD_KAFKA_RESP_ERR_INVALID_RECORD);
    cluster.request_errors(RDKafkaApiKey::Produce, &[fine, refused, refused, fine, fine, refused]);
    let rows = Rows::of((0..50).flat_map(|sequence| ["a", "b", "c"].map(|key| row(&[TOPIC], key, sequence))));
    let running = Running::start(producer(&cluster, Duration::from_secs(5)), &rows);
    until(|| rows.left().is_empty()).await;
    running.stop().await;
    let log = log(&cluster, TOPIC).await;
    for key in ["a", "b", "c"] {
        assert_eq!(first_times(&log, key), (0..50).collect::<Vec<_>>(), "{key}");
    }
}

#[tokio::test]
async fn a_broker_that_is_down_for_longer_than_the_timeout_costs_neither_events_nor_order() {
    let cluster = cluster();
    let rows = Rows::of((0..20).flat_map(|sequence| ["a", "b"].map(|key| row(&[TOPIC], key, sequence))));
    cluster.broker_down(1).expect("an outage");
    let running = Running::start(producer(&cluster, Duration::from_millis(300)), &rows);
    time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(rows.left().len(), 40);
    cluster.broker_up(1).expect("the end of an outage");
    until(|| rows.left().is_empty()).await;
    running.stop().await;
    let log = log(&cluster, TOPIC).await;
    for key in ["a", "b"] {
        assert_eq!(first_times(&log, key), (0..20).collect::<Vec<_>>(), "{key}");
    }
}

#[tokio::test]
async fn an_event_is_marked_when_both_its_renditions_are_in() {
    let cluster = cluster();
    let denied = RDKafkaRespErr::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED;
    cluster.topic_error(OLDER, denied).expect("a refusal");
    let rows = Rows::of([
        row(&[TOPIC, OLDER], "dual", 1),
        row(&[TOPIC, OLDER], "dual", 2),
        row(&[TOPIC], "single", 3),
    ]);
    let running = Running::start(producer(&cluster, Duration::from_millis(500)), &rows);
    until(|| rows.left() == [1, 2]).await;
    time::sleep(Duration::from_millis(700)).await;
    assert_eq!(rows.left(), [1, 2], "the others flow, and these wait for the older topic");

    cluster.topic_error(OLDER, RDKafkaRespErr::RD_KAFKA_RESP_ERR_NO_ERROR).expect("an end of it");
    until(|| rows.left().is_empty()).await;
    running.stop().await;
    assert_eq!(first_times(&log(&cluster, TOPIC).await, "dual"), [1, 2]);
    assert_eq!(first_times(&log(&cluster, OLDER).await, "dual"), [1, 2]);
}

#[tokio::test]
async fn a_key_that_fails_holds_back_nothing_behind_it_in_the_next_batches() {
    let cluster = cluster();
    cluster
        .topic_error(OLDER, RDKafkaRespErr::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
        .expect("a refusal");
    // More than a batch of events that cannot be published, before one that can.
    let blocked = (0..BATCH as u64 + 10).map(|sequence| row(&[OLDER], "blocked", sequence));
    let rows = Rows::of(blocked.chain([row(&[TOPIC], "free", 1_000_000)]));
    let running = Running::start(producer(&cluster, Duration::from_millis(500)), &rows);
    until(|| !rows.left().contains(&1_000_000)).await;
    running.stop().await;
    assert_eq!(rows.left().len(), BATCH + 10);
}

#[tokio::test]
async fn an_outbox_is_read_on_behind_a_full_batch_alone() {
    for (count, read_on) in [(BATCH - 1, 0), (BATCH, 1)] {
        let cluster = cluster();
        let rows = Rows::of((0..count as u64).map(|number| row(&[TOPIC], &number.to_string(), 1)));
        let running = Running::start(producer(&cluster, Duration::from_secs(5)), &rows);
        until(|| rows.left().is_empty()).await;
        running.stop().await;
        assert_eq!(rows.read_on.load(Ordering::Relaxed), read_on, "behind {count}");
    }
}

#[tokio::test]
async fn the_end_comes_within_a_second_and_a_half_without_a_broker() {
    let cluster = cluster();
    cluster.broker_down(1).expect("an outage");
    let rows = Rows::of([row(&[TOPIC], "a", 1)]);
    let running = Running::start(producer(&cluster, Duration::from_secs(30)), &rows);
    time::sleep(Duration::from_millis(200)).await;
    let began = Instant::now();
    running.stop().await;
    assert!(began.elapsed() < Duration::from_millis(1500), "{:?}", began.elapsed());
    assert_eq!(rows.left(), [1]);
}
