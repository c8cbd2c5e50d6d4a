//! A student sits down with the words of the day.

use super::{Done, open_week};
use crate::{
    App,
    domain::{
        question::Question,
        sitting::{MOST_WORDS, Place, StudySession},
        student::Settings,
        word::OwnWord,
    },
    store,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use documents::{Created, Error, Fingerprint, Stored};
use ids::{OwnWordId, StudySessionId, UserId};
use scheduler::{
    Week,
    cohort::{Asked, Due, arrange},
    day_start, study_day,
};
use serde::Serialize;
use std::collections::HashMap;
use web::{ApiError, ApiResult};

/// What the student wants.
#[derive(Clone, Debug, Serialize)]
pub struct Wish {
    /// The language to answer from.
    pub language: Option<String>,
    /// Where the student is.
    pub zone: Option<Tz>,
    /// At most so many words.
    pub words: u32,
    /// At most so many minutes, at the student's own pace.
    pub minutes: Option<u16>,
}

/// Arranges a sitting, or gives the one that was arranged under this id.
///
/// # Errors
/// 409 when the id belongs to another sitting.
pub async fn arrange_session(
    app: &App,
    student: UserId,
    id: StudySessionId,
    wish: Wish,
) -> ApiResult<Done<Stored<StudySession>>> {
    let request = Fingerprint::of(&(student, &wish))?;
    let settings = store::students::enrol(&app.students, student).await?.settings;
    let language = wish.language.unwrap_or_else(|| settings.language_or_english().to_owned());
    let zone = wish.zone.unwrap_or(settings.zone);
    let now = app.clock.now();
    let most = match wish.minutes {
        None => wish.words as usize,
        Some(minutes) => {
            let pace = store::words::pace(&app.database, student, now - open_week::PACE_OF).await?;
            pace.answers_in(minutes).min(wish.words as usize)
        }
    };
    let places = places(app, student, &language, zone, now, most).await?;
    let session = StudySession { id, student_id: student, language, zone, places, arranged_at: now };
    match app.sessions.create(request, || session.arranged()).await {
        Ok(Created::Now(answer)) => Ok(Done { first_time: true, answer }),
        Ok(Created::Before(answer)) => Ok(Done { first_time: false, answer }),
        Err(Error::Taken { .. }) => {
            Err(ApiError::conflict("session-id-in-use", "This session id belongs to another sitting."))
        }
        Err(error) => Err(error.into()),
    }
}

/// What `student` could be asked today, in the order of a sitting.
///
/// # Errors
/// The store.
pub async fn today(app: &App, student: UserId) -> ApiResult<(Settings, Vec<Place>)> {
    let settings = store::students::enrol(&app.students, student).await?.settings;
    let most = MOST_WORDS as usize;
    let places =
        places(app, student, settings.language_or_english(), settings.zone, app.clock.now(), most).await?;
    Ok((settings, places))
}

async fn places(
    app: &App,
    student: UserId,
    language: &str,
    zone: Tz,
    now: DateTime<Utc>,
    most: usize,
) -> ApiResult<Vec<Place>> {
    let words = words_of_today(app, student, zone, now).await?;
    let (week, day) = (Week::of(now), study_day(now, zone));
    let due: Vec<_> = words.iter().filter_map(|word| Due::on(word.id, &word.progress, week, day)).collect();
    let words: HashMap<OwnWordId, &OwnWord> = words.iter().map(|word| (word.id, &word.state)).collect();
    let place = |due: Due<OwnWordId>| {
        let word = words.get(&due.id)?;
        let asked = due.asked.ask();
        let question = Question::of(&word.entry, &word.contexts, asked, language, None);
        Some(Place { word_id: due.id, asked, unmet: due.is_unmet(), context_id: question.context })
    };
    Ok(arrange(&due, most).into_iter().filter_map(place).collect())
}

/// The words of the present week that could be asked today: not those that a topic asked already.
async fn words_of_today(
    app: &App,
    student: UserId,
    zone: Tz,
    now: DateTime<Utc>,
) -> ApiResult<Vec<Stored<OwnWord>>> {
    let Some(cohort) = open_week::present(app, student).await? else { return Ok(Vec::new()) };
    let ids: Vec<_> = cohort.words.words().copied().collect();
    let mut words = in_order(store::words::among(&app.words, student, &ids).await?, &ids);
    let today = day_start(study_day(now, zone), zone);
    let seen = store::taught::seen_since(&app.database, student, today).await?;
    words.retain(|word| !store::taught::has(&seen, word));
    Ok(words)
}

/// The words in the order of these ids.
fn in_order(words: Vec<Stored<OwnWord>>, ids: &[OwnWordId]) -> Vec<Stored<OwnWord>> {
    let mut words: HashMap<OwnWordId, Stored<OwnWord>> =
        words.into_iter().map(|word| (word.id, word)).collect();
    ids.iter().filter_map(|id| words.remove(id)).collect()
}

/// A place of a sitting as it is now.
pub struct Seat {
    /// The place.
    pub place: Place,
    /// Its word.
    pub word: Stored<OwnWord>,
    /// Whether it was answered since the sitting was arranged.
    pub answered: bool,
    /// Whether it comes back because it was wrong.
    pub again: bool,
}

/// What a sitting asks, as it is now: words that were removed meanwhile are left out, and those that come back stand at the
/// end once more.
///
/// # Errors
/// The store.
pub async fn seats(app: &App, session: &Stored<StudySession>) -> ApiResult<Vec<Seat>> {
    let ids: Vec<_> = session.places.iter().map(|place| place.word_id).collect();
    let words = store::words::among(&app.words, session.student_id, &ids).await?;
    let words: HashMap<OwnWordId, Stored<OwnWord>> = words.into_iter().map(|word| (word.id, word)).collect();
    let now = app.clock.now();
    let (week, day) = (Week::of(now), study_day(now, session.zone));
    let seat = |place: &Place| {
        let word = words.get(&place.word_id)?.clone();
        let answered = word
            .log
            .iter()
            .any(|one| one.answer.asked == place.asked && one.answer.received_at >= session.arranged_at);
        let again = word.progress.asked(week, day) == Some(Asked::Again(place.asked));
        Some(Seat { place: *place, word, answered, again })
    };
    Ok(session.places.iter().filter_map(seat).collect())
}
