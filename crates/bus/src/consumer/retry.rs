//! Three tries with a pause between, each bounded in time; a panic is a failure like any other. A try that met another
//! transaction says nothing of the event and is not one of the three.

use super::{
    decode::Incoming,
    delivery::Outcome,
    partition::{Abandoned, Patience},
};
use crate::{Metrics, backoff::Backoff};
use futures::FutureExt;
use std::{panic::AssertUnwindSafe, time::Duration};
use tokio::time::{Instant, timeout};

const TRIES: u32 = 3;
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(30);
/// Longer than the transaction of a process that was killed stays open: 60 s, `transactionLifetimeLimitSeconds` of
/// MongoDB.
const CONTENTION: Duration = Duration::from_secs(90);
/// Of a reason, as it is kept and shown.
const REASON_LENGTH: usize = 500;

/// How handling an event ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Done,
    /// Never: the handler's reason.
    Rejected(String),
    /// Not now: what the last try said.
    Failed(String),
}

/// Tries until an event is done or rejected, three times at most, and as long as another transaction is in the way.
pub(crate) async fn handle(
    event: &Incoming,
    group: &str,
    metrics: &Metrics,
    patience: &Patience,
) -> Result<Verdict, Abandoned> {
    let mut backoff = Backoff::new(FIRST_PAUSE, LONGEST_PAUSE);
    let began = Instant::now();
    let mut turn = 1;
    loop {
        match try_once(event, group, metrics).await {
            Outcome::Done => return Ok(Verdict::Done),
            Outcome::Reject(reason) => return Ok(Verdict::Rejected(shorten(reason))),
            Outcome::Retry(error) => {
                let reason = shorten(format!("{error:#}"));
                tracing::warn!(turn, error = reason, "an event is not handled yet");
                if !(is_contention(&error) && began.elapsed() < CONTENTION) {
                    if turn == TRIES {
                        return Ok(Verdict::Failed(reason));
                    }
                    turn += 1;
                }
            }
        }
        patience.wait(&mut backoff).await?;
    }
}

/// Whether another transaction, which may be that of a process that was killed, holds what this one needs.
#[cfg(feature = "mongo")]
fn is_contention(error: &anyhow::Error) -> bool {
    let mut errors = error.chain().filter_map(|cause| cause.downcast_ref::<mongodb::error::Error>());
    errors.any(|error| error.contains_label(mongodb::error::TRANSIENT_TRANSACTION_ERROR))
}

/// PostgreSQL ends a transaction with its connection.
#[cfg(not(feature = "mongo"))]
const fn is_contention(_error: &anyhow::Error) -> bool {
    false
}

async fn try_once(event: &Incoming, group: &str, metrics: &Metrics) -> Outcome {
    let began = Instant::now();
    let outcome = match timeout(PATIENCE, AssertUnwindSafe(event.attempt.attempt()).catch_unwind()).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Outcome::Retry(anyhow::anyhow!("the handler panicked")),
        Err(_) => Outcome::Retry(anyhow::anyhow!("the handler took longer than {} s", PATIENCE.as_secs())),
    };
    let name = match &outcome {
        Outcome::Done => "done",
        Outcome::Retry(_) => "retry",
        Outcome::Reject(_) => "reject",
    };
    metrics.handler.with_label_values(&[group, event.type_name, name]).observe(began.elapsed().as_secs_f64());
    outcome
}

fn shorten(mut reason: String) -> String {
    if let Some((end, _)) = reason.char_indices().nth(REASON_LENGTH) {
        reason.truncate(end);
    }
    reason
}
