use super::show::own_student;
use crate::{
    App,
    routes::v2::view::{HardWordsQuery, HardWordsView},
    store::words,
};
use access::Teacher;
use axum::extract::State;
use ids::UserId;
use web::{ApiResult, Json, Path, Query, responses::NotFound};

/// The words that are hard for a student.
///
/// Of the 200 that were wrong most often. Permission: teacher, own students.
#[utoipa::path(
    get,
    path = "/students/{studentId}/hard-words",
    params(("studentId" = UserId, Path, description = "The student."), HardWordsQuery),
    responses((status = 200, description = "The words.", body = HardWordsView), NotFound),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn hard_words_of_student(
    State(app): State<App>,
    teacher: Teacher,
    Path(student_id): Path<UserId>,
    Query(query): Query<HardWordsQuery>,
) -> ApiResult<Json<HardWordsView>> {
    own_student(&app, &teacher, student_id).await?;
    let wrong = words::wrong_words(&app.database, student_id, query.topic()).await?;

    Ok(Json(query.view(&app, wrong).await?))
}
