use crate::{App, commands::keep_word, routes::view::WordView};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use web::{ApiResult, Path, Tagged, responses::NotFound};

/// Bring a word back that was set aside.
///
/// A word that was forgotten eight times is a leech and is asked no more. Brought back it waits in the queue and begins anew.
/// Safe to repeat; a word that is not set aside stays as it is.
#[utoipa::path(
    post,
    path = "/words/{wordId}/rescues",
    params(("wordId" = OwnWordId, Path, description = "The word.")),
    responses((status = 200, description = "It is not set aside.", body = WordView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn rescue_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
) -> ApiResult<Tagged<WordView>> {
    Ok(WordView::tagged(&keep_word::bring_back(&app, student.id, word_id).await?))
}
