use crate::{App, commands::share_list};
use access::Teacher;
use axum::{extract::State, http::StatusCode};
use ids::WordListId;
use web::{ApiResult, Path, responses::NotFound};

/// Share a list no more.
///
/// Permission: teacher, own lists. What students took over stays theirs. Safe to repeat.
#[utoipa::path(
    delete,
    path = "/shared-lists/{listId}",
    params(("listId" = WordListId, Path, description = "The list.")),
    responses((status = 204, description = "It is shared no more."), NotFound),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn remove_shared_list(
    State(app): State<App>,
    teacher: Teacher,
    Path(list_id): Path<WordListId>,
) -> ApiResult<StatusCode> {
    share_list::remove(&app, teacher.id, list_id).await?;

    Ok(StatusCode::NO_CONTENT)
}
