use super::registrations::REMEMBERED;
use chrono::{DateTime, Utc};
use ids::UserImportId;
use sqlx::PgConnection;

/// An import, as a repeat of it finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What the file must match, until it is forgotten.
    pub body_digest: Option<Vec<u8>>,
    /// When it was imported.
    pub imported_at: DateTime<Utc>,
}

/// The import of this id. What is older than a day is as good as forgotten, even before the sweep.
pub async fn find(
    conn: &mut PgConnection,
    id: UserImportId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Imported>> {
    sqlx::query_as!(
        Imported,
        "select case when imported_at > $2 then body_digest end as body_digest, imported_at
         from user_imports where id = $1",
        id.as_uuid(),
        now - REMEMBERED,
    )
    .fetch_optional(conn)
    .await
}

/// Takes the id, unless it is taken.
pub async fn insert(
    conn: &mut PgConnection,
    id: UserImportId,
    body_digest: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into user_imports (id, body_digest, imported_at) values ($1, $2, $3)
         on conflict (id) do nothing",
        id.as_uuid(),
        body_digest,
        now,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Forgets what repeats of old imports would be held against.
pub async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let forgotten = sqlx::query!(
        "update user_imports set body_digest = null where body_digest is not null and imported_at <= $1",
        now - REMEMBERED,
    )
    .execute(conn)
    .await?;
    Ok(forgotten.rows_affected())
}
