//! What a student takes along for some days without a connection.

use super::{
    arrange_session::{Scope, topics_of},
    deck, student,
    sync::without_log,
};
use crate::{
    App,
    domain::{
        arrangement::{ExamAhead, MOST_CARDS, Table, package},
        card::Card,
        deck::Deck,
        lessons::Lessons,
        sitting::Place,
        student::Student,
    },
    store,
};
use bson::doc;
use chrono::{DateTime, Days, NaiveDate, Utc};
use ids::{CardId, TopicId, UserId};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use web::ApiError;

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
    pub cards: HashMap<CardId, Card>,
    /// All cards of the student, without their logs.
    pub deck: Deck,
    /// The exam that lies ahead.
    pub exam: Option<ExamAhead>,
    /// Those that wait until [`Pack::tomorrow`], as their word was asked today in another way, or in another module.
    pub resting: HashSet<CardId>,
    /// The study day on which it was packed.
    pub today: NaiveDate,
    /// When the next study day begins.
    pub tomorrow: DateTime<Utc>,
    /// When it was packed.
    pub packed_at: DateTime<Utc>,
}

/// Packs what `days` will ask: see [`package`].
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

    let topics = topics_to_take_along(&lessons, &deck, &student, today);
    let scheduler = student.scheduler();
    let settings = &student.settings;
    let table = Table {
        lessons: &lessons,
        deck: &deck,
        settings,
        scheduler: &scheduler,
        elsewhere: &elsewhere,
        today,
        now,
    };
    let places = package(&table, &topics, days);
    let resting = places.iter().filter(|place| table.rests(place)).map(|place| place.card_id).collect();
    let exam = table.exam_ahead();
    let cards = states(app, student_id, &places).await?;
    Ok(Pack { student, lessons, places, cards, deck, exam, resting, today, tomorrow, packed_at: now })
}

/// As for a sitting over all that was begun; everything where nothing was.
fn topics_to_take_along(lessons: &Lessons, deck: &Deck, student: &Student, today: NaiveDate) -> Vec<TopicId> {
    let begun = topics_of(lessons, deck, student, &Scope::Begun, today);
    if begun.is_empty() { lessons.topics().collect() } else { begun }
}

async fn states(app: &App, student: UserId, places: &[Place]) -> Result<HashMap<CardId, Card>, ApiError> {
    let ids: Vec<String> = places.iter().map(|place| place.card_id.to_string()).collect();
    let query = doc! { "_id": { "$in": ids }, "student_id": student.to_string() };
    let cards = without_log(app, query, doc! { "_id": 1 }, MOST_CARDS as i64).await?;
    Ok(cards.into_iter().map(|card| (card.id, card)).collect())
}
