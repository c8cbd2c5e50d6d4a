//! The blind index of addresses.

use crate::domain::email_index::EmailIndex;
use ids::UserId;
use sqlx::PgConnection;

/// Keeps the digest of a person's address, in place of what stood there.
///
/// # Errors
/// The database.
pub async fn put(connection: &mut PgConnection, user: UserId, index: &EmailIndex) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into email_index (user_id, key_version, digest) values ($1, $2, $3)
         on conflict (user_id) do update set key_version = excluded.key_version, digest = excluded.digest",
        user.as_uuid(),
        index.key_version,
        index.digest,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// The people whose address has one of these digests.
///
/// # Errors
/// The database.
pub async fn find(connection: &mut PgConnection, digests: &[Vec<u8>]) -> sqlx::Result<Vec<UserId>> {
    sqlx::query_scalar!(
        r#"select user_id as "user_id: UserId" from email_index where digest = any($1) order by user_id"#,
        digests,
    )
    .fetch_all(connection)
    .await
}
