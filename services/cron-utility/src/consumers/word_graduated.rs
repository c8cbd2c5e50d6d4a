use crate::{App, store::cohorts::Part};
use bus::{Delivery, Handler, Outcome};
use events::learning_cards::WordGraduated;

/// A word of a student's own dictionary has passed all its cycles.
#[async_trait::async_trait]
impl Handler<WordGraduated> for App {
    async fn handle(&self, delivery: Delivery<WordGraduated>) -> Outcome {
        let fact = &delivery.event;
        self.note_week(fact.user_id, &fact.iso_week, Part::Graduated(fact.word_id)).await
    }
}
