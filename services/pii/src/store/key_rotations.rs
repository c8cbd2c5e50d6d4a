//! How far each version of a key has come.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

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

/// Notes that a version is the one in use; whether that is new.
///
/// # Errors
/// The database.
pub async fn promoted(
    connection: &mut PgConnection,
    key: &str,
    version: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "update key_rotations set promoted_at = $3
         where key_name = $1 and version = $2 and promoted_at is null",
        key,
        version,
        at,
    )
    .execute(connection)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// Notes that everything is under this version, and the one before out of use.
///
/// # Errors
/// The database.
pub async fn completed(
    connection: &mut PgConnection,
    key: &str,
    version: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update key_rotations set completed_at = $3
         where key_name = $1 and version = $2 and completed_at is null",
        key,
        version,
        at,
    )
    .execute(connection)
    .await
    .map(drop)
}
