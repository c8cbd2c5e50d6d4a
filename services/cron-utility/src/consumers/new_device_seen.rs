use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::NewDeviceSeen;

/// A log-in from a device that was not seen before: its owner is told.
#[async_trait::async_trait]
impl Handler<NewDeviceSeen> for App {
    async fn handle(&self, delivery: Delivery<NewDeviceSeen>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: delivery.id.to_string(),
            user_id: event.user_id,
            kind: Kind::NewDevice,
            which: Which::Current,
            at: event.seen_at,
        };
        self.compose(&cause).await.into()
    }
}
