//! What was done with an item, the latest last.

use super::{Announcement, Editor, Intent, Item};
use crate::domain::{content::Content, recording::Recording, status::Step};
use chrono::{DateTime, Utc};
use documents::keep_last;
use ids::{ImportId, StepId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an item remembers of what was done with it.
pub const LONGEST_HISTORY: usize = 200;
/// Published versions that it keeps whole. Older ones are in the archive of `content.events.v1`.
pub const MOST_VERSIONS: usize = 20;

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
    /// The request that asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Why, as far as its author said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The version that it gave to students.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// What students were told with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announcement: Option<Announcement>,
    /// What was published, so that it can be compared and brought back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// The recording that came, or that was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<Recording>,
}

/// A request that may be repeated and must then change nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// A step, of this item or of its whole topic.
    Step(StepId),
    /// An import.
    Import(ImportId),
}

/// What was done with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// It came to be.
    Created,
    /// Its content changed.
    Edited,
    /// It got a recording.
    Recorded,
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

impl Act {
    /// The step that it was, if it was one.
    pub const fn step(self) -> Option<Step> {
        match self {
            Self::Created | Self::Edited | Self::Recorded => None,
            Self::Submitted => Some(Step::Submit),
            Self::Approved => Some(Step::Approve),
            Self::Returned => Some(Step::Return),
            Self::Published => Some(Step::Publish),
            Self::Archived => Some(Step::Archive),
            Self::Restored => Some(Step::Restore),
        }
    }

    pub(super) const fn of(step: Step) -> Self {
        match step {
            Step::Submit => Self::Submitted,
            Step::Approve => Self::Approved,
            Step::Return => Self::Returned,
            Step::Publish => Self::Published,
            Step::Archive => Self::Archived,
            Step::Restore => Self::Restored,
        }
    }
}

impl Entry {
    pub(super) fn new(act: Act, editor: Editor, cause: Option<Cause>) -> Self {
        let Editor { id: by, at } = editor;
        Self {
            at,
            by,
            act,
            cause,
            reason: None,
            version: None,
            announcement: None,
            content: None,
            recording: None,
        }
    }

    /// Whether this line is what `intent` asks for.
    pub(super) fn answers(&self, intent: &Intent, editor: UserId) -> bool {
        let announced = self.announcement.clone().unwrap_or_default();
        self.act == Act::of(intent.step)
            && self.by == editor
            && self.reason == intent.reason
            && announced == intent.announcement
    }
}

impl Item {
    /// The lines of the history that a request has caused.
    pub fn caused_by(&self, cause: Cause) -> impl Iterator<Item = &Entry> {
        self.history.iter().filter(move |entry| entry.cause == Some(cause))
    }

    /// The published versions that are kept whole, the latest last.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = (i64, &Entry, &Content)> {
        self.history.iter().filter_map(|entry| Some((entry.version?, entry, entry.content.as_ref()?)))
    }

    pub(super) fn remember(&mut self, entry: Entry) {
        self.updated_at = entry.at;
        self.history.push(entry);
        keep_last(&mut self.history, LONGEST_HISTORY);
        let whole = self.history.iter_mut().rev().filter(|entry| entry.content.is_some());
        for old in whole.skip(MOST_VERSIONS) {
            old.content = None;
        }
    }
}
