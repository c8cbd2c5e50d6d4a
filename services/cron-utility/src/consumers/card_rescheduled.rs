use crate::{
    App,
    domain::{card::Told, word::Word},
    store::cards,
};
use anyhow::Context;
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::CardRescheduled;
use subject::documents::is_forgotten;

/// A card is due at another time, or set aside: the load that a teacher sees follows, if nothing newer is known.
#[async_trait::async_trait]
impl Handler<CardRescheduled> for App {
    async fn handle(&self, delivery: Delivery<CardRescheduled>) -> Outcome {
        note(self, &delivery).await.into()
    }
}

async fn note(app: &App, delivery: &Delivery<CardRescheduled>) -> anyhow::Result<()> {
    let fact = &delivery.event;
    if is_forgotten(&app.database, fact.user_id).await? {
        return Ok(());
    }
    let Some(mut session) = app.first_time(delivery.id).await? else { return Ok(()) };
    let told = Told {
        id: fact.card_id.to_string(),
        student_id: fact.user_id,
        word: Word::Taught { topic_id: fact.topic_id, word_id: fact.word_id },
        due_at: fact.due_at,
        lapses: None,
        at: fact.rescheduled_at,
        sequence: delivery.sequence.cast_signed(),
    };
    let heard = cards::record(&app.database, &mut session, &told).await;
    heard.context("card that is due at another time")?;
    Ok(session.commit_transaction().await?)
}
