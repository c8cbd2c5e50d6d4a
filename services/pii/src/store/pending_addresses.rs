//! Addresses that wait to be confirmed, each under the request that it belongs to.

use crate::domain::field::Field;
use chrono::{DateTime, Utc};
use ids::{CauseId, UserId};
use sqlx::{PgConnection, PgExecutor};

/// Addresses of one person that wait at once; of more, the earliest requests go. Profile lets only the last be confirmed:
/// the others are those whose confirmation may be on its way.
pub const MOST: i64 = 5;

/// An address that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingAddress {
    /// What asked for it.
    pub request: CauseId,
    /// Its bytes.
    pub sealed: Vec<u8>,
}

/// What is known of a request that is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Its address, for the confirmation.
    Confirmation(Vec<u8>),
    /// Its confirmation, for the address.
    Address,
}

/// What waits under this request.
///
/// # Errors
/// The database.
pub async fn find(
    connection: &mut PgConnection,
    user: UserId,
    request: CauseId,
) -> sqlx::Result<Option<Waiting>> {
    let sealed = sqlx::query_scalar!(
        "select sealed from pending_addresses where user_id = $1 and request_id = $2",
        user.as_uuid(),
        request.as_uuid(),
    )
    .fetch_optional(connection)
    .await?;
    Ok(sealed.map(|sealed| sealed.map_or(Waiting::Address, Waiting::Confirmation)))
}

/// Keeps the address of a request, or that it is confirmed and its address is to come.
///
/// # Errors
/// The database.
pub async fn put(
    connection: &mut PgConnection,
    user: UserId,
    request: CauseId,
    sealed: Option<&[u8]>,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into pending_addresses (user_id, request_id, sealed, kept_at) values ($1, $2, $3, $4)
         on conflict (user_id, request_id) do update set sealed = excluded.sealed",
        user.as_uuid(),
        request.as_uuid(),
        sealed,
        at,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "delete from pending_addresses where user_id = $1 and request_id not in (
             select request_id from pending_addresses where user_id = $1 order by request_id desc limit $2
         )",
        user.as_uuid(),
        MOST,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Forgets what this request and earlier ones left.
///
/// # Errors
/// The database.
pub async fn drop_up_to(connection: &mut PgConnection, user: UserId, request: CauseId) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from pending_addresses where user_id = $1 and request_id <= $2",
        user.as_uuid(),
        request.as_uuid(),
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Forgets what has waited since `before` or longer. Gives the requests.
///
/// # Errors
/// The database.
pub async fn drop_older(
    connection: &mut PgConnection,
    user: UserId,
    before: DateTime<Utc>,
) -> sqlx::Result<Vec<CauseId>> {
    sqlx::query_scalar!(
        r#"delete from pending_addresses where user_id = $1 and kept_at <= $2
           returning request_id as "request_id: CauseId""#,
        user.as_uuid(),
        before,
    )
    .fetch_all(connection)
    .await
}

/// Somebody of whom something has waited since `before` or longer.
///
/// # Errors
/// The database.
pub async fn with_older(
    connection: &mut PgConnection,
    before: DateTime<Utc>,
) -> sqlx::Result<Option<UserId>> {
    sqlx::query_scalar!(
        r#"select user_id as "user_id: UserId" from pending_addresses where kept_at <= $1
           order by kept_at limit 1"#,
        before,
    )
    .fetch_optional(connection)
    .await
}

/// As [`of`], where `fields` have them among them.
///
/// # Errors
/// The database.
pub async fn wanted_of(
    database: impl PgExecutor<'_>,
    users: &[UserId],
    fields: &[Field],
) -> sqlx::Result<Vec<(UserId, PendingAddress)>> {
    if fields.contains(&Field::PendingEmail) { of(database, users).await } else { Ok(Vec::new()) }
}

/// The addresses of each of `users` that wait, of the last request first.
///
/// # Errors
/// The database.
pub async fn of(
    database: impl PgExecutor<'_>,
    users: &[UserId],
) -> sqlx::Result<Vec<(UserId, PendingAddress)>> {
    let users: Vec<_> = users.iter().map(|user| user.as_uuid()).collect();
    let rows = sqlx::query!(
        r#"select user_id as "user_id: UserId", request_id as "request_id: CauseId", sealed as "sealed!"
           from pending_addresses
           where user_id = any($1) and sealed is not null
           order by user_id, request_id desc"#,
        &users,
    )
    .fetch_all(database)
    .await?;
    let address = |request, sealed| PendingAddress { request, sealed };
    Ok(rows.into_iter().map(|row| (row.user_id, address(row.request_id, row.sealed))).collect())
}
