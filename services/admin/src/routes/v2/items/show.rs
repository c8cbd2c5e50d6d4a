use super::super::topics::RecordingView;
use crate::{
    App,
    domain::{
        content::Content,
        item::{Act, Cause, Entry, Item},
        status::Status,
    },
};
use access::EducationalAdmin;
use axum::extract::State;
use documents::Stored;
use events::{LocalizedText, admin::ContentKind};
use ids::{ContentId, ImportId, StepId, TopicId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, ETag, Path, Tagged, Timestamp, responses::NotFound};

/// An item, whole.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ItemView {
    /// The item.
    item_id: ContentId,
    /// What kind it is.
    kind: ContentKind,
    /// The topic that it is, or belongs to.
    topic_id: TopicId,
    /// A topic's name in Dutch, a word's lemma.
    #[schema(example = "brood")]
    title: String,
    /// Where the working version is.
    status: Status,
    /// The last version number that was given to students; 0 before the first.
    version: i64,
    /// Whether students see a version of it now.
    live: bool,
    /// The working version.
    content: Content,
    /// What was done with it, the latest last; the last 200.
    history: Vec<EntryView>,
    /// How the word sounds; absent until there is a recording that says what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<RecordingView>,
    /// When something was last done with it.
    updated_at: Timestamp,
}

/// What was done with an item.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EntryView {
    /// When.
    at: Timestamp,
    /// Who.
    by: UserId,
    /// What.
    act: Act,
    /// The step that it was part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    step_id: Option<StepId>,
    /// The import that it was part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    import_id: Option<ImportId>,
    /// Why, as far as its author said.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// The version that it gave to students.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    /// Whether what students have learnt of it may count differently since.
    #[serde(skip_serializing_if = "Option::is_none")]
    affects_progress: Option<bool>,
    /// What students were told.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<LocalizedText>,
    /// The recording that came, or that was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<RecordingView>,
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        let (step_id, import_id) = match entry.cause {
            Some(Cause::Step(step)) => (Some(step), None),
            Some(Cause::Import(import)) => (None, Some(import)),
            None => (None, None),
        };
        Self {
            at: entry.at.into(),
            by: entry.by,
            act: entry.act,
            step_id,
            import_id,
            reason: entry.reason,
            version: entry.version,
            affects_progress: entry.announcement.as_ref().map(|announcement| announcement.affects_progress),
            notice: entry.announcement.and_then(|announcement| announcement.notice),
            recording: entry.recording.map(RecordingView::from),
        }
    }
}

impl From<Item> for ItemView {
    fn from(item: Item) -> Self {
        let recording = item.heard().cloned().map(RecordingView::from);
        Self {
            item_id: item.id,
            kind: item.kind,
            topic_id: item.topic_id,
            title: item.title,
            status: item.status,
            version: item.version,
            live: item.live,
            content: item.content,
            history: item.history.into_iter().map(EntryView::from).collect(),
            recording,
            updated_at: item.updated_at.into(),
        }
    }
}

impl ItemView {
    /// The item under the tag of its revision.
    pub(super) fn tagged(item: Stored<Item>) -> Tagged<Self> {
        Tagged(ETag::of_rev(item.rev), item.into_state().into())
    }
}

/// Show an item.
#[utoipa::path(
    get,
    path = "/items/{itemId}",
    params(("itemId" = ContentId, Path, description = "The item.")),
    responses(
        (
            status = 200,
            description = "The item, whole.",
            body = ItemView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        NotFound,
    ),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(item.id = %item_id))]
pub(crate) async fn show_item(
    State(app): State<App>,
    _: EducationalAdmin,
    Path(item_id): Path<ContentId>,
) -> ApiResult<Tagged<ItemView>> {
    let item = app.items.get(item_id).await?.ok_or_else(|| ApiError::not_found("item", item_id))?;

    Ok(ItemView::tagged(item))
}
