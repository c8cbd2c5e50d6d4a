//! What an operator does to the stack.

use crate::eventually;
use anyhow::Context;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Duration,
};
use tokio::process::Command;

/// Longer than anything here takes on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(60);

/// Stops a program of the test stack.
///
/// # Errors
/// The stack refuses.
pub async fn stop(program: &str) -> anyhow::Result<()> {
    run(&["stop", program]).await
}

/// Starts a program of the test stack.
///
/// # Errors
/// The stack refuses.
pub async fn start(program: &str) -> anyhow::Result<()> {
    run(&["start", program]).await
}

/// Kills a program with SIGKILL. The supervisor starts it again.
///
/// # Errors
/// The stack refuses.
pub async fn kill(program: &str) -> anyhow::Result<()> {
    run(&["kill", program]).await
}

/// Takes a step of a rotation: `add`, `promote`, `forget`.
///
/// # Errors
/// The stack refuses.
pub async fn rotate(step: &str, secret: &str) -> anyhow::Result<()> {
    run(&["rotate", step, secret]).await
}

/// Copies the stores of services into a folder.
///
/// # Errors
/// The stack refuses.
pub async fn back_up(folder: &Path, services: &str) -> anyhow::Result<()> {
    run(&["backup", &folder.to_string_lossy(), "--services", services]).await
}

/// Puts back what is in such a folder.
///
/// # Errors
/// The stack refuses.
pub async fn restore(folder: &Path) -> anyhow::Result<()> {
    run(&["restore", &folder.to_string_lossy()]).await
}

/// As whom a service is told to log in to its database.
///
/// # Errors
/// The stack keeps no such file.
pub async fn login_of(service: &str) -> anyhow::Result<String> {
    let path = folder().join("secrets/postgres").join(format!("{service}.json"));
    let credentials: serde_json::Value = serde_json::from_slice(&tokio::fs::read(path).await?)?;
    Ok(credentials["username"].as_str().context("a user name")?.to_owned())
}

/// A service that will end at a step, once.
#[derive(Debug)]
#[must_use = "it is to be seen that it ended"]
pub struct Doomed {
    service: &'static str,
    deaths: usize,
}

/// Starts a service again, so that it ends at the step that `failpoints` names as `FAILPOINTS` does; the supervisor then
/// starts it as it was.
///
/// # Errors
/// The stack refuses.
pub async fn doom(service: &'static str, failpoints: &str) -> anyhow::Result<Doomed> {
    let deaths = deaths_of(service).await?;
    run(&["arm", service, failpoints]).await?;
    run(&["restart", service]).await?;
    Ok(Doomed { service, deaths })
}

impl Doomed {
    /// Waits until it has ended there.
    ///
    /// # Panics
    /// It did not.
    pub async fn has_ended(self) {
        eventually(&format!("{} ends at its step", self.service), PATIENCE, async || {
            (deaths_of(self.service).await.ok()? > self.deaths).then_some(())
        })
        .await;
    }
}

/// How often the supervisor saw a service abort.
async fn deaths_of(service: &str) -> anyhow::Result<usize> {
    let death = format!(": {service} (terminated by SIGABRT");
    Ok(log_of("supervisord").await?.lines().filter(|line| line.contains(&death)).count())
}

/// The lines that a program has logged.
///
/// # Errors
/// There is no such log.
pub async fn log_of(program: &str) -> anyhow::Result<String> {
    let path = folder().join("logs").join(format!("{program}.log"));
    Ok(String::from_utf8_lossy(&tokio::fs::read(path).await?).into_owned())
}

/// Everything that the stack keeps.
pub fn folder() -> PathBuf {
    root().join(".stack").join(stack())
}

/// What each service tells of itself in numbers, by its name.
///
/// # Errors
/// One of them does not answer.
pub async fn metrics() -> anyhow::Result<BTreeMap<String, String>> {
    let client = ops_client()?;
    let mut told = BTreeMap::new();
    for (service, address) in ops_addresses()? {
        let answer = client.get(format!("https://{address}/metrics")).send().await?.error_for_status()?;
        told.insert(service, answer.text().await?);
    }
    Ok(told)
}

/// Whether a service is ready, by its own status, and what it says it lacks.
///
/// # Errors
/// It does not answer, or there is no such service.
pub async fn readiness(service: &str) -> anyhow::Result<(u16, serde_json::Value)> {
    let answer = ask_ops(service, "health/ready").await?;
    Ok((answer.status().as_u16(), answer.json().await?))
}

/// Whether the process of a service says that it lives.
///
/// # Errors
/// It does not answer, or there is no such service.
pub async fn lives(service: &str) -> anyhow::Result<bool> {
    Ok(ask_ops(service, "health/live").await?.status().is_success())
}

async fn ask_ops(service: &str, what: &str) -> anyhow::Result<reqwest::Response> {
    let addresses = ops_addresses()?;
    let address = addresses.get(service).context("a service of the stack")?;
    Ok(ops_client()?.get(format!("https://{address}/{what}")).send().await?)
}

/// Of whoever looks after the services: it believes their authority.
fn ops_client() -> anyhow::Result<reqwest::Client> {
    boot::http_client(Some(&folder().join("pki/internal-ca.crt")))
}

/// From the files that the stack starts services with.
fn ops_addresses() -> anyhow::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for file in std::fs::read_dir(folder().join("env"))? {
        let path = file?.path();
        let text = std::fs::read_to_string(&path)?;
        let address = text.lines().find_map(|line| line.strip_prefix("TALL_OPS__LISTEN="));
        if let (Some(address), Some(service)) = (address, path.file_stem().and_then(|stem| stem.to_str())) {
            found.insert(service.to_owned(), address.to_owned());
        }
    }
    anyhow::ensure!(!found.is_empty(), "no service is known to the stack");
    Ok(found)
}

async fn run(command: &[&str]) -> anyhow::Result<()> {
    let mut stack_tool = Command::new(root().join("deploy/stack/stack"));
    // As from a shell: what cargo says to this test of its package would have `ring`, and all above it, built anew.
    for (name, _) in std::env::vars_os() {
        if name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
        {
            stack_tool.env_remove(name);
        }
    }
    let told = stack_tool.args(command).args(["--name", &stack()]).current_dir(root()).output().await?;
    anyhow::ensure!(
        told.status.success(),
        "{}: {}",
        command.join(" "),
        String::from_utf8_lossy(&told.stderr)
    );
    Ok(())
}

fn stack() -> String {
    testing::stack::variable("TALL_TEST_STACK")
}

fn root() -> PathBuf {
    testing::stack::workspace()
}
