use crate::{App, domain::day::Added, store::days};
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::CardReviewUndone;
use subject::documents::is_forgotten;

/// A student took an answer back, as this service itself has told: the day counts it no more.
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
    let answer = &delivery.event;
    if is_forgotten(&app.database, answer.user_id).await? {
        return Ok(());
    }
    days::add(&app.database, delivery.id, answer.user_id, &Added::by_undone(answer), -1).await
}
