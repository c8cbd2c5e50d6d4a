use super::view::{SharedListView, students, words};
use crate::{
    App,
    commands::{faulty, share_list},
    domain::{fault::Fault, shared_list::SharedListEdit},
    routes::{v2::lists::view::named, written::WrittenWord},
};
use access::Teacher;
use axum::extract::State;
use chrono::{DateTime, Utc};
use ids::{UserId, WordListId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, IfMatch, Json, Patch, Path, Tagged, responses::NotFound};

/// What becomes of a shared list: absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeSharedList {
    /// What it is called.
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// Its words, all of them.
    #[schema(max_items = 200)]
    words: Option<Vec<WrittenWord>>,
    /// Whom of the teacher's students it is offered to, all of them by name, at most 1,000; null for all students. Who is left
    /// out keeps what they took over.
    #[serde(default)]
    #[schema(value_type = Option<Vec<UserId>>, max_items = 1000)]
    student_ids: Patch<Vec<UserId>>,
}

impl ChangeSharedList {
    fn parse(self, now: DateTime<Utc>) -> Result<SharedListEdit, Vec<Fault>> {
        Ok(SharedListEdit {
            name: self.name.as_deref().map(named).transpose()?,
            words: self.words.map(|written| words(written, now)).transpose()?,
            student_ids: self
                .student_ids
                .change()
                .map(|named| named.map(students).transpose())
                .transpose()?,
        })
    }
}

/// Change a shared list.
///
/// Permission: teacher, own lists. A merge patch. What students took over stays as it is; who takes the list over again gets
/// the words that are new.
#[utoipa::path(
    patch,
    path = "/shared-lists/{listId}",
    params(("listId" = WordListId, Path, description = "The list."), IfMatch),
    request_body(content = ChangeSharedList, content_type = "application/merge-patch+json"),
    responses(
        (
            status = 200,
            description = "Changed.",
            body = SharedListView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        NotFound,
    ),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn change_shared_list(
    State(app): State<App>,
    teacher: Teacher,
    Path(list_id): Path<WordListId>,
    seen: IfMatch,
    Json(body): Json<ChangeSharedList>,
) -> ApiResult<Tagged<SharedListView>> {
    seen.check(share_list::find(&app, teacher.id, list_id).await?.rev)?;
    let edit = body.parse(app.clock.now()).map_err(|faults| faulty("", faults))?;
    let list = share_list::change(&app, teacher.id, list_id, &seen, &edit).await?;

    Ok(SharedListView::tagged(&list))
}
