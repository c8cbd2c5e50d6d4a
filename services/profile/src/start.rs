//! From the configuration to a running service.

use crate::{
    App, AppKeys, NAME,
    app::publications,
    authority::Accounts,
    cli,
    commands::UnprovedAccounts,
    config::{PasskeysConfig, PasswordsConfig, RegistrationConfig, ThrottleConfig},
    consumers::Answers,
    credentials::{Breached, Passwords},
    identity_providers::{OidcConfig, Providers},
    routes,
    store::schema::MIGRATOR,
    upkeep,
};
use access::{Access, AccessConfig, ClientPolicies, Issuer};
use anyhow::Context as _;
use blob::{BlobStore, S3Config, S3Store};
use boot::{Context, Running, Service};
use bus::{
    Consumer, RelayWaker,
    postgres::{PgOutbox, PgParking},
};
use events::pii::{ErasureRequested, ExportRequested};
use foundation::{Foundation, PostgresConfig, open_bus};
use secrets::{Keys, SecretsConfig, SecretsManager};
use std::sync::Arc;
use subject::ExportsConfig;

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    subject::sections(foundation::sections_with_access(service))
        .section::<PostgresConfig>()
        .section::<PasswordsConfig>()
        .section::<ThrottleConfig>()
        .section::<PasskeysConfig>()
        .section::<OidcConfig>()
        .section::<RegistrationConfig>()
        .calls("pii")
        .commands(cli::run)
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let (app, foundation) = assemble(&context).await?;
    let (pool, policies) = (app.pool.clone(), foundation.access().policies.clone());
    context.retry_until_ready("signing keys", || app.verifier.refresh_keys()).await?;
    context
        .retry_until_ready("client policies", || upkeep::apply_client_policies(&pool, &policies, &*app.clock))
        .await?;

    let stop = || context.intake_token();
    context.spawn_intake("signing keys", upkeep::follow_signing_keys(app.verifier.clone(), stop()));
    context.spawn_intake(
        "client policies",
        upkeep::follow_client_policies(pool.clone(), policies.clone(), app.clock.clone(), stop()),
    );
    context.spawn_intake(
        "client usage",
        upkeep::count_clients(pool.clone(), context.metrics().clone(), app.clock.clone(), stop()),
    );
    context.spawn_intake("key ages", upkeep::note_key_ages(app.clone(), stop()));
    context.spawn_intake("sweep", upkeep::sweep(pool.clone(), app.clock.clone(), stop()));
    context
        .spawn_intake("unproved accounts", upkeep::forget_unproved(app.clone(), unproved(&context)?, stop()));
    foundation.relay(Arc::new(PgOutbox::new(pool.clone())), &app.relay);
    let answers = Answers { app: app.clone(), exports: exports(&context).await? };
    let consumer =
        Consumer::group(NAME).on::<ExportRequested, _>(answers.clone()).on::<ErasureRequested, _>(answers);
    foundation.consume(consumer, Arc::new(PgParking::new(pool)))?;
    context.spawn_background("restored people", upkeep::forget_restored(app.clone(), foundation.clone()));
    Ok(foundation.serve(routes::api(), app))
}

/// Everything that commands need: waits for the schema, the keys and the registry.
///
/// Profile lays the foundation by itself where others ask profile: it has the keys, the sessions and the policies.
pub(crate) async fn assemble(context: &Context) -> anyhow::Result<(App, Foundation)> {
    let config = context.config::<AccessConfig>()?;
    let signing = signing_keys(context).await?;
    let issuer = Issuer::new(&config, signing.clone());
    let (clock, random) = (context.clock(), context.random());
    let pool = context.config::<PostgresConfig>()?.pool(context.service())?;
    let accounts = Accounts::new(pool.clone(), issuer.clone(), clock.clone());
    let access = Access {
        verifier: accounts.verifier(&config, context.metrics())?,
        policies: ClientPolicies::default(),
    };
    let foundation = Foundation::with_access(context, open_bus(context)?, access).await?;

    let app = App {
        pool: foundation.postgres(&MIGRATOR).await?,
        passwords: passwords(context)?,
        breached: breached(context)?,
        limits: context.config::<ThrottleConfig>()?.limits(),
        keys: AppKeys {
            signing,
            refresh: foundation.keys("profile/refresh").await?,
            totp: foundation.keys("profile/totp").await?,
            email_index: foundation.keys("profile/email-index").await?,
            intake: foundation.keys("public/pii-intake").await?,
        },
        relying_party: context.config::<PasskeysConfig>()?.relying_party()?,
        providers: Providers::configured(&context.config::<OidcConfig>()?)
            .context("TALL_OIDC__PROVIDERS_FILE")?,
        verifier: foundation.access().verifier.clone(),
        cursors: foundation.cursors("profile/cursor").await?,
        encoder: foundation.encoder(publications()).await?,
        relay: RelayWaker::default(),
        clock,
        random,
        issuer,
    };
    Ok((app, foundation))
}

async fn exports(context: &Context) -> anyhow::Result<Arc<dyn BlobStore>> {
    let bucket = context.config::<ExportsConfig>()?.bucket;
    Ok(Arc::new(S3Store::connect(&S3Config { bucket, ..context.config::<S3Config>()? }).await?))
}

async fn signing_keys(context: &Context) -> anyhow::Result<Keys> {
    let store = SecretsManager::connect(&context.config::<SecretsConfig>()?).await?;
    secrets::follow(context, Arc::new(store), "profile/signing").await
}

fn unproved(context: &Context) -> anyhow::Result<UnprovedAccounts> {
    let kept = context.config::<RegistrationConfig>()?.unproved_for();
    Ok(UnprovedAccounts::new(context.peer("pii")?, kept, context.metrics())?)
}

fn breached(context: &Context) -> anyhow::Result<Breached> {
    let longer = context.config::<PasswordsConfig>()?.breached_file;
    Breached::with(longer.as_deref()).context("TALL_PASSWORDS__BREACHED_FILE")
}

fn passwords(context: &Context) -> anyhow::Result<Passwords> {
    let config = context.config::<PasswordsConfig>()?;
    let decoy_salt = context.random().array();
    Passwords::new(config.cost(), config.cores, config.waiting, decoy_salt, context.metrics())
}
