use super::Count;
use crate::{
    App,
    domain::{card::Told, progress::Answer},
};
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::CardReviewUndone;

/// A student took an answer back: the teacher sees it no more.
#[async_trait::async_trait]
impl Handler<CardReviewUndone> for App {
    async fn handle(&self, delivery: Delivery<CardReviewUndone>) -> Outcome {
        let fact = &delivery.event;
        let answer = Answer::undone(fact);
        let told = Told {
            id: fact.card_id.to_string(),
            student_id: fact.user_id,
            word: answer.word.clone(),
            due_at: fact.due_at,
            lapses: Some(fact.lapses.into()),
            at: fact.undone_at,
            sequence: delivery.sequence.cast_signed(),
        };
        self.count(delivery.id, &answer, Count::TakenBack, &told).await.into()
    }
}
