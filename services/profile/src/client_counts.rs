use crate::store::client_usage;
use chrono::NaiveDate;
use prometheus::Registry;
use sqlx::PgPool;
use std::collections::HashMap;

/// The counter of `crates/web`: requests that succeeded, by API version and client.
const COUNTER: &str = "client_requests_total";

/// Takes what the metrics of this process count into the store, each request once.
#[derive(Default)]
pub struct ClientCounts(HashMap<(String, String), i64>);

impl ClientCounts {
    /// Adds what was counted since the last time to a day. What cannot be written is added the next time.
    pub async fn flush(&mut self, registry: &Registry, pool: &PgPool, day: NaiveDate) -> anyhow::Result<()> {
        let mut conn = pool.acquire().await?;
        for (key, total) in counted(registry) {
            let before = self.0.get(&key).copied().unwrap_or_default();
            if total > before {
                client_usage::add(&mut conn, day, &key.0, &key.1, total - before).await?;
                self.0.insert(key, total);
            }
        }
        Ok(())
    }
}

/// Requests by API version and client, since the process began.
fn counted(registry: &Registry) -> Vec<((String, String), i64)> {
    let families = registry.gather();
    let family = families.iter().filter(|family| family.name() == COUNTER);
    let metrics = family.flat_map(|family| family.get_metric());
    metrics
        .map(|metric| {
            let label = |name: &str| {
                let found = metric.get_label().iter().find(|label| label.name() == name);
                found.map(|label| label.value().to_owned()).unwrap_or_default()
            };
            ((label("api"), label("client")), metric.get_counter().get_value() as i64)
        })
        .collect()
}
