use super::{
    put::WrittenList,
    view::{ListView, named},
};
use crate::{
    App,
    commands::{faulty, keep_list},
};
use access::Student;
use axum::extract::State;
use ids::WordListId;
use web::{ApiResult, IfMatch, Json, Path, Tagged, responses::NotFound};

/// Rename a list.
///
/// Permission: student, own lists. A merge patch.
#[utoipa::path(
    patch,
    path = "/lists/{listId}",
    params(("listId" = WordListId, Path, description = "The list."), IfMatch),
    request_body(content = WrittenList, content_type = "application/merge-patch+json"),
    responses(
        (
            status = 200,
            description = "Renamed.",
            body = ListView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        NotFound,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(list.id = %list_id))]
pub(crate) async fn change_list(
    State(app): State<App>,
    student: Student,
    Path(list_id): Path<WordListId>,
    seen: IfMatch,
    Json(body): Json<WrittenList>,
) -> ApiResult<Tagged<ListView>> {
    seen.check(keep_list::find(&app, student.id, list_id).await?.rev)?;
    let name = named(&body.name).map_err(|faults| faulty("", faults))?;
    let list = keep_list::rename(&app, student.id, list_id, &seen, &name).await?;

    ListView::tagged(&app, &list).await
}
