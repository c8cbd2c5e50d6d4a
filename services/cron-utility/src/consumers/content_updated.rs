use crate::{App, store::content};
use bus::{Delivery, Handler, Outcome};
use events::admin::ContentUpdated;

/// Admin has published content: know what its topics and words are called.
#[async_trait::async_trait]
impl Handler<ContentUpdated> for App {
    async fn handle(&self, delivery: Delivery<ContentUpdated>) -> Outcome {
        let ContentUpdated { content_id, version, snapshot, .. } = &delivery.event;
        match content::record(&self.database, *content_id, *version, snapshot).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error.into()),
        }
    }
}
