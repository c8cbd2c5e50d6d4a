use crate::{App, store::taught};
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::WordChanged;

/// A word of a topic came, changed, or went: by its lemma it is known in students' dictionaries.
#[async_trait::async_trait]
impl Handler<WordChanged> for App {
    async fn handle(&self, delivery: Delivery<WordChanged>) -> Outcome {
        match taught::record(&self.database, &delivery.event).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error.into()),
        }
    }
}
