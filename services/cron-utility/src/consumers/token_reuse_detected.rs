use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::TokenReuseDetected;

/// A used token was presented: its owner is told that the session was ended.
#[async_trait::async_trait]
impl Handler<TokenReuseDetected> for App {
    async fn handle(&self, delivery: Delivery<TokenReuseDetected>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: delivery.id.to_string(),
            user_id: event.user_id,
            kind: Kind::TokenReuse,
            which: Which::Current,
            at: event.detected_at,
        };
        self.compose(&cause).await.into()
    }
}
