//! Start and memory of each service: from the start of its process until `/health/ready` says 200, and what it holds in
//! memory (VmRSS) when it has been idle for a while.
//!
//! The baseline is a process that does nothing but answer `/health/ready`, on the same runtime and router: this program
//! itself, called with `serve-bare`. The services are those that lie beside this program, in the same profile.

use crate::{
    Figure, Size,
    figure::Better,
    rounds::{Reading, Readings, alternate},
    stack,
};
use anyhow::{Context, Result, bail, ensure};
use axum::{Router, routing::get};
use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};
use tokio::process::{Child, Command};

const RSS_FLOOR_MB: f64 = 25.0;
const RSS_GOAL_MB: f64 = 12.0;
const START_FLOOR_MS: f64 = 1000.0;
const START_GOAL_MS: f64 = 150.0;

/// Publishes the keys that the others need, so it is started first.
const PROFILE: &str = "profile";
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_EVERY: Duration = Duration::from_millis(2);
/// `boot` promises an end within two seconds.
const STOP: Duration = Duration::from_secs(3);

/// Answers `/health/ready`, until the process is ended.
///
/// # Errors
/// The port is taken.
pub async fn serve_bare(listen: SocketAddr) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(listen).await?;
    Ok(axum::serve(listener, Router::new().route("/health/ready", get(async || "ready"))).await?)
}

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let client = boot::http_client(None)?;
    let services = stack::services()?;
    for service in &services {
        migrate(service).await?;
    }
    let settle = size.pick(Duration::from_secs(2), Duration::from_millis(100));
    let measuring = Measuring { client, settle };
    let mut figures = measuring.compare(size, &Program::service(PROFILE, None)?).await?;

    let profile = Program::service(PROFILE, None)?;
    let (profile_running, _) = measuring.start(&profile).await?;
    for service in services.iter().filter(|service| *service != PROFILE) {
        let program = Program::service(service, Some(profile.internal))?;
        figures.extend(measuring.compare(size, &program).await?);
    }
    profile_running.stop().await?;
    Ok(figures)
}

/// The tables of this release, as `make up` makes them, where a service has any.
async fn migrate(service: &str) -> Result<()> {
    let Ok(migration) = stack::environment(&format!("{service}.migration")) else { return Ok(()) };
    let mut environment = stack::environment(service)?;
    environment.extend(migration);
    let status = command(&beside_us(service)?, &["migrate"], &environment).status().await?;
    ensure!(status.success(), "{service} migrate ended with {status}");
    Ok(())
}

/// What is started.
struct Program {
    name: String,
    path: PathBuf,
    arguments: Vec<String>,
    environment: BTreeMap<String, String>,
    /// Where other services call it.
    internal: SocketAddr,
    ops: SocketAddr,
}

impl Program {
    /// A service as the stack runs it, on ports of its own, with the keys of the profile at `profile`.
    fn service(name: &str, profile: Option<SocketAddr>) -> Result<Self> {
        let (internal, ops) = (free_port()?, free_port()?);
        let mut environment = stack::environment(name)?;
        environment.insert("TALL_HTTP__LISTEN".to_owned(), free_port()?.to_string());
        environment.insert("TALL_INTERNAL__LISTEN".to_owned(), internal.to_string());
        environment.insert("TALL_OPS__LISTEN".to_owned(), ops.to_string());
        // Beside the one that the stack runs, and gone from its group as soon as it stops.
        environment.remove("TALL_KAFKA__INSTANCE");
        if let Some(profile) = profile {
            environment.insert("TALL_PEERS__PROFILE".to_owned(), format!("https://{profile}"));
        }
        let path = beside_us(name)?;
        Ok(Self { name: name.to_owned(), path, arguments: Vec::new(), environment, internal, ops })
    }

    fn bare() -> Result<Self> {
        let ops = free_port()?;
        Ok(Self {
            name: "a bare server".to_owned(),
            path: beside_us("bench")?,
            arguments: vec!["serve-bare".to_owned(), ops.to_string()],
            environment: BTreeMap::new(),
            internal: ops,
            ops,
        })
    }
}

/// What a start gave.
#[derive(Clone, Copy)]
struct Started {
    ready_ms: f64,
    rss_mb: f64,
}

struct Measuring {
    client: reqwest::Client,
    settle: Duration,
}

impl Measuring {
    async fn compare(&self, size: Size, program: &Program) -> Result<Vec<Figure>> {
        let bare = Program::bare()?;
        let (bare, started) = alternate(
            size.rounds().min(3),
            async || self.once(&bare).await,
            async || self.once(program).await,
        )
        .await?;
        let figure = |what: &str, unit, of: fn(&Started) -> f64| {
            let name = format!("idle: {}, {what}", program.name);
            Figure::new(name, unit, Better::Lower, readings(&started, of), readings(&bare, of))
        };
        Ok(vec![
            figure("memory", "MB", |started| started.rss_mb).floor(RSS_FLOOR_MB).goal(RSS_GOAL_MB),
            figure("start to ready", "ms", |started| started.ready_ms)
                .floor(START_FLOOR_MS)
                .goal(START_GOAL_MS),
        ])
    }

    async fn once(&self, program: &Program) -> Result<Started> {
        let (running, ready_ms) = self.start(program).await?;
        tokio::time::sleep(self.settle).await;
        let rss_mb = running.rss_mb()?;
        running.stop().await?;
        Ok(Started { ready_ms, rss_mb })
    }

    /// Started, and ready after so many milliseconds.
    async fn start(&self, program: &Program) -> Result<(Process, f64)> {
        let arguments: Vec<_> = program.arguments.iter().map(String::as_str).collect();
        let began = Instant::now();
        let child = command(&program.path, &arguments, &program.environment)
            .spawn()
            .with_context(|| format!("starting {}", program.path.display()))?;
        let mut process = Process { name: program.name.clone(), child };
        let url = format!("http://{}/health/ready", program.ops);
        loop {
            let lacking = match self.client.get(&url).send().await {
                Ok(answer) if answer.status().is_success() => {
                    return Ok((process, began.elapsed().as_secs_f64() * 1000.0));
                }
                Ok(answer) => answer.text().await.unwrap_or_default(),
                Err(error) => format!("{error:#}"),
            };
            if let Some(status) = process.child.try_wait()? {
                bail!("{} ended with {status}", program.name);
            }
            ensure!(
                began.elapsed() < PATIENCE,
                "{} is not ready after {PATIENCE:?}: {lacking}",
                program.name
            );
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}

fn readings(starts: &[Started], of: fn(&Started) -> f64) -> Readings {
    starts.iter().map(|started| Reading { value: of(started), samples: 1 }).collect()
}

/// A running program. It is killed when this value is dropped.
struct Process {
    name: String,
    child: Child,
}

impl Process {
    fn id(&self) -> Result<u32> {
        self.child.id().with_context(|| format!("{} has ended", self.name))
    }

    fn rss_mb(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id()?))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
        let kibibytes: f64 = line.trim().trim_end_matches(" kB").parse().context("VmRSS is no number")?;
        Ok(kibibytes * 1024.0 / 1e6)
    }

    /// By SIGTERM, as an operator does.
    async fn stop(mut self) -> Result<()> {
        let id = i32::try_from(self.id()?)?;
        let pid = rustix::process::Pid::from_raw(id).context("a process id")?;
        rustix::process::kill_process(pid, rustix::process::Signal::TERM)?;
        let ended = tokio::time::timeout(STOP, self.child.wait()).await;
        ended.with_context(|| format!("{} does not stop", self.name))??;
        Ok(())
    }
}

fn command(path: &Path, arguments: &[&str], environment: &BTreeMap<String, String>) -> Command {
    let mut command = Command::new(path);
    command
        .args(arguments)
        .env_clear()
        .envs(environment)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .kill_on_drop(true);
    command
}

/// A program in the folder of this one.
fn beside_us(name: &str) -> Result<PathBuf> {
    let us = std::env::current_exe().context("where this program is")?;
    let path = us.with_file_name(name);
    ensure!(path.exists(), "{} is not built", path.display());
    Ok(path)
}

/// A port that is free now.
fn free_port() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
