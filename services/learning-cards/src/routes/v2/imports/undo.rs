use super::view::WordImportView;
use crate::{App, commands::import_words::take_back};
use access::Student;
use axum::extract::State;
use ids::WordImportId;
use web::{ApiResult, Json, Path, responses::NotFound};

/// Take an import back.
///
/// The words that it brought are removed, save those that the student has touched since: answered, changed, moved in the
/// queue, merged, met in another sentence. Those that stayed are told. What was removed can be restored for thirty days. Safe
/// to repeat.
#[utoipa::path(
    post,
    path = "/imports/{importId}/undos",
    params(("importId" = WordImportId, Path, description = "The import.")),
    responses((status = 200, description = "It was taken back.", body = WordImportView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(import.id = %import_id))]
pub(crate) async fn undo_import(
    State(app): State<App>,
    student: Student,
    Path(import_id): Path<WordImportId>,
) -> ApiResult<Json<WordImportView>> {
    let import = take_back(&app, student.id, import_id).await?;

    WordImportView::of(&app, &import).await.map(Json)
}
