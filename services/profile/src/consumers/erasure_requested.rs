use super::Answers;
use crate::{App, Failure, NAME, commands, store::forgotten};
use bus::{Delivery, Handler, Outcome, postgres::first_time};
use events::pii::{ErasureConfirmed, ErasureRequested};
use sqlx::{Postgres, Transaction};
use subject::Erasures;

/// A person is to be forgotten: their sessions end, their account goes, in one transaction with the answer.
#[async_trait::async_trait]
impl Handler<ErasureRequested> for Answers {
    async fn handle(&self, delivery: Delivery<ErasureRequested>) -> Outcome {
        match answer(&self.app, &delivery).await {
            Ok(()) => Outcome::Done,
            Err(failure) => Outcome::Retry(failure.into()),
        }
    }
}

/// Forgets somebody, but the last technical administrator not before there is another: until then nothing is confirmed, and
/// pii asks again.
async fn answer(app: &App, delivery: &Delivery<ErasureRequested>) -> Result<(), Failure> {
    let mut transaction = app.pool.begin().await?;
    if commands::is_last_technical_admin(&mut transaction, delivery.event.user_id).await? {
        tracing::warn!(
            erasure.id = %delivery.event.erasure_id,
            "the last technical administrator is not forgotten before somebody else has the role"
        );
        return Ok(());
    }
    forget_once(app, transaction, delivery).await
}

/// Forgets everybody whom this store does not know to be forgotten: it was restored from a backup. Answers how many. Who was
/// the last technical administrator in the backup is forgotten too: an operator makes another by a command.
///
/// # Errors
/// The store.
pub async fn forget_again(app: &App, so_far: &Erasures) -> Result<usize, Failure> {
    let mut again = 0;
    for delivery in so_far.asked.values() {
        let known = forgotten::knows(&mut *app.connection().await?, delivery.event.user_id).await?;
        if !known {
            forget_once(app, app.pool.begin().await?, delivery).await?;
            again += 1;
        }
    }
    Ok(again)
}

async fn forget_once(
    app: &App,
    mut transaction: Transaction<'_, Postgres>,
    delivery: &Delivery<ErasureRequested>,
) -> Result<(), Failure> {
    let asked = &delivery.event;
    if !first_time(&mut transaction, NAME, delivery.id).await? {
        return Ok(());
    }
    let holdings = commands::forget_user(app, &mut transaction, asked).await?;
    let confirmed = ErasureConfirmed {
        user_id: asked.user_id,
        erasure_id: asked.erasure_id,
        service: NAME.to_owned(),
        confirmed_at: app.now(),
        holdings,
    };
    app.publish(&mut transaction, asked.erasure_id, 1, confirmed).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}
