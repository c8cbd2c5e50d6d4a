use crate::{
    App,
    commands::take_intake::{TakeError, take_intake},
};
use bus::{Delivery, Handler, Outcome, postgres};
use events::profile::PiiSubmitted;

/// Profile has sealed what a person submitted: open it, seal it under the person's own key.
#[async_trait::async_trait]
impl Handler<PiiSubmitted> for App {
    async fn handle(&self, delivery: Delivery<PiiSubmitted>) -> Outcome {
        match take_once(self, &delivery).await {
            Ok(()) => Outcome::Done,
            Err(TakeError::Unusable(why)) => Outcome::Reject(why.to_string()),
            Err(TakeError::NotNow(why)) => Outcome::Retry(why),
        }
    }
}

async fn take_once(app: &App, delivery: &Delivery<PiiSubmitted>) -> Result<(), TakeError> {
    let mut transaction = app.database.begin().await?;
    if postgres::first_time(&mut transaction, crate::NAME, delivery.id).await? {
        take_intake(app, &mut transaction, &delivery.event).await?;
        transaction.commit().await?;
        app.waker.wake();
    }
    Ok(())
}
