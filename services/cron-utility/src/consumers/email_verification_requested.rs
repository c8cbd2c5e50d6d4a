use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::{AddressTarget, EmailVerificationRequested};

/// The code goes to the address that is to be proved. Where that is another than the account has, the one that it has is told
/// of it.
#[async_trait::async_trait]
impl Handler<EmailVerificationRequested> for App {
    async fn handle(&self, delivery: Delivery<EmailVerificationRequested>) -> Outcome {
        let event = &delivery.event;
        let (which, told) = match event.target {
            AddressTarget::Current => (Which::Current, None),
            AddressTarget::Pending => (Which::Pending, Some(Kind::EmailChanging)),
            AddressTarget::Unknown => return Outcome::Reject("an address of an unknown kind".into()),
        };
        let cause = |kind, which| Cause {
            id: event.request_id.to_string(),
            user_id: event.user_id,
            kind,
            which,
            at: event.requested_at,
        };
        if let Some(kind) = told {
            let taken = self.compose(&cause(kind, Which::Current)).await;
            if taken.is_err() {
                return taken.into();
            }
        }
        self.compose(&cause(Kind::VerifyEmail, which)).await.into()
    }
}
