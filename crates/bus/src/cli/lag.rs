//! `bus lag`: committed offsets against the ends of the topics.

use super::{config, topics};
use anyhow::{Context, Result};
use clap::Args;
use rdkafka::{
    Offset,
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

fn show(consumer: &BaseConsumer, group: &str, named: &[String], out: &mut (dyn Write + Send)) -> Result<()> {
    let asked = topics::partitions(consumer, named)?;
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
