//! From the configuration to a running service.

use crate::{App, app, publications, routes};
use access::Strictness;
use boot::{Context, Running, Service};
use documents::MongoConfig;
use foundation::Foundation;

/// The service that `main` runs.
pub fn service() -> Service {
    foundation::sections(Service::new("admin", env!("CARGO_PKG_VERSION"), start)).section::<MongoConfig>()
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let cursors = foundation.cursors("admin/cursor").await?;
    let store = foundation.documents(publications(), app::outbox).await?;
    let app = App::new(&store, context.clock(), cursors, foundation.access().verifier.clone());
    context.retry_until_ready("store", || async { Ok(app.prepare().await?) }).await?;

    Ok(foundation.serve(routes::api(), app))
}
