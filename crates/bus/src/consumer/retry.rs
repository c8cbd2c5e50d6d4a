//! Three tries with a pause between, each bounded in time; a panic is a failure like any other.

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

/// Tries until an event is done or rejected, three times at most.
pub(crate) async fn handle(
    event: &Incoming,
    group: &str,
    metrics: &Metrics,
    patience: &Patience,
) -> Result<Verdict, Abandoned> {
    let mut backoff = Backoff::new(FIRST_PAUSE, LONGEST_PAUSE);
    let mut last = String::new();
    for turn in 1..=TRIES {
        match try_once(event, group, metrics).await {
            Outcome::Done => return Ok(Verdict::Done),
            Outcome::Reject(reason) => return Ok(Verdict::Rejected(shorten(reason))),
            Outcome::Retry(error) => {
                last = shorten(format!("{error:#}"));
                tracing::warn!(turn, error = last, "an event is not handled yet");
            }
        }
        if turn < TRIES {
            patience.wait(&mut backoff).await?;
        }
    }
    Ok(Verdict::Failed(last))
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
