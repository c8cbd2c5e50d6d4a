use crate::{
    App,
    commands::open_week::{self, PACE_OF},
    store,
};
use access::Student;
use axum::extract::State;
use chrono::NaiveDate;
use scheduler::{
    Week,
    cohort::{Ahead, DayOfWords, days_ahead},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiError, ApiResult, Json, Query};

/// The furthest that is looked ahead.
const MOST_DAYS: u16 = 90;
/// Words in their cycles and coming echoes that are looked at: more than anybody can answer in that time.
const MOST_WORDS: i64 = 20_000;

/// How far ahead.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WordDaysAhead {
    /// Days, today included: 1 to 90.
    #[serde(default = "usual_days")]
    #[param(minimum = 1, maximum = 90, default = 30)]
    days: u16,
}

const fn usual_days() -> u16 {
    30
}

/// What is ahead.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordForecastView {
    /// Seconds that an answer takes: the student's own of the last eight weeks; near 8 before there are many.
    seconds_an_answer: f64,
    /// Day by day, today first.
    days: Vec<DayOfWordsView>,
}

/// What is ahead on a day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DayOfWordsView {
    /// Which.
    day: NaiveDate,
    /// Words in their cycles that are asked on it.
    words: u32,
    /// Those of them that are met for the first time.
    new_words: u32,
    /// Words that return as echoes.
    echoes: u32,
    /// How long all of it takes, with what comes back because it was wrong.
    minutes: f64,
}

impl From<DayOfWords> for DayOfWordsView {
    fn from(day: DayOfWords) -> Self {
        let DayOfWords { on, words, new, echoes, minutes } = day;
        Self { day: on, words, new_words: new, echoes, minutes }
    }
}

/// How many own words are to be answered on the coming days, and how long that takes, when all is done each day and right.
///
/// Permission: student, own words. Opens the present week, as other requests do.
#[utoipa::path(
    get,
    path = "/statistics/forecast",
    params(WordDaysAhead),
    responses((status = 200, description = "The forecast.", body = WordForecastView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_forecast(
    State(app): State<App>,
    student: Student,
    Query(ahead): Query<WordDaysAhead>,
) -> ApiResult<Json<WordForecastView>> {
    if !(1..=MOST_DAYS).contains(&ahead.days) {
        let message = format!("Expected 1 to {MOST_DAYS} days.");
        return Err(ApiError::invalid_field("query:days", "out-of-range", message));
    }
    open_week::present(&app, student.id).await?;
    let (now, days) = (app.clock.now(), ahead.days);
    let until = Week::of(now).later(u32::from(days) / 7 + 1);
    let words = store::statistics::moving(&app.database, student.id, until, MOST_WORDS).await?;
    let settings = store::students::settings(&app.students, student.id).await?;
    let pace = store::words::pace(&app.database, student.id, now - PACE_OF).await?;
    let waiting = store::words::count_waiting(&app.database, student.id).await?;
    let ahead = Ahead {
        now,
        zone: settings.zone,
        budget: settings.amount.budget(pace),
        pace,
        waiting: usize::try_from(waiting).unwrap_or(usize::MAX),
    };
    let foretold = days_ahead(&words, ahead, days);

    Ok(Json(WordForecastView {
        seconds_an_answer: pace.answer_ms / 1000.0,
        days: foretold.into_iter().map(DayOfWordsView::from).collect(),
    }))
}
