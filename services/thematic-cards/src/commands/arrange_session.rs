//! A student sits down with a topic.

use crate::{
    App,
    domain::{
        card::Card,
        question::{GlossLanguage, KINDS, card_id},
        sitting::{NEW_CARDS_A_DAY, Place, StudySession},
        word::Word,
    },
    store,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use documents::{Created, Fingerprint, Stored};
use events::thematic_cards::CardKind;
use ids::{CardId, StudySessionId, TopicId, UserId, WordId};
use scheduler::{Candidate, Limits, Need, Sitting, arrange};
use serde::Serialize;
use std::collections::HashMap;
use web::ApiError;

/// What the student wants.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Wish {
    /// The topic.
    pub topic: TopicId,
    /// One kind of card, or all.
    pub kind: Option<CardKind>,
    /// The language to answer from.
    pub language: GlossLanguage,
    /// Where the student is: decides which day it is.
    pub zone: Tz,
    /// At most so many cards.
    pub cards: u32,
}

/// Arranges a sitting, or gives the one that was arranged under this id.
///
/// # Errors
/// 404 when the topic is not taught; 409 when the id belongs to another sitting.
pub async fn arrange_session(
    app: &App,
    student: UserId,
    id: StudySessionId,
    wish: Wish,
) -> Result<Created<StudySession>, ApiError> {
    let request = Fingerprint::of(&(student, wish))?;
    let topic = app.topics.get(wish.topic).await?;
    if !topic.is_some_and(|topic| topic.taught) {
        return Err(ApiError::not_found("topic", wish.topic));
    }
    let now = app.clock.now();
    let cards = places(app, student, wish, now).await?;
    let session = StudySession {
        id,
        student_id: student,
        topic_id: wish.topic,
        language: wish.language,
        zone: wish.zone,
        cards,
        arranged_at: now,
    };
    app.sessions.create(request, || session.arranged()).await.map_err(|error| match error {
        documents::Error::Taken { .. } => {
            ApiError::conflict("session-id-in-use", "This session id belongs to another sitting.")
        }
        error => error.into(),
    })
}

async fn places(app: &App, student: UserId, wish: Wish, now: DateTime<Utc>) -> Result<Vec<Place>, ApiError> {
    let today = scheduler::study_day(now, wish.zone);
    let words = store::words::taught_in(&app.words, wish.topic).await?;
    let cards = store::cards::of_topic(&app.cards, student, wish.topic).await?;
    let answered_today = store::cards::answered_on(&app.cards, student, today).await?;
    let introduced = store::cards::introduced_on(&app.cards, student, today).await?;

    let known: HashMap<CardId, &Card> = cards.iter().map(|card| (card.id, card)).collect();
    let candidates = candidates(app, student, wish, &words, &known, now);
    let today: Vec<_> = answered_today.iter().map(|card| (card.word_id, card.id)).collect();
    let limits = Limits {
        cards: wish.cards as usize,
        new_cards: NEW_CARDS_A_DAY.saturating_sub(usize::try_from(introduced).unwrap_or(usize::MAX)),
    };
    let order = arrange(
        &candidates.iter().map(|(_, candidate)| *candidate).collect::<Vec<_>>(),
        Sitting { today: &today, recent: &[] },
        limits,
    );
    let places: HashMap<CardId, Place> =
        candidates.iter().map(|(place, _)| (place.card_id, *place)).collect();
    Ok(order.iter().filter_map(|card| places.get(card).copied()).collect())
}

/// Every card of the topic that could be asked now: those that are due, and those that were never asked.
fn candidates(
    app: &App,
    student: UserId,
    wish: Wish,
    words: &[Word],
    known: &HashMap<CardId, &Card>,
    now: DateTime<Utc>,
) -> Vec<(Place, Candidate)> {
    let kinds = KINDS.into_iter().filter(|kind| wish.kind.is_none_or(|wanted| wanted == *kind));
    let places = kinds.flat_map(|kind| {
        words.iter().map(move |word| Place {
            card_id: card_id(student, word.id, kind),
            word_id: word.id,
            kind,
        })
    });
    places
        .filter_map(|place| {
            let need = need(app, known.get(&place.card_id).copied(), now)?;
            Some((place, Candidate { card: place.card_id, word: place.word_id, need }))
        })
        .collect()
}

fn need(app: &App, card: Option<&Card>, now: DateTime<Utc>) -> Option<Need> {
    match card.map(|card| (card, app.scheduler.recall(&card.state, now))) {
        None | Some((_, None)) => Some(Need::New),
        Some((card, Some(recall))) => card.state.is_due(now).then_some(Need::Due { recall }),
    }
}

/// A sitting with what it asks: its words, and its cards as far as they exist.
pub struct Contents {
    /// By id.
    pub words: HashMap<WordId, Word>,
    /// By id; a card that was never answered is absent.
    pub cards: HashMap<CardId, Card>,
}

/// What a sitting asks, as it is now.
///
/// # Errors
/// The store.
pub async fn contents(app: &App, session: &Stored<StudySession>) -> Result<Contents, ApiError> {
    let words = store::words::taught_in(&app.words, session.topic_id).await?;
    let cards = store::cards::of_topic(&app.cards, session.student_id, session.topic_id).await?;
    Ok(Contents {
        words: words.into_iter().map(|word| (word.id, word)).collect(),
        cards: cards.into_iter().map(|card| (card.id, card)).collect(),
    })
}
