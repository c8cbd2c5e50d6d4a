use crate::{App, store::elsewhere};
use bus::{Delivery, Handler, Outcome};
use events::learning_cards::WordReviewed;
use subject::documents::is_forgotten;

/// A student answered a word of their own dictionary. Where a topic teaches the same word, it is not asked again today.
#[async_trait::async_trait]
impl Handler<WordReviewed> for App {
    async fn handle(&self, delivery: Delivery<WordReviewed>) -> Outcome {
        match note(self, &delivery.event).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error),
        }
    }
}

async fn note(app: &App, answer: &WordReviewed) -> anyhow::Result<()> {
    if is_forgotten(&app.database, answer.user_id).await? {
        return Ok(());
    }
    let lessons = app.catalogue.now().await?;
    let by_lemma = answer.lemma.iter().flat_map(|lemma| lessons.words_like(lemma, answer.part_of_speech));
    let mut words: Vec<_> = answer.taught_word_ids.iter().copied().chain(by_lemma).collect();
    words.sort_unstable();
    words.dedup();
    for word in words {
        elsewhere::note(&app.database, answer.user_id, word, answer.answered_at).await?;
    }
    Ok(())
}
