use crate::domain::Limit;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgConnection, postgres::types::PgInterval};

/// What attempts are counted under.
pub type Key = [u8; 32];

/// Lets the transaction end before its rows are on the disk. A crash may forget the attempts of the last moment; a restart
/// forgets none. Nobody waits for a disk to be told that a password is wrong. [`take`] and [`give_back`] do the same in the
/// one statement that each of them is.
pub async fn do_not_wait_for_the_disk(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("set local synchronous_commit = off").execute(conn).await?;
    Ok(())
}

/// Takes one attempt, unless none is left. What is refused costs nothing, so that nobody is kept out for longer by trying.
pub async fn take(
    conn: &mut PgConnection,
    key: &Key,
    limit: Limit,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let taken = sqlx::query!(
        "insert into attempts (key, full_at)
         select $1, $2::timestamptz + $3 from set_config('synchronous_commit', 'off', true)
         on conflict (key) do update set full_at = greatest(attempts.full_at, $2) + $3
         where greatest(attempts.full_at, $2) + $3 <= $2 + $4",
        key.as_slice(),
        now,
        interval(limit.cost())?,
        interval(limit.capacity())?,
    )
    .execute(conn)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Gives an attempt back that was none, after all.
pub async fn give_back(conn: &mut PgConnection, key: &Key, limit: Limit) -> sqlx::Result<()> {
    sqlx::query!(
        "update attempts set full_at = full_at - $2::interval
         from set_config('synchronous_commit', 'off', true)
         where key = $1",
        key.as_slice(),
        interval(limit.cost())?,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// When the next attempt would be let through.
pub async fn next_at(
    conn: &mut PgConnection,
    key: &Key,
    limit: Limit,
    now: DateTime<Utc>,
) -> sqlx::Result<DateTime<Utc>> {
    let full_at = sqlx::query_scalar!("select full_at from attempts where key = $1", key.as_slice())
        .fetch_optional(conn)
        .await?;
    Ok(full_at.map_or(now, |full_at| (full_at + limit.cost() - limit.capacity()).max(now)))
}

/// Whether it is to be told that attempts are refused: once in an hour.
pub async fn tell(conn: &mut PgConnection, key: &Key, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let told = sqlx::query!(
        "update attempts set told_at = $2 where key = $1 and (told_at is null or told_at <= $3)",
        key.as_slice(),
        now,
        now - TimeDelta::hours(1),
    )
    .execute(conn)
    .await?;
    Ok(told.rows_affected() == 1)
}

/// Forgets what means nothing any more.
pub async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let forgotten = sqlx::query!("delete from attempts where full_at <= $1", now).execute(conn).await?;
    Ok(forgotten.rows_affected())
}

fn interval(delta: TimeDelta) -> sqlx::Result<PgInterval> {
    PgInterval::try_from(delta).map_err(sqlx::Error::Encode)
}
