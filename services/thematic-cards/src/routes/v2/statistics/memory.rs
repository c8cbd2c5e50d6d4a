use super::show::{DaysBack, lately};
use crate::{App, commands, domain::training::Trial};
use access::Student;
use axum::extract::State;
use scheduler::Evaluation;
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
    /// What the last training brought; absent before there were answers enough to try.
    #[serde(skip_serializing_if = "Option::is_none")]
    training: Option<TrainingView>,
}

/// A training of parameters on a student's own answers, which is tried at night.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TrainingView {
    /// When it was tried.
    tried_at: Timestamp,
    /// Answers that could be learnt from: given on a later day than the one before.
    usable_answers: u32,
    /// Whether the new parameters foretold the latest fifth of them better than those of before, and are used since.
    accepted: bool,
    /// How those foretold it that are used since; absent where there were too few answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    used: Option<MeasuresView>,
    /// How the others foretold it, which are not: those of before, or new ones that were not better; absent where there were
    /// none.
    #[serde(skip_serializing_if = "Option::is_none")]
    unused: Option<MeasuresView>,
}

/// How well parameters foretold answers that they were not trained on, as srs-benchmark measures it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MeasuresView {
    /// Answers that were foretold.
    answers: usize,
    /// The mean of -ln of the chance that was given to what came: lower is better.
    log_loss: f64,
    /// Root of the mean squared difference of predicted and true recall, over bins of like answers: lower is better.
    rmse_bins: f64,
    /// The chance that of a recalled and a forgotten card the recalled one had been given the better one: 0.5 is a guess;
    /// absent where all were recalled, or none.
    #[serde(skip_serializing_if = "Option::is_none")]
    auc: Option<f64>,
    /// The share that was predicted to be recalled.
    predicted_retention: f64,
    /// The share that was.
    true_retention: f64,
}

impl From<Evaluation> for MeasuresView {
    fn from(measured: Evaluation) -> Self {
        let Evaluation { answers, log_loss, rmse_bins, auc, predicted_retention, true_retention } = measured;
        Self { answers, log_loss, rmse_bins, auc, predicted_retention, true_retention }
    }
}

impl From<Trial> for TrainingView {
    fn from(trial: Trial) -> Self {
        let own = trial.held_out.and_then(|held_out| held_out.own);
        let before = trial.held_out.map(|held_out| held_out.in_use);
        let (used, unused) = if trial.accepted { (own, before) } else { (before, own) };
        Self {
            tried_at: trial.tried_at.into(),
            usable_answers: trial.usable,
            accepted: trial.accepted,
            used: used.map(MeasuresView::from),
            unused: unused.map(MeasuresView::from),
        }
    }
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
    let (basis, retention) = (student.scheduler().basis(), student.settings.retention());

    Ok(Json(MemoryView {
        algorithm: "fsrs-6",
        parameters: basis.parameters,
        trained_at: student.memory.filter(|_| basis.parameters > 0).map(|memory| memory.trained_at.into()),
        desired_retention: retention,
        predictions: numbers.predictions,
        predicted_retention: numbers.predicted_retention(),
        true_retention: numbers.true_retention(),
        log_loss: numbers.mean_log_loss(),
        training: student.trial.map(TrainingView::from),
    }))
}
