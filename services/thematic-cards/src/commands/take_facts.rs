//! What students say of their cards: answers, takings back, marks. Both versions of the API, and what comes from devices
//! that were offline, end here.

use crate::{
    App,
    domain::{
        card::{Asked, Card, CardFact, Refusal, Taken},
        question::card_id,
        student::Student,
    },
};
use documents::{Filter, Look};
use events::thematic_cards::CardKind;
use ids::{CardId, UserId, WordId};
use scheduler::device_clock::DeviceClock;
use web::ApiError;

/// A card, as a client names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CardRef {
    /// Its id.
    pub id: CardId,
    /// What it asks; the card need not exist yet.
    pub word: WordId,
    /// How it asks.
    pub kind: CardKind,
}

/// What came of facts about one card.
#[derive(Clone, Debug)]
pub struct Took {
    /// The card, as it stands now.
    pub card: Card,
    /// What came of each, in their order.
    pub outcomes: Vec<Result<Taken, Refusal>>,
}

/// The student and a look at one of their cards, read side by side: what a fact is held against.
///
/// # Errors
/// The store. A card that is not there, or is another's, is found out by whoever takes the fact.
pub async fn student_and_card(
    app: &App,
    student: UserId,
    card: CardId,
) -> Result<(Student, Look<Card>), ApiError> {
    tokio::try_join!(super::student(app, student), look(app, student, card))
}

async fn look(app: &App, student: UserId, card: CardId) -> Result<Look<Card>, ApiError> {
    Ok(app.cards.look(card, Filter::eq("student_id", student)).await?)
}

/// Takes facts of a student about one of their cards, each once, all by one write.
///
/// # Errors
/// 404 when the card is not of this student, word and kind, or there is no such card.
pub async fn take_facts(
    app: &App,
    student: &Student,
    card: CardRef,
    facts: &[CardFact],
    clock: DeviceClock,
) -> Result<Took, ApiError> {
    let look = look(app, student.id, card.id).await?;
    take_facts_from(app, student, card, look, facts, clock).await
}

async fn take_facts_from(
    app: &App,
    student: &Student,
    card: CardRef,
    look: Look<Card>,
    facts: &[CardFact],
    clock: DeviceClock,
) -> Result<Took, ApiError> {
    let unknown = || ApiError::not_found("card", card.id);
    if card_id(student.id, card.word, card.kind) != *look.id() {
        return Err(unknown());
    }
    let lessons = app.catalogue.now().await?;
    // A word that was withdrawn can still be answered: a device that was offline has studied it.
    let lesson = lessons.word(card.word).ok_or_else(unknown)?;
    let scheduler = student.scheduler();
    let asked = Asked { entry: &lesson.entry, scheduler: &scheduler, clock };
    let mut outcomes = Vec::new();
    let rule = |known: Card| {
        let (change, told) = known.take(facts, asked);
        outcomes = told;
        change
    };
    let initial = || Card::new(student.id, card.word, lesson.entry.topic_id, card.kind, &scheduler);
    let stored = if lesson.kinds().any(|kind| kind == card.kind) {
        app.cards.change_or_create_from(look, initial, rule).await
    } else {
        // An editor took the ground from this kind of card: those that are there go on.
        app.cards.change_from(look, rule).await
    };
    let stored = stored.map_err(documents::Error::of_change)?.ok_or_else(unknown)?;
    Ok(Took { card: stored.into_state(), outcomes })
}

/// Takes one fact about a card that was looked at; a refusal is the error.
///
/// # Errors
/// As [`take_facts`], and 409 when the fact is refused.
pub async fn take_fact(
    app: &App,
    student: &Student,
    card: CardRef,
    look: Look<Card>,
    fact: CardFact,
) -> Result<(Card, Taken), ApiError> {
    let clock = DeviceClock::unknown(app.clock.now());
    let Took { card, outcomes } = take_facts_from(app, student, card, look, &[fact], clock).await?;
    match outcomes.first() {
        Some(Ok(taken)) => Ok((card, *taken)),
        Some(Err(refusal)) => Err((*refusal).into()),
        None => Err(ApiError::internal(anyhow::anyhow!("nothing came of a fact"))),
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::IdInUse => {
                Self::conflict("review-id-in-use", "This review id belongs to another answer.")
            }
            Refusal::TooLateToUndo => {
                Self::conflict("too-late-to-undo", "An answer can be taken back within a day.")
            }
        }
    }
}
