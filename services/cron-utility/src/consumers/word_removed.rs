use crate::{
    App,
    domain::{card::Told, progress::Progress, word::Word},
    store::{
        cards::{self, Heard},
        progress, words,
    },
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
    let told = Told {
        id: fact.word_id.to_string(),
        student_id: fact.user_id,
        word: Word::Own { own_word_id: fact.word_id, lemma: None },
        due_at: None,
        lapses: Some(0),
        at: fact.removed_at,
        sequence: delivery.sequence.cast_signed(),
    };
    if let Heard::News(moved) = cards::remove(&app.database, &mut session, &told).await? {
        words::remove(&app.database, &mut session, fact.user_id, &told.word).await?;
        let fewer = |progress: &mut Progress| progress.fewer_leeches(moved.leeches);
        progress::change(&app.database, &mut session, fact.user_id, fewer).await?;
    }
    Ok(session.commit_transaction().await?)
}
