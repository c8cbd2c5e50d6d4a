use super::view::WordView;
use crate::{App, store};
use access::Student;
use axum::extract::State;
use web::{
    ApiResult, Json, Query,
    v1::{NumberedPage, Paging},
};

/// The words of the own dictionary, the newest first.
///
/// Permission: student, own words.
#[utoipa::path(
    get,
    path = "/words",
    params(Paging),
    responses((status = 200, description = "A page of words.", body = NumberedPage<WordView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_words(
    State(app): State<App>,
    student: Student,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<NumberedPage<WordView>>> {
    let total = app.words.count(store::words::kept(student.id)).await?;
    let limit = paging.limit().cast_signed();
    let words = store::words::numbered(&app.database, student.id, paging.offset(), limit).await?;
    let items = words.iter().map(|word| WordView::of(&word.state)).collect();

    Ok(Json(paging.page(items, total)))
}
