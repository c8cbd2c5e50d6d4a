use super::user_role_changed::record;
use crate::App;
use bus::{Delivery, Handler, Outcome};
use events::profile::UserDeleted;

/// An account is deleted: no week is opened any more. What is kept of the person goes when pii asks for it.
#[async_trait::async_trait]
impl Handler<UserDeleted> for App {
    async fn handle(&self, delivery: Delivery<UserDeleted>) -> Outcome {
        record(self, delivery.event.user_id, false, delivery.sequence).await.into()
    }
}
