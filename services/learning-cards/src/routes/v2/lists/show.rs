use super::view::ListView;
use crate::{App, commands::keep_list};
use access::Student;
use axum::extract::State;
use ids::WordListId;
use web::{ApiResult, Path, Tagged, responses::NotFound};

/// A list of the student's own.
///
/// Permission: student, own lists.
#[utoipa::path(
    get,
    path = "/lists/{listId}",
    params(("listId" = WordListId, Path, description = "The list.")),
    responses(
        (
            status = 200,
            description = "The list.",
            body = ListView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        NotFound,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn show_list(
    State(app): State<App>,
    student: Student,
    Path(list_id): Path<WordListId>,
) -> ApiResult<Tagged<ListView>> {
    ListView::tagged(&app, &keep_list::find(&app, student.id, list_id).await?).await
}
