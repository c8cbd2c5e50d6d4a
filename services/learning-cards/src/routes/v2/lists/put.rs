use super::view::{ListView, named};
use crate::{
    App,
    commands::{faulty, keep_list},
    domain::list::WordList,
    routes::view::Answer,
};
use access::Student;
use axum::extract::State;
use ids::WordListId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::Conflict};

/// A list to be made, or renamed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WrittenList {
    /// What the student calls it.
    #[schema(min_length = 1, max_length = 100, example = "Les 4")]
    pub(crate) name: String,
}

/// Make a list.
///
/// Permission: student. A word may be in several lists. Safe to repeat. Problems: `too-many-lists` beyond 200.
#[utoipa::path(
    put,
    path = "/lists/{listId}",
    params(("listId" = WordListId, Path, description = "Made by the client (UUIDv7).")),
    request_body = WrittenList,
    responses(
        (status = 201, description = "Made.", body = ListView),
        (status = 200, description = "It was made before.", body = ListView),
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn put_list(
    State(app): State<App>,
    student: Student,
    Path(list_id): Path<WordListId>,
    Json(body): Json<WrittenList>,
) -> ApiResult<Answer<ListView>> {
    let name = named(&body.name).map_err(|faults| faulty("", faults))?;
    let list = WordList::new(list_id, student.id, name, app.clock.now());
    let made = keep_list::make(&app, list).await?;
    let body = ListView::of(&app, &made.answer).await?;

    Ok(Answer { first_time: made.first_time, body })
}
