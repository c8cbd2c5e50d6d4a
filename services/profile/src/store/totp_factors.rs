use crate::{
    credentials::totp::{Belonging, SealedTotp},
    domain::second_factor::{self, Held},
};
use chrono::{DateTime, Utc};
use ids::{EnrolmentId, UserId};
use sqlx::PgConnection;

/// An authenticator app of an account: in force, or begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotpFactor {
    /// Whose, and which.
    pub belonging: Belonging,
    /// What it shares with the app.
    pub secret: SealedTotp,
    /// When its secret was made.
    pub begun_at: DateTime<Utc>,
    /// When its first code came back; since then it is in force.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Wrong codes since `wrong_since`.
    pub wrong_codes: i32,
    /// When the first of them came.
    pub wrong_since: Option<DateTime<Utc>>,
}

macro_rules! factor {
    ($row:expr) => {
        $row.map(|row| TotpFactor {
            belonging: Belonging { user: row.user_id, enrolment: row.id },
            secret: SealedTotp { key_id: row.key_id, bytes: row.sealed_secret },
            begun_at: row.begun_at,
            confirmed_at: row.confirmed_at,
            wrong_codes: row.wrong_codes,
            wrong_since: row.wrong_since,
        })
    };
}

/// Begins an enrolment. One at a time: earlier ones that were not confirmed are dropped.
pub async fn begin(
    conn: &mut PgConnection,
    of: Belonging,
    secret: &SealedTotp,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("delete from totp_factors where user_id = $1 and confirmed_at is null", of.user.as_uuid())
        .execute(&mut *conn)
        .await?;
    sqlx::query!(
        "insert into totp_factors (id, user_id, sealed_secret, key_id, begun_at) values ($1, $2, $3, $4, $5)",
        of.enrolment.as_uuid(),
        of.user.as_uuid(),
        secret.bytes,
        secret.key_id,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The enrolment of this id, whoever's it is.
pub async fn find(conn: &mut PgConnection, id: EnrolmentId) -> sqlx::Result<Option<TotpFactor>> {
    let row = sqlx::query!(
        r#"select id as "id: EnrolmentId", user_id as "user_id: UserId", sealed_secret, key_id, begun_at, confirmed_at,
                  wrong_codes, wrong_since
           from totp_factors where id = $1"#,
        id.as_uuid(),
    )
    .fetch_optional(conn)
    .await?;
    Ok(factor!(row))
}

/// The authenticator app that is in force.
pub async fn in_force(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Option<TotpFactor>> {
    let row = sqlx::query!(
        r#"select id as "id: EnrolmentId", user_id as "user_id: UserId", sealed_secret, key_id, begun_at, confirmed_at,
                  wrong_codes, wrong_since
           from totp_factors where user_id = $1 and confirmed_at is not null"#,
        user.as_uuid(),
    )
    .fetch_optional(conn)
    .await?;
    Ok(factor!(row))
}

/// What the account has.
pub async fn held(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Held> {
    sqlx::query_as!(
        Held,
        r#"select exists (select from totp_factors where user_id = $1 and confirmed_at is not null) as "totp!",
                  (select count(*) from passkeys where user_id = $1) as "passkeys!",
                  (select count(*) from recovery_codes where user_id = $1 and used_at is null) as "recovery_codes!""#,
        user.as_uuid(),
    )
    .fetch_one(conn)
    .await
}

/// Uses up every code up to this step: of all who bring one code at once, one gets the row.
pub async fn use_up(conn: &mut PgConnection, id: EnrolmentId, step: i64) -> sqlx::Result<bool> {
    let used = sqlx::query!(
        "update totp_factors set last_step = $2, wrong_codes = 0, wrong_since = null where id = $1 and last_step < $2",
        id.as_uuid(),
        step,
    )
    .execute(conn)
    .await?;
    Ok(used.rows_affected() == 1)
}

/// Puts the same secret under another key.
pub async fn reseal(conn: &mut PgConnection, id: EnrolmentId, secret: &SealedTotp) -> sqlx::Result<()> {
    sqlx::query!(
        "update totp_factors set sealed_secret = $2, key_id = $3 where id = $1",
        id.as_uuid(),
        secret.bytes,
        secret.key_id,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Counts a code that was wrong. Those of long ago no longer count.
pub async fn count_wrong_code(
    conn: &mut PgConnection,
    id: EnrolmentId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update totp_factors
         set wrong_codes = case when wrong_since > $3 then wrong_codes + 1 else 1 end,
             wrong_since = case when wrong_since > $3 then wrong_since else $2 end
         where id = $1",
        id.as_uuid(),
        now,
        now - second_factor::WRONG_CODES_COUNT,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Puts an enrolment in force, in place of the one before.
pub async fn confirm(conn: &mut PgConnection, of: Belonging, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from totp_factors where user_id = $1 and id <> $2",
        of.user.as_uuid(),
        of.enrolment.as_uuid()
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!("update totp_factors set confirmed_at = $2 where id = $1", of.enrolment.as_uuid(), now)
        .execute(conn)
        .await?;
    Ok(())
}

/// Removes the authenticator app, and what was begun; whether one was in force.
pub async fn remove(conn: &mut PgConnection, user: UserId) -> sqlx::Result<bool> {
    let removed = sqlx::query_scalar!(
        r#"delete from totp_factors where user_id = $1 returning confirmed_at is not null as "in_force!""#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await?;
    Ok(removed.contains(&true))
}
