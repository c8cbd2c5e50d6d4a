//! The inbox in PostgreSQL: an event has its effect once.

use anyhow::Result;
use ids::EventId;
use sqlx::{PgConnection, PgPool};
use std::time::Duration;

/// Notes that `group` handles this event, in the transaction of the effect. False: it did before, and there is nothing
/// to do. A second transaction with the same event waits for the first to end.
pub async fn first_time(connection: &mut PgConnection, group: &str, event: EventId) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "insert into inbox (consumer_group, event_id) values ($1, $2) on conflict do nothing",
        group,
        event.as_uuid()
    )
    .execute(connection)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// The inbox of the database behind a pool.
#[derive(Debug, Clone)]
pub struct PgInbox {
    pool: PgPool,
}

impl PgInbox {
    /// In this database, after [`super::migrate`].
    pub const fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    /// Forgets what was handled longer ago than `keep`, which must be longer than a redelivery or a reset of offsets can
    /// reach back. Gives how many.
    pub async fn prune(&self, keep: Duration) -> Result<u64> {
        let pruned = sqlx::query!(
            "delete from inbox where handled_at < now() - make_interval(secs => $1)",
            keep.as_secs_f64()
        )
        .execute(&self.pool)
        .await?;
        Ok(pruned.rows_affected())
    }
}
