use crate::{
    App,
    domain::mail::{Cause, Kind, Which},
};
use bus::{Delivery, Handler, Outcome};
use events::pii::ExportReady;

/// The archive with all that is kept of a person can be fetched: they are told. The mail holds no link that opens it.
#[async_trait::async_trait]
impl Handler<ExportReady> for App {
    async fn handle(&self, delivery: Delivery<ExportReady>) -> Outcome {
        let event = &delivery.event;
        let cause = Cause {
            id: delivery.id.to_string(),
            user_id: event.user_id,
            kind: Kind::ExportReady,
            which: Which::Current,
            at: event.ready_at,
        };
        self.compose(&cause).await.into()
    }
}
