//! The `bus` tool: what an operator does about parked keys, dead letters, lag and a store that was restored.
//!
//! It is configured as a service is, by the same `TALL_` variables, and acts as that service: run it with the
//! environment of the service whose group is meant.

mod config;
mod dlq;
mod lag;
mod parked;
mod rewind;
mod topics;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::{ffi::OsString, io::Write};

#[derive(Debug, Parser)]
#[command(name = "bus", about = "Parked keys, dead letters and lag of one service", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Keys whose events wait because one of them could not be handled
    #[command(subcommand)]
    Parked(parked::Command),
    /// Records that could never be handled
    #[command(subcommand)]
    Dlq(dlq::Command),
    /// How far the service's group is behind, by partition
    Lag(lag::Arguments),
    /// Has the service read again what was written since an instant: after its store was restored from a backup
    Rewind(rewind::Arguments),
}

/// Runs the tool and writes what it has to say to `out`. `--help` and wrong arguments end the process, as usual.
pub async fn run<A>(arguments: impl IntoIterator<Item = A>, out: &mut (dyn Write + Send)) -> Result<()>
where
    A: Into<OsString> + Clone,
{
    match Arguments::parse_from(arguments).command {
        Command::Parked(command) => parked::run(command, out).await,
        Command::Dlq(command) => dlq::run(command, out).await,
        Command::Lag(arguments) => lag::run(arguments, out).await,
        Command::Rewind(arguments) => rewind::run(arguments, out).await,
    }
}
