use super::view::{SharedListView, words};
use crate::{
    App,
    commands::{faulty, share_list},
    routes::{v2::lists::view::named, written::WrittenWord},
};
use access::Teacher;
use axum::extract::State;
use ids::WordListId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, IfMatch, Json, Path, Tagged, responses::NotFound};

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
    let now = app.clock.now();
    let name = body.name.as_deref().map(named).transpose().map_err(|faults| faulty("", faults))?;
    let words =
        body.words.map(|written| words(written, now)).transpose().map_err(|faults| faulty("", faults))?;
    let list =
        share_list::change(&app, teacher.id, list_id, &seen, name.as_deref(), words.as_deref()).await?;

    Ok(SharedListView::tagged(&list))
}
