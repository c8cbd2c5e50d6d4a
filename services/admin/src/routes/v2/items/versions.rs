use super::super::topics::RecordingView;
use crate::{
    App,
    domain::{
        content::Content,
        item::{Entry, Item},
    },
};
use access::EducationalAdmin;
use axum::extract::State;
use events::LocalizedText;
use ids::{ContentId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::NotFound};

/// What was published of an item.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VersionsView {
    /// The latest first; the last 20.
    items: Vec<VersionView>,
}

/// A version as students saw it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VersionView {
    /// Its number.
    version: i64,
    /// When it was published.
    published_at: Timestamp,
    /// Who published it.
    published_by: UserId,
    /// Whether what students had learnt of it could count differently since.
    affects_progress: bool,
    /// What students were told.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<LocalizedText>,
    /// Whether students see it now.
    live: bool,
    /// The item as it was.
    content: Content,
    /// How it sounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<RecordingView>,
}

impl VersionView {
    fn of(item: &Item, version: i64, entry: &Entry, content: &Content) -> Self {
        let announcement = entry.announcement.clone().unwrap_or_default();
        Self {
            version,
            published_at: entry.at.into(),
            published_by: entry.by,
            affects_progress: announcement.affects_progress,
            notice: announcement.notice,
            live: item.live && item.version == version,
            content: content.clone(),
            recording: entry.recording.clone().map(RecordingView::from),
        }
    }
}

/// List what was published of an item.
///
/// To bring a version back, put its content into the item again, and publish that.
#[utoipa::path(
    get,
    path = "/items/{itemId}/versions",
    params(("itemId" = ContentId, Path, description = "The item.")),
    responses((status = 200, description = "The versions that are kept whole.", body = VersionsView), NotFound),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(item.id = %item_id))]
pub(crate) async fn list_versions(
    State(app): State<App>,
    _: EducationalAdmin,
    Path(item_id): Path<ContentId>,
) -> ApiResult<Json<VersionsView>> {
    let item = app.items.get(item_id).await?.ok_or_else(|| ApiError::not_found("item", item_id))?;
    let versions = item.versions().rev();
    let items = versions.map(|(version, entry, content)| VersionView::of(&item, version, entry, content));

    Ok(Json(VersionsView { items: items.collect() }))
}
