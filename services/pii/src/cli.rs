//! Commands of an operator.

use crate::{
    MIGRATOR, NAME,
    commands::{
        rotate_kek::{Outcome, Rotation},
        verify_audit::{Break, verify_audit},
    },
    domain::{
        access,
        rotation::{Demand, Step},
    },
    publications,
};
use anyhow::Context as _;
use boot::Context;
use bus::RelayWaker;
use clap::{Subcommand, ValueEnum};
use foundation::{PostgresConfig, open_bus};
use secrets::{SecretsConfig, SecretsManager};
use std::{io::Write, sync::Arc, time::Duration};

/// What an operator can ask of pii.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Applies the migrations of this release, as the role that owns the schema.
    Migrate,
    /// Checks that the access log is what it was when it was written.
    VerifyAudit,
    /// Prints who may read and change which field, and what for: the table of the README.
    Rights,
    /// Rotates the key encryption key: all steps with the waits between them, or the one that is named, if it is next.
    RotateKek {
        /// One step alone.
        step: Option<StepName>,
    },
}

/// A step of a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StepName {
    /// Make the next version, which nobody uses yet.
    Add,
    /// Wrap with it from now on.
    Promote,
    /// Wrap every data key anew.
    Rewrap,
    /// Take the version before out of use.
    Forget,
}

/// Does what is asked.
///
/// # Errors
/// The store; from `verify-audit`, a chain that does not hold; from `rotate-kek`, a step that is not next.
pub async fn run(command: Command, context: Context) -> anyhow::Result<()> {
    let config = context.config::<PostgresConfig>()?;
    match command {
        Command::Migrate => config.migrate(NAME, &MIGRATOR).await,
        Command::VerifyAudit => {
            let found = verify_audit(&config.pool(NAME)?).await?;
            say(&format!("{} links hold", found.links))?;
            for Break { chain, position } in &found.breaks {
                say(&format!("chain {chain} breaks at position {position}"))?;
            }
            anyhow::ensure!(found.breaks.is_empty(), "the access log was changed");
            Ok(())
        }
        Command::Rights => say(access::page().trim_end()),
        Command::RotateKek { step: None } => rotate(&rotation(&context).await?).await,
        Command::RotateKek { step: Some(step) } => take(&rotation(&context).await?, step).await,
    }
}

async fn rotation(context: &Context) -> anyhow::Result<Rotation> {
    let bus = open_bus(context)?;
    Ok(Rotation {
        database: context.config::<PostgresConfig>()?.pool(NAME)?,
        secrets: Arc::new(SecretsManager::connect(&context.config::<SecretsConfig>()?).await?),
        encoder: publications().resolve(bus.registry()).await?,
        waker: RelayWaker::default(),
        clock: context.clock(),
        random: context.random(),
    })
}

/// All steps, from wherever the rotation stands. Stopped, it goes on at the same place.
async fn rotate(rotation: &Rotation) -> anyhow::Result<()> {
    let mut demand = Demand::Operator;
    loop {
        match rotation.advance(demand).await? {
            Outcome::Taken(step) => say(&step.to_string())?,
            Outcome::Nothing(Step::WaitUntil(instant)) => {
                let wait = (instant - rotation.clock.now()).to_std().unwrap_or_default();
                say(&format!("waiting {} s until every instance knows", wait.as_secs()))?;
                tokio::time::sleep(wait).await;
            }
            Outcome::Nothing(_) => return say("done"),
            Outcome::Busy => {
                say("another instance is at it")?;
                tokio::time::sleep(Duration::from_secs(5)).await;
            }
        }
        // One new version, not one after the other.
        demand = Demand::Schedule;
    }
}

/// One step, refused unless it is next.
async fn take(rotation: &Rotation, wanted: StepName) -> anyhow::Result<()> {
    let demand = if wanted == StepName::Add { Demand::Operator } else { Demand::Schedule };
    let next = rotation.next(demand).await?;
    let named = match next {
        Step::Add(_) => Some(StepName::Add),
        Step::Promote(_) => Some(StepName::Promote),
        Step::Rewrap => Some(StepName::Rewrap),
        Step::Forget(_) => Some(StepName::Forget),
        Step::WaitUntil(_) | Step::Rest => None,
    };
    anyhow::ensure!(named == Some(wanted), "the next step is: {next}");
    let Outcome::Taken(step) = rotation.advance(demand).await? else {
        anyhow::bail!("another instance is at it");
    };
    say(&step.to_string())
}

fn say(line: &str) -> anyhow::Result<()> {
    writeln!(std::io::stdout().lock(), "{line}").context("standard output")
}
