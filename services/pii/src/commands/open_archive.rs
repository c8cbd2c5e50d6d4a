//! The person fetches their archive: a link is made, and followed once.

use super::own_part::{note_whole, unseal_archive};
use crate::{
    App,
    domain::archive::{self, LinkToken},
    store::exports,
};
use chrono::{DateTime, Utc};
use ids::{ExportId, UserId};
use web::ApiError;
use zeroize::Zeroizing;

/// A link, as its maker is told of it.
#[derive(Debug)]
pub struct Link {
    /// What stands in the address.
    pub token: String,
    /// Until when it works, if it is not followed before.
    pub expires_at: DateTime<Utc>,
}

/// Makes a link that opens the archive of an export once, in place of any link before. None when `caller` has no such
/// export, or it has no archive.
///
/// # Errors
/// The database.
pub async fn make_link(app: &App, id: ExportId, caller: UserId) -> anyhow::Result<Option<Link>> {
    let mut connection = app.database.acquire().await?;
    let export = exports::find(&mut connection, id).await?.filter(|export| export.belongs_to(caller));
    if export.is_none() {
        return Ok(None);
    }
    let token = LinkToken::make(&*app.random).text();
    let digest = LinkToken::digest_of(&token);
    let ends = exports::put_link(&mut connection, id, &digest, app.clock.now()).await?;
    Ok(ends.map(|expires_at| Link { token, expires_at }))
}

/// An archive, opened.
pub struct Opened {
    /// Of which export.
    pub export: ExportId,
    /// The ZIP.
    pub zip: Zeroizing<Vec<u8>>,
}

/// Follows a link. It is used up before anything is opened, and the access is noted: nobody reads unseen, and nobody
/// reads twice.
///
/// # Errors
/// 404 for a link that is used, replaced, over or none; 503 when the object store does not answer, upon which another link
/// can be made.
pub async fn open_archive(app: &App, token: &str) -> Result<Opened, ApiError> {
    let now = app.clock.now();
    let mut transaction = app.database.begin().await.map_err(ApiError::internal)?;
    let export = exports::spend_link(&mut transaction, &LinkToken::digest_of(token), now)
        .await
        .map_err(ApiError::internal)?
        .ok_or_else(|| ApiError::not_found("archive", "with this link"))?;
    note_whole(app, &mut transaction, UserId::new(export.requested_by), export.user()).await?;
    transaction.commit().await.map_err(ApiError::internal)?;
    app.waker.wake();

    let id = export.export_id();
    let sealed = read(app, id).await?;
    let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
    let zip = unseal_archive(app, &mut connection, export.user(), id, &sealed).await?;
    Ok(Opened { export: id, zip })
}

async fn read(app: &App, id: ExportId) -> Result<Vec<u8>, ApiError> {
    let most = 2 * archive::MOST_BYTES as u64;
    let key = archive::key(id).map_err(|error| ApiError::internal(anyhow::Error::from(error)))?;
    let unavailable =
        |error: anyhow::Error| ApiError::unavailable_because(std::time::Duration::from_secs(5), error);
    let object = app.requests.blobs.get(&key, most).await.map_err(|error| unavailable(error.into()))?;
    Ok(object.content.bytes().await.map_err(|error| unavailable(error.into()))?.to_vec())
}
