//! What goes on beside the requests: archives are made and removed, erasures finished, services asked again, addresses that
//! nobody confirms forgotten.

use crate::{
    App,
    commands::{
        ask_again::ask_again, assemble_export::assemble_export, finish_erasure::finish_erasure,
        pending_address::forget_unconfirmed, remove_archive::remove_archives,
    },
    store::erasures,
};
use boot::CancellationToken;
use prometheus::{IntGauge, IntGaugeVec, Opts, Registry};
use std::time::Duration;
use tokio::time::sleep;

/// Between two looks, when nobody says that there is something to do.
const EVERY: Duration = Duration::from_secs(15);

/// What an operator sees of requests about personal data.
#[derive(Clone)]
pub struct RequestGauges {
    open: IntGaugeVec,
    oldest: IntGauge,
    late: IntGauge,
}

impl RequestGauges {
    /// In this registry.
    ///
    /// # Errors
    /// They are registered already.
    pub fn register(registry: &Registry) -> Result<Self, prometheus::Error> {
        let open = IntGaugeVec::new(
            Opts::new("pii_requests_open", "Exports and erasures that wait for an answer."),
            &["kind"],
        )?;
        let oldest = IntGauge::new(
            "pii_requests_oldest_seconds",
            "Age of the oldest open request; 0 where there is none.",
        )?;
        let late = IntGauge::new("pii_requests_late", "Open requests past their deadline.")?;
        registry.register(Box::new(open.clone()))?;
        registry.register(Box::new(oldest.clone()))?;
        registry.register(Box::new(late.clone()))?;
        Ok(Self { open, oldest, late })
    }

    async fn show(&self, app: &App) -> anyhow::Result<()> {
        let now = app.clock.now();
        let waiting = erasures::waiting(&mut *app.database.acquire().await?, now).await?;
        self.open.with_label_values(&["erasure"]).set(waiting.erasures);
        self.open.with_label_values(&["export"]).set(waiting.exports);
        self.oldest.set(waiting.oldest.map_or(0, |oldest| (now - oldest).num_seconds()));
        self.late.set(waiting.late);
        Ok(())
    }
}

/// Works until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, gauges: RequestGauges, stop: CancellationToken) -> anyhow::Result<()> {
    let pause = || async {
        tokio::select! {
            () = app.requests.complete.notified() => {}
            () = sleep(EVERY) => {}
        }
    };
    let work = || async {
        let worked = work(&app).await;
        if let Err(error) = gauges.show(&app).await {
            tracing::warn!(error.message = format!("{error:#}"), "the open requests cannot be counted");
        }
        worked
    };
    boot::repeat(stop, "requests about personal data wait; tried again soon", pause, work).await
}

/// Does everything that can be done now. One failure keeps nothing else from being done.
///
/// # Errors
/// The first failure.
pub async fn work(app: &App) -> anyhow::Result<()> {
    let erased = drain(|| finish_erasure(app)).await;
    let assembled = drain(|| assemble_export(app)).await;
    let removed = remove_archives(app).await.map(drop);
    let asked = ask_again(app).await;
    let forgotten = drain(|| forget_unconfirmed(app)).await;
    erased.and(assembled).and(removed).and(asked).and(forgotten)
}

async fn drain<F: Future<Output = anyhow::Result<bool>>>(mut next: impl FnMut() -> F) -> anyhow::Result<()> {
    while next().await? {}
    Ok(())
}
