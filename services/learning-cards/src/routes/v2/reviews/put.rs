use crate::{
    App,
    commands::{answer_word, faulty, merge_words::look_at_surviving},
    routes::{
        answered::WrittenAnswer,
        view::{Answer, OutcomeView},
    },
};
use access::Student;
use axum::extract::State;
use ids::{OwnWordId, ReviewId};
use web::{
    ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// Answer a word of the own dictionary.
///
/// The first answer of a day to what the word is asked counts; everything else is practice, and is kept all the same. Safe to
/// repeat: an answer counts once, and the first outcome is given again.
#[utoipa::path(
    put,
    path = "/words/{wordId}/reviews/{reviewId}",
    params(
        ("wordId" = OwnWordId, Path, description = "The word."),
        ("reviewId" = ReviewId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = WrittenAnswer,
    responses(
        (status = 201, description = "Taken.", body = OutcomeView),
        (status = 200, description = "It was taken before.", body = OutcomeView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id, review.id = %review_id))]
pub(crate) async fn answer_word(
    State(app): State<App>,
    student: Student,
    Path((word_id, review_id)): Path<(OwnWordId, ReviewId)>,
    Json(body): Json<WrittenAnswer>,
) -> ApiResult<Answer<OutcomeView>> {
    let submission = body.parse().map_err(|faults| faulty("", faults))?;
    let look = look_at_surviving(&app, student.id, word_id).await?;
    let taken = answer_word::answer(&app, look, review_id, &submission).await?;

    Ok(Answer::of(taken, |outcome| OutcomeView::of(&outcome)))
}
