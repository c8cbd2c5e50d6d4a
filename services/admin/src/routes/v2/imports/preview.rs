use super::files::ContentFiles;
use crate::{
    App,
    commands::import::{Preview, preview},
    domain::{difference::FieldChange, errand::Effect, pack::FileFault, placing::Difference},
    routes::view::counted,
};
use access::EducationalAdmin;
use axum::extract::State;
use events::admin::ContentKind;
use ids::ContentId;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// What an import would do.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewView {
    /// Everything that is wrong; with one fault nothing is imported.
    faults: Vec<FileFault>,
    /// How many items there are of each effect.
    counts: BTreeMap<Effect, usize>,
    /// What would happen to each item; none when there is a fault.
    items: Vec<DifferenceView>,
}

/// What an import would do to one item.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DifferenceView {
    /// The item, with the id that it has or would get.
    item_id: ContentId,
    /// What kind it is.
    kind: ContentKind,
    /// A topic's name in Dutch, a word's lemma.
    #[schema(example = "brood")]
    title: String,
    /// What happens to it.
    effect: Effect,
    /// The fields that change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<FieldChange>,
}

impl From<Preview> for PreviewView {
    fn from(preview: Preview) -> Self {
        match preview {
            Err(faults) => Self { faults, counts: BTreeMap::new(), items: Vec::new() },
            Ok(differences) => Self {
                faults: Vec::new(),
                counts: counted(differences.iter().map(|difference| difference.imported.effect)),
                items: differences.into_iter().map(DifferenceView::from).collect(),
            },
        }
    }
}

impl From<Difference> for DifferenceView {
    fn from(difference: Difference) -> Self {
        let Difference { imported, changes } = difference;
        let crate::domain::errand::Imported { item_id, kind, title, effect } = imported;
        Self { item_id, kind, title, effect, changes }
    }
}

/// Look what an import would do.
///
/// Every fault of every file at once, by line; or, when there is none, what happens to each item. Nothing is written.
#[utoipa::path(
    post,
    path = "/imports/previews",
    request_body = ContentFiles,
    responses((status = 200, description = "Faults, or what happens to each item.", body = PreviewView)),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn preview_import(
    State(app): State<App>,
    _: EducationalAdmin,
    Json(body): Json<ContentFiles>,
) -> ApiResult<Json<PreviewView>> {
    let preview = preview(&app, body.parse()?).await?;

    Ok(Json(preview.into()))
}
