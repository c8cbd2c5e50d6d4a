use crate::{
    App,
    commands::{master, train},
    domain::day::Added,
    store::days,
};
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::CardReviewed;
use subject::documents::is_forgotten;

/// A student answered a card, as this service itself has told: the day counts it, the night learns from it, and a topic may
/// be mastered by it.
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
    days::add(&app.database, delivery.id, answer.user_id, &Added::by(answer), 1).await?;
    train::ask(app, answer.user_id).await?;
    if master::may_complete(answer) {
        master::master(app, answer.user_id, answer.topic_id).await?;
    }
    Ok(())
}
