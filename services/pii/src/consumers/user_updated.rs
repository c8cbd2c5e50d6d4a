use crate::{App, commands::change_language::change_language};
use bus::{Delivery, Handler, Outcome, postgres};
use events::profile::UserUpdated;

/// A person has changed their settings: mails are in the language that they chose from now on.
#[async_trait::async_trait]
impl Handler<UserUpdated> for App {
    async fn handle(&self, delivery: Delivery<UserUpdated>) -> Outcome {
        match change_once(self, &delivery).await {
            Ok(()) => Outcome::Done,
            Err(why) => Outcome::Retry(why),
        }
    }
}

async fn change_once(app: &App, delivery: &Delivery<UserUpdated>) -> anyhow::Result<()> {
    let mut transaction = app.database.begin().await?;
    if postgres::first_time(&mut transaction, crate::NAME, delivery.id).await? {
        change_language(app, &mut transaction, &delivery.event).await?;
        transaction.commit().await?;
        app.waker.wake();
    }
    Ok(())
}
