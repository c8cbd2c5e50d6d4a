use crate::{
    App,
    domain::{topic::Topic, word::Word},
};
use bus::{Delivery, Handler, Outcome};
use documents::Filter;
use events::admin::{ContentUpdated, Snapshot};

/// Admin has published content: take over what is newer than what is known.
///
/// Topics and words are items of their own; a word may come before its topic, and is shown when both are there.
#[async_trait::async_trait]
impl Handler<ContentUpdated> for App {
    async fn handle(&self, delivery: Delivery<ContentUpdated>) -> Outcome {
        match refresh(self, &delivery.event).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error),
        }
    }
}

async fn refresh(app: &App, published: &ContentUpdated) -> anyhow::Result<()> {
    let now = app.clock.now();
    match &published.snapshot {
        Snapshot::Topic(snapshot) => {
            let id = snapshot.topic_id;
            let rule = |topic: Topic| topic.refresh(published, snapshot, now);
            app.topics.change_or_create(id, Filter::any(), || Topic::unknown(id), rule).await?;
        }
        Snapshot::Word(snapshot) => {
            let id = snapshot.word_id;
            let rule = |word: Word| word.refresh(published, snapshot, now);
            app.words.change_or_create(id, Filter::any(), || Word::unknown(id), rule).await?;
        }
        Snapshot::Other => {}
    }
    app.catalogue.forget();
    Ok(())
}
