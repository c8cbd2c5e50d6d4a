use crate::{App, domain::cohort::Opened, store::cohorts::Part};
use bus::{Delivery, Handler, Outcome};
use events::learning_cards::CohortOpened;

/// The words of a student's week are chosen.
#[async_trait::async_trait]
impl Handler<CohortOpened> for App {
    async fn handle(&self, delivery: Delivery<CohortOpened>) -> Outcome {
        let fact = &delivery.event;
        let opened = Opened {
            carried_words: fact.carried_words.into(),
            new_words: fact.new_words.into(),
            echoes: fact.echoes.into(),
            waiting_words: fact.waiting_words.into(),
        };
        self.note_week(fact.user_id, &fact.iso_week, Part::Opened(opened)).await
    }
}
