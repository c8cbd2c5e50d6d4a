#![doc = include_str!("../README.md")]

pub mod catalogue;
pub mod config;
pub mod domain;
pub mod holdings;
pub mod notices;
pub mod routes;

use access::{Strictness, Verifier};
use axum::extract::FromRef;
use boot::{Clock, Context, Running, Service};
use bus::{Consumer, Publications};
use catalogue::{Follower, Products};
use config::{CatalogueConfig, NoticesConfig};
use documents::{Documents, MongoConfig, Store};
use domain::catalogue::Snapshot;
use foundation::Foundation;
use notices::Notices;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;
use web::Api;

/// The service's name: its consumer group, its principal, its place in addresses.
pub const NAME: &str = "lobby";

/// What operations need.
#[derive(Clone)]
pub struct App {
    /// Where users were.
    pub contexts: Documents<domain::context::Context>,
    /// What there is to open.
    pub products: Products,
    /// What is told at once.
    pub notices: Notices,
    /// Cancelled when the service stops: streams end.
    pub stop: CancellationToken,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Checks access tokens.
    pub verifier: Verifier,
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    subject::sections(foundation::sections(service))
        .section::<MongoConfig>()
        .section::<CatalogueConfig>()
        .section::<NoticesConfig>()
}

/// Every operation.
pub fn api() -> Api<App> {
    Api::new(NAME).v1(routes::v1::operations()).v2(routes::v2::operations())
}

/// Every record that this service publishes.
pub fn publications() -> Publications {
    subject::replies(Publications::new())
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let store = foundation.documents(publications(), subject::documents::outbox).await?;
    let notices = Notices::new(context.config()?, context.clock(), context.metrics())?;
    notices.follow(&context, foundation.bus())?;
    let app = App {
        contexts: Documents::new(&store),
        products: follow_catalogue(&context, &store).await?,
        notices,
        stop: context.intake_token(),
        clock: context.clock(),
        verifier: foundation.access().verifier.clone(),
    };
    let kept = holdings::of(store.database());
    let answers = subject::documents::start(&context, &foundation, &store, kept).await?;
    let consumer = answers.listen(Consumer::group(NAME));
    foundation.consume(consumer, foundation.parking(store.database()).await?)?;
    Ok(foundation.serve(api(), app))
}

async fn follow_catalogue(context: &Context, store: &Store) -> anyhow::Result<Products> {
    let follower = Follower::new(
        &context.config()?,
        context.peer("profile")?,
        Documents::<Snapshot>::new(store),
        context.clock(),
        context.metrics(),
    )?;
    let first = context.retry_until_ready("catalogue", || follower.first()).await?;
    let (sender, products) = catalogue::watched(first);
    context.spawn_background("catalogue", follower.follow(sender));
    Ok(products)
}
