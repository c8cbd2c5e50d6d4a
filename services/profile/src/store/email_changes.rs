use chrono::{DateTime, Utc};
use ids::{CauseId, UserId};
use sqlx::PgConnection;

/// An address that a user asked to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailChange {
    /// Under which it will be found.
    pub email_index: Vec<u8>,
    /// The version of the key of that digest.
    pub email_index_key: String,
    /// Under which another account may have it.
    pub email_indexes: Vec<Vec<u8>>,
}

/// Remembers what a user asked for, in place of what they asked for before.
pub async fn put(
    conn: &mut PgConnection,
    user: UserId,
    cause: CauseId,
    change: &EmailChange,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into email_changes (user_id, cause_id, email_index, email_index_key, email_indexes, requested_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (user_id) do update
         set cause_id = $2, email_index = $3, email_index_key = $4, email_indexes = $5, requested_at = $6",
        user.as_uuid(),
        cause.as_uuid(),
        change.email_index,
        change.email_index_key,
        &change.email_indexes,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What was asked for by this cause, which is over with it.
pub async fn take(
    conn: &mut PgConnection,
    user: UserId,
    cause: CauseId,
) -> sqlx::Result<Option<EmailChange>> {
    sqlx::query_as!(
        EmailChange,
        "delete from email_changes where user_id = $1 and cause_id = $2
         returning email_index, email_index_key, email_indexes",
        user.as_uuid(),
        cause.as_uuid(),
    )
    .fetch_optional(conn)
    .await
}

/// Forgets what a user asked for.
pub async fn forget(conn: &mut PgConnection, user: UserId) -> sqlx::Result<()> {
    sqlx::query!("delete from email_changes where user_id = $1", user.as_uuid()).execute(conn).await?;
    Ok(())
}
