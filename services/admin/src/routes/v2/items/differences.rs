use super::super::topics::RecordingView;
use crate::{
    App,
    domain::{
        content::Content,
        difference::{FieldChange, changes},
        item::Item,
        recording::Recording,
    },
};
use access::EducationalAdmin;
use axum::extract::State;
use ids::ContentId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiError, ApiResult, Json, Path, Query, responses::NotFound};

/// Which two versions.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DifferencesQuery {
    /// The number of a published version; the last one unless said.
    from: Option<i64>,
    /// The number of a published version; the working version unless said.
    to: Option<i64>,
}

/// In which fields two versions of an item differ.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DifferencesView {
    /// The number of the one.
    from: i64,
    /// The number of the other; absent for the working version.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<i64>,
    /// Every field that differs.
    changes: Vec<FieldChange>,
}

impl DifferencesView {
    fn between(item: &Item, from: Option<i64>, to: Option<i64>) -> ApiResult<Self> {
        let (from, before) = published(item, from)?;
        let after = match to {
            None => Version { content: &item.content, recording: item.heard() },
            Some(_) => published(item, to)?.1,
        };
        let mut changes = changes(before.content, after.content).map_err(ApiError::internal)?;
        if before.recording != after.recording {
            changes.push(FieldChange::of_recording(before.recording, after.recording)?);
        }
        Ok(Self { from, to, changes })
    }
}

/// What there is to compare of a version.
struct Version<'a> {
    content: &'a Content,
    recording: Option<&'a Recording>,
}

impl FieldChange {
    fn of_recording(before: Option<&Recording>, after: Option<&Recording>) -> ApiResult<Self> {
        let shown = |recording: Option<&Recording>| {
            let view = recording.cloned().map(RecordingView::from);
            view.map(serde_json::to_value).transpose().map_err(ApiError::internal)
        };
        Ok(Self { pointer: "/recording".into(), before: shown(before)?, after: shown(after)? })
    }
}

/// The published version with this number; the last one for none.
fn published(item: &Item, number: Option<i64>) -> ApiResult<(i64, Version<'_>)> {
    let found = item.versions().rev().find(|(version, ..)| number.is_none_or(|number| number == *version));
    let (version, entry, content) = found.ok_or_else(|| {
        ApiError::not_found(
            "version",
            number.map_or_else(|| "of this item".to_owned(), |number| number.to_string()),
        )
    })?;
    Ok((version, Version { content, recording: entry.recording.as_ref() }))
}

/// Compare two versions of an item.
#[utoipa::path(
    get,
    path = "/items/{itemId}/differences",
    params(("itemId" = ContentId, Path, description = "The item."), DifferencesQuery),
    responses((status = 200, description = "Every field that differs.", body = DifferencesView), NotFound),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(item.id = %item_id))]
pub(crate) async fn show_differences(
    State(app): State<App>,
    _: EducationalAdmin,
    Path(item_id): Path<ContentId>,
    Query(query): Query<DifferencesQuery>,
) -> ApiResult<Json<DifferencesView>> {
    let item = app.items.get(item_id).await?.ok_or_else(|| ApiError::not_found("item", item_id))?;

    DifferencesView::between(&item, query.from, query.to).map(Json)
}
