//! Exports and their parts.

use chrono::{DateTime, Utc};
use events::pii::Holding;
use ids::{ExportId, UserId};
use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

/// An export as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Which.
    pub id: Uuid,
    /// Whose data.
    pub user_id: Uuid,
    /// Who asked.
    pub requested_by: Uuid,
    /// When.
    pub requested_at: DateTime<Utc>,
    /// When every part must be in.
    pub deadline_at: DateTime<Utc>,
    /// When the archive was made.
    pub ready_at: Option<DateTime<Utc>>,
    /// Its length, sealed.
    pub archive_bytes: Option<i64>,
    /// When it is deleted.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was.
    pub removed_at: Option<DateTime<Utc>>,
}

impl Export {
    /// Its id.
    pub const fn export_id(&self) -> ExportId {
        ExportId::new(self.id)
    }

    /// Whose data it is.
    pub const fn user(&self) -> UserId {
        UserId::new(self.user_id)
    }

    /// Whether `caller` may see it: the person, or who asked for it.
    pub fn belongs_to(&self, caller: UserId) -> bool {
        [self.user_id, self.requested_by].contains(&caller.as_uuid())
    }
}

/// What a service has answered, or has not yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The service.
    pub service: String,
    /// When its part was ready.
    pub ready_at: Option<DateTime<Utc>>,
    /// Where it is.
    pub object_key: Option<String>,
    /// Its SHA-256.
    pub sha256: Option<Vec<u8>>,
    /// Its length.
    pub bytes: Option<i64>,
    /// What is in it.
    pub holdings: Json<Vec<Holding>>,
}

/// An export to be noted.
#[derive(Clone, Copy, Debug)]
pub struct NewExport<'a> {
    /// Made by the caller.
    pub id: ExportId,
    /// Whose data.
    pub user: UserId,
    /// Who asks.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// When every part must be in.
    pub deadline: DateTime<Utc>,
    /// Who must answer.
    pub services: &'a [String],
}

/// Notes the export, unless its id is used or the person has one under way.
///
/// # Errors
/// The database.
pub async fn insert(connection: &mut PgConnection, new: NewExport<'_>) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into exports (id, user_id, requested_by, requested_at, deadline_at, asked_at)
         values ($1, $2, $3, $4, $5, $4)
         on conflict do nothing",
        new.id.as_uuid(),
        new.user.as_uuid(),
        new.by.as_uuid(),
        new.at,
        new.deadline,
    )
    .execute(&mut *connection)
    .await?;
    if inserted.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "insert into export_parts (export_id, service) select $1, unnest($2::text[])",
        new.id.as_uuid(),
        new.services,
    )
    .execute(connection)
    .await?;
    Ok(true)
}

/// The export of this id.
///
/// # Errors
/// The database.
pub async fn find(connection: &mut PgConnection, id: ExportId) -> sqlx::Result<Option<Export>> {
    sqlx::query_as!(
        Export,
        "select id, user_id, requested_by, requested_at, deadline_at, ready_at, archive_bytes, expires_at, removed_at
         from exports where id = $1",
        id.as_uuid(),
    )
    .fetch_optional(connection)
    .await
}

/// The export of this person that is under way.
///
/// # Errors
/// The database.
pub async fn under_way(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Option<Export>> {
    sqlx::query_as!(
        Export,
        "select id, user_id, requested_by, requested_at, deadline_at, ready_at, archive_bytes, expires_at, removed_at
         from exports where user_id = $1 and ready_at is null",
        user.as_uuid(),
    )
    .fetch_optional(connection)
    .await
}

/// The parts of an export, by service.
///
/// # Errors
/// The database.
pub async fn parts(connection: &mut PgConnection, id: ExportId) -> sqlx::Result<Vec<Part>> {
    sqlx::query_as!(
        Part,
        r#"select service, ready_at, object_key, sha256, bytes, holdings as "holdings: Json<Vec<Holding>>"
           from export_parts where export_id = $1 order by service"#,
        id.as_uuid(),
    )
    .fetch_all(connection)
    .await
}

/// A part that is ready.
#[derive(Clone, Copy, Debug)]
pub struct ReadyPart<'a> {
    /// Of which export.
    pub export: ExportId,
    /// Whose.
    pub service: &'a str,
    /// Where it is.
    pub object_key: Option<&'a str>,
    /// Its SHA-256.
    pub sha256: Option<&'a [u8]>,
    /// Its length.
    pub bytes: i64,
    /// What is in it.
    pub holdings: &'a [Holding],
    /// When it was ready.
    pub at: DateTime<Utc>,
}

/// Notes that a part is ready, unless it was before.
///
/// # Errors
/// The database.
pub async fn note_part(connection: &mut PgConnection, part: ReadyPart<'_>) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "update export_parts
         set ready_at = $3, object_key = $4, sha256 = $5, bytes = $6, holdings = $7
         where export_id = $1 and service = $2 and ready_at is null",
        part.export.as_uuid(),
        part.service,
        part.at,
        part.object_key,
        part.sha256,
        part.bytes,
        Json(part.holdings) as _,
    )
    .execute(connection)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// One export of which every part but that of `own` is in, held until the transaction ends.
///
/// # Errors
/// The database.
pub async fn lock_complete(connection: &mut PgConnection, own: &str) -> sqlx::Result<Option<Export>> {
    sqlx::query_as!(
        Export,
        "select id, user_id, requested_by, requested_at, deadline_at, ready_at, archive_bytes, expires_at, removed_at
         from exports
         where ready_at is null and not exists (
             select from export_parts
             where export_id = exports.id and service <> $1 and export_parts.ready_at is null
         )
         order by requested_at
         limit 1
         for update skip locked",
        own,
    )
    .fetch_optional(connection)
    .await
}

/// Notes that the archive is there.
///
/// # Errors
/// The database.
pub async fn note_archive(
    connection: &mut PgConnection,
    id: ExportId,
    bytes: i64,
    at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update exports set ready_at = $2, archive_bytes = $3, expires_at = $4 where id = $1",
        id.as_uuid(),
        at,
        bytes,
        expires_at,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Makes the link with this digest the one that opens the archive, in place of any before. When it ends; none when there
/// is no archive.
///
/// # Errors
/// The database.
pub async fn put_link(
    connection: &mut PgConnection,
    id: ExportId,
    digest: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    let ends = sqlx::query_scalar!(
        "update exports set link_digest = $2 where id = $1 and removed_at is null and expires_at > $3
         returning expires_at",
        id.as_uuid(),
        digest,
        now,
    )
    .fetch_optional(connection)
    .await?;
    Ok(ends.flatten())
}

/// Uses the link with this digest up: of all who follow it at once, one gets the export.
///
/// # Errors
/// The database.
pub async fn spend_link(
    connection: &mut PgConnection,
    digest: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Export>> {
    sqlx::query_as!(
        Export,
        "update exports set link_digest = null
         where link_digest = $1 and removed_at is null and expires_at > $2
         returning id, user_id, requested_by, requested_at, deadline_at, ready_at, archive_bytes, expires_at, removed_at",
        digest,
        now,
    )
    .fetch_optional(connection)
    .await
}

/// Exports whose archive is over and still there.
///
/// # Errors
/// The database.
pub async fn over(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<Export>> {
    sqlx::query_as!(
        Export,
        "select id, user_id, requested_by, requested_at, deadline_at, ready_at, archive_bytes, expires_at, removed_at
         from exports where expires_at <= $1 and removed_at is null
         order by expires_at limit 100",
        now,
    )
    .fetch_all(connection)
    .await
}

/// Notes that the archive is deleted.
///
/// # Errors
/// The database.
pub async fn note_removed(
    connection: &mut PgConnection,
    id: ExportId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("update exports set removed_at = $2, link_digest = null where id = $1", id.as_uuid(), now)
        .execute(connection)
        .await
        .map(drop)
}

/// Every export of a person.
///
/// # Errors
/// The database.
pub async fn of_person(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Export>> {
    sqlx::query_as!(
        Export,
        "select id, user_id, requested_by, requested_at, deadline_at, ready_at, archive_bytes, expires_at, removed_at
         from exports where user_id = $1 order by requested_at",
        user.as_uuid(),
    )
    .fetch_all(connection)
    .await
}

/// Exports under way that were last asked for at `before` or earlier: their services are asked again from `now`.
///
/// # Errors
/// The database.
pub async fn ask_again(
    connection: &mut PgConnection,
    before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Export>> {
    sqlx::query_as!(
        Export,
        "update exports set asked_at = $2 where ready_at is null and asked_at <= $1
         returning id, user_id, requested_by, requested_at, deadline_at, ready_at, archive_bytes, expires_at, removed_at",
        before,
        now,
    )
    .fetch_all(connection)
    .await
}
