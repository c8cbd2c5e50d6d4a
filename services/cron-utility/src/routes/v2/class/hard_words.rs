use crate::{
    App,
    routes::v2::view::{HardWordsQuery, HardWordsView},
    store::{standings::ids_of, words},
};
use access::Teacher;
use axum::extract::State;
use web::{ApiResult, Json, Query};

/// The words that are hard for the teacher's own students together.
///
/// Of the 200 that were wrong most often. Permission: teacher; of the students that they are linked to.
#[utoipa::path(
    get,
    path = "/class/hard-words",
    params(HardWordsQuery),
    responses((status = 200, description = "The words.", body = HardWordsView)),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn hard_words_of_class(
    State(app): State<App>,
    teacher: Teacher,
    Query(query): Query<HardWordsQuery>,
) -> ApiResult<Json<HardWordsView>> {
    let students = ids_of(&teaching::students_of(&app.database, teacher.id).await?);
    let wrong = words::wrong_words_of_class(&app.database, &students, query.topic()).await?;

    Ok(Json(query.view(&app, wrong).await?))
}
