use super::files::ContentFiles;
use crate::{
    App,
    commands::import::import,
    domain::errand::{Effect, Imported},
    routes::view::{Answer, counted},
};
use access::EducationalAdmin;
use axum::extract::State;
use events::admin::ContentKind;
use ids::{ContentId, ImportId};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::Conflict};

/// An import that was applied.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportView {
    /// The import, as the client named it.
    import_id: ImportId,
    /// How many items there are of each effect.
    counts: BTreeMap<Effect, usize>,
    /// What happened to each item of the files, in their order.
    items: Vec<ImportedView>,
}

/// What an import did to one item.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportedView {
    /// The item.
    item_id: ContentId,
    /// What kind it is.
    kind: ContentKind,
    /// A topic's name in Dutch, a word's lemma.
    #[schema(example = "brood")]
    title: String,
    /// What happened to it.
    effect: Effect,
}

impl ImportView {
    fn of(import_id: ImportId, imported: Vec<Imported>) -> Self {
        let counts = counted(imported.iter().map(|item| item.effect));
        let items = imported.into_iter().map(ImportedView::from).collect();
        Self { import_id, counts, items }
    }
}

impl From<Imported> for ImportedView {
    fn from(imported: Imported) -> Self {
        let Imported { item_id, kind, title, effect } = imported;
        Self { item_id, kind, title, effect }
    }
}

/// Import content files.
///
/// New and changed items become drafts. With one fault in any file nothing is imported, and every fault is told. Safe to
/// repeat: each item is changed once, and the first answer is given again; a repeat of an import that was cut off does
/// the rest.
#[utoipa::path(
    put,
    path = "/imports/{importId}",
    params(("importId" = ImportId, Path, description = "Made by the client (UUIDv7).")),
    request_body = ContentFiles,
    responses(
        (status = 201, description = "Applied.", body = ImportView),
        (status = 200, description = "It was applied, or begun, before.", body = ImportView),
        Conflict,
    ),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(import.id = %import_id))]
pub(crate) async fn import_files(
    State(app): State<App>,
    editor: EducationalAdmin,
    Path(import_id): Path<ImportId>,
    Json(body): Json<ContentFiles>,
) -> ApiResult<Answer<ImportView>> {
    let files = body.parse()?;
    let imported = import(&app, import_id, files, app.editor(&editor)).await?;

    Ok(Answer { first_time: imported.first_time, body: ImportView::of(import_id, imported.answer) })
}
