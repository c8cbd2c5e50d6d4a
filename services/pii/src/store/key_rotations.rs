//! How far each version of a key has come.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use web::key_ages::NotedVersion;

/// A version as noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// Which.
    pub version: String,
    /// When it was first seen in the secret.
    pub added_at: DateTime<Utc>,
    /// Since when it is the one in use.
    pub promoted_at: Option<DateTime<Utc>>,
}

/// Every version of `key` that was ever seen.
///
/// # Errors
/// The database.
pub async fn all(connection: &mut PgConnection, key: &str) -> sqlx::Result<Vec<Rotation>> {
    sqlx::query_as!(
        Rotation,
        "select version, added_at, promoted_at from key_rotations where key_name = $1",
        key
    )
    .fetch_all(connection)
    .await
}

/// Every version of every key that was ever seen, by key and age.
///
/// # Errors
/// The database.
pub async fn of_every_key(connection: &mut PgConnection) -> sqlx::Result<Vec<NotedVersion>> {
    sqlx::query_as!(
        NotedVersion,
        "select key_name, version, added_at as seen_at, promoted_at from key_rotations
         order by key_name, added_at, version",
    )
    .fetch_all(connection)
    .await
}

/// Notes a version that is in the secret.
///
/// # Errors
/// The database.
pub async fn added(
    connection: &mut PgConnection,
    key: &str,
    version: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into key_rotations (key_name, version, added_at) values ($1, $2, $3) on conflict do nothing",
        key,
        version,
        at,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// What becomes of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Milestone {
    /// It is the one in use.
    Promoted,
    /// Everything is under it, and the one before out of use.
    Completed,
}

/// Notes what became of a version, once; whether that is new.
///
/// # Errors
/// The database.
pub async fn reached(
    connection: &mut PgConnection,
    key: &str,
    version: &str,
    milestone: Milestone,
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let of = |which: Milestone| (which == milestone).then_some(at);
    let noted = sqlx::query!(
        "update key_rotations
         set promoted_at = coalesce(promoted_at, $3::timestamptz),
             completed_at = coalesce(completed_at, $4::timestamptz)
         where key_name = $1 and version = $2
           and (promoted_at is null and $3::timestamptz is not null
                or completed_at is null and $4::timestamptz is not null)",
        key,
        version,
        of(Milestone::Promoted),
        of(Milestone::Completed),
    )
    .execute(connection)
    .await?;
    Ok(noted.rows_affected() == 1)
}
