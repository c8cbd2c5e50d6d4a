use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::UserInvited;

/// The code with which the first password is set goes to the address that an administrator gave.
#[async_trait::async_trait]
impl Handler<UserInvited> for App {
    async fn handle(&self, delivery: Delivery<UserInvited>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: event.request_id.to_string(),
            user_id: event.user_id,
            kind: Kind::Invitation,
            which: Which::Current,
            at: event.invited_at,
        };
        self.compose(&cause).await.into()
    }
}
