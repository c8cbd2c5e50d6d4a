use crate::{App, commands::keep_list};
use access::Student;
use axum::{extract::State, http::StatusCode};
use ids::{OwnWordId, WordListId};
use web::{ApiResult, Path, responses::NotFound};

/// Take a word out of a list.
///
/// Permission: student, own lists and words. It stays in the dictionary. Safe to repeat.
#[utoipa::path(
    delete,
    path = "/lists/{listId}/words/{wordId}",
    params(
        ("listId" = WordListId, Path, description = "The list."),
        ("wordId" = OwnWordId, Path, description = "The word."),
    ),
    responses((status = 204, description = "It is not in it."), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id, word.id = %word_id))]
pub(crate) async fn drop_word(
    State(app): State<App>,
    student: Student,
    Path((list_id, word_id)): Path<(WordListId, OwnWordId)>,
) -> ApiResult<StatusCode> {
    keep_list::take_out(&app, student.id, list_id, word_id).await?;

    Ok(StatusCode::NO_CONTENT)
}
