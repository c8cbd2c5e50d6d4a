//! Writes the weekly digests: on Mondays, to each reader once a week.

use crate::{
    App,
    domain::digest::{cause, due},
};
use boot::CancellationToken;
use futures::TryStreamExt;
use std::{pin::pin, time::Duration};
use tokio::time::sleep;

/// Time between two looks.
const EVERY: Duration = Duration::from_secs(60);

/// Writes digests until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    boot::repeat(stop, "digests were not all written; tried again soon", || sleep(EVERY), || write_due(&app))
        .await
}

/// Writes the digests that are due. It may end at any point, run again, and run several times at once: a reader's mail of a
/// week is one document, which is made once.
///
/// # Errors
/// The store.
pub async fn write_due(app: &App) -> anyhow::Result<()> {
    let Some(week) = due(app.clock.now()) else { return Ok(()) };
    if app.digests.are_written(week).await? {
        return Ok(());
    }
    let mut readers = pin!(app.digests.readers().await?);
    let mut written = 0_u64;
    while let Some((reader, user)) = readers.try_next().await? {
        if app.digests.are_wanted(user, reader).await? {
            app.compose(&cause(week, reader, user)).await?;
            written += 1;
        }
    }
    app.digests.note_written(week, app.clock.now()).await?;
    tracing::info!(iso_week = %week, readers = written, "digests of a week were written");
    Ok(())
}
