use crate::{App, store::topics};
use bus::{Delivery, Handler, Outcome};
use events::thematic_cards::TopicMastered;
use subject::documents::is_forgotten;

/// A student has learnt every word of a topic: the teacher sees it.
#[async_trait::async_trait]
impl Handler<TopicMastered> for App {
    async fn handle(&self, delivery: Delivery<TopicMastered>) -> Outcome {
        record(self, &delivery.event).await.into()
    }
}

async fn record(app: &App, fact: &TopicMastered) -> anyhow::Result<()> {
    if is_forgotten(&app.database, fact.user_id).await? {
        return Ok(());
    }
    Ok(topics::record(&app.database, fact).await?)
}
