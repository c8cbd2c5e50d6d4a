use super::view::SharedListView;
use crate::{App, commands::share_list};
use access::Teacher;
use axum::extract::State;
use ids::WordListId;
use web::{ApiResult, Path, Tagged, responses::NotFound};

/// A list that the teacher shares, with its words.
///
/// Permission: teacher, own lists.
#[utoipa::path(
    get,
    path = "/shared-lists/{listId}",
    params(("listId" = WordListId, Path, description = "The list.")),
    responses(
        (
            status = 200,
            description = "The list.",
            body = SharedListView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        NotFound,
    ),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn show_shared_list(
    State(app): State<App>,
    teacher: Teacher,
    Path(list_id): Path<WordListId>,
) -> ApiResult<Tagged<SharedListView>> {
    Ok(SharedListView::tagged(&share_list::find(&app, teacher.id, list_id).await?))
}
