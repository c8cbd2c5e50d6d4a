//! The inbox in PostgreSQL: an event has its effect once.

use ids::EventId;
use sqlx::{PgConnection, PgPool};
use std::time::Duration;

/// Longer than a redelivery reaches back. Who sets the offsets of a group back further has its events handled again.
const KEEP: Duration = Duration::from_secs(30 * 24 * 3600);

/// Notes that `group` handles this event, in the transaction of the effect. False: it did before, and there is nothing
/// to do. A second transaction with the same event waits for the first to end. It is remembered for 30 days.
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

/// Forgets what was handled longer ago than [`KEEP`].
pub(super) async fn prune(pool: &PgPool) -> sqlx::Result<()> {
    let keep = KEEP.as_secs_f64();
    sqlx::query!("delete from inbox where handled_at < now() - make_interval(secs => $1)", keep)
        .execute(pool)
        .await?;
    Ok(())
}
