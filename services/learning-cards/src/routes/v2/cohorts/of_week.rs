use super::view::CohortView;
use crate::{App, domain::cohort::cohort_id};
use access::Student;
use axum::extract::State;
use scheduler::Week;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// One of the student's weeks.
///
/// Its words are as they are now. Nothing is opened.
#[utoipa::path(
    get,
    path = "/cohorts/{week}",
    params(("week" = String, Path, description = "The ISO week.", example = "2026-W48")),
    responses((status = 200, description = "The week.", body = CohortView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_cohort(
    State(app): State<App>,
    student: Student,
    Path(week): Path<Week>,
) -> ApiResult<Json<CohortView>> {
    let cohort = app.cohorts.get(cohort_id(student.id, week)).await?;
    let cohort = cohort.ok_or_else(|| ApiError::not_found("cohort", week))?;

    CohortView::of(&app, &cohort).await.map(Json)
}
