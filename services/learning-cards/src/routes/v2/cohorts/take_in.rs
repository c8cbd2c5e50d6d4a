use super::view::CohortView;
use crate::{App, commands::take_in::take_in};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use web::{
    ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// Take a word of the queue into the present week.
///
/// For a student who does not want to wait for Monday, as long as the week has room. The word's days count from today. Safe to
/// repeat. Problems: `cohort-full`, `word-not-waiting`.
#[utoipa::path(
    put,
    path = "/cohorts/current/words/{wordId}",
    params(("wordId" = OwnWordId, Path, description = "The word.")),
    responses((status = 200, description = "The week, with the word in it.", body = CohortView), NotFound, Conflict),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn take_word_in(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
) -> ApiResult<Json<CohortView>> {
    let cohort = take_in(&app, student.id, word_id).await?;

    CohortView::of(&app, &cohort).await.map(Json)
}
