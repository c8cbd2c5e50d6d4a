//! `bus parked list` and `bus parked redrive`.

use super::config;
use crate::ParkedKey;
use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use std::io::Write;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Shows parked keys, the oldest first
    List {
        /// The group; the service itself where it is not named
        #[arg(long)]
        group: Option<String>,
        /// How many to show
        #[arg(long, default_value_t = 100)]
        limit: usize,
    },
    /// Asks the service to replay parked keys, each in order; it begins within a second
    Redrive {
        /// The group; the service itself where it is not named
        #[arg(long)]
        group: Option<String>,
        #[command(flatten)]
        which: Which,
    },
}

#[derive(Debug, Args)]
pub(super) struct Which {
    /// Every key of every topic
    #[arg(long, conflicts_with_all = ["topic", "key"], required_unless_present = "topic")]
    all: bool,
    /// Keys of this topic
    #[arg(long)]
    topic: Option<String>,
    /// This key alone
    #[arg(long, requires = "topic")]
    key: Option<String>,
}

pub(super) async fn run(command: Command, out: &mut (dyn Write + Send)) -> Result<()> {
    let lot = config::parking_lot().await?;
    match command {
        Command::List { group, limit } => {
            let keys = lot.list(&config::group(group)?, limit).await?;
            show(&keys, out)
        }
        Command::Redrive { group, which } => {
            let group = config::group(group)?;
            let asked = lot.redrive(&group, which.topic.as_deref(), which.key.as_deref()).await?;
            if asked == 0 {
                bail!("no such key is parked for {group}");
            }
            Ok(writeln!(out, "{asked} keys will be replayed")?)
        }
    }
}

fn show(keys: &[ParkedKey], out: &mut (dyn Write + Send)) -> Result<()> {
    if keys.is_empty() {
        return Ok(writeln!(out, "nothing is parked")?);
    }
    writeln!(out, "{:<28} {:>4} {:<40} {:>6} {:<8} REASON", "TOPIC", "PART", "KEY", "EVENTS", "REDRIVE")?;
    for ParkedKey { topic, partition, key, reason, events, redrive } in keys {
        let redrive = if *redrive { "asked" } else { "" };
        writeln!(out, "{topic:<28} {partition:>4} {key:<40} {events:>6} {redrive:<8} {reason}")?;
    }
    Ok(())
}
