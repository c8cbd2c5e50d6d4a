use crate::{App, commands::keep_word};
use access::Student;
use axum::{extract::State, http::StatusCode};
use ids::OwnWordId;
use web::{ApiResult, Path, responses::NotFound};

/// Remove a word from the own dictionary.
///
/// Permission: student, own words. Safe to repeat.
#[utoipa::path(
    delete,
    path = "/words/{wordId}",
    params(("wordId" = OwnWordId, Path, description = "The word.")),
    responses((status = 204, description = "It is removed."), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn remove_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
) -> ApiResult<StatusCode> {
    keep_word::remove(&app, student.id, word_id).await?;

    Ok(StatusCode::NO_CONTENT)
}
