use super::view::WordImportView;
use crate::{App, commands::import_words::find};
use access::Student;
use axum::extract::State;
use ids::WordImportId;
use web::{ApiResult, Json, Path, responses::NotFound};

/// An import.
#[utoipa::path(
    get,
    path = "/imports/{importId}",
    params(("importId" = WordImportId, Path, description = "The import.")),
    responses((status = 200, description = "The import.", body = WordImportView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_import(
    State(app): State<App>,
    student: Student,
    Path(import_id): Path<WordImportId>,
) -> ApiResult<Json<WordImportView>> {
    let import = find(&app, student.id, import_id).await?;

    WordImportView::of(&app, &import).await.map(Json)
}
