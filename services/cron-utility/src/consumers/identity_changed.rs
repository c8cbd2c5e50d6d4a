use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::IdentityChanged;

/// Somebody can log in by the word of their school, or no longer: the owner of the account is told.
#[async_trait::async_trait]
impl Handler<IdentityChanged> for App {
    async fn handle(&self, delivery: Delivery<IdentityChanged>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: delivery.id.to_string(),
            user_id: event.user_id,
            kind: Kind::IdentityChanged,
            which: Which::Current,
            at: event.changed_at,
        };
        self.compose(&cause).await.into()
    }
}
