use super::view::CohortView;
use crate::{App, commands::open_week};
use access::Student;
use axum::extract::State;
use web::{ApiError, ApiResult, Json, responses::NotFound};

/// The student's present week.
///
/// The first request of a week opens it, when Monday's run has not. 404 while there is nothing to study: the first word that
/// comes to the dictionary opens it then.
#[utoipa::path(
    get,
    path = "/cohorts/current",
    responses((status = 200, description = "The week.", body = CohortView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_current_cohort(
    State(app): State<App>,
    student: Student,
) -> ApiResult<Json<CohortView>> {
    let cohort = open_week::present(&app, student.id).await?;
    let cohort = cohort.ok_or_else(|| ApiError::not_found("cohort", "of this week"))?;

    CohortView::of(&app, &cohort).await.map(Json)
}
