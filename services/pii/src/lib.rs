#![doc = include_str!("../README.md")]

pub mod cli;
pub mod commands;
pub mod consumers;
pub mod domain;
mod failure;
pub mod key_upkeep;
pub mod requests;
pub mod routes;
pub mod store;
pub mod upkeep;

pub use failure::Failure;

use access::{Strictness, Verifier};
use axum::extract::FromRef;
use boot::{Clock, Context, Random, Running, Service};
use bus::{
    Consumer, Encoder, Publications, RelayWaker,
    postgres::{PgOutbox, PgParking},
};
use commands::{
    replay_erasures::replay_erasures,
    rotate_kek::{self, Rotation},
};
use domain::{audit::LastHeads, rotation};
use events::{
    cron_utility::KeyRotated,
    pii::{
        ErasureConfirmed, ErasureRequested, ExportPartReady, ExportReady, ExportRequested, PiiAccessed,
        UserErased, UserPiiUpdated,
    },
    profile::{EmailAddressConfirmed, PiiSubmitted, TeacherLinked, TeacherUnlinked, UserUpdated},
};
use foundation::{Foundation, PostgresConfig};
use requests::{Requests, RequestsConfig};
use secrets::Keys;
use sqlx::{PgPool, migrate::Migrator};
use std::sync::Arc;
use upkeep::RequestGauges;
use web::{Api, Cursors, key_ages::Renewal};

/// The service's name: its consumer group, its principal, its place in addresses.
pub const NAME: &str = "pii";
/// The service's tables.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// What operations and consumers need.
#[derive(Clone)]
pub struct App {
    /// The store.
    pub database: PgPool,
    /// Keys that rotate.
    pub keys: AppKeys,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// Renders facts.
    pub encoder: Arc<Encoder>,
    /// Is told of every commit.
    pub waker: RelayWaker,
    /// Ends of the chains of the access log.
    pub last_heads: LastHeads,
    /// Checks access tokens.
    pub verifier: Verifier,
    /// For exports and erasures.
    pub requests: Requests,
    /// Signs the positions of lists.
    pub cursors: Cursors,
}

/// Keys that follow their secrets.
#[derive(Clone)]
pub struct AppKeys {
    /// Wraps the data keys.
    pub kek: Keys,
    /// Opens sealed intakes.
    pub intake: Keys,
    /// Keys the blind index of addresses.
    pub email_index: Keys,
}

impl AppKeys {
    /// The keys whose ages are told: the name of each secret, and when it is renewed.
    pub fn aging(&self) -> [(&'static str, Renewal, &Keys); 3] {
        [
            (rotate_kek::SECRET, Renewal::After(rotation::LIFETIME), &self.kek),
            ("pii/intake", Renewal::ForAReason, &self.intake),
            ("pii/email-index", Renewal::ForAReason, &self.email_index),
        ]
    }
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    let service = subject::sections(foundation::sections(service));
    service.section::<PostgresConfig>().section::<RequestsConfig>().commands(cli::run)
}

/// Every operation.
pub fn api() -> Api<App> {
    Api::new(NAME)
        .v1(routes::v1::operations())
        .v2(routes::v2::operations())
        .internal(routes::internal_operations())
}

/// Every record that this service publishes.
pub fn publications() -> Publications {
    Publications::new()
        .event::<PiiAccessed>()
        .event::<UserPiiUpdated>()
        .event::<ExportRequested>()
        .event::<ExportReady>()
        .event::<ErasureRequested>()
        .event::<UserErased>()
        .event::<KeyRotated>()
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Everybody).await?;
    let database = foundation.postgres(&MIGRATOR).await?;
    let waker = RelayWaker::default();
    let app = App {
        keys: AppKeys {
            kek: foundation.keys("pii/kek").await?,
            intake: foundation.keys("pii/intake").await?,
            email_index: foundation.keys("pii/email-index").await?,
        },
        clock: context.clock(),
        random: context.random(),
        encoder: foundation.encoder(publications()).await?,
        waker: waker.clone(),
        last_heads: LastHeads::default(),
        verifier: foundation.access().verifier.clone(),
        cursors: foundation.cursors("pii/cursor").await?,
        database: database.clone(),
        requests: Requests::configured(&context).await?,
    };
    forget_restored(&context, &foundation, &app).await?;
    foundation.relay(Arc::new(PgOutbox::new(database.clone())), &waker);
    let rotation = rotation_of(&app, &foundation);
    context.spawn_intake("key rotation", key_upkeep::rotate_keys(rotation, context.intake_token()));
    context.spawn_intake("key ages", key_upkeep::note_ages(app.clone(), context.intake_token()));
    let consumer = Consumer::group(NAME)
        .on::<PiiSubmitted, _>(app.clone())
        .on::<TeacherLinked, _>(app.clone())
        .on::<TeacherUnlinked, _>(app.clone())
        .on::<ExportPartReady, _>(app.clone())
        .on::<ErasureConfirmed, _>(app.clone())
        .on::<EmailAddressConfirmed, _>(app.clone())
        .on::<UserUpdated, _>(app.clone());
    foundation.consume(consumer, Arc::new(PgParking::new(database)))?;
    let gauges = RequestGauges::register(context.metrics())?;
    context.spawn_intake("requests", upkeep::run(app.clone(), gauges, context.intake_token()));
    Ok(foundation.serve(api(), app))
}

/// A restored backup brings back people who were forgotten. Nothing is served before they are gone again: `user.pii.v1` is
/// read to its end, and waited for.
async fn forget_restored(context: &Context, foundation: &Foundation, app: &App) -> anyhow::Result<()> {
    context.readiness().lacks("erasures", "not read yet");
    let so_far = subject::erasures_so_far(foundation.bus()).await?;
    let replay = || replay_erasures(app, &so_far);
    let again = context.retry_until_ready("erasures", replay).await?;
    if again > 0 {
        tracing::warn!(people = again, "people who had been forgotten were in the store, and are erased");
    }
    Ok(())
}

fn rotation_of(app: &App, foundation: &Foundation) -> Rotation {
    Rotation {
        database: app.database.clone(),
        secrets: foundation.secret_store(),
        encoder: app.encoder.clone(),
        waker: app.waker.clone(),
        clock: app.clock.clone(),
        random: app.random.clone(),
    }
}
