use crate::{App, store::accounts};
use bus::{Delivery, Handler, Outcome};
use events::profile::UserDeleted;

/// An account is deleted: no digest is written any more. What is kept of the person goes when pii asks for it.
#[async_trait::async_trait]
impl Handler<UserDeleted> for App {
    async fn handle(&self, delivery: Delivery<UserDeleted>) -> Outcome {
        accounts::record(&self.database, delivery.event.user_id, true, delivery.sequence).await.into()
    }
}
