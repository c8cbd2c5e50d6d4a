use crate::{App, domain::cohort::Closed, store::cohorts::Part};
use bus::{Delivery, Handler, Outcome};
use events::learning_cards::CohortClosed;

/// A student's week of own words is over.
#[async_trait::async_trait]
impl Handler<CohortClosed> for App {
    async fn handle(&self, delivery: Delivery<CohortClosed>) -> Outcome {
        let fact = &delivery.event;
        let closed = Closed {
            words: fact.words.into(),
            graduated: fact.graduated.into(),
            unfinished: fact.unfinished.into(),
            set_aside: fact.set_aside.into(),
            echoes: fact.echoes.into(),
            echoes_passed: fact.echoes_passed.into(),
            echoes_forgotten: fact.echoes_forgotten.into(),
        };
        self.note_week(fact.user_id, &fact.iso_week, Part::Closed(closed)).await
    }
}
