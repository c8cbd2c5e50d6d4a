//! What clients write, in more than one operation.

use crate::domain::{
    context::{Context, MOST_CONTEXTS, Sentence},
    entry::{Entry, Noun, Verb},
    fault::{Fault, Faults},
    row::LONGEST_TAG,
    shared_list::SharedWord,
    word::{MOST_TAGS, NewWord, Source},
};
use chrono::{DateTime, Utc};
use events::{PartOfSpeech, learning_cards::WordSource};
use ids::{OwnWordId, UserId, WordContextId, WordListId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use uuid::Uuid;

/// Characters of the id of a text or a video.
const LONGEST_ID: usize = 100;

/// A word for the own dictionary.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WrittenWord {
    /// Dictionary form. An article before it is understood and becomes one of the noun's.
    #[schema(max_length = 100, example = "het brood")]
    lemma: String,
    /// What kind of word it is.
    #[serde(default = "unsaid")]
    #[schema(default = "unknown")]
    part_of_speech: PartOfSpeech,
    /// Its forms, if it is a noun.
    noun: Option<Noun>,
    /// Its forms, if it is a verb.
    verb: Option<Verb>,
    /// What it means, by language (ISO 639-1), in at least one; variants behind semicolons.
    #[schema(example = json!({ "en": "bread; loaf" }))]
    glosses: BTreeMap<String, String>,
    /// How it sounds, in the International Phonetic Alphabet.
    #[schema(max_length = 100)]
    ipa: Option<String>,
    /// Whatever the student wants to remember of it.
    #[schema(max_length = 1000)]
    note: Option<String>,
    /// Sentences where it was met.
    #[serde(default)]
    #[schema(max_items = 20)]
    contexts: Vec<WrittenContext>,
    /// What the student calls it.
    #[serde(default)]
    #[schema(max_items = 20)]
    tags: Vec<String>,
    /// The student's lists that it is in.
    #[serde(default)]
    #[schema(max_items = 20)]
    lists: Vec<WordListId>,
    /// Where it came from; by hand unless said.
    #[serde(default)]
    source: WrittenSource,
}

/// A sentence where a word was met.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WrittenContext {
    /// Made by the client (UUIDv7).
    pub(crate) context_id: WordContextId,
    /// The sentence.
    pub(crate) sentence: Sentence,
    /// The text or the video that it is from.
    #[schema(max_length = 100)]
    pub(crate) source_id: Option<String>,
}

/// Where a word came from.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WrittenSource {
    /// What it was.
    #[serde(default)]
    kind: WrittenSourceKind,
    /// Which text, video or topic.
    #[schema(max_length = 100)]
    id: Option<String>,
}

/// What a word was met in.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum WrittenSourceKind {
    /// Nothing: typed by hand.
    #[default]
    Manual,
    /// A text.
    Text,
    /// A video.
    Video,
    /// A topic.
    Topic,
}

impl From<WrittenSourceKind> for WordSource {
    fn from(kind: WrittenSourceKind) -> Self {
        match kind {
            WrittenSourceKind::Manual => Self::Manual,
            WrittenSourceKind::Text => Self::Text,
            WrittenSourceKind::Video => Self::Video,
            WrittenSourceKind::Topic => Self::Topic,
        }
    }
}

const fn unsaid() -> PartOfSpeech {
    PartOfSpeech::Unknown
}

impl WrittenWord {
    /// The word, or everything that is wrong with it.
    pub(crate) fn parse(
        self,
        id: OwnWordId,
        student: UserId,
        now: DateTime<Utc>,
    ) -> Result<NewWord, Vec<Fault>> {
        let entry = Entry {
            lemma: self.lemma,
            part_of_speech: self.part_of_speech,
            noun: self.noun,
            verb: self.verb,
            glosses: self.glosses,
            ipa: self.ipa,
            note: self.note,
        };
        let entry = entry.parse()?;
        let mut faults = Faults::default();
        faults.at_most("/contexts", self.contexts.len(), MOST_CONTEXTS);
        let contexts = self.contexts.into_iter().take(MOST_CONTEXTS).enumerate();
        let contexts = contexts
            .map(|(place, context)| context.tidy(&format!("/contexts/{place}"), &entry, now, &mut faults))
            .collect::<Vec<_>>();
        let distinct: BTreeSet<_> = contexts.iter().map(|context| context.id).collect();
        if distinct.len() < contexts.len() {
            faults.add(Fault::new("/contexts", "duplicate-id", "Each sentence has an id of its own."));
        }
        let tags = tags("/tags", &self.tags, &mut faults).into_iter().collect();
        faults.at_most("/lists", self.lists.len(), MOST_TAGS);
        let source = Source {
            kind: self.source.kind.into(),
            id: faults.optional("/source/id", self.source.id.as_deref(), LONGEST_ID),
        };
        let lists = self.lists.into_iter().take(MOST_TAGS).collect();
        faults.unless_any(NewWord { id, student_id: student, entry, contexts, tags, lists, source })
    }
}

impl WrittenWord {
    /// The word for a list that is shared, or everything that is wrong with it.
    pub(crate) fn parse_shared(self, now: DateTime<Utc>) -> Result<SharedWord, Vec<Fault>> {
        let nobodys = Uuid::nil();
        let new = self.parse(OwnWordId::new(nobodys), UserId::new(nobodys), now)?;
        let mut faults = Faults::default();
        faults.at_most("/lists", new.lists.len(), 0);
        if new.source != Source::manual() {
            faults.add(Fault::new("/source", "unexpected", "Where it comes from is this list."));
        }
        faults.unless_any(SharedWord { entry: new.entry, contexts: new.contexts, tags: new.tags })
    }
}

impl WrittenContext {
    /// The sentence by itself, or everything that is wrong with it.
    pub(crate) fn parse(self, entry: &Entry, now: DateTime<Utc>) -> Result<Context, Vec<Fault>> {
        let mut faults = Faults::default();
        let context = self.tidy("", entry, now, &mut faults);
        faults.unless_any(context)
    }

    /// The sentence made tidy; what is wrong with it is noted below `at`.
    pub(crate) fn tidy(self, at: &str, entry: &Entry, now: DateTime<Utc>, faults: &mut Faults) -> Context {
        Context {
            id: self.context_id,
            sentence: self.sentence.tidy(&format!("{at}/sentence"), entry, faults),
            source_id: faults.optional(&format!("{at}/sourceId"), self.source_id.as_deref(), LONGEST_ID),
            met_at: now,
        }
    }
}

/// Tags made tidy; what is wrong is noted below `at`.
pub(crate) fn tags(at: &str, tags: &[String], faults: &mut Faults) -> Vec<String> {
    faults.at_most(at, tags.len(), MOST_TAGS);
    let tidy = tags.iter().take(MOST_TAGS).enumerate();
    tidy.map(|(place, tag)| faults.text(&format!("{at}/{place}"), tag, LONGEST_TAG)).collect()
}
