use crate::{App, commands::merge_words, routes::view::WordView};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use web::{
    ApiResult, Path, Tagged,
    responses::{Conflict, NotFound},
};

/// Take another word over that is the same one.
///
/// This word gets the other's sentences, answers, tags, lists, and the forms and meanings that it lacks; where it stands
/// follows from the answers of both. The other is gone for good, and what a device answers to it later counts here. Safe to
/// repeat: twice is as good as once. Problems: `word-merged` when one of them was taken over by a third,
/// `word-merged-with-itself`.
#[utoipa::path(
    put,
    path = "/words/{wordId}/merges/{otherId}",
    params(
        ("wordId" = OwnWordId, Path, description = "The word that stays."),
        ("otherId" = OwnWordId, Path, description = "The word that goes."),
    ),
    responses((status = 200, description = "The word that stays.", body = WordView), NotFound, Conflict),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn merge_words(
    State(app): State<App>,
    student: Student,
    Path((word_id, other_id)): Path<(OwnWordId, OwnWordId)>,
) -> ApiResult<Tagged<WordView>> {
    Ok(WordView::tagged(&merge_words::merge(&app, student.id, word_id, other_id).await?))
}
