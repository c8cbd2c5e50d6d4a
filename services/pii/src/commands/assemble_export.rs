//! Every part is in: one archive is made of them.

use super::{
    own_part::{note_whole, own_part, seal_archive},
    remove_archive::remove_parts,
    tell::tell,
};
use crate::{
    App, NAME,
    domain::archive::{self, MOST_BYTES},
    store::exports::{self, Export, Part, ReadyPart},
};
use anyhow::Context;
use blob::{BlobKey, BlobStore, Condition, NewObject};
use chrono::{DateTime, Utc};
use events::pii::{ExportReady, Holding};
use ids::UserId;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use subject::{Entry, copy_into};

/// Makes the archive of one export that is complete. Answers whether there was one.
///
/// The archive is put under a name that follows from the export: killed before its commit, this does it again.
///
/// # Errors
/// The stores; a part that is not what its service said.
pub async fn assemble_export(app: &App) -> anyhow::Result<bool> {
    let mut transaction = app.database.begin().await?;
    let Some(export) = exports::lock_complete(&mut transaction, NAME).await? else { return Ok(false) };
    let (id, now) = (export.export_id(), app.clock.now());
    note_whole(app, &mut transaction, UserId::new(export.requested_by), export.user()).await?;
    let own = own_part(app, &mut transaction, export.user()).await?;
    note_own(&mut transaction, &export, &own.held, now).await?;
    let parts = exports::parts(&mut transaction, id).await?;
    let mut files = own.entries;
    for part in &parts {
        files.extend(fetched(&*app.requests.blobs, part).await?);
    }
    let mut entries = vec![report(&export, &parts, &files, now)?];
    entries.extend(files);
    let total: usize = entries.iter().map(|entry| entry.bytes.len()).sum();
    anyhow::ensure!(total <= MOST_BYTES, "the files of an export are larger than an archive may be");

    let opened = tokio::task::spawn_blocking(move || subject::archive(&entries)).await??;
    let sealed = seal_archive(app, &mut transaction, export.user(), id, &opened, now).await?;
    let bytes = i64::try_from(sealed.len())?;
    let object = NewObject::new("application/octet-stream", sealed);
    app.requests.blobs.put(&archive::key(id)?, object, Condition::Always).await?;
    bus::failpoint::step("pii.export.put");
    let expires_at = app.requests.archive_ends(now);
    exports::note_archive(&mut transaction, id, bytes, now, expires_at).await?;
    let ready = ExportReady { user_id: export.user(), export_id: id, ready_at: now, expires_at };
    tell(app, &mut transaction, id, 2, ready).await?;
    transaction.commit().await?;
    app.waker.wake();
    // What is left when this fails goes with the archive.
    remove_parts(&*app.requests.blobs, &app.requests.services, id).await?;
    Ok(true)
}

async fn note_own(
    connection: &mut PgConnection,
    export: &Export,
    held: &[Holding],
    at: DateTime<Utc>,
) -> anyhow::Result<()> {
    let own = ReadyPart {
        export: export.export_id(),
        service: NAME,
        object_key: None,
        sha256: None,
        bytes: 0,
        holdings: held,
        at,
    };
    exports::note_part(connection, own).await?;
    Ok(())
}

/// The files of a part that lies in the bucket, in a folder of its service's name.
async fn fetched(blobs: &dyn BlobStore, part: &Part) -> anyhow::Result<Vec<Entry>> {
    let (Some(key), Some(sha256)) = (&part.object_key, &part.sha256) else { return Ok(Vec::new()) };
    let key = BlobKey::parse(key.clone())?;
    let bytes = blobs
        .get(&key, (subject::MOST_BYTES + subject::MOST_FILE_BYTES) as u64)
        .await?
        .content
        .bytes()
        .await?;
    anyhow::ensure!(
        Sha256::digest(&bytes)[..] == sha256[..],
        "the part of {} is not what it said",
        part.service
    );
    let service = part.service.clone();
    // Text and JSON: what is kept as JSON is at most so much more as JSON and CSV.
    let copied = move || copy_into(&service, &bytes, 3 * subject::MOST_BYTES + subject::MOST_FILE_BYTES);
    tokio::task::spawn_blocking(copied).await?.with_context(|| format!("the part of {}", part.service))
}

/// Who was asked, who answered, with what, in which files: that nothing is missing can be seen.
fn report(export: &Export, parts: &[Part], files: &[Entry], at: DateTime<Utc>) -> anyhow::Result<Entry> {
    let part = |part: &Part| -> Value {
        let folder = format!("{}/", part.service);
        let own = files.iter().filter(|file| file.path.starts_with(&folder));
        let own: Vec<Value> =
            own.map(|file| json!({ "path": file.path, "bytes": file.bytes.len() })).collect();
        let holdings = &part.holdings.0;
        json!({ "service": part.service, "readyAt": part.ready_at, "holdings": holdings, "files": own })
    };
    let report = json!({
        "exportId": export.id,
        "userId": export.user_id,
        "requestedAt": export.requested_at,
        "assembledAt": at,
        "complete": parts.iter().all(|part| part.ready_at.is_some()),
        "services": parts.iter().map(part).collect::<Vec<_>>(),
    });
    Ok(Entry { path: "report.json".to_owned(), bytes: serde_json::to_vec_pretty(&report)? })
}
