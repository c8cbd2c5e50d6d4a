//! The part of one service, into the bucket of exports.

use crate::{Holder, Table, archive, archive::Entry};
use anyhow::Context;
use blob::{BlobKey, BlobStore, Condition, NewObject};
use events::pii::Holding;
use ids::{ExportId, UserId};
use sha2::{Digest, Sha256};

/// A part as it was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it is.
    pub key: String,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
    /// What is in it.
    pub holdings: Vec<Holding>,
}

/// Puts all that `holder` keeps of `user` into `blobs`, as the part of `service`.
///
/// The name of the object ends in the digest of its bytes: a part that is made again while the first is being read is
/// another object, and neither changes.
///
/// # Errors
/// The store of the service, or that of the objects.
pub async fn put_part(
    blobs: &dyn BlobStore,
    holder: &dyn Holder,
    service: &str,
    export: ExportId,
    user: UserId,
) -> anyhow::Result<Part> {
    let held = holder.held();
    let tables = holder.export(user).await.context("what is kept of the person")?;
    let holdings = tables.iter().map(counted).collect();
    let files = holder.files(user).await.context("what the person can open in another program")?;
    let entries = Entry::of_part(&held, &tables, files)?;
    drop(tables);
    let bytes = tokio::task::spawn_blocking(move || archive(&entries)).await??;
    let sha256: [u8; 32] = Sha256::digest(&bytes).into();
    let key = format!("{service}/{export}/{}.zip", hex::encode(sha256));
    let part = Part { key, bytes: bytes.len() as u64, sha256, holdings };
    let object = NewObject::new("application/zip", bytes);
    blobs
        .put(&BlobKey::parse(part.key.clone())?, object, Condition::Always)
        .await
        .context("putting the part")?;
    Ok(part)
}

fn counted(table: &Table) -> Holding {
    Holding { name: table.name.clone(), count: i64::try_from(table.len()).unwrap_or(i64::MAX) }
}
