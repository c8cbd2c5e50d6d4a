use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::PasswordChanged;

/// A password was changed: its owner is told.
#[async_trait::async_trait]
impl Handler<PasswordChanged> for App {
    async fn handle(&self, delivery: Delivery<PasswordChanged>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: delivery.id.to_string(),
            user_id: event.user_id,
            kind: Kind::PasswordChanged,
            which: Which::Current,
            at: event.changed_at,
        };
        self.compose(&cause).await.into()
    }
}
