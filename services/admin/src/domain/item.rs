//! An item of content: its working version, what is published of it, and its history.

use super::{
    content::Content,
    status::{Status, Step, WrongStep},
};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index, keep_last};
use events::{
    LocalizedText,
    admin::{ContentArchived, ContentKind, ContentUpdated},
};
use ids::{ContentId, TopicId, UserId};
use serde::{Deserialize, Serialize};

/// Versions that an item remembers. Older ones are in the archive of `content.events.v1`.
pub const LONGEST_HISTORY: usize = 50;

/// An item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Of the item, for ever.
    #[serde(rename = "_id")]
    pub id: ContentId,
    /// What kind of content it is.
    pub kind: ContentKind,
    /// The topic that it is, or belongs to.
    pub topic_id: TopicId,
    /// What a list shows it as.
    pub title: String,
    /// Where the working version is.
    pub status: Status,
    /// The working version.
    pub content: Content,
    /// The last version number that was given to students: of a publication or of an archiving. 0 before the first.
    pub version: i64,
    /// Whether students see a version of it now.
    pub live: bool,
    /// What was done with it, the latest last.
    pub history: Vec<Entry>,
    /// When the working version last changed.
    #[serde(with = "documents::instant")]
    pub updated_at: DateTime<Utc>,
}

/// A line of the history of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    #[serde(with = "documents::instant")]
    pub at: DateTime<Utc>,
    /// Who.
    pub by: UserId,
    /// What.
    pub act: Act,
    /// The published version, when it is a publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// What was published, so that it can be compared and brought back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
}

/// What was done with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// It came to be.
    Created,
    /// Its content changed.
    Edited,
    /// It was submitted for review.
    Submitted,
    /// It was approved.
    Approved,
    /// It was returned to draft.
    Returned,
    /// It was published.
    Published,
    /// It was archived.
    Archived,
    /// It was taken up again.
    Restored,
}

/// Who does something, and when.
#[derive(Clone, Copy, Debug)]
pub struct Editor {
    /// The person.
    pub id: UserId,
    /// The instant.
    pub at: DateTime<Utc>,
}

/// What to tell students with a publication.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Announcement {
    /// Whether what they have learnt of it may count differently now.
    pub affects_progress: bool,
    /// The words.
    pub notice: Option<LocalizedText>,
}

/// Why a change of an item is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not from this status.
    #[error(transparent)]
    WrongStep(#[from] WrongStep),
    /// The kind or the topic of an item never changes: that is another item.
    #[error("the content is of another item")]
    OtherItem,
    /// An archived item is restored before it is edited.
    #[error("an archived item cannot be edited; restore it first")]
    Archived,
}

impl Aggregate for Item {
    type Id = ContentId;
    const COLLECTION: &'static str = "content";
    const MAX_BYTES: usize = 4 << 20;

    fn id(&self) -> ContentId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![
            Index::named("of_topic").ascending("topic_id").ascending("kind"),
            Index::named("by_status").ascending("status").ascending("kind").ascending("title"),
            Index::named("by_title").ascending("kind").ascending("title"),
        ]
    }
}

impl Item {
    /// A new item, as a draft.
    pub fn new(id: ContentId, content: Content, editor: Editor) -> Self {
        let mut item = Self {
            id,
            kind: content.kind(),
            topic_id: content.topic_id(),
            title: content.title().to_owned(),
            status: Status::Draft,
            content,
            version: 0,
            live: false,
            history: Vec::new(),
            updated_at: editor.at,
        };
        item.remember(Act::Created, editor);
        item
    }

    /// Puts new content into the working version, which becomes a draft. What is published stays as it is.
    ///
    /// The same content again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::OtherItem`], [`Refusal::Archived`].
    pub fn edit(mut self, content: Content, editor: Editor) -> Result<Change<Self>, Refusal> {
        if content == self.content {
            return Ok(Change::none(self));
        }
        if self.status == Status::Archived {
            return Err(Refusal::Archived);
        }
        if content.kind() != self.kind || content.topic_id() != self.topic_id {
            return Err(Refusal::OtherItem);
        }
        self.title = content.title().to_owned();
        self.content = content;
        self.status = Status::Draft;
        self.updated_at = editor.at;
        self.remember(Act::Edited, editor);
        Ok(Change::of(self))
    }

    /// Takes a step. Publishing tells every service the whole item; archiving tells them that it is gone, if they
    /// ever knew it.
    ///
    /// # Errors
    /// [`WrongStep`].
    pub fn take(mut self, step: Step, announcement: &Announcement, editor: Editor) -> Result<Change<Self>, Refusal> {
        self.status = self.status.take(step)?;
        match step {
            Step::Submit => Ok(self.noted(Act::Submitted, editor)),
            Step::Approve => Ok(self.noted(Act::Approved, editor)),
            Step::Return => Ok(self.noted(Act::Returned, editor)),
            Step::Restore => Ok(self.noted(Act::Restored, editor)),
            Step::Publish => Ok(self.published(announcement, editor)),
            Step::Archive => Ok(self.archived(editor)),
        }
    }

    fn noted(mut self, act: Act, editor: Editor) -> Change<Self> {
        self.remember(act, editor);
        Change::of(self)
    }

    fn published(mut self, announcement: &Announcement, editor: Editor) -> Change<Self> {
        self.version += 1;
        self.live = true;
        self.remember(Act::Published, editor);
        let updated = ContentUpdated {
            content_id: self.id,
            kind: self.kind,
            version: self.version,
            affects_progress: announcement.affects_progress,
            notice: announcement.notice.clone(),
            snapshot: self.content.snapshot(self.id),
            published_by: editor.id,
            published_at: editor.at,
        };
        Change::of(self).publish(updated)
    }

    fn archived(mut self, editor: Editor) -> Change<Self> {
        if !self.live {
            return self.noted(Act::Archived, editor);
        }
        self.version += 1;
        self.live = false;
        self.remember(Act::Archived, editor);
        let archived = ContentArchived {
            content_id: self.id,
            kind: self.kind,
            version: self.version,
            archived_by: editor.id,
            archived_at: editor.at,
        };
        Change::of(self).publish(archived)
    }

    fn remember(&mut self, act: Act, editor: Editor) {
        let published = act == Act::Published;
        self.history.push(Entry {
            at: editor.at,
            by: editor.id,
            act,
            version: published.then_some(self.version),
            content: published.then(|| self.content.clone()),
        });
        keep_last(&mut self.history, LONGEST_HISTORY);
    }
}
