use crate::{
    App,
    store::students::{self, CardDue},
};
use anyhow::Context;
use bus::{Delivery, Handler, Outcome, mongo};
use events::thematic_cards::CardReviewed;
use subject::documents::is_forgotten;

/// A student answered a card: the teacher sees it.
///
/// The due date of the card follows "only if newer". Counters add up, so they move in one transaction with the note
/// that this answer was seen: it counts once, however often it comes.
#[async_trait::async_trait]
impl Handler<CardReviewed> for App {
    async fn handle(&self, delivery: Delivery<CardReviewed>) -> Outcome {
        match record(self, &delivery).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error),
        }
    }
}

async fn record(app: &App, delivery: &Delivery<CardReviewed>) -> anyhow::Result<()> {
    let answer = &delivery.event;
    if is_forgotten(&app.database, answer.user_id).await? {
        return Ok(());
    }
    let due = CardDue::of_answer(answer);
    students::record_card(&app.database, due, delivery.sequence.cast_signed())
        .await
        .context("card of an answer")?;
    let mut session = app.database.client().start_session().await?;
    session.start_transaction().await?;
    if mongo::first_time(&mut session, &app.database, crate::NAME, delivery.id).await? {
        students::add_answer(&app.database, &mut session, answer).await.context("counters of an answer")?;
        session.commit_transaction().await?;
        tracing::info!(review.id = %answer.review_id, "an answer was counted");
    } else {
        session.abort_transaction().await?;
    }
    Ok(())
}
