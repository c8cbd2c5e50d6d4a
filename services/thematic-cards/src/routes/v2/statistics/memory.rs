use super::show::{DaysBack, lately};
use crate::{App, commands};
use access::Student;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Query, Timestamp};

/// How well the algorithm knows a student.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MemoryView {
    /// The algorithm.
    #[schema(example = "fsrs-6")]
    algorithm: &'static str,
    /// Which parameters: 0 are the defaults, others were fitted to the student's own answers.
    parameters: u32,
    /// When those were fitted; absent for the defaults.
    #[serde(skip_serializing_if = "Option::is_none")]
    trained_at: Option<Timestamp>,
    /// The share of due cards that the student means to recall.
    desired_retention: f64,
    /// Answers to learnt cards that were due, in the days that are looked back upon: the rest is about them.
    predictions: i64,
    /// The share of them that was expected to be recalled, by what was predicted of each before it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    predicted_retention: Option<f64>,
    /// The share that was recalled.
    #[serde(skip_serializing_if = "Option::is_none")]
    true_retention: Option<f64>,
    /// The mean of -ln of the chance that was given to what came: lower is better; a coin would have 0.69.
    #[serde(skip_serializing_if = "Option::is_none")]
    log_loss: Option<f64>,
}

/// How well the algorithm predicts what the student recalls.
///
/// Permission: student, own answers.
#[utoipa::path(
    get,
    path = "/statistics/memory",
    params(DaysBack),
    responses((status = 200, description = "The student's profile of the algorithm.", body = MemoryView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_memory(
    State(app): State<App>,
    student: Student,
    Query(back): Query<DaysBack>,
) -> ApiResult<Json<MemoryView>> {
    let numbers = lately(&app, student.id, back.get()?).await?;
    let student = commands::student(&app, student.id).await?;
    let basis = student.scheduler().basis();

    Ok(Json(MemoryView {
        algorithm: "fsrs-6",
        parameters: basis.parameters,
        trained_at: student.memory.filter(|_| basis.parameters > 0).map(|memory| memory.trained_at.into()),
        desired_retention: student.settings.retention(),
        predictions: numbers.predictions,
        predicted_retention: numbers.predicted_retention(),
        true_retention: numbers.true_retention(),
        log_loss: numbers.mean_log_loss(),
    }))
}
