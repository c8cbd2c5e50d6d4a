//! The bare clients that the bus is held against: librdkafka with the settings of the bus, and nothing around it.

use anyhow::{Context, Result, bail};
use boot::{Random, SystemRandom};
use bus::KafkaConfig;
use futures::future::try_join_all;
use rdkafka::{
    ClientConfig, Message, Offset, TopicPartitionList,
    admin::{AdminClient, AdminOptions, NewTopic, TopicReplication},
    client::DefaultClientContext,
    consumer::{BaseConsumer, Consumer as _},
    error::{KafkaError, RDKafkaErrorCode},
    message::{OwnedHeaders, OwnedMessage},
    producer::{FutureProducer, FutureRecord},
};
use std::{
    thread,
    time::{Duration, Instant},
};
use testing::stack;

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);
/// As many partitions as the topic of answers has.
pub(crate) const PARTITIONS: i32 = 6;

/// What bus and bare clients have in common.
pub(crate) fn client() -> ClientConfig {
    stack::section::<KafkaConfig>().client()
}

/// As `bus::Producer` is set.
pub(crate) fn producer() -> Result<FutureProducer> {
    client()
        .set("enable.idempotence", "true")
        .set("acks", "all")
        .set("compression.type", "zstd")
        .set("linger.ms", "0")
        .set("partitioner", "murmur2_random")
        .set("queue.buffering.max.kbytes", "65536")
        .create()
        .context("a bare producer")
}

/// A topic that exists as long as this value.
pub(crate) struct Topic(String);

impl Topic {
    pub(crate) async fn fresh(purpose: &str) -> Result<Self> {
        let name = unique(purpose);
        let admin: AdminClient<DefaultClientContext> = client().create()?;
        let wanted = NewTopic::new(&name, PARTITIONS, TopicReplication::Fixed(1));
        let made = admin.create_topics([&wanted], &AdminOptions::new()).await?;
        for topic in made {
            topic.map_err(|(name, code)| anyhow::anyhow!("making {name}: {code}"))?;
        }
        Ok(Self(name))
    }

    pub(crate) fn name(&self) -> &str {
        &self.0
    }
}

impl Drop for Topic {
    fn drop(&mut self) {
        let name = self.0.clone();
        // On a runtime of its own: that of the measure may be ending.
        let deleting = thread::spawn(move || -> Result<()> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            let admin: AdminClient<DefaultClientContext> = client().create()?;
            runtime.block_on(admin.delete_topics(&[&name], &AdminOptions::new()))?;
            Ok(())
        });
        // The stack is thrown away after the run; a topic that stays until then disturbs nobody.
        let _kept = deleting.join();
    }
}

/// A name that no other run has.
pub(crate) fn unique(purpose: &str) -> String {
    let random: &dyn Random = &SystemRandom;
    format!("bench-{purpose}-{:016x}", u64::from_le_bytes(random.array()))
}

/// What a topic holds of one record, ready to be sent again.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) key: Vec<u8>,
    pub(crate) payload: Vec<u8>,
    pub(crate) headers: OwnedHeaders,
}

impl Record {
    pub(crate) fn to<'r>(&'r self, topic: &'r str) -> FutureRecord<'r, [u8], [u8]> {
        FutureRecord::to(topic)
            .key(self.key.as_slice())
            .payload(self.payload.as_slice())
            .headers(self.headers.clone())
    }

    fn of(message: &OwnedMessage) -> Result<Self> {
        Ok(Self {
            key: message.key().context("a record without a key")?.to_vec(),
            payload: message.payload().context("a record without a payload")?.to_vec(),
            headers: message.headers().context("a record without headers")?.clone(),
        })
    }
}

/// The first `count` records of `topic`.
pub(crate) async fn read(topic: &Topic, count: usize) -> Result<Vec<Record>> {
    let topic = topic.name().to_owned();
    tokio::task::spawn_blocking(move || {
        let consumer: BaseConsumer =
            client().set("group.id", unique("read")).set("enable.auto.commit", "false").create()?;
        let mut places = TopicPartitionList::new();
        for partition in 0..PARTITIONS {
            places.add_partition_offset(&topic, partition, Offset::Beginning)?;
        }
        consumer.assign(&places)?;
        let deadline = Instant::now() + PATIENCE;
        let mut records = Vec::with_capacity(count);
        while records.len() < count {
            if Instant::now() > deadline {
                bail!("{topic} has {} of {count} records", records.len());
            }
            if let Some(message) = consumer.poll(Duration::from_millis(50)) {
                records.push(Record::of(&message?.detach())?);
            }
        }
        Ok(records)
    })
    .await?
}

/// Sends all of them without waiting for any, then waits for all: as fast as one producer can.
pub(crate) async fn send_all(producer: &FutureProducer, topic: &Topic, records: &[Record]) -> Result<()> {
    let mut reports = Vec::with_capacity(records.len());
    for record in records {
        let mut record = record.to(topic.name());
        let report = loop {
            match producer.send_result(record) {
                Ok(report) => break report,
                Err((KafkaError::MessageProduction(RDKafkaErrorCode::QueueFull), returned)) => {
                    record = returned;
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
                Err((error, _)) => return Err(error).context("sending a record"),
            }
        };
        reports.push(async { report.await?.map_err(|(error, _)| anyhow::Error::from(error)) });
    }
    try_join_all(reports).await?;
    Ok(())
}
