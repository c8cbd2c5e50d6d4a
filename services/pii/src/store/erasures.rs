//! Erasures and what was confirmed of them.

use chrono::{DateTime, Utc};
use events::pii::{Confirmation, Holding};
use ids::{ErasureId, UserId};
use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

/// An erasure as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Which.
    pub id: Uuid,
    /// Of whom.
    pub user_id: Uuid,
    /// Who asked.
    pub requested_by: Uuid,
    /// When.
    pub requested_at: DateTime<Utc>,
    /// When every service must have confirmed.
    pub deadline_at: DateTime<Utc>,
    /// When the last of it was gone.
    pub erased_at: Option<DateTime<Utc>>,
}

impl Erasure {
    /// Its id.
    pub const fn erasure_id(&self) -> ErasureId {
        ErasureId::new(self.id)
    }

    /// Who is to be forgotten.
    pub const fn user(&self) -> UserId {
        UserId::new(self.user_id)
    }
}

/// What a service has confirmed, or has not yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Awaited {
    /// The service.
    pub service: String,
    /// When it confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// What it erased or made anonymous.
    pub holdings: Json<Vec<Holding>>,
}

/// An erasure to be noted.
#[derive(Clone, Copy, Debug)]
pub struct NewErasure<'a> {
    /// Made by the caller.
    pub id: ErasureId,
    /// Of whom.
    pub user: UserId,
    /// Who asks.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// When every service must have confirmed.
    pub deadline: DateTime<Utc>,
    /// Who must confirm.
    pub services: &'a [String],
}

/// Notes the erasure, unless its id is used or the person has one.
///
/// # Errors
/// The database.
pub async fn insert(connection: &mut PgConnection, new: NewErasure<'_>) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into erasures (id, user_id, requested_by, requested_at, deadline_at, asked_at)
         values ($1, $2, $3, $4, $5, $4)
         on conflict do nothing",
        new.id.as_uuid(),
        new.user.as_uuid(),
        new.by.as_uuid(),
        new.at,
        new.deadline,
    )
    .execute(&mut *connection)
    .await?;
    if inserted.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "insert into erasure_confirmations (erasure_id, service) select $1, unnest($2::text[])",
        new.id.as_uuid(),
        new.services,
    )
    .execute(connection)
    .await?;
    Ok(true)
}

/// The erasure of this id.
///
/// # Errors
/// The database.
pub async fn find(connection: &mut PgConnection, id: ErasureId) -> sqlx::Result<Option<Erasure>> {
    sqlx::query_as!(
        Erasure,
        "select id, user_id, requested_by, requested_at, deadline_at, erased_at from erasures where id = $1",
        id.as_uuid(),
    )
    .fetch_optional(connection)
    .await
}

/// The erasure of this person.
///
/// # Errors
/// The database.
pub async fn of_person(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Option<Erasure>> {
    sqlx::query_as!(
        Erasure,
        "select id, user_id, requested_by, requested_at, deadline_at, erased_at from erasures where user_id = $1",
        user.as_uuid(),
    )
    .fetch_optional(connection)
    .await
}

/// Lets one transaction at a time begin or end what is kept of this person. Whoever would create them takes it before
/// looking whether they are to be forgotten; whoever forgets them takes it before deleting.
///
/// # Errors
/// The database.
pub async fn hold(connection: &mut PgConnection, user: UserId) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1::text, 0))", format!("pii: {user}"))
        .execute(connection)
        .await
        .map(drop)
}

/// Whether the person is forgotten, or to be.
///
/// # Errors
/// The database.
pub async fn is_asked(connection: &mut PgConnection, user: UserId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from erasures where user_id = $1) as "asked!""#,
        user.as_uuid()
    )
    .fetch_one(connection)
    .await
}

/// What is awaited and confirmed, by service.
///
/// # Errors
/// The database.
pub async fn awaited(connection: &mut PgConnection, id: ErasureId) -> sqlx::Result<Vec<Awaited>> {
    sqlx::query_as!(
        Awaited,
        r#"select service, confirmed_at, holdings as "holdings: Json<Vec<Holding>>"
           from erasure_confirmations where erasure_id = $1 order by service"#,
        id.as_uuid(),
    )
    .fetch_all(connection)
    .await
}

/// What is confirmed, by service.
///
/// # Errors
/// The database.
pub async fn confirmations(connection: &mut PgConnection, id: ErasureId) -> sqlx::Result<Vec<Confirmation>> {
    let all = awaited(connection, id).await?;
    let confirmed = all.into_iter().filter_map(|one| {
        let confirmed_at = one.confirmed_at?;
        Some(Confirmation { service: one.service, confirmed_at, holdings: one.holdings.0 })
    });
    Ok(confirmed.collect())
}

/// Notes that a service has erased, unless it had before.
///
/// # Errors
/// The database.
pub async fn confirm(
    connection: &mut PgConnection,
    id: ErasureId,
    service: &str,
    holdings: &[Holding],
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let confirmed = sqlx::query!(
        "update erasure_confirmations set confirmed_at = $3, holdings = $4
         where erasure_id = $1 and service = $2 and confirmed_at is null",
        id.as_uuid(),
        service,
        at,
        Json(holdings) as _,
    )
    .execute(connection)
    .await?;
    Ok(confirmed.rows_affected() == 1)
}

/// One erasure that every service but `own` has confirmed, held until the transaction ends.
///
/// # Errors
/// The database.
pub async fn lock_confirmed(connection: &mut PgConnection, own: &str) -> sqlx::Result<Option<Erasure>> {
    sqlx::query_as!(
        Erasure,
        "select id, user_id, requested_by, requested_at, deadline_at, erased_at
         from erasures
         where erased_at is null and not exists (
             select from erasure_confirmations
             where erasure_id = erasures.id and service <> $1 and confirmed_at is null
         )
         order by requested_at
         limit 1
         for update skip locked",
        own,
    )
    .fetch_optional(connection)
    .await
}

/// Notes that the last of it is gone.
///
/// # Errors
/// The database.
pub async fn note_erased(
    connection: &mut PgConnection,
    id: ErasureId,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("update erasures set erased_at = $2 where id = $1", id.as_uuid(), at)
        .execute(connection)
        .await
        .map(drop)
}

/// Deletes the person's key with all that it sealed, their consents and their links, and tells how much.
///
/// # Errors
/// The database.
pub async fn delete_person(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Holding>> {
    let id = user.as_uuid();
    let fields = sqlx::query!("delete from fields where user_id = $1", id).execute(&mut *connection).await?;
    let pending = sqlx::query!("delete from pending_addresses where user_id = $1", id)
        .execute(&mut *connection)
        .await?;
    let consents =
        sqlx::query!("delete from consents where user_id = $1", id).execute(&mut *connection).await?;
    let people = sqlx::query!("delete from people where user_id = $1", id).execute(&mut *connection).await?;
    let links = sqlx::query!("delete from teacher_students where student_id = $1 or teacher_id = $1", id)
        .execute(&mut *connection)
        .await?;
    let exports = sqlx::query!("delete from exports where user_id = $1", id).execute(connection).await?;
    let held = |name: &str, rows: u64| Holding { name: name.to_owned(), count: rows.cast_signed() };
    Ok(vec![
        held("people", people.rows_affected()),
        held("fields", fields.rows_affected()),
        held("pending_addresses", pending.rows_affected()),
        held("consents", consents.rows_affected()),
        held("teacher_students", links.rows_affected()),
        held("exports", exports.rows_affected()),
    ])
}

/// Open erasures whose services were last asked at `before` or earlier: they are asked again from `now`.
///
/// # Errors
/// The database.
pub async fn ask_again(
    connection: &mut PgConnection,
    before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Erasure>> {
    sqlx::query_as!(
        Erasure,
        "update erasures set asked_at = $2 where erased_at is null and asked_at <= $1
         returning id, user_id, requested_by, requested_at, deadline_at, erased_at",
        before,
        now,
    )
    .fetch_all(connection)
    .await
}

/// How many requests wait for an answer, and since when the oldest does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Erasures that are not finished.
    pub erasures: i64,
    /// Exports that are not ready.
    pub exports: i64,
    /// When the oldest of all was asked for.
    pub oldest: Option<DateTime<Utc>>,
    /// How many are past their deadline.
    pub late: i64,
}

/// What waits.
///
/// # Errors
/// The database.
pub async fn waiting(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Waiting> {
    sqlx::query_as!(
        Waiting,
        r#"with open as (
               select 'erasure' as kind, requested_at, deadline_at from erasures where erased_at is null
               union all
               select 'export', requested_at, deadline_at from exports where ready_at is null
           )
           select count(*) filter (where kind = 'erasure') as "erasures!",
                  count(*) filter (where kind = 'export') as "exports!",
                  min(requested_at) as oldest,
                  count(*) filter (where deadline_at < $1) as "late!"
           from open"#,
        now,
    )
    .fetch_one(connection)
    .await
}
