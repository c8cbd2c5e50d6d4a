//! Exports and erasures, as lists show them.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// An export or an erasure, and who has not answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Which.
    pub id: Uuid,
    /// About whom.
    pub user_id: Uuid,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
    /// When every service must have answered.
    pub deadline_at: DateTime<Utc>,
    /// When it was done.
    pub done_at: Option<DateTime<Utc>>,
    /// The services that have not answered, by name.
    pub waits_for: Vec<String>,
}

/// Where a list goes on: behind the request that was made then, of this id.
pub type Position = (DateTime<Utc>, Uuid);

impl Request {
    /// Where a list goes on behind it.
    pub const fn position(&self) -> Position {
        (self.requested_at, self.id)
    }
}

/// Exports behind `after`, the oldest first: those that are open, those that are not, or all.
///
/// # Errors
/// The database.
pub async fn exports(
    connection: &mut PgConnection,
    open: Option<bool>,
    after: Option<Position>,
    limit: i64,
) -> sqlx::Result<Vec<Request>> {
    let (at, id) = after.unzip();
    sqlx::query_as!(
        Request,
        r#"select id, user_id, requested_at, deadline_at, ready_at as done_at,
                  array(select service from export_parts
                        where export_id = exports.id and export_parts.ready_at is null order by service) as "waits_for!"
           from exports
           where ($1::bool is null or (ready_at is null) = $1)
             and ($2::timestamptz is null or (requested_at, id) > ($2, $3::uuid))
           order by requested_at, id
           limit $4"#,
        open,
        at,
        id,
        limit,
    )
    .fetch_all(connection)
    .await
}

/// As [`exports`], erasures.
///
/// # Errors
/// The database.
pub async fn erasures(
    connection: &mut PgConnection,
    open: Option<bool>,
    after: Option<Position>,
    limit: i64,
) -> sqlx::Result<Vec<Request>> {
    let (at, id) = after.unzip();
    sqlx::query_as!(
        Request,
        r#"select id, user_id, requested_at, deadline_at, erased_at as done_at,
                  array(select service from erasure_confirmations
                        where erasure_id = erasures.id and confirmed_at is null order by service) as "waits_for!"
           from erasures
           where ($1::bool is null or (erased_at is null) = $1)
             and ($2::timestamptz is null or (requested_at, id) > ($2, $3::uuid))
           order by requested_at, id
           limit $4"#,
        open,
        at,
        id,
        limit,
    )
    .fetch_all(connection)
    .await
}
