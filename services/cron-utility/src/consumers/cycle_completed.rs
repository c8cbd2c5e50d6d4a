use crate::{App, store::cohorts::Part};
use bus::{Delivery, Handler, Outcome};
use events::learning_cards::{CycleCompleted, WordCycle};

/// Every word of a student's week has passed one of its cycles.
#[async_trait::async_trait]
impl Handler<CycleCompleted> for App {
    async fn handle(&self, delivery: Delivery<CycleCompleted>) -> Outcome {
        let fact = &delivery.event;
        if fact.cycle == WordCycle::Unknown {
            return Outcome::Reject("a cycle of an unknown kind".into());
        }
        let part = Part::Cycle(fact.cycle.as_str(), fact.words.into());
        self.note_week(fact.user_id, &fact.iso_week, part).await
    }
}
