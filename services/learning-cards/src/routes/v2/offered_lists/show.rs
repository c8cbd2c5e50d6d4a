use crate::{App, commands::take_over, routes::v2::shared_lists::view::SharedListView};
use access::Student;
use axum::extract::State;
use ids::WordListId;
use web::{ApiResult, Json, Path, responses::NotFound};

/// A list that a teacher shares with the student, with its words.
///
/// Permission: student, of own teachers.
#[utoipa::path(
    get,
    path = "/offered-lists/{listId}",
    params(("listId" = WordListId, Path, description = "The list.")),
    responses((status = 200, description = "The list.", body = SharedListView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn show_offered_list(
    State(app): State<App>,
    student: Student,
    Path(list_id): Path<WordListId>,
) -> ApiResult<Json<SharedListView>> {
    Ok(Json(SharedListView::offered(&take_over::find(&app, student.id, list_id).await?)))
}
