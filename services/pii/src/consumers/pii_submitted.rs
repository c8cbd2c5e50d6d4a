use crate::{
    App,
    commands::take_intake::{TakeError, take_intake},
    store::erasures,
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

/// What comes late about somebody who is forgotten, or to be, changes nothing.
async fn take_once(app: &App, delivery: &Delivery<PiiSubmitted>) -> Result<(), TakeError> {
    let mut transaction = app.database.begin().await?;
    if erasures::is_asked(&mut transaction, delivery.event.user_id).await? {
        return Ok(());
    }
    if postgres::first_time(&mut transaction, crate::NAME, delivery.id).await? {
        take_intake(app, &mut transaction, &delivery.event).await?;
        transaction.commit().await?;
        app.waker.wake();
    }
    Ok(())
}
