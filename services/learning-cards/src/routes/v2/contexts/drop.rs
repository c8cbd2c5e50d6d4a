use crate::{App, commands::keep_word};
use access::Student;
use axum::{extract::State, http::StatusCode};
use ids::{OwnWordId, WordContextId};
use web::{ApiResult, Path, responses::NotFound};

/// Remove a sentence from a word.
///
/// Safe to repeat. A word without sentences is asked in none.
#[utoipa::path(
    delete,
    path = "/words/{wordId}/contexts/{contextId}",
    params(
        ("wordId" = OwnWordId, Path, description = "The word."),
        ("contextId" = WordContextId, Path, description = "The sentence."),
    ),
    responses((status = 204, description = "It is removed."), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn drop_context(
    State(app): State<App>,
    student: Student,
    Path((word_id, context_id)): Path<(OwnWordId, WordContextId)>,
) -> ApiResult<StatusCode> {
    keep_word::drop_context(&app, student.id, word_id, context_id).await?;

    Ok(StatusCode::NO_CONTENT)
}
