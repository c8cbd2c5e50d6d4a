use crate::{
    App,
    store::students::{self, CardDue},
};
use anyhow::Context;
use bus::{Delivery, Handler, Outcome, mongo};
use events::thematic_cards::CardReviewUndone;
use subject::documents::is_forgotten;

/// A student took an answer back: the teacher sees it no more. It comes after its answer, on the same key.
#[async_trait::async_trait]
impl Handler<CardReviewUndone> for App {
    async fn handle(&self, delivery: Delivery<CardReviewUndone>) -> Outcome {
        match take_off(self, &delivery).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error),
        }
    }
}

async fn take_off(app: &App, delivery: &Delivery<CardReviewUndone>) -> anyhow::Result<()> {
    let undone = &delivery.event;
    if is_forgotten(&app.database, undone.user_id).await? {
        return Ok(());
    }
    let due = CardDue::of_undone(undone);
    students::record_card(&app.database, due, delivery.sequence.cast_signed())
        .await
        .context("card of an answer that was taken back")?;
    let mut session = app.database.client().start_session().await?;
    session.start_transaction().await?;
    if mongo::first_time(&mut session, &app.database, crate::NAME, delivery.id).await? {
        let counters = students::take_answer_off(&app.database, &mut session, undone);
        counters.await.context("counters of an answer that was taken back")?;
        session.commit_transaction().await?;
    } else {
        session.abort_transaction().await?;
    }
    Ok(())
}
