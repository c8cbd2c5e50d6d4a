//! `bus rewind`: a group reads again what was written since an instant, as after its store was restored from a backup.

use super::{config, topics};
use crate::consumer::SESSION;
use anyhow::{Context, Result, bail};
use chrono::{DateTime, Utc};
use clap::Args;
use rdkafka::{
    Offset, TopicPartitionList,
    consumer::{BaseConsumer, CommitMode, Consumer as _},
    error::{KafkaError, RDKafkaErrorCode as Code},
};
use std::{
    io::Write,
    thread,
    time::{Duration, Instant},
};

const ANSWER: Duration = Duration::from_secs(10);
/// A group takes offsets from outside when it has no member. One that stopped stays until its session ends, so that it finds
/// its partitions when it starts again.
const UNTIL_EMPTY: Duration = SESSION.saturating_mul(9);
const TRY_EVERY: Duration = Duration::from_secs(1);

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The group; the service itself where it is not named. Stop the service first
    #[arg(long)]
    group: Option<String>,
    /// The moment of the backup, such as 2026-01-31T03:00:00Z: what was written at it or later is read again
    #[arg(long)]
    to: DateTime<Utc>,
    /// Only this topic; every topic that the group committed where none is named
    #[arg(long)]
    topic: Vec<String>,
}

/// A partition whose position moves.
struct Step {
    topic: String,
    partition: i32,
    from: i64,
    to: i64,
}

pub(super) async fn run(arguments: Arguments, out: &mut (dyn Write + Send)) -> Result<()> {
    let group = config::group(arguments.group)?;
    let mut client = config::kafka()?.client();
    let consumer: BaseConsumer =
        client.set("group.id", &group).set("enable.auto.commit", "false").create()?;
    tokio::task::block_in_place(|| {
        let steps = steps(&consumer, &arguments.topic, arguments.to)?;
        if steps.is_empty() {
            return Ok(writeln!(
                out,
                "nothing that {group} has read was written at {} or later",
                arguments.to
            )?);
        }
        take(&consumer, &group, &steps, out)?;
        show(&group, &steps, out)
    })
}

/// Never forward: what is not read yet is read as it is.
fn steps(consumer: &BaseConsumer, named: &[String], to: DateTime<Utc>) -> Result<Vec<Step>> {
    let asked = topics::partitions(consumer, named)?;
    let committed = consumer.committed_offsets(asked, ANSWER).context("the group's offsets")?;
    let mut wanted = TopicPartitionList::new();
    for element in committed.elements() {
        if matches!(element.offset(), Offset::Offset(_)) {
            let at = Offset::Offset(to.timestamp_millis());
            wanted.add_partition_offset(element.topic(), element.partition(), at)?;
        }
    }
    if wanted.count() == 0 {
        return Ok(Vec::new());
    }
    let found = consumer.offsets_for_times(wanted, ANSWER).context("the offsets of that instant")?;
    let mut steps = Vec::new();
    for element in found.elements() {
        element.error().with_context(|| format!("{}/{}", element.topic(), element.partition()))?;
        let before = committed.find_partition(element.topic(), element.partition());
        // What was written last is older than the instant: `End`.
        if let (Some(Offset::Offset(from)), Offset::Offset(to)) =
            (before.map(|before| before.offset()), element.offset())
            && to < from
        {
            steps.push(Step { topic: element.topic().to_owned(), partition: element.partition(), from, to });
        }
    }
    Ok(steps)
}

/// Waits until the group has no member.
fn take(consumer: &BaseConsumer, group: &str, steps: &[Step], out: &mut (dyn Write + Send)) -> Result<()> {
    let mut list = TopicPartitionList::new();
    for step in steps {
        list.add_partition_offset(&step.topic, step.partition, Offset::Offset(step.to))?;
    }
    let deadline = Instant::now() + UNTIL_EMPTY;
    let mut told = false;
    loop {
        match consumer.commit(&list, CommitMode::Sync) {
            Ok(()) => return Ok(()),
            Err(error) if !has_members(&error) => return Err(error).context("the group's offsets"),
            Err(_) if Instant::now() > deadline => {
                bail!(
                    "{group} still has members after {} s: stop every instance of it",
                    UNTIL_EMPTY.as_secs()
                )
            }
            Err(_) if !told => {
                let session = SESSION.as_secs();
                writeln!(
                    out,
                    "waiting until {group} has no member; one that stopped leaves within {session} s"
                )?;
                out.flush()?;
                told = true;
            }
            Err(_) => {}
        }
        thread::sleep(TRY_EVERY);
    }
}

fn has_members(error: &KafkaError) -> bool {
    matches!(
        error.rdkafka_error_code(),
        Some(Code::UnknownMemberId | Code::IllegalGeneration | Code::RebalanceInProgress)
    )
}

fn show(group: &str, steps: &[Step], out: &mut (dyn Write + Send)) -> Result<()> {
    writeln!(out, "{:<28} {:>4} {:>12} {:>12}", "TOPIC", "PART", "WAS AT", "NOW AT")?;
    for Step { topic, partition, from, to } in steps {
        writeln!(out, "{topic:<28} {partition:>4} {from:>12} {to:>12}")?;
    }
    let records: i64 = steps.iter().map(|step| step.from - step.to).sum();
    Ok(writeln!(out, "{group} reads {records} records again, as far as they are kept")?)
}
