//! From the configuration to a running service.

use crate::{App, MediaConfig, app, holdings::Authorship, publications, routes};
use access::Strictness;
use blob::{S3Config, S3Store};
use boot::{Context, Running, Service};
use bus::Consumer;
use documents::MongoConfig;
use foundation::Foundation;
use std::sync::Arc;

/// The service's name: its consumer group, its principal, its place in addresses.
const NAME: &str = "admin";

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    subject::sections(foundation::sections(service)).section::<MongoConfig>().section::<MediaConfig>()
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let cursors = foundation.cursors("admin/cursor").await?;
    let store = foundation.documents(publications(), app::outbox).await?;
    let media = Arc::new(media(&context).await?);
    let app = App::new(&store, media, context.clock(), cursors, foundation.access().verifier.clone());
    context.retry_until_ready("store", || async { Ok(app.prepare().await?) }).await?;
    let kept = Authorship::in_(&store);
    let answers = subject::documents::start(&context, &foundation, &store, kept).await?;
    let consumer = answers.listen(Consumer::group(NAME));
    foundation.consume(consumer, foundation.parking(store.database()).await?)?;

    Ok(foundation.serve(routes::api(), app))
}

async fn media(context: &Context) -> anyhow::Result<S3Store> {
    let bucket = context.config::<MediaConfig>()?.bucket;
    S3Store::connect(&S3Config { bucket, ..context.config::<S3Config>()? }).await
}
