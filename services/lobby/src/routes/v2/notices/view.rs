//! Notices as clients read them.

use crate::domain::notice::{ContentNotice, Notice, PolicyNotice, Title};
use events::LocalizedText;
use ids::{ContentId, EventId};
use serde::Serialize;
use utoipa::ToSchema;
use web::Timestamp;

/// Something that a user is told without having asked.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(crate) enum NoticeView {
    /// All that was missed is told. The `id` of this event is where to go on from, also for whoever was told nothing yet.
    Listening,
    /// A version of an item was published.
    ContentUpdated(ContentNoticeView),
    /// Other versions of this client are let in than before.
    ClientPolicyChanged(PolicyNoticeView),
    /// The user may open something else than before: `GET /products` says what.
    AccessChanged,
    /// Some notices were not told: `GET /notices` has those of content.
    Missed,
}

/// A version of an item was published.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContentNoticeView {
    /// Tells notices apart, and where to go on: `after`, `Last-Event-ID`.
    id: EventId,
    /// The item.
    content_id: ContentId,
    /// The name of a topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<LocalizedText>,
    /// A word, in its dictionary form.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "brood")]
    word: Option<String>,
    /// The version that was published. It only rises.
    #[schema(minimum = 1)]
    version: i64,
    /// Whether what a student has learnt of it may count differently now.
    affects_progress: bool,
    /// What the editor tells the students.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<LocalizedText>,
    /// When it was published.
    published_at: Timestamp,
}

/// Which versions of the client are let in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PolicyNoticeView {
    /// Older ones are answered 426.
    #[schema(example = "1.2.0")]
    minimum_version: String,
    /// What to update to.
    #[schema(example = "1.4.0")]
    latest_version: String,
}

impl From<&ContentNotice> for ContentNoticeView {
    fn from(notice: &ContentNotice) -> Self {
        let (topic, word) = match &notice.title {
            Title::Topic(title) => (Some(title.clone()), None),
            Title::Word(word) => (None, Some(word.clone())),
        };
        Self {
            id: notice.id,
            content_id: notice.content_id,
            topic,
            word,
            version: notice.version,
            affects_progress: notice.affects_progress,
            text: notice.text.clone(),
            published_at: notice.published_at.into(),
        }
    }
}

impl From<&Notice> for NoticeView {
    fn from(notice: &Notice) -> Self {
        match notice {
            Notice::Listening(_) => Self::Listening,
            Notice::ContentUpdated(content) => Self::ContentUpdated((&**content).into()),
            Notice::ClientPolicyChanged(PolicyNotice { minimum, latest, .. }) => {
                let (minimum_version, latest_version) = (minimum.clone(), latest.clone());
                Self::ClientPolicyChanged(PolicyNoticeView { minimum_version, latest_version })
            }
            Notice::AccessChanged(_) => Self::AccessChanged,
            Notice::Missed => Self::Missed,
        }
    }
}
