use crate::{
    credentials::passkey::Ceremony,
    domain::{PasskeyName, passkey::CEREMONY},
};
use chrono::{DateTime, Utc};
use ids::{PasskeyId, UserId};
use serde_json::Value;
use sqlx::PgConnection;
use webauthn_rs::prelude::Passkey;

/// A passkey of an account.
#[derive(Debug, Clone)]
pub struct KeptPasskey {
    /// Which.
    pub id: PasskeyId,
    /// What its answers are checked against.
    pub credential: Passkey,
    /// Its owner's word for it.
    pub name: String,
    /// When it was registered.
    pub made_at: DateTime<Utc>,
    /// When it last opened a session.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A registration that waits for the device.
#[derive(Clone)]
pub struct BegunRegistration {
    /// Whose.
    pub user_id: UserId,
    /// What the device is asked.
    pub options: Value,
    /// When it began.
    pub begun_at: DateTime<Utc>,
}

fn readable(credential: Value) -> sqlx::Result<Passkey> {
    serde_json::from_value(credential).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

fn written(credential: &Passkey) -> sqlx::Result<Value> {
    serde_json::to_value(credential).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}

macro_rules! passkey {
    ($row:expr) => {
        Ok(KeptPasskey {
            id: $row.id,
            credential: readable($row.credential)?,
            name: $row.name,
            made_at: $row.made_at,
            last_used_at: $row.last_used_at,
        })
    };
}

/// Every passkey of an account, the oldest first.
pub async fn of_user(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<KeptPasskey>> {
    let rows = sqlx::query!(
        r#"select id as "id: PasskeyId", credential, name, made_at, last_used_at
           from passkeys where user_id = $1 order by made_at, id"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| passkey!(row)).collect()
}

/// One passkey of an account.
pub async fn find(conn: &mut PgConnection, id: PasskeyId, user: UserId) -> sqlx::Result<Option<KeptPasskey>> {
    let row = sqlx::query!(
        r#"select id as "id: PasskeyId", credential, name, made_at, last_used_at
           from passkeys where id = $1 and user_id = $2"#,
        id.as_uuid(),
        user.as_uuid(),
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| passkey!(row)).transpose()
}

/// The passkey of an account that its device names so.
pub async fn find_by_credential(
    conn: &mut PgConnection,
    credential_id: &[u8],
    user: UserId,
) -> sqlx::Result<Option<KeptPasskey>> {
    let row = sqlx::query!(
        r#"select id as "id: PasskeyId", credential, name, made_at, last_used_at
           from passkeys where credential_id = $1 and user_id = $2"#,
        credential_id,
        user.as_uuid(),
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| passkey!(row)).transpose()
}

/// Whether an id names a passkey, whoever's.
pub async fn is_taken(conn: &mut PgConnection, id: PasskeyId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists (select from passkeys where id = $1) as "taken!""#, id.as_uuid())
        .fetch_one(conn)
        .await
}

/// Keeps a passkey, unless what its device names so is of an account already.
pub async fn insert(conn: &mut PgConnection, user: UserId, new: &KeptPasskey) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into passkeys (id, user_id, credential_id, credential, name, made_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (credential_id) do nothing",
        new.id.as_uuid(),
        user.as_uuid(),
        new.credential.cred_id().as_slice(),
        written(&new.credential)?,
        new.name,
        new.made_at,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Notes that it opened a session, and how far it counted.
pub async fn note_use(
    conn: &mut PgConnection,
    id: PasskeyId,
    credential: &Passkey,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update passkeys set credential = $2, last_used_at = $3 where id = $1",
        id.as_uuid(),
        written(credential)?,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives a passkey of an account another name.
pub async fn rename(
    conn: &mut PgConnection,
    id: PasskeyId,
    user: UserId,
    name: &PasskeyName,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update passkeys set name = $3 where id = $1 and user_id = $2",
        id.as_uuid(),
        user.as_uuid(),
        name.as_str(),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Removes a passkey of an account; whether there was one.
pub async fn remove(conn: &mut PgConnection, id: PasskeyId, user: UserId) -> sqlx::Result<bool> {
    let removed =
        sqlx::query!("delete from passkeys where id = $1 and user_id = $2", id.as_uuid(), user.as_uuid())
            .execute(conn)
            .await?;
    Ok(removed.rows_affected() == 1)
}

/// Removes every passkey of an account, and what was begun; whether there was one.
pub async fn remove_all(conn: &mut PgConnection, user: UserId) -> sqlx::Result<bool> {
    sqlx::query!("delete from passkey_registrations where user_id = $1", user.as_uuid())
        .execute(&mut *conn)
        .await?;
    let removed =
        sqlx::query!("delete from passkeys where user_id = $1", user.as_uuid()).execute(conn).await?;
    Ok(removed.rows_affected() > 0)
}

/// Begins a registration. One at a time: one before it that was not answered is dropped.
pub async fn begin_registration(
    conn: &mut PgConnection,
    id: PasskeyId,
    user: UserId,
    ceremony: &Ceremony,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into passkey_registrations (id, user_id, options, state, begun_at) values ($1, $2, $3, $4, $5)
         on conflict (user_id) do update
         set id = excluded.id, options = excluded.options, state = excluded.state, begun_at = excluded.begun_at",
        id.as_uuid(),
        user.as_uuid(),
        ceremony.options,
        ceremony.state,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The registration of this id that waits, whoever's it is.
pub async fn registration(conn: &mut PgConnection, id: PasskeyId) -> sqlx::Result<Option<BegunRegistration>> {
    sqlx::query_as!(
        BegunRegistration,
        r#"select user_id as "user_id: UserId", options, begun_at from passkey_registrations where id = $1"#,
        id.as_uuid(),
    )
    .fetch_optional(conn)
    .await
}

/// Uses a registration up: what its answer is checked against, unless its time is over.
pub async fn use_up_registration(
    conn: &mut PgConnection,
    id: PasskeyId,
    user: UserId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Value>> {
    sqlx::query_scalar!(
        "delete from passkey_registrations where id = $1 and user_id = $2 and begun_at > $3 returning state",
        id.as_uuid(),
        user.as_uuid(),
        now - CEREMONY,
    )
    .fetch_optional(conn)
    .await
}

/// Forgets the registrations whose time is over.
pub async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let forgotten = sqlx::query!("delete from passkey_registrations where begun_at <= $1", now - CEREMONY)
        .execute(conn)
        .await?;
    Ok(forgotten.rows_affected())
}
