use crate::{App, commands, commands::arrange_session::pace, domain::statistics::forecast};
use access::Student;
use anyhow::Context;
use axum::extract::State;
use chrono::NaiveDate;
use scheduler::DayAhead;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiError, ApiResult, Json, Query};

/// The furthest that is looked ahead.
const MOST_DAYS: u16 = 90;

/// How far ahead.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DaysAhead {
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
pub(crate) struct ForecastView {
    /// Seconds that an answer takes: the student's own of the last 30 days, 12 before there is one.
    seconds_a_card: f64,
    /// Day by day, today first.
    days: Vec<DayAheadView>,
}

/// What is ahead on a day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DayAheadView {
    /// Which.
    day: NaiveDate,
    /// Cards that are expected to return on it: those that are known, and what comes back of them; what waits already is
    /// today's.
    cards: u32,
    /// New words of the topics that were begun.
    new_words: u32,
    /// How long all of it takes.
    minutes: f64,
}

impl From<DayAhead> for DayAheadView {
    fn from(day: DayAhead) -> Self {
        // Shares of cards, since what comes back depends on answers to come.
        let whole = |cards: f64| cards.round() as u32;
        Self { day: day.on, cards: whole(day.due), new_words: whole(day.new), minutes: day.minutes }
    }
}

/// How many cards are to be answered on the coming days, and how long that takes, when all is done each day.
///
/// Permission: student, own cards.
#[utoipa::path(
    get,
    path = "/statistics/forecast",
    params(DaysAhead),
    responses((status = 200, description = "The forecast.", body = ForecastView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_forecast(
    State(app): State<App>,
    student: Student,
    Query(ahead): Query<DaysAhead>,
) -> ApiResult<Json<ForecastView>> {
    if !(1..=MOST_DAYS).contains(&ahead.days) {
        let message = format!("Expected 1 to {MOST_DAYS} days.");
        return Err(ApiError::invalid_field("query:days", "out-of-range", message));
    }
    let (student, lessons) = (commands::student(&app, student.id).await?, app.catalogue.now().await?);
    let today = scheduler::study_day(app.clock.now(), student.settings.zone);
    let seconds_a_card = pace(&app, student.id, today).await?;
    let deck = commands::deck(&app, student.id).await?;
    // Ten thousand cards take longer than a thread of requests may.
    let ahead = move || forecast(&deck, &lessons, &student, seconds_a_card, today, ahead.days.into());
    let days = tokio::task::spawn_blocking(ahead).await.context("a forecast")?;

    Ok(Json(ForecastView { seconds_a_card, days: days.into_iter().map(DayAheadView::from).collect() }))
}
