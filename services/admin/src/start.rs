//! From the configuration to a running service.

use crate::{App, app, holdings::Authorship, publications, routes};
use access::Strictness;
use boot::{Context, Running, Service};
use bus::Consumer;
use documents::MongoConfig;
use foundation::Foundation;

/// The service's name: its consumer group, its principal, its place in addresses.
const NAME: &str = "admin";

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    subject::sections(foundation::sections(service)).section::<MongoConfig>()
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let cursors = foundation.cursors("admin/cursor").await?;
    let store = foundation.documents(publications(), app::outbox).await?;
    let app = App::new(&store, context.clock(), cursors, foundation.access().verifier.clone());
    context.retry_until_ready("store", || async { Ok(app.prepare().await?) }).await?;
    let kept = Authorship::in_(&store);
    let answers = subject::documents::start(&context, &foundation, &store, kept).await?;
    let consumer = answers.listen(Consumer::group(NAME));
    foundation.consume(consumer, foundation.parking(store.database()).await?)?;

    Ok(foundation.serve(routes::api(), app))
}
