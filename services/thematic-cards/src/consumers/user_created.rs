use super::user_updated::take_over;
use crate::App;
use bus::{Delivery, Handler, Outcome};
use events::profile::UserCreated;

/// There is an account: its time zone counts here too.
#[async_trait::async_trait]
impl Handler<UserCreated> for App {
    async fn handle(&self, delivery: Delivery<UserCreated>) -> Outcome {
        let UserCreated { user_id, time_zone, .. } = delivery.event;
        take_over(self, user_id, &time_zone, delivery.sequence).await
    }
}
