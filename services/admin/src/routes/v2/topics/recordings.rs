use crate::{
    App,
    domain::{
        item::Item,
        recording::{Recording, Voice},
        status::Status,
    },
    store::items,
};
use access::EducationalAdmin;
use axum::extract::State;
use events::admin::ContentKind;
use ids::{ContentId, TopicId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// How the words of a topic sound.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordingsView {
    /// Its words, by title, without the archived ones.
    items: Vec<SpokenView>,
}

/// A word, and its recording.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpokenView {
    /// The word.
    item_id: ContentId,
    /// Its lemma.
    #[schema(example = "brood")]
    title: String,
    /// What a recording of it says.
    #[schema(example = "het brood")]
    says: String,
    /// Its recording; absent until there is one that says this.
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<RecordingView>,
}

/// A recording of a word.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordingView {
    /// Where it can be had: a path below the gateway. What is there never changes.
    #[schema(example = "/media/audio/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.mp3")]
    url: String,
    /// What is heard.
    #[schema(example = "het brood")]
    says: String,
    /// Whose voice it is.
    voice: Voice,
    /// How long it sounds.
    milliseconds: u32,
    /// How many bytes it has.
    bytes: u32,
}

impl From<Recording> for RecordingView {
    fn from(recording: Recording) -> Self {
        let url = recording.url();
        let Recording { says, voice, milliseconds, bytes, .. } = recording;
        Self { url, says, voice, milliseconds, bytes }
    }
}

impl SpokenView {
    fn of(item: &Item) -> Option<Self> {
        let says = item.content.spoken().filter(|_| item.status != Status::Archived)?;
        let recording = item.heard().cloned().map(RecordingView::from);
        Some(Self { item_id: item.id, title: item.title.clone(), says, recording })
    }
}

/// List what the words of a topic sound like, and which have no recording.
#[utoipa::path(
    get,
    path = "/topics/{topicId}/recordings",
    params(("topicId" = TopicId, Path, description = "The topic.")),
    responses((status = 200, description = "Each word of the topic.", body = RecordingsView), NotFound),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(topic.id = %topic_id))]
pub(crate) async fn list_recordings(
    State(app): State<App>,
    _: EducationalAdmin,
    Path(topic_id): Path<TopicId>,
) -> ApiResult<Json<RecordingsView>> {
    let items = items::of_topic(&app, topic_id).await?;
    if !items.iter().any(|item| item.kind == ContentKind::Topic) {
        return Err(ApiError::not_found("topic", topic_id));
    }
    let mut items: Vec<_> = items.iter().filter_map(|item| SpokenView::of(item)).collect();
    items.sort_by(|one, other| (&one.title, one.item_id).cmp(&(&other.title, other.item_id)));

    Ok(Json(RecordingsView { items }))
}
