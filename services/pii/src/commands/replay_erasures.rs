//! Erasures that this database does not know: it was restored from a backup.

use super::{ask_erasure::request, finish_erasure::erase_again};
use crate::{
    App,
    store::erasures::{self, NewErasure},
};
use events::pii::ErasureRequested;
use subject::Erasures;

/// Does again, from what Kafka holds, every erasure that the database has not finished. Answers how many.
///
/// Whoever has a certificate is gone when this returns. Whoever was only asked to be forgotten is asked for again, under
/// the same id: every service answers anew.
///
/// # Errors
/// The stores.
pub async fn replay_erasures(app: &App, so_far: &Erasures) -> anyhow::Result<usize> {
    let mut again = 0;
    for delivery in so_far.asked.values() {
        let asked = &delivery.event;
        let known = erasures::of_person(&mut *app.database.acquire().await?, asked.user_id).await?;
        let finished = known.as_ref().is_some_and(|erasure| erasure.erased_at.is_some());
        match so_far.certified.get(&asked.user_id) {
            _ if finished => {}
            Some(certificate) => {
                erase_again(app, certificate, asked.requested_by).await?;
                again += 1;
            }
            None if known.is_none() => {
                ask_again(app, asked).await?;
                again += 1;
            }
            None => {}
        }
    }
    Ok(again)
}

async fn ask_again(app: &App, asked: &ErasureRequested) -> anyhow::Result<()> {
    let mut transaction = app.database.begin().await?;
    let again = NewErasure {
        id: asked.erasure_id,
        user: asked.user_id,
        by: asked.requested_by,
        at: asked.requested_at,
        deadline: asked.deadline_at,
        services: &app.requests.services,
    };
    if erasures::insert(&mut transaction, again).await? {
        request(app, &mut transaction, &again).await?;
        transaction.commit().await?;
        app.waker.wake();
    }
    Ok(())
}
