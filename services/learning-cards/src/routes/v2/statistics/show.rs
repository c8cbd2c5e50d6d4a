use crate::{
    App,
    commands::open_week::tally_of,
    domain::cohort::Tally,
    routes::view::AskName,
    store::statistics::{HardWord, OfAsk, OfStage, by_ask, by_cycle, by_stage, hardest},
};
use access::Student;
use axum::extract::State;
use bson::doc;
use documents::{Filter, Listing};
use ids::{OwnWordId, UserId};
use scheduler::{
    Week,
    cohort::{Ask, Cycle, Stage},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use web::{ApiError, ApiResult, Json, Query};

/// The most weeks that are looked back upon.
const MOST_WEEKS: u16 = 104;
/// Words that are shown as hard.
const HARD_WORDS: i64 = 50;

/// How far back.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WeeksBack {
    /// Weeks that are looked back upon, the present one included: 1 to 104.
    #[serde(default = "usual_weeks")]
    #[param(minimum = 1, maximum = 104, default = 12)]
    weeks: u16,
}

const fn usual_weeks() -> u16 {
    12
}

impl WeeksBack {
    fn get(&self) -> ApiResult<u16> {
        if (1..=MOST_WEEKS).contains(&self.weeks) {
            return Ok(self.weeks);
        }
        let message = format!("Expected 1 to {MOST_WEEKS} weeks.");
        Err(ApiError::invalid_field("query:weeks", "out-of-range", message))
    }
}

/// How a student learns their own words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordStatisticsView)]
pub(crate) struct StatisticsView {
    /// All words together, as they stand.
    words: TotalsView,
    /// What was done in the weeks that are looked back upon.
    lately: NumbersView,
    /// The four cycles and the echoes, in their order.
    cycles: Vec<CycleView>,
    /// Week by week, in order; weeks without words are left out.
    weeks: Vec<WeekStatisticsView>,
    /// The hardest words, 50 at most: by how often they were forgotten, then by wrong answers.
    hard_words: Vec<HardWordView>,
}

/// All words of a student.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordTotalsView)]
pub(crate) struct TotalsView {
    /// Words that wait in the queue.
    waiting: i64,
    /// Words in their cycles.
    learning: i64,
    /// Words that have graduated and return by echoes.
    graduated: i64,
    /// Words that have passed all echoes.
    known: i64,
    /// Words that were set aside because they were forgotten too often.
    leeches: i64,
    /// Answers to all of them.
    answers: i64,
    /// Right ones of those.
    correct: i64,
}

/// How a student does in a cycle, or with echoes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordCycleStatisticsView)]
pub(crate) struct CycleView {
    /// Which.
    asked: AskName,
    /// Words that are to pass it next; for echoes, words that have graduated.
    words: i64,
    /// Answers to it in the weeks that are looked back upon, practice too, as far as words keep them: the latest hundred each.
    answers: i64,
    /// Right ones of those.
    correct: i64,
}

/// What was done in some weeks.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordNumbersView)]
pub(crate) struct NumbersView {
    /// Words that were met for the first time.
    met: u32,
    /// Words that graduated.
    graduated: u32,
    /// Words that were set aside.
    set_aside: u32,
    /// Echoes that were remembered.
    echoes_passed: u32,
    /// Echoes that were not.
    echoes_forgotten: u32,
    /// Share of echoes that were remembered, 0 to 1; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    true_retention: Option<f64>,
}

/// What was done in a week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeekStatisticsView {
    /// Which.
    #[schema(value_type = String, example = "2026-W48")]
    week: Week,
    /// What was done in it.
    #[serde(flatten)]
    numbers: NumbersView,
}

/// A word that a student finds hard.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = HardOwnWordView)]
pub(crate) struct HardWordView {
    /// The word.
    word_id: OwnWordId,
    /// With its article, as it is learnt.
    #[schema(example = "het brood")]
    headword: String,
    /// How often it was forgotten.
    lapses: u32,
    /// Answers that were not right.
    wrong: u32,
    /// Answers in all.
    answers: u32,
}

impl TotalsView {
    fn of(stages: &[OfStage]) -> Self {
        let words = |stage| stages.iter().filter(|one| one.stage == stage).map(|one| one.words).sum();
        Self {
            waiting: words(Stage::Waiting),
            learning: words(Stage::Learning),
            graduated: words(Stage::Graduated),
            known: words(Stage::Known),
            leeches: words(Stage::Leech),
            answers: stages.iter().map(|one| one.answers).sum(),
            correct: stages.iter().map(|one| one.correct).sum(),
        }
    }
}

/// The cycles and the echoes, with the words that stand before them.
fn cycles(stages: &[OfStage], standing: &HashMap<u8, i64>, answers: &[OfAsk]) -> Vec<CycleView> {
    let graduated = TotalsView::of(stages).graduated;
    let view = |asked: Ask| {
        let before = |cycle: Cycle| standing.get(&(cycle.number() - 1)).copied().unwrap_or(0);
        let said = answers.iter().find(|one| one.asked == asked);
        CycleView {
            asked: asked.into(),
            words: asked.cycle().map_or(graduated, before),
            answers: said.map_or(0, |said| said.answers),
            correct: said.map_or(0, |said| said.correct),
        }
    };
    Ask::ALL.map(view).into()
}

impl From<Tally> for NumbersView {
    fn from(tally: Tally) -> Self {
        Self {
            met: tally.met,
            graduated: tally.graduated,
            set_aside: tally.set_aside,
            echoes_passed: tally.echoes_passed,
            echoes_forgotten: tally.echoes_forgotten,
            true_retention: tally.true_retention(),
        }
    }
}

impl From<HardWord> for HardWordView {
    fn from(word: HardWord) -> Self {
        Self {
            word_id: word.id,
            headword: word.entry.headword(),
            lapses: word.progress.lapses,
            wrong: word.progress.answers.saturating_sub(word.progress.correct),
            answers: word.progress.answers,
        }
    }
}

/// How the student learns their own words: totals, by cycle, week by week, true retention, hard words.
///
/// Permission: student, own words. Of the present week: what was done so far. An answer that comes after its week was closed
/// counts for the word, and not for what the week was closed with.
#[utoipa::path(
    get,
    path = "/statistics",
    params(WeeksBack),
    responses((status = 200, description = "The statistics.", body = StatisticsView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_statistics(
    State(app): State<App>,
    student: Student,
    Query(back): Query<WeeksBack>,
) -> ApiResult<Json<StatisticsView>> {
    let back = back.get()?;
    let weeks = tallies(&app, student.id, back).await?;
    let stages = by_stage(&app.database, student.id).await?;
    let standing = by_cycle(&app.database, student.id).await?;
    let answers = by_ask(&app.database, student.id, first_of(&app, back).begins_at()).await?;
    let hard_words = hardest(&app.database, student.id, HARD_WORDS).await?;
    let lately: Tally = weeks.iter().map(|(_, tally)| *tally).sum();
    let weeks = weeks.into_iter().map(|(week, tally)| WeekStatisticsView { week, numbers: tally.into() });

    Ok(Json(StatisticsView {
        words: TotalsView::of(&stages),
        lately: lately.into(),
        cycles: cycles(&stages, &standing, &answers),
        weeks: weeks.collect(),
        hard_words: hard_words.into_iter().map(HardWordView::from).collect(),
    }))
}

/// The first of the last weeks.
fn first_of(app: &App, weeks: u16) -> Week {
    let present = Week::of(app.clock.now());
    Week::of(present.begins_at() - chrono::TimeDelta::weeks(i64::from(weeks) - 1))
}

/// What became of the words of the last weeks, the first first.
async fn tallies(app: &App, student: UserId, weeks: u16) -> ApiResult<Vec<(Week, Tally)>> {
    let (first, present) = (first_of(app, weeks), Week::of(app.clock.now()));
    let within = doc! { "week": { "$gte": first.to_string(), "$lte": present.to_string() } };
    let listing = Listing::of(Filter::eq("student_id", student).and(within)).descending("week");
    let cohorts = app.cohorts.list(listing.limit(u32::from(MOST_WEEKS))).await?.items;
    let mut tallies = Vec::with_capacity(cohorts.len());
    for cohort in cohorts.iter().rev() {
        tallies.push((cohort.week, tally_of(app, cohort).await?));
    }
    Ok(tallies)
}
