use crate::{App, store::taught};
use bus::{Delivery, Handler, Outcome};
use chrono::TimeDelta;
use events::thematic_cards::CardReviewed;
use subject::documents::is_forgotten;

/// A student was asked a word in a topic: on that day it is not asked here too.
#[async_trait::async_trait]
impl Handler<CardReviewed> for App {
    async fn handle(&self, delivery: Delivery<CardReviewed>) -> Outcome {
        see(self, &delivery.event).await.into()
    }
}

async fn see(app: &App, answer: &CardReviewed) -> anyhow::Result<()> {
    let kept = TimeDelta::from_std(taught::SEEN_FOR)?;
    if answer.answered_at < app.clock.now() - kept || is_forgotten(&app.database, answer.user_id).await? {
        return Ok(());
    }
    Ok(taught::see(&app.database, answer.user_id, answer.word_id, answer.answered_at).await?)
}
