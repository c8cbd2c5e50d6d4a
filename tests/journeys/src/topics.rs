//! Kafka, as the test user sees it.

use anyhow::Context;
use chrono::{DateTime, Utc};
use rdkafka::{
    ClientConfig, Message, Offset, TopicPartitionList,
    consumer::{BaseConsumer, Consumer},
    message::{BorrowedMessage, Headers},
};
use std::{
    collections::{HashMap, HashSet},
    fs,
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(10);

/// The headers of each record of `topic` from `since` on.
///
/// # Errors
/// Kafka does not answer.
pub fn headers(topic: &str, since: DateTime<Utc>) -> anyhow::Result<Vec<HashMap<String, String>>> {
    let mut found = Vec::new();
    read(topic, since, &mut |record| {
        let of_record = record.headers().map(|headers| {
            let text = |value: Option<&[u8]>| String::from_utf8_lossy(value.unwrap_or_default()).into_owned();
            headers.iter().map(|header| (header.key.to_owned(), text(header.value))).collect()
        });
        found.push(of_record.unwrap_or_default());
    })?;
    Ok(found)
}

/// Every topic, those of Kafka itself as well.
///
/// # Errors
/// Kafka does not answer.
pub fn names() -> anyhow::Result<Vec<String>> {
    let metadata = consumer()?.fetch_metadata(None, PATIENCE)?;
    Ok(metadata.topics().iter().map(|topic| topic.name().to_owned()).collect())
}

/// Shows each part of each record of `topic` from `since` on: key, value, names and values of headers.
///
/// # Errors
/// Kafka does not answer.
pub fn each_record(topic: &str, since: DateTime<Utc>, look: &mut impl FnMut(&[u8])) -> anyhow::Result<()> {
    read(topic, since, &mut |record| {
        look(record.key().unwrap_or_default());
        look(record.payload().unwrap_or_default());
        for header in record.headers().into_iter().flat_map(|headers| headers.iter()) {
            look(header.key.as_bytes());
            look(header.value.unwrap_or_default());
        }
    })
}

fn read(
    topic: &str,
    since: DateTime<Utc>,
    take: &mut impl FnMut(&BorrowedMessage<'_>),
) -> anyhow::Result<()> {
    let consumer = consumer()?;
    let ends = assign_from(&consumer, topic, since)?;
    let deadline = Instant::now() + PATIENCE;
    let mut left: HashMap<i32, i64> =
        ends.into_iter().filter(|(_, (from, end))| from < end).map(|(p, (_, e))| (p, e)).collect();
    while !left.is_empty() && Instant::now() < deadline {
        let Some(record) = consumer.poll(Duration::from_millis(200)) else { continue };
        let record = record?;
        take(&record);
        if left.get(&record.partition()).is_some_and(|end| record.offset() + 1 >= *end) {
            left.remove(&record.partition());
        }
    }
    anyhow::ensure!(left.is_empty(), "{topic} was not read to its end");
    Ok(())
}

/// How many facts of a type about `subject` there are in `topic` from `since` on, each counted once however often it was
/// published.
///
/// # Errors
/// As [`headers`].
pub async fn facts(
    topic: &'static str,
    since: DateTime<Utc>,
    type_name: &str,
    subject: &str,
) -> anyhow::Result<usize> {
    let found = tokio::task::spawn_blocking(move || headers(topic, since)).await??;
    let is_meant = |fact: &&HashMap<String, String>| {
        fact.get("ce_type").is_some_and(|told| told == type_name)
            && fact.get("ce_subject").is_some_and(|told| told == subject)
    };
    Ok(found.iter().filter(is_meant).map(|fact| fact.get("ce_id")).collect::<HashSet<_>>().len())
}

fn consumer() -> anyhow::Result<BaseConsumer> {
    let setting = |name: &str| testing::stack::variable(&format!("TALL_TEST_KAFKA__{name}"));
    let password = fs::read_to_string(setting("PASSWORD_FILE"))?;
    ClientConfig::new()
        .set("bootstrap.servers", setting("BROKERS"))
        .set("security.protocol", "SASL_SSL")
        .set("sasl.mechanism", "SCRAM-SHA-512")
        .set("sasl.username", setting("USERNAME"))
        .set("sasl.password", password.trim())
        .set("ssl.ca.location", setting("CA_FILE"))
        .set("ssl.certificate.location", setting("CERTIFICATE_FILE"))
        .set("ssl.key.location", setting("KEY_FILE"))
        .set("group.id", "journeys")
        .set("enable.auto.commit", "false")
        .create()
        .context("a consumer")
}

/// Assigns every partition from `since` on; gives where each begins and ends.
fn assign_from(
    consumer: &BaseConsumer,
    topic: &str,
    since: DateTime<Utc>,
) -> anyhow::Result<HashMap<i32, (i64, i64)>> {
    let metadata = consumer.fetch_metadata(Some(topic), PATIENCE)?;
    let partitions = metadata.topics().first().context("the topic")?.partitions();
    let mut times = TopicPartitionList::new();
    for partition in partitions {
        times.add_partition_offset(topic, partition.id(), Offset::Offset(since.timestamp_millis()))?;
    }
    let begins = consumer.offsets_for_times(times, PATIENCE)?;
    let mut ends = HashMap::new();
    for element in begins.elements() {
        let (_, end) = consumer.fetch_watermarks(topic, element.partition(), PATIENCE)?;
        let from = match element.offset() {
            Offset::Offset(from) => from,
            _ => end,
        };
        ends.insert(element.partition(), (from, end));
    }
    consumer.assign(&begins)?;
    Ok(ends)
}
