//! `bus lag`: committed offsets against the ends of the topics.

use super::config;
use anyhow::{Context, Result};
use clap::Args;
use rdkafka::{
    Offset, TopicPartitionList,
    consumer::{BaseConsumer, Consumer as _},
};
use std::{io::Write, time::Duration};

const ANSWER: Duration = Duration::from_secs(10);

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The group; the service itself where it is not named
    #[arg(long)]
    group: Option<String>,
    /// Only this topic; every topic that the group committed where none is named
    #[arg(long)]
    topic: Vec<String>,
}

pub(super) async fn run(arguments: Arguments, out: &mut (dyn Write + Send)) -> Result<()> {
    let group = config::group(arguments.group)?;
    let mut client = config::kafka()?.client();
    let consumer: BaseConsumer =
        client.set("group.id", &group).set("enable.auto.commit", "false").create()?;
    tokio::task::block_in_place(|| show(&consumer, &group, &arguments.topic, out))
}

fn show(consumer: &BaseConsumer, group: &str, topics: &[String], out: &mut (dyn Write + Send)) -> Result<()> {
    let asked = partitions(consumer, topics)?;
    let committed = consumer.committed_offsets(asked, ANSWER).context("the group's offsets")?;
    let mut total = 0;
    writeln!(out, "{:<28} {:>4} {:>12} {:>12} {:>10}", "TOPIC", "PART", "COMMITTED", "END", "LAG")?;
    for element in committed.elements() {
        let Offset::Offset(at) = element.offset() else { continue };
        let (topic, partition) = (element.topic(), element.partition());
        let (_, end) = consumer.fetch_watermarks(topic, partition, ANSWER)?;
        let lag = (end - at).max(0);
        total += lag;
        writeln!(out, "{topic:<28} {partition:>4} {at:>12} {end:>12} {lag:>10}")?;
    }
    Ok(writeln!(out, "{group} is {total} records behind")?)
}

fn partitions(consumer: &BaseConsumer, topics: &[String]) -> Result<TopicPartitionList> {
    let metadata = consumer.fetch_metadata(None, ANSWER).context("the broker does not answer")?;
    let mut list = TopicPartitionList::new();
    for topic in metadata.topics() {
        let wanted = topics.is_empty() || topics.iter().any(|wanted| wanted == topic.name());
        if wanted && !topic.name().starts_with("__") {
            for partition in topic.partitions() {
                list.add_partition(topic.name(), partition.id());
            }
        }
    }
    Ok(list)
}
