use crate::{App, commands::keep_word, routes::view::WordView};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use web::{
    ApiResult, Path, Tagged,
    responses::{Conflict, NotFound},
};

/// Take a removed word back.
///
/// It is as it was, with all its answers. Safe to repeat. Problems: `word-merged` when another word took it over.
#[utoipa::path(
    post,
    path = "/words/{wordId}/restorations",
    params(("wordId" = OwnWordId, Path, description = "The word.")),
    responses((status = 200, description = "It is kept.", body = WordView), NotFound, Conflict),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn restore_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
) -> ApiResult<Tagged<WordView>> {
    Ok(WordView::tagged(&keep_word::restore(&app, student.id, word_id).await?))
}
