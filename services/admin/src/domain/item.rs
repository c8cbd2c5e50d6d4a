//! An item of content: its working version, what is published of it, and its history.

mod history;

pub use history::{Act, Cause, Entry, LONGEST_HISTORY};

use super::{
    content::Content,
    recording::Recording,
    status::{Status, Step, WrongStep},
};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index};
use events::{
    Fact, LocalizedText,
    admin::{ContentArchived, ContentKind, ContentUpdated},
};
use ids::{ContentId, ImportId, StepId, TopicId, UserId};
use serde::{Deserialize, Serialize};

/// An item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Of the item, for ever.
    #[serde(rename = "_id")]
    pub id: ContentId,
    /// Its name among all items, for ever.
    pub name: String,
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
    /// How the word sounds, by the last recording that was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<Recording>,
    /// The last version number that was given to students: of a publication or of an archiving. 0 before the first.
    pub version: i64,
    /// Whether students see a version of it now.
    pub live: bool,
    /// What was done with it, the latest last.
    pub history: Vec<Entry>,
    /// When something was last done with it.
    #[serde(with = "documents::instant")]
    pub updated_at: DateTime<Utc>,
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Announcement {
    /// Whether what they have learnt of it may count differently now.
    pub affects_progress: bool,
    /// The words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<LocalizedText>,
}

/// A step that somebody wants to take.
#[derive(Clone, Debug, PartialEq)]
pub struct Intent {
    /// Made by the client.
    pub id: StepId,
    /// The step.
    pub step: Step,
    /// For a publication.
    pub announcement: Announcement,
    /// For a return.
    pub reason: Option<String>,
}

/// Why a change of an item is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not from this status.
    #[error(transparent)]
    WrongStep(#[from] WrongStep),
    /// The id was used for another step.
    #[error("this id belongs to another step")]
    OtherStep,
    /// The name of an item never changes: that is another item.
    #[error("the slug and level of a topic and the topic and key of a word are for ever")]
    OtherItem,
    /// An archived item is restored before it is edited.
    #[error("an archived item cannot be edited; restore it first")]
    Archived,
    /// A recording says something other than the word that it is for.
    #[error("the recording does not say what the word is now")]
    OtherText,
}

impl Aggregate for Item {
    type Id = ContentId;
    const COLLECTION: &'static str = "content";
    const MAX_BYTES: usize = 8 << 20;

    fn id(&self) -> ContentId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![
            Index::named("by_name").ascending("name").unique(),
            Index::named("by_title").ascending("title"),
            Index::named("of_topic").ascending("topic_id").ascending("title"),
            Index::named("of_status").ascending("status").ascending("title"),
        ]
    }
}

impl Item {
    /// A new item, as a draft.
    pub fn new(id: ContentId, content: Content, editor: Editor) -> Self {
        let mut item = Self::unwritten(id, content, editor.at);
        item.remember(Entry::new(Act::Created, editor, None));
        item
    }

    /// A new item that nobody has written yet: its history is empty, as that of no stored item is.
    pub fn unwritten(id: ContentId, content: Content, at: DateTime<Utc>) -> Self {
        Self {
            id,
            name: content.name(),
            kind: content.kind(),
            topic_id: content.topic_of(id),
            title: content.title().to_owned(),
            status: Status::Draft,
            content,
            recording: None,
            version: 0,
            live: false,
            history: Vec::new(),
            updated_at: at,
        }
    }

    /// Says of what `user` did with it that somebody did it who is forgotten.
    pub fn forget_author(mut self, user: UserId) -> Change<Self> {
        for entry in self.history.iter_mut().filter(|entry| entry.by == user) {
            entry.by = subject::nobody();
        }
        Change::of(self)
    }

    /// Puts new content into the working version, which becomes a draft. What is published stays as it is.
    ///
    /// The same content again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::OtherItem`], [`Refusal::Archived`].
    pub fn edit(self, content: Content, editor: Editor) -> Result<Change<Self>, Refusal> {
        if content == self.content {
            return Ok(Change::none(self));
        }
        if self.status == Status::Archived {
            return Err(Refusal::Archived);
        }
        if content.name() != self.name {
            return Err(Refusal::OtherItem);
        }
        Ok(Change::of(self.rewritten(content, editor, None)))
    }

    /// Takes over what an import says of it; once, however often the import is repeated. An archived item stays as it
    /// is.
    ///
    /// # Errors
    /// [`Refusal::OtherItem`] when the id belongs to an item of another name.
    pub fn take_over(
        mut self,
        content: Content,
        import: ImportId,
        editor: Editor,
    ) -> Result<Change<Self>, Refusal> {
        let cause = Cause::Import(import);
        if content.name() != self.name {
            return Err(Refusal::OtherItem);
        }
        if self.history.is_empty() {
            self.remember(Entry::new(Act::Created, editor, Some(cause)));
            return Ok(Change::of(self));
        }
        if self.caused_by(cause).next().is_some()
            || self.status == Status::Archived
            || self.content == content
        {
            return Ok(Change::none(self));
        }
        Ok(Change::of(self.rewritten(content, editor, Some(cause))))
    }

    /// Gives the word a recording, and the working version becomes a draft. The same again changes nothing, nor does a
    /// computer's voice where a person's says the word.
    ///
    /// # Errors
    /// [`Refusal::Archived`], [`Refusal::OtherText`].
    pub fn record(mut self, recording: Recording, editor: Editor) -> Result<Change<Self>, Refusal> {
        if self.status == Status::Archived {
            return Err(Refusal::Archived);
        }
        if self.content.spoken().as_ref() != Some(&recording.says) {
            return Err(Refusal::OtherText);
        }
        if self.heard().is_some_and(|kept| !recording.replaces(kept)) {
            return Ok(Change::none(self));
        }
        self.status = Status::Draft;
        self.remember(Entry {
            recording: Some(recording.clone()),
            ..Entry::new(Act::Recorded, editor, None)
        });
        self.recording = Some(recording);
        Ok(Change::of(self))
    }

    /// Its recording, if that still says what the word is.
    pub fn heard(&self) -> Option<&Recording> {
        let spoken = self.content.spoken()?;
        self.recording.as_ref().filter(|recording| recording.says == spoken)
    }

    fn rewritten(mut self, content: Content, editor: Editor, cause: Option<Cause>) -> Self {
        self.title = content.title().to_owned();
        self.content = content;
        self.status = Status::Draft;
        self.remember(Entry::new(Act::Edited, editor, cause));
        self
    }

    /// Takes a step, once, however often it is asked for. Publishing tells every service the whole item; archiving
    /// tells them that it is gone, if they ever knew it.
    ///
    /// # Errors
    /// [`Refusal::WrongStep`], [`Refusal::OtherStep`].
    pub fn take(mut self, intent: &Intent, editor: Editor) -> Result<Change<Self>, Refusal> {
        let before =
            self.caused_by(Cause::Step(intent.id)).next().map(|entry| entry.answers(intent, editor.id));
        match before {
            Some(true) => Ok(Change::none(self)),
            Some(false) => Err(Refusal::OtherStep),
            None => {
                let fact = self.advance(intent, editor)?;
                Ok(publish(self, fact))
            }
        }
    }

    /// Takes those of the steps that it can, in this order, once, however often it is asked for.
    pub fn take_those_possible(mut self, intents: &[Intent], editor: Editor) -> Change<Self> {
        let known = intents.iter().any(|intent| self.caused_by(Cause::Step(intent.id)).next().is_some());
        if known {
            return Change::none(self);
        }
        let mut facts = Vec::new();
        let mut taken = 0;
        for intent in intents {
            if let Ok(fact) = self.advance(intent, editor) {
                taken += 1;
                facts.extend(fact);
            }
        }
        if taken == 0 { Change::none(self) } else { publish(self, facts) }
    }

    fn advance(&mut self, intent: &Intent, editor: Editor) -> Result<Option<Fact>, WrongStep> {
        self.status = self.status.take(intent.step)?;
        let mut entry = Entry::new(Act::of(intent.step), editor, Some(Cause::Step(intent.id)));
        let fact = match intent.step {
            Step::Publish => {
                entry.announcement = Some(intent.announcement.clone());
                entry.content = Some(self.content.clone());
                entry.recording = self.heard().cloned();
                Some(self.published(&intent.announcement, editor))
            }
            Step::Archive if self.live => Some(self.withdrawn(editor)),
            Step::Submit | Step::Approve | Step::Return | Step::Archive | Step::Restore => None,
        };
        entry.version = fact.is_some().then_some(self.version);
        entry.reason.clone_from(&intent.reason);
        self.remember(entry);
        Ok(fact)
    }

    fn published(&mut self, announcement: &Announcement, editor: Editor) -> Fact {
        self.version += 1;
        self.live = true;
        Fact::of(ContentUpdated {
            content_id: self.id,
            kind: self.kind,
            version: self.version,
            affects_progress: announcement.affects_progress,
            notice: announcement.notice.clone(),
            snapshot: self.content.snapshot(self.id, self.heard()),
            published_by: editor.id,
            published_at: editor.at,
        })
    }

    fn withdrawn(&mut self, editor: Editor) -> Fact {
        self.version += 1;
        self.live = false;
        Fact::of(ContentArchived {
            content_id: self.id,
            kind: self.kind,
            version: self.version,
            archived_by: editor.id,
            archived_at: editor.at,
        })
    }
}

fn publish(item: Item, facts: impl IntoIterator<Item = Fact>) -> Change<Item> {
    facts.into_iter().fold(Change::of(item), Change::publish_fact)
}

#[cfg(test)]
mod tests;
