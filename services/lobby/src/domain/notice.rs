//! What is told live, and to whom.

use access::Role;
use chrono::{DateTime, Utc};
use events::{
    LocalizedText,
    admin::{ContentUpdated, Snapshot},
    profile::{ClientPolicyChanged, Platform as Told},
};
use ids::{ContentId, EventId, UserId};
use std::sync::Arc;
use web::Platform;

/// Something that users are told without having asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// All that was missed is told; what is told from now on comes after this id.
    Listening(EventId),
    /// A version of an item was published.
    ContentUpdated(Arc<ContentNotice>),
    /// Other versions of a client are let in than before.
    ClientPolicyChanged(PolicyNotice),
    /// This user may open something else than before.
    AccessChanged(UserId),
    /// The reader was too slow, and lacks something.
    Missed,
}

/// A version of an item was published.
#[derive(Clone, Debug, PartialEq)]
pub struct ContentNotice {
    /// The event that told it.
    pub id: EventId,
    /// The item.
    pub content_id: ContentId,
    /// What it is called.
    pub title: Title,
    /// The version that was published. It only rises.
    pub version: i64,
    /// Whether what students have learnt of it may count differently now.
    pub affects_progress: bool,
    /// What the editor tells the students.
    pub text: Option<LocalizedText>,
    /// When it was published.
    pub published_at: DateTime<Utc>,
}

/// What an item is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// A topic.
    Topic(LocalizedText),
    /// A word, in its dictionary form.
    Word(String),
}

/// Which versions of a client are let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyNotice {
    /// Which client.
    pub platform: Platform,
    /// Older ones are answered 426.
    pub minimum: String,
    /// What to update to.
    pub latest: String,
}

/// Who listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listener {
    /// The user.
    pub user: UserId,
    /// Their role.
    pub role: Role,
    /// What their client runs on, where it says so.
    pub platform: Option<Platform>,
}

impl Notice {
    /// As a metric's label.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Listening(_) => "listening",
            Self::ContentUpdated(_) => "content-updated",
            Self::ClientPolicyChanged(_) => "client-policy-changed",
            Self::AccessChanged(_) => "access-changed",
            Self::Missed => "missed",
        }
    }

    /// Whether it is this listener's business.
    pub fn concerns(&self, listener: &Listener) -> bool {
        match self {
            Self::ContentUpdated(_) => learns_or_teaches(listener.role),
            Self::ClientPolicyChanged(policy) => listener.platform == Some(policy.platform),
            Self::AccessChanged(user) => listener.user == *user,
            Self::Listening(_) | Self::Missed => true,
        }
    }
}

/// Content is the business of those who learn, teach or write it.
pub fn learns_or_teaches(role: Role) -> bool {
    match role {
        Role::Student | Role::Teacher | Role::EducationalAdmin => true,
        Role::TechnicalAdmin => false,
    }
}

impl ContentNotice {
    /// What there is to tell of a publication; nothing of a kind that this release does not know.
    pub fn of(id: EventId, published: &ContentUpdated) -> Option<Self> {
        let title = match &published.snapshot {
            Snapshot::Topic(topic) => Title::Topic(topic.title.clone()),
            Snapshot::Word(word) => Title::Word(word.lemma.clone()),
            Snapshot::Other => return None,
        };
        Some(Self {
            id,
            content_id: published.content_id,
            title,
            version: published.version,
            affects_progress: published.affects_progress,
            text: published.notice.clone(),
            published_at: published.published_at,
        })
    }
}

impl PolicyNotice {
    /// What there is to tell of a policy; nothing of a platform that this release does not know.
    pub fn of(changed: &ClientPolicyChanged) -> Option<Self> {
        let platform = match changed.platform {
            Told::Web => Platform::Web,
            Told::Desktop => Platform::Desktop,
            Told::Android => Platform::Android,
            Told::Unknown => return None,
        };
        let (minimum, latest) = (changed.minimum_version.clone(), changed.latest_version.clone());
        Some(Self { platform, minimum, latest })
    }
}
