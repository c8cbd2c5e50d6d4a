use crate::{
    App,
    store::{cards, progress, words},
};
use bus::{Delivery, Handler, Outcome};
use events::learning_cards::WordRemoved;
use subject::documents::is_forgotten;

/// A student has removed a word from their own dictionary: it is hard for them, or a leech, no more. What they did with it
/// stays counted.
#[async_trait::async_trait]
impl Handler<WordRemoved> for App {
    async fn handle(&self, delivery: Delivery<WordRemoved>) -> Outcome {
        remove(self, &delivery).await.into()
    }
}

async fn remove(app: &App, delivery: &Delivery<WordRemoved>) -> anyhow::Result<()> {
    let fact = &delivery.event;
    if is_forgotten(&app.database, fact.user_id).await? {
        return Ok(());
    }
    let Some(mut session) = app.first_time(delivery.id).await? else { return Ok(()) };
    let (student, word) = (fact.user_id, fact.word_id.to_string());
    let sequence = delivery.sequence.cast_signed();
    let leeches = cards::remove(&app.database, &mut session, student, &word, sequence).await?;
    if let Some(leeches) = leeches {
        words::remove(&app.database, &mut session, student, &word).await?;
        progress::fewer_leeches(&app.database, &mut session, student, leeches).await?;
    }
    Ok(session.commit_transaction().await?)
}
