use crate::{App, commands::take_over::take_over, routes::v2::lists::view::ListView};
use access::Student;
use axum::extract::State;
use ids::WordListId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{
    ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// What came of taking over a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TakenOverView {
    /// The student's own list.
    list: ListView,
    /// Words that came to the dictionary now.
    added: u32,
    /// Words that were there before: they are in the list, and go on as they were.
    known: u32,
    /// Words that the student took over before and has removed: they stay so.
    left_out: u32,
}

/// Take over all words of a list that a teacher shares.
///
/// Permission: student, of own teachers. Words that are new wait in the queue, in the order of the list; all of them are in
/// an own list of the same name. Safe to repeat: a word comes once, and a repeat brings what the teacher has added since.
/// Problems: `too-many-lists`, `too-many-tags`.
#[utoipa::path(
    post,
    path = "/offered-lists/{listId}/takeovers",
    params(("listId" = WordListId, Path, description = "The teacher's list.")),
    responses((status = 200, description = "They are taken over.", body = TakenOverView), NotFound, Conflict),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn take_list_over(
    State(app): State<App>,
    student: Student,
    Path(list_id): Path<WordListId>,
) -> ApiResult<Json<TakenOverView>> {
    let taken = take_over(&app, student.id, list_id).await?;

    Ok(Json(TakenOverView {
        list: ListView::of(&app, &taken.list).await?,
        added: taken.added,
        known: taken.known,
        left_out: taken.left_out,
    }))
}
