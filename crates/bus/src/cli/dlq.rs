//! `bus dlq show`: what the headers of dead letters say. Keys and payloads are not shown.

use super::config;
use crate::consumer::dead_letter::SUFFIX;
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use rdkafka::{
    Message, Offset, TopicPartitionList,
    consumer::{BaseConsumer, Consumer as _},
    error::KafkaError,
    message::Headers,
};
use std::{
    collections::HashMap,
    io::Write,
    time::{Duration, Instant},
};

const ANSWER: Duration = Duration::from_secs(10);

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Shows the headers of the dead letters of a topic, never their payload
    Show {
        /// The topic, with or without `.dlq`
        topic: String,
        /// How many of each partition to show, the latest
        #[arg(long, default_value_t = 50)]
        limit: i64,
    },
}

pub(super) async fn run(command: Command, out: &mut (dyn Write + Send)) -> Result<()> {
    let Command::Show { topic, limit } = command;
    let topic = if topic.ends_with(SUFFIX) { topic } else { format!("{topic}{SUFFIX}") };
    let mut client = config::kafka()?.client();
    let consumer: BaseConsumer = client
        .set("group.id", config::group(None)?)
        .set("enable.auto.commit", "false")
        .set("enable.partition.eof", "true")
        .create()?;
    let shown = tokio::task::block_in_place(|| show(&consumer, &topic, limit, out))?;
    if shown == 0 {
        writeln!(out, "{topic} is empty")?;
    }
    Ok(())
}

fn show(consumer: &BaseConsumer, topic: &str, limit: i64, out: &mut (dyn Write + Send)) -> Result<usize> {
    let mut ends = begin(consumer, topic, limit)?;
    let deadline = Instant::now() + ANSWER;
    let mut shown = 0;
    while !ends.is_empty() {
        if Instant::now() > deadline {
            bail!("the broker does not send what {topic} holds");
        }
        match consumer.poll(Duration::from_millis(200)) {
            Some(Ok(message)) => {
                let place = (message.partition(), message.offset());
                if let Some(headers) = message.headers() {
                    line(place, headers, out)?;
                }
                shown += 1;
                if ends.get(&place.0).is_some_and(|end| place.1 + 1 >= *end) {
                    ends.remove(&place.0);
                }
            }
            Some(Err(KafkaError::PartitionEOF(partition))) => drop(ends.remove(&partition)),
            Some(Err(error)) => return Err(error).context("reading dead letters"),
            None => {}
        }
    }
    Ok(shown)
}

/// Assigns every partition, `limit` before its end, and gives the ends of those that hold something.
fn begin(consumer: &BaseConsumer, topic: &str, limit: i64) -> Result<HashMap<i32, i64>> {
    let metadata = consumer.fetch_metadata(Some(topic), ANSWER).context("the broker does not answer")?;
    let found = metadata.topics().iter().find(|found| found.name() == topic);
    let partitions = found.map(|found| found.partitions()).unwrap_or_default();
    if partitions.is_empty() {
        bail!("there is no topic {topic}, or this user may not see it");
    }
    let (mut list, mut ends) = (TopicPartitionList::new(), HashMap::new());
    for partition in partitions {
        let (low, high) = consumer.fetch_watermarks(topic, partition.id(), ANSWER)?;
        if high > low {
            list.add_partition_offset(topic, partition.id(), Offset::Offset(low.max(high - limit)))?;
            ends.insert(partition.id(), high);
        }
    }
    consumer.assign(&list)?;
    Ok(ends)
}

fn line<H: Headers>(
    (partition, offset): (i32, i64),
    headers: &H,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    write!(out, "{partition}/{offset}")?;
    for header in headers.iter() {
        write!(out, " {}={:?}", header.key, String::from_utf8_lossy(header.value.unwrap_or_default()))?;
    }
    Ok(writeln!(out)?)
}
