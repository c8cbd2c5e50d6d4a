//! An item of content: its working version, what is published of it, and its history.

use super::{
    content::Content,
    recording::Recording,
    status::{Status, Step, WrongStep},
};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index, keep_last};
use events::{
    Fact, LocalizedText,
    admin::{ContentArchived, ContentKind, ContentUpdated},
};
use ids::{ContentId, ImportId, StepId, TopicId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an item remembers of what was done with it.
pub const LONGEST_HISTORY: usize = 200;
/// Published versions that it keeps whole. Older ones are in the archive of `content.events.v1`.
pub const MOST_VERSIONS: usize = 20;

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

    const fn of(step: Step) -> Self {
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
    fn new(act: Act, editor: Editor, cause: Option<Cause>) -> Self {
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
    fn answers(&self, intent: &Intent, editor: UserId) -> bool {
        let announced = self.announcement.clone().unwrap_or_default();
        self.act == Act::of(intent.step)
            && self.by == editor
            && self.reason == intent.reason
            && announced == intent.announcement
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

    /// The lines of the history that a request has caused.
    pub fn caused_by(&self, cause: Cause) -> impl Iterator<Item = &Entry> {
        self.history.iter().filter(move |entry| entry.cause == Some(cause))
    }

    /// The published versions that are kept whole, the latest last.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = (i64, &Entry, &Content)> {
        self.history.iter().filter_map(|entry| Some((entry.version?, entry, entry.content.as_ref()?)))
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

    fn remember(&mut self, entry: Entry) {
        self.updated_at = entry.at;
        self.history.push(entry);
        keep_last(&mut self.history, LONGEST_HISTORY);
        let whole = self.history.iter_mut().rev().filter(|entry| entry.content.is_some());
        for old in whole.skip(MOST_VERSIONS) {
            old.content = None;
        }
    }
}

fn publish(item: Item, facts: impl IntoIterator<Item = Fact>) -> Change<Item> {
    facts.into_iter().fold(Change::of(item), Change::publish_fact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{content::topic_id, samples};
    use events::Level;
    use named::{step, user};
    use proptest::prelude::*;

    mod named {
        use ids::{CONTENT, StepId, UserId};

        pub(super) fn step(number: usize) -> StepId {
            StepId::derive(CONTENT, &number.to_string())
        }

        pub(super) fn user(name: &str) -> UserId {
            UserId::derive(CONTENT, name)
        }
    }

    fn editor() -> Editor {
        Editor { id: user("anna"), at: "2025-03-03T09:00:00Z".parse().expect("an instant") }
    }

    fn item() -> Item {
        Item::new(topic_id("eten", Level::A1).into(), samples::topic(), editor())
    }

    fn intent(number: usize, step_to_take: Step) -> Intent {
        Intent { id: step(number), step: step_to_take, announcement: Announcement::default(), reason: None }
    }

    fn after(steps: &[Step]) -> Item {
        steps.iter().enumerate().fold(item(), |item, (number, step)| {
            item.take(&intent(number, *step), editor()).expect("a possible step").into_parts().0
        })
    }

    const TO_LIVE: [Step; 3] = [Step::Submit, Step::Approve, Step::Publish];

    #[test]
    fn publishing_tells_the_whole_item_and_its_version() {
        let change = after(&TO_LIVE[..2]).take(&intent(9, Step::Publish), editor()).expect("approved");

        let told = change.facts()[0].get::<ContentUpdated>().expect("an update");
        assert_eq!((told.version, told.content_id), (1, change.state().id));
        assert_eq!(told.snapshot, change.state().content.snapshot(change.state().id, None));
        assert!(change.state().live);
    }

    #[test]
    fn archiving_tells_only_of_what_was_live() {
        let never = after(&[Step::Submit]).take(&intent(9, Step::Archive), editor()).expect("alive");
        assert!(never.facts().is_empty());

        let live = after(&TO_LIVE).take(&intent(9, Step::Archive), editor()).expect("alive");
        assert_eq!(live.facts()[0].get::<ContentArchived>().expect("an archiving").version, 2);

        let archived = [&TO_LIVE[..], &[Step::Archive, Step::Restore]].concat();
        let again = after(&archived).take(&intent(9, Step::Archive), editor()).expect("alive");
        assert!(again.facts().is_empty(), "students have been told already");
    }

    #[test]
    fn an_edit_makes_a_draft_and_leaves_what_students_see() {
        let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
        topic.title.nl = "Eten en drinken".into();
        let edited = after(&TO_LIVE).edit(Content::Topic(topic), editor()).expect("the same topic");

        assert_eq!(edited.state().status, Status::Draft);
        assert_eq!(edited.state().title, "Eten en drinken");
        assert!(edited.state().live && edited.facts().is_empty());
    }

    #[test]
    fn an_edit_that_changes_nothing_takes_nothing_back() {
        assert!(after(&TO_LIVE).edit(samples::topic(), editor()).expect("the same").is_none());
    }

    #[test]
    fn a_name_is_for_ever() {
        let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
        topic.slug = "drinken".into();
        assert_eq!(item().edit(Content::Topic(topic), editor()).expect_err("another"), Refusal::OtherItem);
        assert_eq!(item().edit(samples::word("brood"), editor()).expect_err("another"), Refusal::OtherItem);
    }

    #[test]
    fn an_archived_item_is_not_edited() {
        let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
        topic.position = 7;
        let refused = after(&[Step::Archive]).edit(Content::Topic(topic), editor());
        assert_eq!(refused.expect_err("archived"), Refusal::Archived);
    }

    fn word() -> Item {
        Item::new(samples::word_id("brood"), samples::word("brood"), editor())
    }

    fn recorded(item: Item, recording: Recording) -> Item {
        item.record(recording, editor()).expect("the same text").into_parts().0
    }

    fn acts(item: &Item) -> Vec<Act> {
        item.history.iter().map(|entry| entry.act).collect()
    }

    #[test]
    fn a_recording_is_a_change_of_the_working_version() {
        let item = TO_LIVE.into_iter().enumerate().fold(word(), |item, (number, step)| {
            item.take(&intent(number, step), editor()).expect("possible").into_parts().0
        });
        let item = recorded(item, samples::computers("het brood", 20));
        assert_eq!((item.status, item.live, acts(&item).pop()), (Status::Draft, true, Some(Act::Recorded)));

        let again = item.clone().record(samples::computers("het brood", 20), editor()).expect("the same");
        assert!(again.is_none());
    }

    #[test]
    fn a_persons_recording_replaces_a_computers_and_stays() {
        let item = recorded(word(), samples::computers("het brood", 20));
        let item = recorded(item, samples::persons("het brood", 21));
        let late = item.clone().record(samples::computers("het brood", 22), editor()).expect("kept");
        assert!(late.is_none());
        assert_eq!(item.heard(), Some(&samples::persons("het brood", 21)));
        let history: Vec<_> = item.history.iter().filter_map(|entry| entry.recording.as_ref()).collect();
        assert_eq!(history, [&samples::computers("het brood", 20), &samples::persons("het brood", 21)]);
    }

    #[test]
    fn a_recording_that_says_something_else_is_not_heard() {
        let other = word().record(samples::computers("de brood", 20), editor());
        assert_eq!(other.expect_err("another text"), Refusal::OtherText);
        assert_eq!(
            item().record(samples::persons("Eten", 20), editor()).expect_err("a topic"),
            Refusal::OtherText
        );

        let item = recorded(word(), samples::persons("het brood", 20));
        let Content::Word(mut corrected) = item.content.clone() else { panic!("a word") };
        corrected.noun.as_mut().expect("a noun").articles = vec![events::admin::Article::De];
        let item = item.edit(Content::Word(corrected), editor()).expect("the same word").into_parts().0;
        assert_eq!(item.heard(), None);

        let item = recorded(item, samples::computers("de brood", 21));
        assert_eq!(item.heard(), Some(&samples::computers("de brood", 21)), "nobody has said that yet");
    }

    #[test]
    fn an_archived_word_is_not_recorded() {
        let archived = word().take(&intent(0, Step::Archive), editor()).expect("possible").into_parts().0;
        let refused = archived.record(samples::persons("het brood", 20), editor());
        assert_eq!(refused.expect_err("archived"), Refusal::Archived);
    }

    #[test]
    fn a_step_is_taken_once() {
        let taken = after(&[Step::Submit]);
        assert!(taken.clone().take(&intent(0, Step::Submit), editor()).expect("a repeat").is_none());

        let others = [
            (intent(0, Step::Approve), editor()),
            (Intent { reason: Some("typo".into()), ..intent(0, Step::Submit) }, editor()),
            (intent(0, Step::Submit), Editor { id: user("boris"), ..editor() }),
        ];
        for (intent, editor) in others {
            assert_eq!(taken.clone().take(&intent, editor).expect_err("another"), Refusal::OtherStep);
        }
    }

    #[test]
    fn all_possible_steps_are_taken_in_one_change() {
        let all = TO_LIVE.map(|step| intent(9, step));
        let change = item().take_those_possible(&all, editor());
        assert_eq!((change.state().status, change.facts().len()), (Status::Published, 1));

        let again = change.state().clone().take_those_possible(&all, editor());
        assert!(again.is_none());

        let nothing_to_do =
            change.into_parts().0.take_those_possible(&TO_LIVE.map(|step| intent(10, step)), editor());
        assert!(nothing_to_do.is_none());
    }

    #[test]
    fn an_import_changes_an_item_once() {
        let import = ImportId::derive(ids::CONTENT, "first");
        let Content::Topic(mut topic) = samples::topic() else { panic!("a topic") };
        topic.position = 7;
        let imported = Content::Topic(topic);

        let take_over = |item: Item, content: &Content| {
            item.take_over(content.clone(), import, editor()).expect("the same topic")
        };
        let change = take_over(item(), &imported);
        assert_eq!(change.state().content, imported);
        let edited_since =
            change.into_parts().0.edit(samples::topic(), editor()).expect("the same").into_parts().0;
        assert!(take_over(edited_since, &imported).is_none());

        assert!(take_over(after(&[Step::Archive]), &imported).is_none());
        let another = item().take_over(samples::word("brood"), import, editor());
        assert_eq!(another.expect_err("another"), Refusal::OtherItem);
    }

    #[test]
    fn the_last_versions_are_kept_whole() {
        let round = [Step::Submit, Step::Approve, Step::Publish, Step::Archive, Step::Restore];
        let steps: Vec<_> = std::iter::repeat_n(round, MOST_VERSIONS + 5).flatten().collect();
        let item = after(&steps);

        let kept: Vec<_> = item.versions().map(|(version, ..)| version).collect();
        assert_eq!(kept.len(), MOST_VERSIONS);
        assert_eq!(kept.last(), Some(&(item.version - 1)), "the last number was given to an archiving");
    }

    proptest! {
        #[test]
        fn history_is_bounded_and_versions_only_rise(steps in prop::collection::vec(0..Step::ALL.len(), 0..600)) {
            let mut item = item();
            let mut last = 0;
            for (number, step) in steps.into_iter().enumerate() {
                let Ok(change) = item.clone().take(&intent(number, Step::ALL[step]), editor()) else { continue };
                item = change.into_parts().0;
                prop_assert!(item.version == last || item.version == last + 1);
                prop_assert!(item.live || item.status != Status::Published);
                last = item.version;
            }
            prop_assert!(item.history.len() <= LONGEST_HISTORY);
        }
    }
}
