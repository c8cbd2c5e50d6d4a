use super::view::ListView;
use crate::{App, commands::keep_list};
use access::Student;
use axum::extract::State;
use ids::{OwnWordId, WordListId};
use serde::Deserialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// Words of one request.
const MOST_WORDS: usize = 200;

/// Words for a list.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WordsForList {
    /// Words of the student's dictionary.
    #[schema(min_items = 1, max_items = 200)]
    word_ids: BTreeSet<OwnWordId>,
}

impl WordsForList {
    fn get(self) -> ApiResult<Vec<OwnWordId>> {
        if (1..=MOST_WORDS).contains(&self.word_ids.len()) {
            return Ok(self.word_ids.into_iter().collect());
        }
        let message = format!("Expected 1 to {MOST_WORDS} words.");
        Err(ApiError::invalid_field("/wordIds", "out-of-range", message))
    }
}

/// Put words into a list.
///
/// Permission: student, own lists and words. Up to 200 words at once; all of them are there, or none is put in. Safe to
/// repeat. Problems: `too-many-tags` when a word is in 20 lists already.
#[utoipa::path(
    post,
    path = "/lists/{listId}/words",
    params(("listId" = WordListId, Path, description = "The list.")),
    request_body = WordsForList,
    responses((status = 200, description = "They are in it.", body = ListView), NotFound, Conflict),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn put_words(
    State(app): State<App>,
    student: Student,
    Path(list_id): Path<WordListId>,
    Json(body): Json<WordsForList>,
) -> ApiResult<Json<ListView>> {
    keep_list::put_in(&app, student.id, list_id, body.get()?).await?;
    let list = keep_list::find(&app, student.id, list_id).await?;

    ListView::of(&app, &list).await.map(Json)
}
