//! What an operator does to the stack.

use std::path::PathBuf;
use tokio::process::Command;

/// Stops a program of the test stack.
///
/// # Errors
/// The stack refuses.
pub async fn stop(program: &str) -> anyhow::Result<()> {
    run("stop", program).await
}

/// Starts a program of the test stack.
///
/// # Errors
/// The stack refuses.
pub async fn start(program: &str) -> anyhow::Result<()> {
    run("start", program).await
}

/// Kills a program with SIGKILL. The supervisor starts it again.
///
/// # Errors
/// The stack refuses.
pub async fn kill(program: &str) -> anyhow::Result<()> {
    run("kill", program).await
}

/// The lines that a service has logged.
///
/// # Errors
/// There is no such log.
pub async fn log_of(service: &str) -> anyhow::Result<String> {
    let path = root().join(".stack").join(stack()).join("logs").join(format!("{service}.log"));
    Ok(String::from_utf8_lossy(&tokio::fs::read(path).await?).into_owned())
}

async fn run(command: &str, program: &str) -> anyhow::Result<()> {
    let told = Command::new(root().join("deploy/stack/stack"))
        .args([command, program, "--name", &stack()])
        .current_dir(root())
        .output()
        .await?;
    anyhow::ensure!(told.status.success(), "{command} {program}: {}", String::from_utf8_lossy(&told.stderr));
    Ok(())
}

fn stack() -> String {
    testing::stack::variable("TALL_TEST_STACK")
}

fn root() -> PathBuf {
    testing::stack::workspace()
}
