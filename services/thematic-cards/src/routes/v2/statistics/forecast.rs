use crate::{App, commands, commands::arrange_session::pace, domain::statistics::forecast};
use access::Student;
use axum::extract::State;
use chrono::NaiveDate;
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
    /// Cards that return on it, of those that are known today; what waits already is today's. New cards come on top.
    cards: u32,
    /// How long they take.
    minutes: f64,
}

/// How many cards return on the coming days, and how long they take.
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
    let zone = commands::student(&app, student.id).await?.settings.zone;
    let today = scheduler::study_day(app.clock.now(), zone);
    let seconds_a_card = pace(&app, student.id, today).await?;
    let deck = commands::deck(&app, student.id).await?;
    let days = forecast(&deck, today, zone, usize::from(ahead.days))
        .into_iter()
        .map(|(day, cards)| DayAheadView { day, cards, minutes: f64::from(cards) * seconds_a_card / 60.0 });

    Ok(Json(ForecastView { seconds_a_card, days: days.collect() }))
}
