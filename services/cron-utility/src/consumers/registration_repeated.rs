use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::RegistrationRepeated;

/// Somebody used the address of an account as if it were free: its owner is told.
#[async_trait::async_trait]
impl Handler<RegistrationRepeated> for App {
    async fn handle(&self, delivery: Delivery<RegistrationRepeated>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: delivery.id.to_string(),
            user_id: event.user_id,
            kind: Kind::RegistrationRepeated,
            which: Which::Current,
            at: event.requested_at,
        };
        self.compose(&cause).await.into()
    }
}
