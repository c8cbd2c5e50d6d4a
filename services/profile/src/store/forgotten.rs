use chrono::{DateTime, Utc};
use events::pii::Holding;
use ids::{ErasureId, UserId};
use serde_json::Value;
use sqlx::PgConnection;

/// Whether the person was forgotten.
pub async fn knows(conn: &mut PgConnection, user: UserId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from forgotten where user_id = $1) as "known!""#,
        user.as_uuid()
    )
    .fetch_one(conn)
    .await
}

/// Notes that the person is forgotten.
pub async fn insert(
    conn: &mut PgConnection,
    user: UserId,
    erasure: ErasureId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into forgotten (user_id, erasure_id, erased_at) values ($1, $2, $3) on conflict (user_id) do nothing",
        user.as_uuid(),
        erasure.as_uuid(),
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Deletes the account with everything of it, and tells how much. The id of the registration stays taken, with nothing
/// beside it. Links are deleted before, for they are told one by one.
pub async fn delete_account(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Holding>> {
    let id = user.as_uuid();
    // Links that an administrator made stay: they are others'.
    sqlx::query!("update teacher_students set linked_by = null where linked_by = $1", id)
        .execute(&mut *conn)
        .await?;
    let sessions = sqlx::query!("delete from sessions where user_id = $1", id).execute(&mut *conn).await?;
    let challenges =
        sqlx::query!("delete from log_in_challenges where user_id = $1", id).execute(&mut *conn).await?;
    let factors = sqlx::query!("delete from totp_factors where user_id = $1", id).execute(&mut *conn).await?;
    let codes = sqlx::query!("delete from recovery_codes where user_id = $1", id).execute(&mut *conn).await?;
    let passkeys = sqlx::query!("delete from passkeys where user_id = $1", id).execute(&mut *conn).await?;
    let begun =
        sqlx::query!("delete from passkey_registrations where user_id = $1", id).execute(&mut *conn).await?;
    let identities =
        sqlx::query!("delete from identities where user_id = $1", id).execute(&mut *conn).await?;
    let authorizations =
        sqlx::query!("delete from authorizations where user_id = $1", id).execute(&mut *conn).await?;
    let events =
        sqlx::query!("delete from security_events where user_id = $1", id).execute(&mut *conn).await?;
    let users = sqlx::query!("delete from users where id = $1", id).execute(&mut *conn).await?;
    let registrations = sqlx::query!(
        "update registrations
         set interface_language = 'nl', time_zone = 'UTC', password_hash = null, body_digest = null
         where id = $1",
        id,
    )
    .execute(conn)
    .await?;
    let held = |name: &str, rows: u64| Holding { name: name.to_owned(), count: rows.cast_signed() };
    Ok(vec![
        held("users", users.rows_affected()),
        held("sessions", sessions.rows_affected()),
        held("log_in_challenges", challenges.rows_affected()),
        held("totp_factors", factors.rows_affected()),
        held("recovery_codes", codes.rows_affected()),
        held("passkeys", passkeys.rows_affected()),
        held("passkey_registrations", begun.rows_affected()),
        held("identities", identities.rows_affected()),
        held("security_events", events.rows_affected()),
        held("authorizations", authorizations.rows_affected()),
        held("registrations", registrations.rows_affected()),
    ])
}

/// The account, as its person may see it: nothing that proves who they are.
pub async fn account(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select id, role, interface_language, time_zone, created_at from users where id = $1
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// Their sessions.
pub async fn sessions(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select id, nullif(device_id, id) as device_id, platform, authenticated_at, rotated_at, expires_at, ends_at,
                      revoked_at, revocation
               from sessions where user_id = $1 order by authenticated_at
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// What happened to the security of their account.
pub async fn security_events(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select id, kind, detail, session_id, happened_at from security_events where user_id = $1 order by id
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// The devices that they log in with.
pub async fn passkeys(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select id, name, made_at, last_used_at, credential -> 'cred' -> 'backup_state' as backed_up
               from passkeys where user_id = $1 order by made_at, id
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// The identities at providers that log them in, without who they are there: only a digest of that is kept.
pub async fn identities(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select id, provider, linked_at, last_used_at from identities where user_id = $1 order by linked_at
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// When they registered.
pub async fn registration(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select id, interface_language, time_zone, registered_at from registrations where id = $1
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// What they did as an administrator, and what administrators did to their account.
pub async fn admin_actions(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select id, actor_id = $1 as by_you, action, detail, done_at from admin_actions
               where actor_id = $1 or subject_id = $1 order by id
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// Who teaches them, and whom they teach.
pub async fn links(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select teacher_id, student_id, linked_at from teacher_students
               where teacher_id = $1 or student_id = $1 order by linked_at
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}
