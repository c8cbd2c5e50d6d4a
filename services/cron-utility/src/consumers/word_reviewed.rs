use super::Count;
use crate::{
    App,
    domain::{card::Told, progress::Answer},
};
use bus::{Delivery, Handler, Outcome};
use events::learning_cards::WordReviewed;

/// A student answered a word of their own dictionary: the teacher sees it, as they see an answer to a card of a topic.
///
/// It has no due date here: own words come by the week.
#[async_trait::async_trait]
impl Handler<WordReviewed> for App {
    async fn handle(&self, delivery: Delivery<WordReviewed>) -> Outcome {
        let fact = &delivery.event;
        let answer = Answer::to_own_word(fact);
        let told = Told {
            id: fact.word_id.to_string(),
            student_id: fact.user_id,
            word: answer.word.clone(),
            due_at: None,
            lapses: Some(fact.lapses.into()),
            at: fact.answered_at,
            sequence: delivery.sequence.cast_signed(),
        };
        self.count(delivery.id, &answer, Count::Given, &told).await.into()
    }
}
