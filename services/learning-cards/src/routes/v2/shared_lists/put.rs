use super::view::{SharedListView, students, words};
use crate::{
    App,
    commands::{faulty, share_list},
    domain::shared_list::SharedList,
    routes::{v2::lists::view::named, view::Answer, written::WrittenWord},
};
use access::Teacher;
use axum::extract::State;
use ids::{UserId, WordListId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::Conflict};

/// A list to be shared.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WrittenSharedList {
    /// What it is called.
    #[schema(min_length = 1, max_length = 100, example = "Les 4")]
    name: String,
    /// Its words, in the order in which to learn them, each once; without `lists` and `source`.
    #[schema(max_items = 200)]
    words: Vec<WrittenWord>,
    /// Whom of the teacher's students it is offered to, at most 1,000; absent for all of them, also those who come later. Who
    /// is named and not taught by the teacher is offered nothing until they are.
    #[schema(max_items = 1000)]
    student_ids: Option<Vec<UserId>>,
}

/// Share a list of words with one's students.
///
/// Permission: teacher. Students who are linked to the teacher see it at once, where
/// `studentIds` names some of them those alone. Safe to repeat. Problems: `too-many-lists`
/// beyond 200.
#[utoipa::path(
    put,
    path = "/shared-lists/{listId}",
    params(("listId" = WordListId, Path, description = "Made by the client (UUIDv7).")),
    request_body = WrittenSharedList,
    responses(
        (status = 201, description = "Shared.", body = SharedListView),
        (status = 200, description = "It was shared before.", body = SharedListView),
        Conflict,
    ),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn put_shared_list(
    State(app): State<App>,
    teacher: Teacher,
    Path(list_id): Path<WordListId>,
    Json(body): Json<WrittenSharedList>,
) -> ApiResult<Answer<SharedListView>> {
    let now = app.clock.now();
    let name = named(&body.name).map_err(|faults| faulty("", faults))?;
    let words = words(body.words, now).map_err(|faults| faulty("", faults))?;
    let student_ids = body.student_ids.map(students).transpose().map_err(|faults| faulty("", faults))?;
    let list = SharedList {
        id: list_id,
        teacher_id: teacher.id,
        name,
        words,
        student_ids,
        removed: false,
        changed_at: now,
    };
    let shared = share_list::share(&app, list).await?;

    Ok(Answer::of(shared, |list| SharedListView::of(&list)))
}
