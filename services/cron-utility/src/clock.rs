//! The clock of the fleet: tells each week once, and those that an outage swallowed.

use crate::domain::week::{Tick, untold};
use boot::{CancellationToken, Clock};
use documents::{Documents, Filter, Fingerprint, Listing};
use scheduler::Week;
use std::{sync::Arc, time::Duration};
use tokio::time::sleep;

/// Time between two looks. A week is told at most this late.
const EVERY: Duration = Duration::from_secs(30);

/// Tells weeks until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(
    ticks: Documents<Tick>,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let work = || async { tell_untold(&ticks, &*clock).await.map(drop) };
    boot::repeat(stop, "weeks were not told; tried again soon", || sleep(EVERY), work).await
}

/// Tells the weeks that have begun and were not told yet. Two instances at once tell each week once: there is one
/// document a week.
///
/// # Errors
/// The store.
pub async fn tell_untold(ticks: &Documents<Tick>, clock: &dyn Clock) -> anyhow::Result<Vec<Week>> {
    let now = clock.now();
    let last = ticks.list(Listing::of(Filter::any()).descending("begins_at").limit(1)).await?;
    let last = last.items.first().and_then(|tick| Week::parse(&tick.iso_week));
    let weeks = untold(last, now);
    for week in &weeks {
        ticks.create(Fingerprint::of(&week.to_string())?, || Tick::tell(*week, now)).await?;
        tracing::info!(iso_week = %week, "a week of study begins");
    }
    Ok(weeks)
}
