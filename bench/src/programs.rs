//! Programs that are started for a measure: services as they are shipped, and a bare server.
//!
//! They lie beside this program, in the same profile.

use crate::stack;
use anyhow::{Context, Result, bail, ensure};
use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};
use tokio::process::{Child, Command};

const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_EVERY: Duration = Duration::from_millis(2);
/// `boot` promises an end within two seconds.
const STOP: Duration = Duration::from_secs(3);

/// The tables of this release, as `make up` makes them, where a service has any.
pub(crate) async fn migrate(service: &str) -> Result<()> {
    let Ok(migration) = stack::environment(&format!("{service}.migration")) else { return Ok(()) };
    let mut environment = stack::environment(service)?;
    environment.extend(migration);
    let status = command(&beside_us(service)?, &["migrate"], &environment).status().await?;
    ensure!(status.success(), "{service} migrate ended with {status}");
    Ok(())
}

/// What is started.
pub(crate) struct Program {
    pub(crate) name: String,
    path: PathBuf,
    arguments: Vec<String>,
    environment: BTreeMap<String, String>,
    /// Where clients call it.
    pub(crate) http: SocketAddr,
    /// Where other services call it.
    pub(crate) internal: SocketAddr,
    ops: SocketAddr,
}

impl Program {
    /// A service as the stack runs it, on ports of its own, with the keys of the profile at `profile`.
    pub(crate) fn service(name: &str, profile: Option<SocketAddr>) -> Result<Self> {
        let (http, internal, ops) = (free_port()?, free_port()?, free_port()?);
        let mut environment = stack::environment(name)?;
        environment.insert("TALL_HTTP__LISTEN".to_owned(), http.to_string());
        environment.insert("TALL_INTERNAL__LISTEN".to_owned(), internal.to_string());
        environment.insert("TALL_OPS__LISTEN".to_owned(), ops.to_string());
        // The bench is no gateway, and asks in clear.
        environment.insert("TALL_HTTP__MUTUAL_TLS".to_owned(), "false".to_owned());
        environment.insert("TALL_OPS__TLS".to_owned(), "false".to_owned());
        // Beside the one that the stack runs, and gone from its group as soon as it stops.
        environment.remove("TALL_KAFKA__INSTANCE");
        if let Some(profile) = profile {
            environment.insert("TALL_PEERS__PROFILE".to_owned(), format!("https://{profile}"));
        }
        let path = beside_us(name)?;
        Ok(Self { name: name.to_owned(), path, arguments: Vec::new(), environment, http, internal, ops })
    }

    pub(crate) fn bare() -> Result<Self> {
        let ops = free_port()?;
        Ok(Self {
            name: "a bare server".to_owned(),
            path: beside_us("bench")?,
            arguments: vec!["serve-bare".to_owned(), ops.to_string()],
            environment: BTreeMap::new(),
            http: ops,
            internal: ops,
            ops,
        })
    }

    /// Started, and ready after so many milliseconds.
    pub(crate) async fn start(&self, client: &reqwest::Client) -> Result<(Process, f64)> {
        let arguments: Vec<_> = self.arguments.iter().map(String::as_str).collect();
        let began = Instant::now();
        let child = command(&self.path, &arguments, &self.environment)
            .spawn()
            .with_context(|| format!("starting {}", self.path.display()))?;
        let mut process = Process { name: self.name.clone(), child };
        let url = format!("http://{}/health/ready", self.ops);
        loop {
            let lacking = match client.get(&url).send().await {
                Ok(answer) if answer.status().is_success() => {
                    return Ok((process, began.elapsed().as_secs_f64() * 1000.0));
                }
                Ok(answer) => answer.text().await.unwrap_or_default(),
                Err(error) => format!("{error:#}"),
            };
            if let Some(status) = process.child.try_wait()? {
                bail!("{} ended with {status}", self.name);
            }
            ensure!(began.elapsed() < PATIENCE, "{} is not ready after {PATIENCE:?}: {lacking}", self.name);
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}

/// A running program. It is killed when this value is dropped.
pub(crate) struct Process {
    name: String,
    child: Child,
}

impl Process {
    fn id(&self) -> Result<u32> {
        self.child.id().with_context(|| format!("{} has ended", self.name))
    }

    /// What it holds in memory now (VmRSS), in MB: with what is mapped of its program and of libraries.
    pub(crate) fn rss_mb(&self) -> Result<f64> {
        self.status_mb("VmRSS:")
    }

    /// What of it lies in no file (RssAnon), in MB: heap and stacks. The kernel cannot take it back.
    pub(crate) fn own_mb(&self) -> Result<f64> {
        self.status_mb("RssAnon:")
    }

    fn status_mb(&self, field: &str) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id()?))?;
        let size =
            status.lines().find_map(|line| line.strip_prefix(field)).with_context(|| field.to_owned())?;
        let kibibytes: f64 = size.trim().trim_end_matches(" kB").parse().with_context(|| size.to_owned())?;
        Ok(kibibytes * 1024.0 / 1e6)
    }

    /// By SIGTERM, as an operator does.
    pub(crate) async fn stop(mut self) -> Result<()> {
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
