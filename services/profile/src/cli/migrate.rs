use crate::{config::PostgresConfig, store::schema::MIGRATOR};
use anyhow::Context as _;
use boot::Context;
use sqlx::postgres::PgPoolOptions;

/// Applies what is not applied yet: the tables of the bus, then the service's own.
pub(super) async fn migrate(context: &Context) -> anyhow::Result<()> {
    let options = context.config::<PostgresConfig>()?.migrations()?;
    let pool = PgPoolOptions::new().max_connections(1).connect_with(options).await.context("PostgreSQL")?;
    bus::postgres::migrate(&pool).await.context("the tables of the bus")?;
    MIGRATOR.run(&pool).await.context("the tables of profile")?;
    pool.close().await;
    tracing::info!("the schema is up to date");
    Ok(())
}
