use crate::{
    App,
    commands::{faulty, keep_word},
    domain::context::Sentence,
    routes::{
        view::{Answer, WordView},
        written::WrittenContext,
    },
};
use access::Student;
use axum::extract::State;
use ids::{OwnWordId, WordContextId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// A sentence where a word was met.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PutContext {
    /// The sentence.
    sentence: Sentence,
    /// The text or the video that it is from.
    #[schema(max_length = 100)]
    source_id: Option<String>,
}

/// Add a sentence where a word was met.
///
/// A word has up to 20; in which the gap is asked, the sitting says. Safe to repeat. Problems: `context-id-in-use`,
/// `too-many-contexts`.
#[utoipa::path(
    put,
    path = "/words/{wordId}/contexts/{contextId}",
    params(
        ("wordId" = OwnWordId, Path, description = "The word."),
        ("contextId" = WordContextId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = PutContext,
    responses(
        (status = 201, description = "Added: the word with it.", body = WordView),
        (status = 200, description = "It was added before.", body = WordView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn put_context(
    State(app): State<App>,
    student: Student,
    Path((word_id, context_id)): Path<(OwnWordId, WordContextId)>,
    Json(body): Json<PutContext>,
) -> ApiResult<Answer<WordView>> {
    let word = keep_word::find_kept(&app, student.id, word_id).await?;
    let context = WrittenContext { context_id, sentence: body.sentence, source_id: body.source_id };
    let context = context.parse(&word.entry, app.clock.now()).map_err(|faults| faulty("", faults))?;
    let met = keep_word::meet(&app, student.id, word_id, &context).await?;

    Ok(Answer::of(met, |word| WordView::of(&word)))
}
