//! The outbox in PostgreSQL.
//!
//! **Order.** Rows are numbered when they are written and visible when they are committed, so a lower number may appear
//! after a higher one. A relay that went by number alone would publish the later of two changes first, or, had it a
//! cursor, pass one over. The relay therefore reads only rows of transactions older than every open one (`xid <
//! pg_snapshot_xmin(pg_current_snapshot())`): what could still come has a higher `xid`. Two changes of one aggregate
//! exclude each other by its row lock, so that the number of the second is drawn after the commit of the first.
//! A transaction that stays open holds the relay up, and `bus_outbox_age_seconds` tells.
//!
//! **Size.** A published row is deleted. Nothing reads it again, the topic has it, and the table stays as small as the
//! backlog.
//!
//! **Lease.** An advisory lock of a connection that the relay keeps: it ends with the process, however that ends.

use crate::{Backlog, Lease, OutboxSource, Outgoing, Pending, Rendition};
use anyhow::{Context, Result, bail};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use ids::EventId;
use sqlx::{Connection, PgConnection, PgPool};
use std::time::Duration;
use uuid::Uuid;

/// Payload bytes that one read takes, at least one row.
const MOST_BYTES: i64 = 8 * 1024 * 1024;
/// The advisory lock of the relay, one a database.
const LOCK: i64 = 0x7461_6c6c_6f75_7462;

/// An event as the columns of the table `outbox`, for a statement that writes the state together with it. All others
/// [`enqueue`].
#[derive(Debug)]
pub struct OutboxRow<'a> {
    /// `ce_id`.
    pub event_id: Uuid,
    /// `ce_subject`.
    pub subject: &'a str,
    /// `ce_sequence`.
    pub sequence: i64,
    /// `ce_time`.
    pub occurred_at: DateTime<Utc>,
    /// The trace that it belongs to.
    pub traceparent: Option<&'a str>,
    /// Topic of each rendition.
    pub topics: Vec<String>,
    /// Name of the record of each rendition.
    pub types: Vec<String>,
    /// Kafka key of each rendition.
    pub keys: Vec<String>,
    /// Payload of each rendition.
    pub payloads: Vec<Vec<u8>>,
    /// Bytes of all payloads.
    pub size: i64,
}

impl<'a> From<&'a Outgoing> for OutboxRow<'a> {
    fn from(outgoing: &'a Outgoing) -> Self {
        let column = |field: fn(&Rendition) -> &String| {
            outgoing.renditions.iter().map(field).cloned().collect::<Vec<_>>()
        };
        Self {
            event_id: outgoing.id.as_uuid(),
            subject: &outgoing.subject,
            sequence: i64::try_from(outgoing.sequence).unwrap_or(i64::MAX),
            occurred_at: outgoing.at,
            traceparent: outgoing.traceparent.as_deref(),
            topics: column(|rendition| &rendition.topic),
            types: column(|rendition| &rendition.type_name),
            keys: column(|rendition| &rendition.key),
            payloads: outgoing.renditions.iter().map(|rendition| rendition.payload.clone()).collect(),
            size: i64::try_from(outgoing.size()).unwrap_or(i64::MAX),
        }
    }
}

/// Adds an event to the outbox, in the transaction that changes the state.
pub async fn enqueue(connection: &mut PgConnection, outgoing: &Outgoing) -> sqlx::Result<()> {
    let row = OutboxRow::from(outgoing);
    sqlx::query!(
        "insert into outbox (event_id, subject, sequence, occurred_at, traceparent, topics, types, keys, payloads, size)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
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
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The outbox of the database behind a pool.
#[derive(Debug, Clone)]
pub struct PgOutbox {
    pool: PgPool,
}

impl PgOutbox {
    /// In this database, after [`super::migrate`].
    pub const fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// Where a row is.
struct Seq(i64);

fn seq(pending: &Pending) -> Result<i64> {
    pending.place::<Seq>().map(|seq| seq.0).context("an event of another outbox")
}

#[async_trait]
impl OutboxSource for PgOutbox {
    async fn lease(&self) -> Result<Option<Box<dyn Lease>>> {
        let mut connection = PgConnection::connect_with(&self.pool.connect_options()).await?;
        let taken = sqlx::query_scalar!(r#"select pg_try_advisory_lock($1) as "taken!""#, LOCK)
            .fetch_one(&mut connection)
            .await?;
        if taken {
            return Ok(Some(Box::new(PgLease(connection))));
        }
        connection.close().await?;
        Ok(None)
    }

    async fn pending(&self, after: Option<&Pending>, limit: usize) -> Result<Vec<Pending>> {
        let after = after.map(seq).transpose()?.unwrap_or_default();
        let rows = sqlx::query_as!(
            Row,
            r#"select seq as "seq!", event_id as "event_id!", subject as "subject!", sequence as "sequence!",
                      occurred_at as "occurred_at!", traceparent, topics as "topics!", types as "types!",
                      keys as "keys!", payloads as "payloads!"
               from (
                   select *, (sum(size) over (order by seq))::bigint - size as before
                   from (
                       select * from outbox
                       where seq > $1 and xid < pg_snapshot_xmin(pg_current_snapshot())
                       order by seq
                       limit $2
                   ) batch
               ) summed
               where before < $3
               order by seq"#,
            after,
            i64::try_from(limit)?,
            MOST_BYTES,
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(Row::into_pending).collect()
    }

    /// While an older transaction is open, which need not be one that wakes the relay at its end.
    fn holds_back(&self) -> bool {
        true
    }

    async fn mark(&self, published: &[Pending]) -> Result<()> {
        let seqs = published.iter().map(seq).collect::<Result<Vec<_>>>()?;
        sqlx::query!("delete from outbox where seq = any($1)", &seqs).execute(&self.pool).await?;
        Ok(())
    }

    async fn backlog(&self) -> Result<Backlog> {
        let backlog = sqlx::query!(
            r#"select count(*) as "depth!",
                      coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)), 0)::float8 as "age!"
               from outbox"#
        )
        .fetch_one(&self.pool)
        .await?;
        Ok(Backlog {
            depth: u64::try_from(backlog.depth)?,
            age: Duration::try_from_secs_f64(backlog.age).unwrap_or_default(),
        })
    }
}

struct Row {
    seq: i64,
    event_id: uuid::Uuid,
    subject: String,
    sequence: i64,
    occurred_at: chrono::DateTime<chrono::Utc>,
    traceparent: Option<String>,
    topics: Vec<String>,
    types: Vec<String>,
    keys: Vec<String>,
    payloads: Vec<Vec<u8>>,
}

impl Row {
    fn into_pending(self) -> Result<Pending> {
        let mut renditions = Vec::with_capacity(self.topics.len());
        let mut columns = (self.types.into_iter(), self.keys.into_iter(), self.payloads.into_iter());
        for topic in self.topics {
            let (Some(type_name), Some(key), Some(payload)) =
                (columns.0.next(), columns.1.next(), columns.2.next())
            else {
                bail!("outbox row {} has half a rendition", self.seq);
            };
            renditions.push(Rendition { topic, type_name, key, payload });
        }
        let outgoing = Outgoing {
            id: EventId::new(self.event_id),
            subject: self.subject,
            sequence: u64::try_from(self.sequence)?,
            at: self.occurred_at,
            traceparent: self.traceparent,
            renditions,
        };
        Ok(Pending::new(outgoing, Seq(self.seq)))
    }
}

/// The lock lasts as long as the connection.
struct PgLease(PgConnection);

#[async_trait]
impl Lease for PgLease {
    async fn renew(&mut self) -> Result<bool> {
        Ok(self.0.ping().await.is_ok())
    }

    async fn release(self: Box<Self>) {
        // Closing unlocks; so does a connection that is gone.
        drop(self.0.close().await);
    }
}
