use crate::{
    App,
    domain::{topic::Topic, word::Word},
};
use bus::{Delivery, Handler, Outcome};
use documents::Filter;
use events::admin::{ContentArchived, ContentKind};

/// Admin has archived content: it is asked no more. What students have learnt of it stays.
#[async_trait::async_trait]
impl Handler<ContentArchived> for App {
    async fn handle(&self, delivery: Delivery<ContentArchived>) -> Outcome {
        match withdraw(self, &delivery.event).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error),
        }
    }
}

async fn withdraw(app: &App, archived: &ContentArchived) -> anyhow::Result<()> {
    let version = archived.version;
    let now = app.clock.now();
    match archived.kind {
        ContentKind::Topic => {
            let id = archived.content_id.into();
            let rule = |topic: Topic| topic.withdraw(version, now);
            app.topics.change_or_create(id, Filter::any(), || Topic::unknown(id), rule).await?;
        }
        ContentKind::Word => {
            let id = archived.content_id.into();
            let rule = |word: Word| word.withdraw(version, now);
            app.words.change_or_create(id, Filter::any(), || Word::unknown(id), rule).await?;
        }
        ContentKind::Unknown => {}
    }
    app.catalogue.forget();
    Ok(())
}
