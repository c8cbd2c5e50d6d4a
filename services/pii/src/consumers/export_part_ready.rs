use crate::{
    App,
    store::exports::{self, ReadyPart},
};
use bus::{Delivery, Handler, Outcome};
use events::pii::ExportPartReady;

/// A service has put its part of an export: the archive is made when it was the last.
#[async_trait::async_trait]
impl Handler<ExportPartReady> for App {
    async fn handle(&self, delivery: Delivery<ExportPartReady>) -> Outcome {
        take(self, &delivery.event).await.into()
    }
}

/// A part of an export that is unknown, or was taken before, changes nothing.
async fn take(app: &App, told: &ExportPartReady) -> anyhow::Result<()> {
    let part = ReadyPart {
        export: told.export_id,
        service: &told.service,
        object_key: Some(&told.object_key),
        sha256: Some(&told.sha256),
        bytes: told.size_bytes,
        holdings: &told.holdings,
        at: told.ready_at,
    };
    let mut connection = app.database.acquire().await?;
    if exports::note_part(&mut connection, part).await? {
        app.requests.complete.notify_one();
    }
    Ok(())
}
