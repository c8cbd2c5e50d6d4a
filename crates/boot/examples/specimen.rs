//! A service in full, small enough to be read at once. The tests of `boot` start it, disturb it and stop it.

use anyhow::{Context as _, bail};
use axum::{Router, http::HeaderMap, routing::get};
use boot::{Context, Running, SecretFile, Section, Service, config::Invalid, trace};
use serde::Deserialize;
use std::{path::PathBuf, process::ExitCode, time::Duration};
use tracing::Instrument;

fn main() -> ExitCode {
    boot::run(service())
}

fn service() -> Service {
    Service::new("specimen", env!("CARGO_PKG_VERSION"), start).section::<SpecimenConfig>().commands(command)
}

/// Section `specimen`.
#[derive(Debug, Deserialize)]
struct SpecimenConfig {
    greeting: String,
    token_file: SecretFile,
    #[serde(default = "one")]
    times: u8,
    /// A dependency: not there until this file is.
    wait_for: Option<PathBuf>,
    /// `error`, `panic`, `babble`, `hang` or `block`.
    misbehave: Option<String>,
}

fn one() -> u8 {
    1
}

impl Section for SpecimenConfig {
    const NAME: &'static str = "specimen";

    fn validate(&self) -> Result<(), Invalid> {
        match self.times {
            1..=9 => Ok(()),
            _ => Err(Invalid::new("times", "expected 1 to 9")),
        }
    }
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let config = context.config::<SpecimenConfig>()?;
    if let Some(file) = &config.wait_for {
        context
            .retry_until_ready("dependency", || async {
                file.try_exists()?.then_some(()).context("not there yet")
            })
            .await?;
    }
    tracing::info!(token.length = config.token_file.expose().len(), "the token is read");
    let intake = context.intake_token();
    context.spawn_intake("consumer", async move {
        intake.cancelled().await;
        tracing::info!("the consumer has stopped");
        Ok(())
    });
    let outflow = context.outflow_token();
    context.spawn_outflow("relay", async move {
        outflow.cancelled().await;
        tracing::info!("the relay has flushed");
        Ok(())
    });
    if let Some(how) = config.misbehave {
        misbehave(&context, how);
    }
    let greeting = config.greeting.repeat(config.times.into());
    Ok(Running::serve(
        Router::new().route("/greeting", get(async move || greeting)).route("/slow", get(slow)),
    ))
}

/// Answers after half a second, in the trace of its caller.
async fn slow(headers: HeaderMap) -> &'static str {
    let span = tracing::info_span!("slow", answer.of = "patience");
    trace::continue_from_headers(&span, &headers);
    async {
        tracing::info!(http.request.method = "GET", patience = 500, "a slow request");
        tokio::time::sleep(Duration::from_millis(500)).await;
        "at last"
    }
    .instrument(span)
    .await
}

fn misbehave(context: &Context, how: String) {
    let shortly = tokio::time::sleep(Duration::from_millis(100));
    context.spawn_intake("troublemaker", async move {
        shortly.await;
        match how.as_str() {
            "error" => bail!("out of luck"),
            "panic" => panic!("out of order"),
            // As a panic that quotes what it was given.
            "babble" => panic!("{how} is out of order"),
            "hang" => std::future::pending().await,
            "block" => {
                std::thread::sleep(Duration::from_secs(60));
                Ok(())
            }
            other => bail!("{other} is unknown"),
        }
    });
}

#[derive(clap::Subcommand)]
enum Command {
    /// Say the greeting.
    Greet {
        /// To whom.
        name: String,
    },
}

async fn command(command: Command, context: Context) -> anyhow::Result<()> {
    use std::io::Write;
    let Command::Greet { name } = command;
    anyhow::ensure!(!name.is_empty(), "nobody to greet");
    tracing::info!("greeting");
    writeln!(std::io::stdout(), "{} {name}", context.config::<SpecimenConfig>()?.greeting).context("stdout")
}
