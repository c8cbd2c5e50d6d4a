use crate::{
    App, commands,
    domain::{
        day::Numbers,
        lessons::Lessons,
        statistics::{HardWord, Totals, hard_words, mature_words},
    },
    routes::view::ProgressView,
    store::days,
};
use access::Student;
use axum::extract::State;
use chrono::Days;
use documents::{Filter, Listing};
use ids::{TopicId, UserId, WordId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use utoipa::{IntoParams, ToSchema};
use web::{ApiError, ApiResult, Json, Query, Timestamp};

/// Days that are looked back upon, unless said.
pub(super) const USUAL_DAYS: u16 = 30;
/// The most.
pub(super) const MOST_DAYS: u16 = 366;
/// Words that are shown as hard.
const HARD_WORDS: usize = 50;

/// How far back.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DaysBack {
    /// Days that are looked back upon, today included: 1 to 366.
    #[serde(default = "usual_days")]
    #[param(minimum = 1, maximum = 366, default = 30)]
    pub(super) days: u16,
}

const fn usual_days() -> u16 {
    USUAL_DAYS
}

impl DaysBack {
    pub(super) fn get(&self) -> ApiResult<u16> {
        if (1..=MOST_DAYS).contains(&self.days) {
            return Ok(self.days);
        }
        let message = format!("Expected 1 to {MOST_DAYS} days.");
        Err(ApiError::invalid_field("query:days", "out-of-range", message))
    }
}

/// How a student learns.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatisticsView {
    /// All cards together, as they stand.
    cards: TotalsView,
    /// What was done in the days that are looked back upon.
    lately: NumbersView,
    /// How the student stands in each topic that they began.
    topics: Vec<TopicStatisticsView>,
    /// The hardest words, 50 at most: by how often they were forgotten when known, then by wrong answers.
    hard_words: Vec<HardWordView>,
}

/// All cards of a student.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TotalsView {
    /// Cards that were answered at least once.
    met: u32,
    /// Those of them that wait to be asked now.
    due: u32,
    /// Those of them that return after days.
    learnt: u32,
    /// Cards that the student does not want to be asked.
    suspended: u32,
    /// Cards that were forgotten too often.
    leeches: u32,
}

/// What was done in some days.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NumbersView {
    /// Answers in all.
    answers: i64,
    /// Right ones.
    correct: i64,
    /// Those of extra practice.
    practice: i64,
    /// Cards that were met for the first time.
    introduced: i64,
    /// Minutes, as far as clients told how long answers took.
    minutes: f64,
    /// Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    true_retention: Option<f64>,
    /// Answers by kind of card.
    kinds: BTreeMap<String, i64>,
    /// How often each kind of mistake was made.
    mistakes: BTreeMap<String, i64>,
}

impl NumbersView {
    fn of(numbers: Numbers) -> Self {
        let made =
            |counts: BTreeMap<String, i64>| counts.into_iter().filter(|(_, times)| *times > 0).collect();
        Self {
            answers: numbers.answers,
            correct: numbers.correct,
            practice: numbers.practice,
            introduced: numbers.introduced,
            minutes: numbers.minutes(),
            true_retention: numbers.true_retention(),
            kinds: made(numbers.kinds),
            mistakes: made(numbers.mistakes),
        }
    }
}

/// How a student stands in a topic.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TopicStatisticsView {
    /// The topic.
    topic_id: TopicId,
    /// Words that are taught in it.
    words: usize,
    /// Those of them that are recalled, and will be for three weeks.
    mature_words: usize,
    /// When all of them were for the first time; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    mastered_at: Option<Timestamp>,
    /// Share of learnt, due cards that were recalled in the days that are looked back upon.
    #[serde(skip_serializing_if = "Option::is_none")]
    lately_retained: Option<f64>,
    /// How the student stands.
    progress: ProgressView,
}

/// A word that a student finds hard.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HardWordView {
    /// The word.
    word_id: WordId,
    /// Its topic.
    topic_id: TopicId,
    /// With its article, as it is learnt.
    #[schema(example = "het brood")]
    headword: String,
    /// How often a card of it was forgotten when due.
    lapses: u32,
    /// Answers that were not right.
    wrong: u32,
    /// Answers in all.
    answers: u32,
}

impl HardWordView {
    fn of(word: &HardWord) -> Self {
        Self {
            word_id: word.lesson.id,
            topic_id: word.lesson.entry.topic_id,
            headword: word.lesson.entry.headword(),
            lapses: word.lapses,
            wrong: word.wrong,
            answers: word.answers,
        }
    }
}

/// How the student learns: cards, topics, true retention, mistakes, hard words.
///
/// Permission: student, own answers. What was done on days follows an answer within moments.
#[utoipa::path(
    get,
    path = "/statistics",
    params(DaysBack),
    responses((status = 200, description = "The statistics.", body = StatisticsView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_statistics(
    State(app): State<App>,
    student: Student,
    Query(back): Query<DaysBack>,
) -> ApiResult<Json<StatisticsView>> {
    let lately = lately(&app, student.id, back.get()?).await?;
    let (lessons, deck, now) =
        (app.catalogue.now().await?, commands::deck(&app, student.id).await?, app.clock.now());
    let mastered = mastered(&app, student.id).await?;
    let standings = deck.standings(now);
    let topic = |topic_id: TopicId| {
        let numbers = lately.topics.get(&topic_id).copied().unwrap_or_default();
        Some(TopicStatisticsView {
            topic_id,
            words: lessons.words_of(topic_id).len(),
            mature_words: mature_words(&deck, &lessons, topic_id),
            mastered_at: mastered.get(&topic_id).copied(),
            lately_retained: numbers.true_retention(),
            progress: ProgressView::of(standings.get(&topic_id)?),
        })
    };
    let topics = lessons.topics().filter_map(topic).collect();
    let hard_words = hard(&deck, &lessons);
    let Totals { met, due, learnt, suspended, leeches } = Totals::of(&deck, now);
    let cards = TotalsView { met, due, learnt, suspended, leeches };

    Ok(Json(StatisticsView { cards, topics, hard_words, lately: NumbersView::of(lately) }))
}

fn hard(deck: &crate::domain::deck::Deck, lessons: &Lessons) -> Vec<HardWordView> {
    hard_words(deck, lessons, HARD_WORDS).iter().map(HardWordView::of).collect()
}

/// What `student` did in the last days, today included.
pub(super) async fn lately(app: &App, student: UserId, days_back: u16) -> ApiResult<Numbers> {
    let zone = commands::student(app, student).await?.settings.zone;
    let today = scheduler::study_day(app.clock.now(), zone);
    let first = today.checked_sub_days(Days::new(u64::from(days_back) - 1)).unwrap_or(today);
    let days = days::between(&app.database, student, first, today).await?;
    Ok(days.into_iter().map(|day| day.numbers).sum())
}

async fn mastered(app: &App, student: UserId) -> ApiResult<HashMap<TopicId, Timestamp>> {
    let listing = Listing::of(Filter::eq("student_id", student)).limit(documents::MAX_SLICE);
    let masteries = app.masteries.list(listing).await?.items;
    let when = masteries.iter().filter_map(|mastery| Some((mastery.topic_id, mastery.mastered_at?.into())));
    Ok(when.collect())
}
