use crate::{
    App,
    commands::order_queue::{self, Place},
    routes::view::WordView,
};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Path, Tagged,
    responses::{Conflict, NotFound},
};

/// Where in the queue a word is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PlaceWord {
    /// Where.
    at: PlaceName,
    /// Before which word, where it is `before`.
    word_id: Option<OwnWordId>,
}

/// A place in the queue.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PlaceName {
    /// The next week takes it first.
    First,
    /// Behind all others.
    Last,
    /// Right before another word.
    Before,
}

impl PlaceWord {
    fn parse(self) -> ApiResult<Place> {
        match (self.at, self.word_id) {
            (PlaceName::First, None) => Ok(Place::First),
            (PlaceName::Last, None) => Ok(Place::Last),
            (PlaceName::Before, Some(word)) => Ok(Place::Before(word)),
            (PlaceName::Before, None) => Err(ApiError::invalid_field(
                "/wordId",
                "missing",
                "Expected the word before which it is to be.",
            )),
            (PlaceName::First | PlaceName::Last, Some(_)) => {
                Err(ApiError::invalid_field("/wordId", "unexpected", "Only `before` names another word."))
            }
        }
    }
}

/// Move a word in the queue.
///
/// The queue is `GET /words?stage=waiting&sort=queue`. Safe to repeat. Problems: `word-not-waiting`.
#[utoipa::path(
    put,
    path = "/words/{wordId}/place",
    params(("wordId" = OwnWordId, Path, description = "The word.")),
    request_body = PlaceWord,
    responses((status = 200, description = "It is there.", body = WordView), NotFound, Conflict),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn place_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
    Json(body): Json<PlaceWord>,
) -> ApiResult<Tagged<WordView>> {
    let place = body.parse()?;

    Ok(WordView::tagged(&order_queue::put(&app, student.id, word_id, place).await?))
}
