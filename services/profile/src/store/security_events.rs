use crate::domain::security_event::{KEPT, Kind, SecurityEvent};
use bus::{Outgoing, postgres::OutboxRow};
use chrono::{DateTime, Utc};
use ids::{EventId, SessionId, UserId};
use sqlx::PgConnection;

/// What happened, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which; later ones sort later.
    pub id: EventId,
    /// What.
    pub event: SecurityEvent,
    /// When.
    pub happened_at: DateTime<Utc>,
}

/// Which ones to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filter {
    /// Those of this account.
    pub user: Option<UserId>,
    /// Those of this kind.
    pub kind: Option<Kind>,
    /// Those at or after it.
    pub from: Option<DateTime<Utc>>,
    /// Those before it.
    pub until: Option<DateTime<Utc>>,
}

/// Adds the fact to the outbox, and keeps what it says under its id: one statement.
pub async fn enqueue(
    conn: &mut PgConnection,
    outgoing: &Outgoing,
    event: &SecurityEvent,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let row = OutboxRow::from(outgoing);
    sqlx::query!(
        "with enqueued as (
             insert into outbox (event_id, subject, sequence, occurred_at, traceparent, topics, types, keys, payloads, size)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         )
         insert into security_events (id, user_id, kind, detail, session_id, happened_at)
         values ($1, $11, $12, $13, $14, $15)",
        row.event_id,
        row.subject,
        row.sequence,
        row.occurred_at,
        row.traceparent,
        &row.topics,
        &row.types,
        &row.keys,
        &row.payloads,
        row.size,
        event.user_id.as_uuid(),
        event.kind.as_str(),
        event.detail,
        event.session_id.map(SessionId::as_uuid),
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The latest first, before the one given.
pub async fn latest(
    conn: &mut PgConnection,
    filter: Filter,
    before: Option<EventId>,
    limit: i64,
) -> sqlx::Result<Vec<Kept>> {
    let rows = sqlx::query!(
        r#"select id as "id: EventId", user_id as "user_id: UserId", kind, detail,
                  session_id as "session_id: SessionId", happened_at
           from security_events
           where ($1::uuid is null or user_id = $1) and ($2::text is null or kind = $2)
             and ($3::timestamptz is null or happened_at >= $3)
             and ($4::timestamptz is null or happened_at < $4)
             and ($5::uuid is null or id < $5)
           order by id desc
           limit $6"#,
        filter.user.map(UserId::as_uuid),
        filter.kind.map(Kind::as_str),
        filter.from,
        filter.until,
        before.map(EventId::as_uuid),
        limit,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let event = SecurityEvent {
                user_id: row.user_id,
                kind: super::symbol(&row.kind)?,
                detail: row.detail,
                session_id: row.session_id,
            };
            Ok(Kept { id: row.id, event, happened_at: row.happened_at })
        })
        .collect()
}

/// Forgets what is too old to be read.
pub async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let forgotten =
        sqlx::query!("delete from security_events where happened_at <= $1", now - KEPT).execute(conn).await?;
    Ok(forgotten.rows_affected())
}
