use crate::{
    App,
    domain::class,
    routes::v2::view::MistakesView,
    store::{progress, standings::ids_of},
};
use access::Teacher;
use axum::extract::State;
use web::{ApiResult, Json};

/// The kinds of mistakes that the teacher's own students make together.
///
/// Permission: teacher; of the students that they are linked to.
#[utoipa::path(
    get,
    path = "/class/mistakes",
    responses((status = 200, description = "The kinds of mistakes.", body = MistakesView)),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn mistakes_of_class(
    State(app): State<App>,
    teacher: Teacher,
) -> ApiResult<Json<MistakesView>> {
    let students = ids_of(&teaching::students_of(&app.database, teacher.id).await?);
    let progress = progress::of_students(&app.database, &students).await?;
    let weeks = class::weeks(progress.values(), app.today());

    Ok(Json(MistakesView::of(progress.values(), &weeks, app.today())))
}
