use super::show::own_student;
use crate::{App, domain::class, routes::v2::view::MistakesView, store::progress};
use access::Teacher;
use axum::extract::State;
use ids::UserId;
use web::{ApiResult, Json, Path, responses::NotFound};

/// The kinds of mistakes that a student makes.
///
/// Permission: teacher, own students.
#[utoipa::path(
    get,
    path = "/students/{studentId}/mistakes",
    params(("studentId" = UserId, Path, description = "The student.")),
    responses((status = 200, description = "The kinds of mistakes.", body = MistakesView), NotFound),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn mistakes_of_student(
    State(app): State<App>,
    teacher: Teacher,
    Path(student_id): Path<UserId>,
) -> ApiResult<Json<MistakesView>> {
    own_student(&app, &teacher, student_id).await?;
    let progress = progress::of_students(&app.database, &[student_id]).await?;
    let weeks = class::weeks(progress.values(), app.today());

    Ok(Json(MistakesView::of(progress.values(), &weeks, app.today())))
}
