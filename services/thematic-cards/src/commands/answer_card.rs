//! A student answers a card. Both versions of the API end here.

use crate::{
    App,
    domain::{
        card::{Asked, Card, Outcome, Refusal, Submission},
        question::card_id,
        word::Entry,
    },
};
use documents::{ChangeError, Filter};
use events::thematic_cards::CardKind;
use ids::{CardId, ReviewId, UserId, WordId};
use web::ApiError;

/// An answer as it came: to which card, and what.
#[derive(Clone, Debug)]
pub struct CardAnswer {
    /// The card, as the client names it.
    pub card: CardId,
    /// The answer's own id.
    pub review: ReviewId,
    /// What the card asks; it need not exist yet.
    pub word: WordId,
    /// How it asks.
    pub kind: CardKind,
    /// What the student did.
    pub submission: Submission,
}

/// What came of an answer.
#[derive(Clone, Debug)]
pub struct Taken {
    /// As it was said the first time.
    pub outcome: Outcome,
    /// Whether this was the first time.
    pub first_time: bool,
}

/// Takes the answer of `student`, once.
///
/// # Errors
/// 404 when the card is not of this student, word and kind, or the word is not taught; 409 when the id belongs to
/// another answer.
pub async fn answer_card(app: &App, student: UserId, answer: &CardAnswer) -> Result<Taken, ApiError> {
    let unknown = || ApiError::not_found("card", answer.card);
    if card_id(student, answer.word, answer.kind) != answer.card {
        return Err(unknown());
    }
    let entry = entry(app, answer.word).await?.ok_or_else(unknown)?;
    let asked = Asked { entry: &entry, scheduler: &app.scheduler, received_at: app.clock.now() };
    let initial = || Card::new(student, answer.word, entry.topic_id, answer.kind, &app.scheduler);
    let mut first_time = true;
    let card = app
        .cards
        .change_or_create(answer.card, Filter::eq("student_id", student), initial, |card: Card| {
            first_time = card.outcome_of(answer.review).is_none();
            card.answer(answer.review, &answer.submission, asked)
        })
        .await
        .map_err(refused)?
        .ok_or_else(unknown)?;
    let outcome = card.outcome_of(answer.review).cloned().ok_or_else(|| {
        ApiError::internal(anyhow::anyhow!("an answer that was just taken is not in its card"))
    })?;
    Ok(Taken { outcome, first_time })
}

/// A word that was withdrawn can still be answered: a device that was offline has studied it.
async fn entry(app: &App, word: WordId) -> Result<Option<Entry>, ApiError> {
    Ok(app.words.get(word).await?.and_then(|word| word.into_state().entry))
}

fn refused(error: ChangeError<Refusal>) -> ApiError {
    match error {
        ChangeError::Rule(Refusal::IdInUse) => {
            ApiError::conflict("review-id-in-use", "This review id belongs to another answer.")
        }
        ChangeError::Store(error) => error.into(),
    }
}
