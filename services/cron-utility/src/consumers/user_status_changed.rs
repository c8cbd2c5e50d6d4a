use crate::{App, store::accounts};
use bus::{Delivery, Handler, Outcome};
use events::profile::{AccountStatus, UserStatusChanged};

/// An account is closed for now, or open again: no digest is written meanwhile.
#[async_trait::async_trait]
impl Handler<UserStatusChanged> for App {
    async fn handle(&self, delivery: Delivery<UserStatusChanged>) -> Outcome {
        let closed = delivery.event.status != AccountStatus::Active;
        accounts::record(&self.database, delivery.event.user_id, closed, delivery.sequence).await.into()
    }
}
