use crate::store::schema::MIGRATOR;
use boot::Context;
use foundation::PostgresConfig;

/// Applies what is not applied yet: the tables of the bus, then the service's own.
pub(super) async fn migrate(context: &Context) -> anyhow::Result<()> {
    context.config::<PostgresConfig>()?.migrate(context.service(), &MIGRATOR).await?;
    tracing::info!("the schema is up to date");
    Ok(())
}
