use crate::{
    App,
    store::students::{self, CardDue},
};
use anyhow::Context;
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::CardRescheduled;
use subject::documents::is_forgotten;

/// A card is due at another time, or set aside: the load that a teacher sees follows, if nothing newer is known.
#[async_trait::async_trait]
impl Handler<CardRescheduled> for App {
    async fn handle(&self, delivery: Delivery<CardRescheduled>) -> Outcome {
        match note(self, &delivery).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error),
        }
    }
}

async fn note(app: &App, delivery: &Delivery<CardRescheduled>) -> anyhow::Result<()> {
    if is_forgotten(&app.database, delivery.event.user_id).await? {
        return Ok(());
    }
    let due = CardDue::of_rescheduled(&delivery.event);
    students::record_card(&app.database, due, delivery.sequence.cast_signed())
        .await
        .context("card that is due at another time")
}
