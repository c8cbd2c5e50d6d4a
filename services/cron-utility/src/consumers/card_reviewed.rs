use super::Count;
use crate::{
    App,
    domain::{card::Told, progress::Answer},
};
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::CardReviewed;

/// A student answered a card: the teacher sees it.
#[async_trait::async_trait]
impl Handler<CardReviewed> for App {
    async fn handle(&self, delivery: Delivery<CardReviewed>) -> Outcome {
        let fact = &delivery.event;
        let answer = Answer::to_card(fact);
        let told = Told {
            id: fact.card_id.to_string(),
            student_id: fact.user_id,
            word: answer.word.clone(),
            due_at: (!fact.set_aside).then_some(fact.due_at),
            lapses: Some(fact.lapses.into()),
            at: fact.answered_at,
            sequence: delivery.sequence.cast_signed(),
        };
        self.count(delivery.id, &answer, Count::Given, &told).await.into()
    }
}
