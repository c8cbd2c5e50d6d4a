use crate::{App, commands::pending_address::confirm_address};
use bus::{Delivery, Handler, Outcome, postgres};
use events::profile::EmailAddressConfirmed;

/// A person has confirmed an address: if it was pending, it counts from now on; if it has not come yet, as soon as it comes.
#[async_trait::async_trait]
impl Handler<EmailAddressConfirmed> for App {
    async fn handle(&self, delivery: Delivery<EmailAddressConfirmed>) -> Outcome {
        match confirm_once(self, &delivery).await {
            Ok(()) => Outcome::Done,
            Err(why) => Outcome::Retry(why),
        }
    }
}

async fn confirm_once(app: &App, delivery: &Delivery<EmailAddressConfirmed>) -> anyhow::Result<()> {
    let mut transaction = app.database.begin().await?;
    if postgres::first_time(&mut transaction, crate::NAME, delivery.id).await? {
        confirm_address(app, &mut transaction, &delivery.event).await?;
        transaction.commit().await?;
        app.waker.wake();
    }
    Ok(())
}
