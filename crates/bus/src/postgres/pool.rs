//! Pools, as every service has them.

use sqlx::{Connection, pool::PoolConnectionMetadata, postgres::PgPoolOptions};
use std::time::Duration;

/// The pool tries a connection when it is given back. For so long after that it is believed.
const BELIEVED: Duration = Duration::from_secs(1);

/// Options of a pool that tries a connection only when it has rested: one that was in use a second ago is taken as it is,
/// which spares every request a round trip. One that `serves` refuses is closed and made anew.
pub fn pool_options(
    serves: impl Fn(&PoolConnectionMetadata) -> bool + Send + Sync + 'static,
) -> PgPoolOptions {
    PgPoolOptions::new().test_before_acquire(false).before_acquire(move |connection, metadata| {
        let serves = serves(&metadata);
        Box::pin(async move {
            if serves && metadata.idle_for > BELIEVED {
                connection.ping().await?;
            }
            Ok(serves)
        })
    })
}
