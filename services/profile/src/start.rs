//! From the configuration to a running service.

use crate::{
    App, AppKeys, authority::Accounts,
    app::publications,
    cli,
    config::{KafkaSection, PasswordsConfig, PostgresConfig, RegistrySection},
    credentials::Passwords,
    routes,
    store::schema,
    upkeep,
};
use access::{AccessConfig, ClientPolicies, Feed, Issuer, Revocations, Strictness, Verifier};
use boot::{Context, Running, Service};
use bus::{Bus, Encoder, Relay, RelayWaker, postgres::PgOutbox};
use secrets::{SecretStore, SecretsConfig, SecretsManager};
use sqlx::{PgPool, postgres::PgPoolOptions};
use std::{sync::Arc, time::Duration};
use web::{Cursors, LayerSettings, Layers};

/// How long a request waits for a connection before it is told to come back.
const POOL_PATIENCE: Duration = Duration::from_secs(2);

/// The service that `main` runs.
pub fn service() -> Service {
    Service::new("profile", env!("CARGO_PKG_VERSION"), start)
        .section::<PostgresConfig>()
        .section::<PasswordsConfig>()
        .section::<KafkaSection>()
        .section::<RegistrySection>()
        .section::<SecretsConfig>()
        .section::<AccessConfig>()
        .section::<LayerSettings>()
        .commands(cli::run)
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let bus = bus(&context)?;
    let app = app(&context, &bus).await?;
    let pool = app.pool.clone();
    context.retry_until_ready("signing keys", || app.verifier.refresh_keys()).await?;

    let policies = ClientPolicies::default();
    context
        .retry_until_ready("client policies", || {
            upkeep::apply_client_policies(&pool, &policies, &app.clock)
        })
        .await?;
    let following = upkeep::follow_client_policies(pool.clone(), policies.clone(), app.clock.clone());
    context.spawn_background("client policies", following);
    context.spawn_background("sweep", upkeep::sweep(pool.clone(), app.clock.clone()));

    let relay = Relay::new(bus.producer().clone(), Arc::new(PgOutbox::new(pool))).woken_by(&app.relay);
    let stop = context.outflow_token();
    context.spawn_outflow("relay", async move {
        relay.run(stop).await;
        Ok(())
    });

    let layers = Layers::new(&context.config::<LayerSettings>()?, context.metrics())?.gate(policies);
    Ok(Running::serve(routes::api().router(app, &layers)))
}

/// The clients of Kafka and the registry.
pub(crate) fn bus(context: &Context) -> anyhow::Result<Bus> {
    let (kafka, registry) = (context.config::<KafkaSection>()?, context.config::<RegistrySection>()?);
    Ok(Bus::open(kafka.0, &registry.0, context.metrics())?)
}

/// Everything that commands need: waits for the schema, the keys and the registry.
pub(crate) async fn app(context: &Context, bus: &Bus) -> anyhow::Result<App> {
    let pool = pool(context).await?;
    let (clock, random) = (context.clock(), context.random());
    let store = Arc::new(SecretsManager::connect(&context.config::<SecretsConfig>()?).await?);
    let access = context.config::<AccessConfig>()?;
    let issuer = Issuer::new(&access, follow(context, &store, "profile/signing").await?);
    let accounts = Accounts::new(pool.clone(), issuer.clone(), clock.clone());
    Ok(App {
        passwords: passwords(context)?,
        keys: AppKeys {
            refresh: follow(context, &store, "profile/refresh").await?,
            email_index: follow(context, &store, "profile/email-index").await?,
            intake: follow(context, &store, "public/pii-intake").await?,
        },
        verifier: Verifier::new(
            &access,
            Arc::new(accounts),
            Revocations::default(),
            // The accounts are asked each time, so nothing need be followed.
            Feed::new(|| false),
            Strictness::Everybody,
            clock.clone(),
            context.metrics(),
        )?,
        cursors: Cursors::new(follow(context, &store, "profile/cursor").await?),
        encoder: encoder(context, bus).await?,
        relay: RelayWaker::default(),
        pool,
        clock,
        random,
        issuer,
    })
}

async fn pool(context: &Context) -> anyhow::Result<PgPool> {
    let config = context.config::<PostgresConfig>()?;
    let pool = PgPoolOptions::new()
        .max_connections(config.max_connections)
        .acquire_timeout(POOL_PATIENCE)
        .connect_lazy_with(config.service()?);
    context
        .retry_until_ready("schema", || async {
            let mut conn = pool.acquire().await?;
            schema::verify(&mut conn, &bus::postgres::MIGRATOR).await?;
            schema::verify(&mut conn, &schema::MIGRATOR).await
        })
        .await?;
    Ok(pool)
}

fn passwords(context: &Context) -> anyhow::Result<Passwords> {
    let config = context.config::<PasswordsConfig>()?;
    let decoy_salt = context.random().array();
    Passwords::new(config.cost(), config.cores, config.waiting, decoy_salt, context.metrics())
}

async fn follow(
    context: &Context,
    store: &Arc<impl SecretStore>,
    name: &'static str,
) -> anyhow::Result<secrets::Keys> {
    secrets::follow(context, store.clone(), name).await
}

/// The registry may be down for a while; a schema that nobody registered is a mistake of the release.
async fn encoder(context: &Context, bus: &Bus) -> anyhow::Result<Arc<Encoder>> {
    context
        .retry_until_ready("schemas", || async {
            publications().resolve(bus.registry()).await.map_err(boot::fatal)
        })
        .await
}
