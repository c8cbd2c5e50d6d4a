use crate::domain::{Purpose, code::MOST_ATTEMPTS};
use chrono::{DateTime, Utc};
use ids::{CauseId, UserId};
use sqlx::PgConnection;

/// Asks for a code: the one before it, for the same user and purpose, is void from now on.
///
/// Whoever publishes a fact that leads to a mail with a code calls this in the same transaction. The code itself is made
/// when the mail is written.
pub async fn request(
    conn: &mut PgConnection,
    user: UserId,
    purpose: Purpose,
    cause: CauseId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into codes (user_id, purpose, cause_id, requested_at, attempts) values ($1, $2, $3, $4, 0)
         on conflict (user_id, purpose) do update
         set cause_id = $3, requested_at = $4, digest = null, expires_at = null, attempts = 0, used_at = null",
        user.as_uuid(),
        purpose.as_str(),
        cause.as_uuid(),
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Puts a new code in place of the one that this cause had, if it had one. Not if there is a newer cause, or the code was
/// used.
pub async fn issue(
    conn: &mut PgConnection,
    user: UserId,
    purpose: Purpose,
    cause: CauseId,
    digest: &[u8],
    expires_at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let issued = sqlx::query!(
        "update codes set digest = $4, expires_at = $5, attempts = 0
         where user_id = $1 and purpose = $2 and cause_id = $3 and used_at is null",
        user.as_uuid(),
        purpose.as_str(),
        cause.as_uuid(),
        digest,
        expires_at,
    )
    .execute(conn)
    .await?;
    Ok(issued.rows_affected() == 1)
}

/// Uses up the code with one of these digests: of all who bring it at once, one gets its cause.
pub async fn use_up(
    conn: &mut PgConnection,
    user: UserId,
    purpose: Purpose,
    digests: &[Vec<u8>],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<CauseId>> {
    sqlx::query_scalar!(
        r#"update codes set used_at = $4
           where user_id = $1 and purpose = $2 and digest = any($3)
             and used_at is null and expires_at > $4 and attempts < $5
           returning cause_id as "cause_id: CauseId""#,
        user.as_uuid(),
        purpose.as_str(),
        digests,
        now,
        MOST_ATTEMPTS,
    )
    .fetch_optional(conn)
    .await
}

/// Counts a wrong code.
pub async fn miss(conn: &mut PgConnection, user: UserId, purpose: Purpose) -> sqlx::Result<()> {
    sqlx::query!(
        "update codes set attempts = attempts + 1 where user_id = $1 and purpose = $2 and used_at is null",
        user.as_uuid(),
        purpose.as_str(),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether the code with one of these digests was used since `since`.
pub async fn was_used(
    conn: &mut PgConnection,
    user: UserId,
    purpose: Purpose,
    digests: &[Vec<u8>],
    since: DateTime<Utc>,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from codes where user_id = $1 and purpose = $2 and digest = any($3) and used_at >= $4)
           as "used!""#,
        user.as_uuid(),
        purpose.as_str(),
        digests,
        since,
    )
    .fetch_one(conn)
    .await
}

/// Voids the code of a user for this purpose.
pub async fn withdraw(conn: &mut PgConnection, user: UserId, purpose: Purpose) -> sqlx::Result<()> {
    sqlx::query!("delete from codes where user_id = $1 and purpose = $2", user.as_uuid(), purpose.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets every code of a user.
pub async fn forget(conn: &mut PgConnection, user: UserId) -> sqlx::Result<()> {
    sqlx::query!("delete from codes where user_id = $1", user.as_uuid()).execute(conn).await?;
    Ok(())
}
