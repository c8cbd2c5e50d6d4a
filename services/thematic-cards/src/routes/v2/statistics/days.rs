use super::show::MOST_DAYS;
use crate::{App, store::days};
use access::Student;
use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiError, ApiResult, Json, Query};

/// Which days.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DaysQuery {
    /// The first.
    #[param(example = "2026-01-01")]
    from: NaiveDate,
    /// The last, at most 366 days in all.
    #[param(example = "2026-12-31")]
    to: NaiveDate,
}

/// A calendar of days, for a heat map.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CalendarView {
    /// The days on which something was done, in order. A day ends at 04:00 where the student was.
    days: Vec<DayView>,
}

/// What was done on a day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DayView {
    /// Which.
    day: NaiveDate,
    /// Answers in all.
    answers: i64,
    /// Right ones.
    correct: i64,
    /// Cards that were met for the first time.
    introduced: i64,
    /// Minutes, as far as clients told how long answers took.
    minutes: f64,
}

impl DayView {
    fn of(day: &days::Day) -> Self {
        Self {
            day: day.day,
            answers: day.numbers.answers,
            correct: day.numbers.correct,
            introduced: day.numbers.introduced,
            minutes: day.numbers.minutes(),
        }
    }
}

impl DaysQuery {
    fn check(&self) -> ApiResult<()> {
        let days = (self.to - self.from).num_days();
        if (0..i64::from(MOST_DAYS)).contains(&days) {
            return Ok(());
        }
        let message = format!("Expected a day that is not before `from`, and at most {MOST_DAYS} days.");
        Err(ApiError::invalid_field("query:to", "out-of-range", message))
    }
}

/// What the student did day by day.
///
/// Permission: student, own answers.
#[utoipa::path(
    get,
    path = "/statistics/days",
    params(DaysQuery),
    responses((status = 200, description = "The days.", body = CalendarView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_days(
    State(app): State<App>,
    student: Student,
    Query(query): Query<DaysQuery>,
) -> ApiResult<Json<CalendarView>> {
    query.check()?;
    let days = days::between(&app.database, student.id, query.from, query.to).await?;
    let days = days.iter().filter(|day| day.numbers.answers > 0).map(DayView::of).collect();

    Ok(Json(CalendarView { days }))
}
