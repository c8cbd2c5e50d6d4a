//! Archives and parts go when their time is over.

use crate::{App, domain::archive, store::exports};
use blob::BlobStore;
use ids::ExportId;

/// Deletes the archives whose day is over. Answers how many.
///
/// # Errors
/// The stores.
pub async fn remove_archives(app: &App) -> anyhow::Result<usize> {
    let now = app.clock.now();
    let over = exports::over(&mut *app.database.acquire().await?, now).await?;
    for export in &over {
        remove_objects(&*app.requests.blobs, &app.requests.services, export.export_id()).await?;
        exports::note_removed(&mut *app.database.acquire().await?, export.export_id(), now).await?;
    }
    Ok(over.len())
}

/// Deletes every object of an export: parts of all services, also those that nobody told of, and the archive.
pub(super) async fn remove_objects(
    blobs: &dyn BlobStore,
    services: &[String],
    export: ExportId,
) -> anyhow::Result<()> {
    remove_parts(blobs, services, export).await?;
    Ok(blobs.delete(&archive::key(export)?).await?)
}

/// Deletes every part of an export.
pub(super) async fn remove_parts(
    blobs: &dyn BlobStore,
    services: &[String],
    export: ExportId,
) -> anyhow::Result<()> {
    for service in services {
        for part in blobs.list(&archive::parts_of(service, export), None).await?.objects {
            blobs.delete(&part.key).await?;
        }
    }
    Ok(())
}
