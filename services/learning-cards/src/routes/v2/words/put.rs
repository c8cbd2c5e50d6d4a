use crate::{
    App,
    commands::{faulty, keep_word},
    routes::{
        view::{Answer, SameView, WordView},
        written::WrittenWord,
    },
    store,
};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::Conflict};

/// A word that was added.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AddedView {
    /// The word.
    #[serde(flatten)]
    word: WordView,
    /// Words that were there before and seem to be the same: they can be merged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same: Vec<SameView>,
}

/// Add a word to the own dictionary.
///
/// It waits in the queue until a week takes it, the newest first. Safe to repeat. Words of the dictionary that seem to be the
/// same are named in the answer.
#[utoipa::path(
    put,
    path = "/words/{wordId}",
    params(("wordId" = OwnWordId, Path, description = "Made by the client (UUIDv7).")),
    request_body = WrittenWord,
    responses(
        (status = 201, description = "Added.", body = AddedView),
        (status = 200, description = "It was added before.", body = AddedView),
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn put_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
    Json(body): Json<WrittenWord>,
) -> ApiResult<Answer<AddedView>> {
    let word = body.parse(word_id, student.id, app.clock.now()).map_err(|faults| faulty("", faults))?;
    let added = keep_word::add(&app, word).await?;
    let same = store::words::same(&app.words, student.id, &added.answer).await?;

    Ok(Answer::of(added, |word| AddedView {
        word: WordView::of(&word),
        same: same.into_iter().map(SameView::from).collect(),
    }))
}
