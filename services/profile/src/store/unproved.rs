use chrono::{DateTime, Utc};
use ids::UserId;
use sqlx::PgConnection;

/// The lock of whoever gives accounts up, one a database.
const LOCK: i64 = 0x7461_6c6c_756e_7072;

/// Takes the turn of giving accounts up, which ends with the connection, unless another connection has it.
pub async fn take_turn(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select pg_try_advisory_lock($1) as "taken!""#, LOCK).fetch_one(conn).await
}

/// Accounts that were registered until then and whose address nobody proved, the oldest first. Those that an administrator
/// made are the school's: they are not among them.
pub async fn overdue(
    conn: &mut PgConnection,
    registered_until: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<UserId>> {
    sqlx::query_scalar!(
        r#"select id as "id: UserId" from users
           where email_verified_at is null and given_up_at is null and created_at <= $1 and status <> 'deleted'
             and not exists (select from admin_actions where subject_id = users.id and action = 'invited')
           order by created_at
           limit $2"#,
        registered_until,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Gives the account up, unless its address was proved or it was given up before. `nobodys_address` is 32 random bytes in
/// place of the digest of the address, which is free again.
pub async fn give_up(
    conn: &mut PgConnection,
    id: UserId,
    nobodys_address: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let given_up = sqlx::query!(
        "update users set given_up_at = $3, email_index = $2
         where id = $1 and email_verified_at is null and given_up_at is null",
        id.as_uuid(),
        nobodys_address,
        now,
    )
    .execute(conn)
    .await?;
    Ok(given_up.rows_affected() == 1)
}

/// Accounts that were given up and are still there, the oldest first.
pub async fn given_up(conn: &mut PgConnection, limit: i64) -> sqlx::Result<Vec<UserId>> {
    sqlx::query_scalar!(
        r#"select id as "id: UserId" from users where given_up_at is not null order by given_up_at limit $1"#,
        limit,
    )
    .fetch_all(conn)
    .await
}
