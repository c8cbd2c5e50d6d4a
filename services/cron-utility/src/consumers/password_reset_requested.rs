use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::PasswordResetRequested;

/// The code goes to the address of the account. Profile gives it for the id of the request.
#[async_trait::async_trait]
impl Handler<PasswordResetRequested> for App {
    async fn handle(&self, delivery: Delivery<PasswordResetRequested>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: event.request_id.to_string(),
            user_id: event.user_id,
            kind: Kind::ResetPassword,
            which: Which::Current,
            at: event.requested_at,
        };
        self.compose(&cause).await.into()
    }
}
