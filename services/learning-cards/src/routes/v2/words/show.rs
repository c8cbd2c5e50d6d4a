use crate::{App, commands::keep_word, routes::view::WordView};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use web::{ApiResult, Path, Tagged, responses::NotFound};

/// A word of the own dictionary.
#[utoipa::path(
    get,
    path = "/words/{wordId}",
    params(("wordId" = OwnWordId, Path, description = "The word.")),
    responses(
        (
            status = 200,
            description = "The word.",
            body = WordView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        NotFound,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
) -> ApiResult<Tagged<WordView>> {
    Ok(WordView::tagged(&keep_word::find_kept(&app, student.id, word_id).await?))
}
