//! What a student takes along for some days without a connection.

use super::{deck, student, sync::without_log};
use crate::{
    App,
    domain::{
        arrangement::{Table, Wanted, exam_first, places},
        card::Card,
        lessons::Lessons,
        sitting::Place,
        student::Student,
    },
    store,
};
use bson::doc;
use chrono::{DateTime, Days, TimeDelta, Utc};
use ids::{TopicId, UserId, WordId};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use web::ApiError;

/// The most cards that are packed.
pub const MOST_CARDS: usize = 2_000;

/// What is taken along.
#[derive(Debug)]
pub struct Pack {
    /// What the student chose.
    pub student: Student,
    /// What is taught.
    pub lessons: Arc<Lessons>,
    /// The cards, those that wait longest first; new ones are not among `cards`.
    pub places: Vec<Place>,
    /// Those of them that were met, as they stand.
    pub cards: HashMap<ids::CardId, Card>,
    /// Words that the student answered in another module today: their cards wait until [`Pack::tomorrow`].
    pub elsewhere: HashSet<WordId>,
    /// When the next study day begins.
    pub tomorrow: DateTime<Utc>,
    /// When it was packed.
    pub packed_at: DateTime<Utc>,
}

/// Packs what returns within `days`, and as many new cards as those days bring, at most [`MOST_CARDS`] in all.
///
/// # Errors
/// The store.
pub async fn pack(app: &App, student_id: UserId, days: u32) -> Result<Pack, ApiError> {
    let (student, lessons) = (student(app, student_id).await?, app.catalogue.now().await?);
    let deck = deck(app, student_id).await?;
    let now = app.clock.now();
    let zone = student.settings.zone;
    let today = scheduler::study_day(now, zone);
    let began = scheduler::day_start(today, zone);
    let elsewhere = store::elsewhere::since(&app.database, student_id, began).await?;
    let tomorrow = scheduler::day_start(today.checked_add_days(Days::new(1)).unwrap_or(today), zone);
    let last = now + TimeDelta::days(i64::from(days));

    let returning = deck.met().filter(|card| card.ask_at().is_some_and(|at| at < last));
    let mut returning: Vec<_> = returning
        .filter(|card| lessons.word(card.word).is_some_and(|lesson| lesson.taught))
        .map(|card| (card.ask_at(), Place::of(student_id, card.word, card.kind)))
        .collect();
    returning.sort_unstable_by_key(|(at, place)| (*at, place.card_id));

    let mut topics: Vec<TopicId> = begun(&lessons, &deck);
    exam_first(&mut topics, student.settings.exam.as_ref(), today);
    let mut bold = student.settings.clone();
    bold.new_words = bold.new_words.saturating_mul(days);
    let scheduler = student.scheduler();
    let table = Table {
        lessons: &lessons,
        deck: &deck,
        settings: &bold,
        scheduler: &scheduler,
        // They are taken along for the days after today.
        elsewhere: &HashSet::new(),
        today,
        now,
    };
    let wanted = Wanted { topics: &topics, kind: None, cards: MOST_CARDS, practice: false };
    let new = places(&table, &wanted)
        .into_iter()
        .filter(|place| deck.get(place.word_id, place.kind).is_none_or(|card| !card.is_met()));

    let places: Vec<Place> =
        returning.into_iter().map(|(_, place)| place).chain(new).take(MOST_CARDS).collect();
    let cards = states(app, student_id, &places).await?;
    Ok(Pack { student, lessons, places, cards, elsewhere, tomorrow, packed_at: now })
}

/// The topics in which the student has met a card, or all where there is none.
fn begun(lessons: &Lessons, deck: &crate::domain::deck::Deck) -> Vec<TopicId> {
    let begun: HashSet<TopicId> = deck.met().map(|card| card.topic).collect();
    lessons.topics().filter(|topic| begun.is_empty() || begun.contains(topic)).collect()
}

async fn states(
    app: &App,
    student: UserId,
    places: &[Place],
) -> Result<HashMap<ids::CardId, Card>, ApiError> {
    let ids: Vec<String> = places.iter().map(|place| place.card_id.to_string()).collect();
    let query = doc! { "_id": { "$in": ids }, "student_id": student.to_string() };
    let cards = without_log(app, query, doc! { "_id": 1 }, MOST_CARDS as i64).await?;
    Ok(cards.into_iter().map(|card| (card.id, card)).collect())
}
