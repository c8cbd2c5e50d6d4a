use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::MfaChanged;

/// A second factor changed: its owner is told.
#[async_trait::async_trait]
impl Handler<MfaChanged> for App {
    async fn handle(&self, delivery: Delivery<MfaChanged>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: delivery.id.to_string(),
            user_id: event.user_id,
            kind: Kind::MfaChanged,
            which: Which::Current,
            at: event.changed_at,
        };
        self.compose(&cause).await.into()
    }
}
