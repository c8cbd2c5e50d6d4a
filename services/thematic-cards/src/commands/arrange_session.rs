//! A student sits down.

use super::{deck, student};
use crate::{
    App,
    domain::{
        arrangement::{Table, USUAL_PACE, Wanted, cards_in, exam_first, places},
        deck::Deck,
        lessons::Lessons,
        question::GlossLanguage,
        sitting::{MOST_CARDS, Place, StudySession},
        student::{Settings, Student},
    },
    store,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use documents::{Created, Fingerprint, Stored};
use events::thematic_cards::CardKind;
use ids::{StudySessionId, TopicId, UserId, WordId};
use serde::Serialize;
use std::{collections::HashSet, sync::Arc};
use web::ApiError;

/// Days of own answers that tell how long one takes.
const PACE_DAYS: u64 = 30;

/// What the student wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wish {
    /// Which topics.
    pub scope: Scope,
    /// One kind of card, or all.
    pub kind: Option<CardKind>,
    /// The language to answer from; the one of the settings unless said.
    pub language: Option<GlossLanguage>,
    /// Where the student is: decides which day it is; as in the settings unless said.
    pub zone: Option<Tz>,
    /// At most so many cards.
    pub cards: u32,
    /// At most so many minutes, at the student's own pace.
    pub minutes: Option<u32>,
    /// Extra practice, which moves no due date.
    pub practice: bool,
}

/// Which topics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// One.
    Topic(TopicId),
    /// Several.
    Topics(Vec<TopicId>),
    /// All in which the student has met a card; those of the exam too.
    Begun,
}

/// A sitting, with what its cards are made of.
#[derive(Debug)]
pub struct Laid {
    /// The sitting.
    pub session: Stored<StudySession>,
    /// The cards of its student, as they are now.
    pub deck: Deck,
    /// What is taught.
    pub lessons: Arc<Lessons>,
}

/// Arranges a sitting, or gives the one that was arranged under this id. Says whether it was arranged now.
///
/// # Errors
/// 404 when a topic is not taught; 409 when the id belongs to another sitting.
pub async fn arrange_session(
    app: &App,
    student_id: UserId,
    id: StudySessionId,
    wish: Wish,
) -> Result<(Laid, bool), ApiError> {
    let request = Fingerprint::of(&(student_id, &wish))?;
    let lessons = app.catalogue.now().await?;
    let named: &[TopicId] = match &wish.scope {
        Scope::Topic(topic) => std::slice::from_ref(topic),
        Scope::Topics(topics) => topics,
        Scope::Begun => &[],
    };
    if let Some(untaught) = named.iter().find(|topic| lessons.topic(**topic).is_none()) {
        return Err(ApiError::not_found("topic", untaught));
    }
    let student = student(app, student_id).await?;
    let deck = deck(app, student_id).await?;
    let now = app.clock.now();
    let cards = choose(app, &student, &deck, &lessons, &wish, now).await?;
    let session = StudySession {
        id,
        student_id,
        topic_id: match wish.scope {
            Scope::Topic(topic) => Some(topic),
            _ => None,
        },
        language: wish.language.unwrap_or(student.settings.language),
        zone: wish.zone.unwrap_or(student.settings.zone),
        practice: wish.practice,
        cards,
        arranged_at: now,
    };
    let created = app.sessions.create(request, || session.arranged()).await.map_err(|error| match error {
        documents::Error::Taken { .. } => {
            ApiError::conflict("session-id-in-use", "This session id belongs to another sitting.")
        }
        error => error.into(),
    })?;
    let now_made = matches!(created, Created::Now(_));
    Ok((Laid { session: created.into_stored(), deck, lessons }, now_made))
}

async fn choose(
    app: &App,
    student: &Student,
    deck: &Deck,
    lessons: &Lessons,
    wish: &Wish,
    now: DateTime<Utc>,
) -> Result<Vec<Place>, ApiError> {
    let settings = &student.settings;
    let today = scheduler::study_day(now, wish.zone.unwrap_or(settings.zone));
    let topics = topics_of(lessons, deck, student, &wish.scope, today);
    let limit = match wish.minutes {
        Some(minutes) => cards_in(minutes, pace(app, student.id, today).await?).min(wish.cards as usize),
        None => wish.cards as usize,
    };
    let scheduler = student.scheduler();
    let elsewhere = asked_elsewhere(app, student.id, wish, settings, today).await?;
    let table = Table { lessons, deck, settings, scheduler: &scheduler, elsewhere: &elsewhere, today, now };
    let wanted = Wanted { topics: &topics, kind: wish.kind, cards: limit, practice: wish.practice };
    Ok(places(&table, &wanted))
}

/// Words that were answered today in another module. Practice asks them all the same.
async fn asked_elsewhere(
    app: &App,
    student: UserId,
    wish: &Wish,
    settings: &Settings,
    today: NaiveDate,
) -> Result<HashSet<WordId>, ApiError> {
    if wish.practice {
        return Ok(HashSet::new());
    }
    let began = scheduler::day_start(today, wish.zone.unwrap_or(settings.zone));
    Ok(store::elsewhere::since(&app.database, student, began).await?)
}

/// The topics of a sitting, in the order in which their new words come.
pub(super) fn topics_of(
    lessons: &Lessons,
    deck: &Deck,
    student: &Student,
    scope: &Scope,
    today: NaiveDate,
) -> Vec<TopicId> {
    let exam = student.settings.exam.as_ref();
    let mut topics: Vec<TopicId> = match scope {
        Scope::Topic(topic) => return vec![*topic],
        Scope::Topics(named) => lessons.topics().filter(|topic| named.contains(topic)).collect(),
        Scope::Begun => {
            let mut begun: HashSet<TopicId> = deck.met().map(|card| card.topic).collect();
            begun.extend(exam.filter(|exam| exam.on > today).into_iter().flat_map(|exam| &exam.topics));
            lessons.topics().filter(|topic| begun.contains(topic)).collect()
        }
    };
    exam_first(&mut topics, exam, today);
    topics
}

/// Seconds that an answer takes this student.
///
/// # Errors
/// The store.
pub async fn pace(app: &App, student: UserId, today: NaiveDate) -> Result<f64, ApiError> {
    let first = today.checked_sub_days(Days::new(PACE_DAYS)).unwrap_or(today);
    let days = store::days::between(&app.database, student, first, today).await?;
    let numbers: crate::domain::day::Numbers = days.into_iter().map(|day| day.numbers).sum();
    Ok(numbers.pace().unwrap_or(USUAL_PACE))
}

/// At most so many cards, where the student names minutes only.
pub const CARDS_BY_MINUTES: u32 = MOST_CARDS;

/// A sitting of a student, with what its cards are made of; none where there is none, or it is another's.
///
/// # Errors
/// The store.
pub async fn take_up(app: &App, student: UserId, id: StudySessionId) -> Result<Option<Laid>, ApiError> {
    let owned = documents::Filter::eq("student_id", student);
    let Some(session) = app.sessions.get_owned(id, owned).await? else { return Ok(None) };
    Ok(Some(Laid { session, deck: deck(app, student).await?, lessons: app.catalogue.now().await? }))
}
