use crate::{App, commands::keep_list};
use access::Student;
use axum::{extract::State, http::StatusCode};
use ids::WordListId;
use web::{ApiResult, Path, responses::NotFound};

/// Remove a list.
///
/// Permission: student, own lists. Its words stay in the dictionary. Safe to repeat.
#[utoipa::path(
    delete,
    path = "/lists/{listId}",
    params(("listId" = WordListId, Path, description = "The list.")),
    responses((status = 204, description = "It is removed."), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn remove_list(
    State(app): State<App>,
    student: Student,
    Path(list_id): Path<WordListId>,
) -> ApiResult<StatusCode> {
    keep_list::remove(&app, student.id, list_id).await?;

    Ok(StatusCode::NO_CONTENT)
}
