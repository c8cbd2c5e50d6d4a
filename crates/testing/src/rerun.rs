//! A test that starts itself again as a process of its own, and sees how that ends.

use std::{
    fmt,
    os::unix::process::ExitStatusExt,
    process::{Command, Output},
};

const SIGABRT: i32 = 6;

/// A test in a process of its own: the service that ends at a step which `FAILPOINTS` names.
#[derive(Debug)]
pub struct Rerun(Command);

impl Rerun {
    /// The test with this path in the binary that runs now.
    ///
    /// # Panics
    /// The system does not know the binary.
    #[must_use]
    pub fn of(test: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this test"));
        command.args(["--exact", test]);
        Self(command)
    }

    /// With a variable more than this process has: by one of them the test knows that it is the one that was started.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl AsRef<str>) -> Self {
        self.0.env(name, value.as_ref());
        self
    }

    /// Starts it and waits until it ends.
    ///
    /// # Panics
    /// It cannot be started.
    pub async fn to_its_end(mut self) -> Ended {
        let running = tokio::task::spawn_blocking(move || self.0.output().expect("the service"));
        Ended(running.await.expect("the service"))
    }
}

/// How it ended; shown with what it printed.
#[derive(Debug)]
pub struct Ended(Output);

impl Ended {
    /// At a failpoint.
    #[must_use]
    pub fn was_aborted(&self) -> bool {
        self.0.status.signal() == Some(SIGABRT)
    }

    /// As a test that passed.
    #[must_use]
    pub fn has_passed(&self) -> bool {
        self.0.status.success()
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}\n{}", self.0.status, String::from_utf8_lossy(&self.0.stdout))
    }
}
