//! Writes the weekly digests: on Mondays, to each reader once a week.

use crate::{
    domain::digest::{cause, due},
    mail::Letterbox,
    store::digests::Digests,
};
use boot::{CancellationToken, Clock};
use futures::TryStreamExt;
use mongodb::Database;
use std::{pin::pin, sync::Arc, time::Duration};
use subject::documents::is_forgotten;

/// Time between two looks.
const EVERY: Duration = Duration::from_secs(60);

/// Writes digests until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(
    digests: Digests,
    letterbox: Letterbox,
    database: Database,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    loop {
        if let Err(error) = write_due(&digests, &letterbox, &database, &*clock).await {
            tracing::warn!(
                error.message = format!("{error:#}"),
                "digests were not all written; tried again soon"
            );
        }
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Writes the digests that are due. It may end at any point, run again, and run several times at once: a reader's mail of a
/// week is one document, which is made once.
///
/// # Errors
/// The store.
pub async fn write_due(
    digests: &Digests,
    letterbox: &Letterbox,
    database: &Database,
    clock: &dyn Clock,
) -> anyhow::Result<()> {
    let Some(week) = due(clock.now()) else { return Ok(()) };
    if digests.are_written(week).await? {
        return Ok(());
    }
    let mut readers = pin!(digests.readers().await?);
    let mut written = 0_u64;
    while let Some((reader, user)) = readers.try_next().await? {
        if digests.are_wanted(user, reader).await? && !is_forgotten(database, user).await? {
            letterbox.take(&cause(week, reader, user)).await?;
            written += 1;
        }
    }
    digests.note_written(week, clock.now()).await?;
    tracing::info!(iso_week = %week, readers = written, "digests of a week were written");
    Ok(())
}
