use chrono::{DateTime, Utc};
use ids::{RecoverySetId, UserId};
use sqlx::PgConnection;

/// The codes of an account, as a caller who asks again finds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoverySet {
    /// As its caller named it.
    pub id: RecoverySetId,
    /// The version of the key that the codes follow from.
    pub key_id: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

/// The present set.
pub async fn present(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Option<RecoverySet>> {
    sqlx::query_as!(
        RecoverySet,
        r#"select set_id as "id: RecoverySetId", key_id, made_at from recovery_codes where user_id = $1 limit 1"#,
        user.as_uuid(),
    )
    .fetch_optional(conn)
    .await
}

/// Puts a set in place of the one before.
pub async fn replace(
    conn: &mut PgConnection,
    user: UserId,
    set: &RecoverySet,
    digests: &[Vec<u8>],
) -> sqlx::Result<()> {
    remove(&mut *conn, user).await?;
    sqlx::query!(
        "insert into recovery_codes (user_id, digest, set_id, key_id, made_at)
         select $1, digest, $3, $4, $5 from unnest($2::bytea[]) as digest",
        user.as_uuid(),
        digests,
        set.id.as_uuid(),
        set.key_id,
        set.made_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Uses a code up: of all who bring it at once, one gets the row.
pub async fn use_up(
    conn: &mut PgConnection,
    user: UserId,
    digest: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let used = sqlx::query!(
        "update recovery_codes set used_at = $3 where user_id = $1 and digest = $2 and used_at is null",
        user.as_uuid(),
        digest,
        now,
    )
    .execute(conn)
    .await?;
    Ok(used.rows_affected() == 1)
}

/// Removes every code.
pub async fn remove(conn: &mut PgConnection, user: UserId) -> sqlx::Result<()> {
    sqlx::query!("delete from recovery_codes where user_id = $1", user.as_uuid()).execute(conn).await?;
    Ok(())
}
