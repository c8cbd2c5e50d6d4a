use crate::{
    App,
    domain::{card::Told, progress::Answer},
    store::{cards, progress, words},
};
use anyhow::Context;
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::CardReviewed;
use subject::documents::is_forgotten;

/// A student answered a card: the teacher sees it.
///
/// Counters add up, so they move in one transaction with the note that this answer was seen: it counts once, however often
/// it comes. What the card is now follows "only if newer".
#[async_trait::async_trait]
impl Handler<CardReviewed> for App {
    async fn handle(&self, delivery: Delivery<CardReviewed>) -> Outcome {
        record(self, &delivery).await.into()
    }
}

async fn record(app: &App, delivery: &Delivery<CardReviewed>) -> anyhow::Result<()> {
    let fact = &delivery.event;
    if is_forgotten(&app.database, fact.user_id).await? {
        return Ok(());
    }
    let Some(mut session) = app.first_time(delivery.id).await? else { return Ok(()) };
    let answer = Answer::to_card(fact);
    let moved = cards::record(&app.database, &mut session, &told(delivery)).await.context("its card")?;
    words::count(&app.database, &mut session, &answer, 1, moved).await.context("its word")?;
    progress::give(&app.database, &mut session, &answer, moved.leeches, app.today())
        .await
        .context("its student")?;
    session.commit_transaction().await?;
    tracing::info!(review.id = %fact.review_id, "an answer was counted");
    Ok(())
}

fn told(delivery: &Delivery<CardReviewed>) -> Told {
    let fact = &delivery.event;
    Told {
        id: fact.card_id,
        student_id: fact.user_id,
        topic_id: fact.topic_id,
        word_id: fact.word_id,
        due_at: Some(fact.due_at),
        lapses: i64::from(fact.lapses),
        at: fact.answered_at,
        sequence: delivery.sequence.cast_signed(),
    }
}
