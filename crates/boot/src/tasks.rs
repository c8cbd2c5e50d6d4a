//! Background work in the order in which it must end.

use futures::FutureExt;
use std::{
    collections::BTreeMap,
    future::Future,
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::watch;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// What ends together.
#[derive(Clone, Default)]
pub(crate) struct Phase {
    /// Cancelled when this phase must end.
    pub(crate) stop: CancellationToken,
    tracker: TaskTracker,
    running: Arc<Mutex<BTreeMap<&'static str, usize>>>,
}

/// The first task that failed, if any did.
#[derive(Clone)]
pub(crate) struct Failures(watch::Sender<Option<&'static str>>);

impl Default for Failures {
    fn default() -> Self {
        Self(watch::Sender::new(None))
    }
}

impl Failures {
    pub(crate) fn report(&self, name: &'static str) {
        self.0.send_if_modified(|first| first.replace(name).is_none());
    }

    pub(crate) fn any(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Waits for the first failure.
    pub(crate) async fn first(&self) -> &'static str {
        let mut failures = self.0.subscribe();
        loop {
            if let Some(name) = *failures.borrow_and_update() {
                return name;
            }
            if failures.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }
}

impl Phase {
    /// Runs `task`; an error or a panic in it is logged and reported.
    pub(crate) fn spawn(
        &self,
        name: &'static str,
        failures: &Failures,
        task: impl Future<Output = anyhow::Result<()>> + Send + 'static,
    ) {
        self.edit(|running| *running.entry(name).or_default() += 1);
        let (phase, failures) = (self.clone(), failures.clone());
        self.tracker.spawn(async move {
            match AssertUnwindSafe(task).catch_unwind().await {
                Ok(Ok(())) => tracing::debug!(task = name, "ended"),
                Ok(Err(error)) => {
                    tracing::error!(task = name, error = format!("{error:#}"), "a task failed");
                    failures.report(name);
                }
                // The panic hook has logged it.
                Err(_) => failures.report(name),
            }
            phase.edit(|running| match running.get_mut(name) {
                Some(count) if *count > 1 => *count -= 1,
                _ => drop(running.remove(name)),
            });
        });
    }

    /// Asks every task to end and waits for it.
    pub(crate) async fn end(&self) {
        self.stop.cancel();
        self.tracker.close();
        self.tracker.wait().await;
    }

    /// Names of those that still run.
    pub(crate) fn running(&self) -> Vec<&'static str> {
        self.edit(|running| running.keys().copied().collect())
    }

    fn edit<T>(&self, edit: impl FnOnce(&mut BTreeMap<&'static str, usize>) -> T) -> T {
        edit(&mut self.running.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
