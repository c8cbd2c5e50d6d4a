//! Work that is done again and again beside the requests.

use std::future::Future;
use tokio_util::sync::CancellationToken;

/// Does `work` at once and after each `pause`, until `stop`. A failure is logged as `failed` says, and the next turn tries
/// again: a store that is down is waited for. Work that is under way at `stop` is dropped, so it may be cut off anywhere.
///
/// # Errors
/// None; the type is that of a task.
pub async fn repeat<Work, Pause>(
    stop: CancellationToken,
    failed: &'static str,
    mut pause: impl FnMut() -> Pause,
    mut work: impl FnMut() -> Work,
) -> anyhow::Result<()>
where
    Work: Future<Output = anyhow::Result<()>>,
    Pause: Future<Output = ()>,
{
    let turns = async {
        loop {
            if let Err(error) = work().await {
                tracing::warn!(error.message = format!("{error:#}"), "{failed}");
            }
            pause().await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => Ok(()),
        () = turns => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };
    use tokio::time::{sleep, timeout};

    const PATIENCE: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn a_failure_is_tried_again_after_the_pause() {
        let (turns, stop) = (AtomicUsize::new(0), CancellationToken::new());
        let work = || async {
            if turns.fetch_add(1, Ordering::Relaxed) == 2 {
                stop.cancel();
            }
            anyhow::bail!("the store is down")
        };
        let began = tokio::time::Instant::now();
        repeat(stop.clone(), "not done", || sleep(Duration::from_secs(30)), work).await.expect("ended");
        assert_eq!((turns.load(Ordering::Relaxed), began.elapsed()), (3, Duration::from_secs(60)));
    }

    #[tokio::test]
    async fn it_ends_at_once_whether_it_works_or_waits() {
        for is_working in [true, false] {
            let stop = CancellationToken::new();
            let work = move || async move {
                if is_working {
                    std::future::pending::<()>().await;
                }
                Ok(())
            };
            let task = repeat(stop.clone(), "not done", std::future::pending::<()>, work);
            let ended = async { tokio::join!(task, async { stop.cancel() }).0 };
            timeout(PATIENCE, ended).await.expect("it ends").expect("without an error");
        }
    }
}
