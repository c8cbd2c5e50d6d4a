//! Parked keys in PostgreSQL.

use super::inbox;
use crate::{ParkedEvent, ParkedKey, ParkingLot};
use anyhow::Result;
use async_trait::async_trait;
use sqlx::PgPool;

/// The parking lot of the database behind a pool.
#[derive(Debug, Clone)]
pub struct PgParking {
    pool: PgPool,
}

impl PgParking {
    /// In this database, after [`super::migrate`].
    pub const fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    async fn select(&self, group: &str, redrives: Redrives, limit: usize) -> Result<Vec<ParkedKey>> {
        let rows = sqlx::query!(
            r#"select k.topic, k.partition, k.key, k.reason, k.redrive_requested_at is not null as "redrive!",
                      (select count(*) from parked_event e
                       where (e.consumer_group, e.topic, e.key) = (k.consumer_group, k.topic, k.key)) as "events!"
               from parked_key k
               where k.consumer_group = $1 and (not $2 or k.redrive_requested_at is not null)
               order by k.parked_at, k.topic, k.key
               limit $3"#,
            group,
            redrives == Redrives::Only,
            i64::try_from(limit)?
        )
        .fetch_all(&self.pool)
        .await?;
        let keys = rows.into_iter().map(|row| {
            let (topic, partition, key, reason, redrive) =
                (row.topic, row.partition, row.key, row.reason, row.redrive);
            Ok(ParkedKey { topic, partition, key, reason, events: u64::try_from(row.events)?, redrive })
        });
        keys.collect()
    }
}

#[derive(PartialEq, Eq)]
enum Redrives {
    Only,
    Any,
}

#[async_trait]
impl ParkingLot for PgParking {
    async fn keys(&self, group: &str, topic: &str, partition: i32) -> Result<Vec<String>> {
        let keys = sqlx::query_scalar!(
            "select key from parked_key where consumer_group = $1 and topic = $2 and partition = $3",
            group,
            topic,
            partition
        );
        Ok(keys.fetch_all(&self.pool).await?)
    }

    async fn park(&self, group: &str, event: &ParkedEvent, reason: &str) -> Result<()> {
        let (names, values): (Vec<_>, Vec<_>) = event.headers.iter().cloned().unzip();
        let mut transaction = self.pool.begin().await?;
        sqlx::query!(
            "insert into parked_key (consumer_group, topic, key, partition, reason) values ($1, $2, $3, $4, $5)
             on conflict do nothing",
            group,
            event.topic,
            event.key,
            event.partition,
            reason
        )
        .execute(&mut *transaction)
        .await?;
        sqlx::query!(
            "insert into parked_event (consumer_group, topic, key, record_offset, payload, header_names, header_values)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
            group,
            event.topic,
            event.key,
            event.offset,
            event.payload,
            &names,
            &values
        )
        .execute(&mut *transaction)
        .await?;
        Ok(transaction.commit().await?)
    }

    async fn first(&self, group: &str, topic: &str, key: &str) -> Result<Option<ParkedEvent>> {
        let row = sqlx::query!(
            "select k.partition, e.record_offset, e.payload, e.header_names, e.header_values
             from parked_event e join parked_key k using (consumer_group, topic, key)
             where consumer_group = $1 and topic = $2 and key = $3
             order by e.record_offset limit 1",
            group,
            topic,
            key
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| ParkedEvent {
            topic: topic.to_owned(),
            partition: row.partition,
            offset: row.record_offset,
            key: key.to_owned(),
            payload: row.payload,
            headers: row.header_names.into_iter().zip(row.header_values).collect(),
        }))
    }

    async fn take(&self, group: &str, event: &ParkedEvent) -> Result<()> {
        sqlx::query!(
            "delete from parked_event where consumer_group = $1 and topic = $2 and key = $3 and record_offset = $4",
            group,
            event.topic,
            event.key,
            event.offset
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    async fn free(&self, group: &str, topic: &str, key: &str) -> Result<()> {
        sqlx::query!(
            "delete from parked_key k where consumer_group = $1 and topic = $2 and key = $3
             and not exists (select from parked_event e
                             where (e.consumer_group, e.topic, e.key) = (k.consumer_group, k.topic, k.key))",
            group,
            topic,
            key
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    async fn keep(&self, group: &str, topic: &str, key: &str, reason: &str) -> Result<()> {
        sqlx::query!(
            "update parked_key set redrive_requested_at = null, reason = $4
             where consumer_group = $1 and topic = $2 and key = $3",
            group,
            topic,
            key,
            reason
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    async fn redrive(&self, group: &str, topic: Option<&str>, key: Option<&str>) -> Result<u64> {
        let asked = sqlx::query!(
            "update parked_key set redrive_requested_at = now()
             where consumer_group = $1 and topic = coalesce($2, topic) and key = coalesce($3, key)",
            group,
            topic,
            key
        )
        .execute(&self.pool)
        .await?;
        Ok(asked.rows_affected())
    }

    async fn requested(&self, group: &str, limit: usize) -> Result<Vec<ParkedKey>> {
        self.select(group, Redrives::Only, limit).await
    }

    async fn list(&self, group: &str, limit: usize) -> Result<Vec<ParkedKey>> {
        self.select(group, Redrives::Any, limit).await
    }

    async fn count(&self, group: &str) -> Result<Vec<(String, u64)>> {
        let rows = sqlx::query!(
            r#"select topic, count(*) as "keys!" from parked_key where consumer_group = $1 group by topic"#,
            group
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().map(|row| Ok((row.topic, u64::try_from(row.keys)?))).collect()
    }

    /// The inbox beside it: PostgreSQL forgets nothing by itself.
    async fn tidy(&self) -> Result<()> {
        Ok(inbox::prune(&self.pool).await?)
    }
}
