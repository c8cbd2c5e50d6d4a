//! What admin tells: content, whole, when it is published.

use crate::{Level, LocalizedText, PartOfSpeech, Record};
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use ids::{ContentId, TopicId, UserId, WordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

symbols! {
    /// What kind of content an item is. A reader ignores a kind that it does not know.
    ContentKind {
        /// One that this release does not know.
        Unknown = "unknown",
        /// A topic at one level.
        Topic = "topic",
        /// A word of a topic.
        Word = "word",
    }
}

/// A version of an item was published. It is given whole, so that a reader needs no other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContentUpdated {
    /// The item.
    pub content_id: ContentId,
    /// What kind of content it is.
    pub kind: ContentKind,
    /// The version that was published. It only rises.
    pub version: i64,
    /// Whether what students have learnt of it may count differently now.
    pub affects_progress: bool,
    /// What to tell the students that it touches; `None` for nothing.
    pub notice: Option<LocalizedText>,
    /// The item itself; `None` where its kind has a field of its own. A union cannot grow without breaking
    /// its readers: a new kind brings a new nullable field.
    pub snapshot: Snapshot,
    /// The administrator who published it.
    pub published_by: UserId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub published_at: DateTime<Utc>,
}

/// A published item, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "an event is made once and moved a few times")]
pub enum Snapshot {
    /// Of a kind that this release does not know: nothing to do.
    Other,
    /// A topic at one level.
    Topic(TopicSnapshot),
    /// A word of a topic.
    Word(WordSnapshot),
}

/// A topic at one level, whole. Its words name it; it does not name them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopicSnapshot {
    /// The content id of the topic.
    pub topic_id: TopicId,
    /// Its name in addresses, such as thuis.
    pub slug: String,
    /// The level that it is taught at.
    pub level: Level,
    /// Its name.
    pub title: LocalizedText,
    /// What it is about.
    pub description: Option<LocalizedText>,
    /// Its place among the topics of its level, from 0.
    pub position: i32,
}

/// A word of a topic, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordSnapshot {
    /// The content id of the word.
    pub word_id: WordId,
    /// The topic that it belongs to. Either may arrive first.
    pub topic_id: TopicId,
    /// Its level.
    pub level: Level,
    /// The word, in its dictionary form, without article.
    pub lemma: String,
    /// What kind of word it is.
    pub part_of_speech: PartOfSpeech,
    /// Its forms, if it is a noun.
    pub noun: Option<NounForms>,
    /// Its forms, if it is a verb.
    pub verb: Option<VerbForms>,
    /// Its forms, if it is an adjective.
    pub adjective: Option<AdjectiveForms>,
    /// The names of the forms above that were made by rule and that no editor has confirmed yet, such as
    /// plural.
    pub generated_forms: Vec<String>,
    /// What it means by language (ISO 639-1), variants separated by a semicolon. en and ru are always there.
    pub glosses: BTreeMap<String, String>,
    /// Sentences with it, the best first.
    pub examples: Vec<Example>,
    /// How it sounds, in the International Phonetic Alphabet.
    pub ipa: Option<String>,
    /// How it sounds, to be heard; `None` where there is no recording.
    pub audio: Option<Audio>,
}

/// A recording of a word, a noun with its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audio {
    /// Where it can be had: a path below the gateway, or a whole address.
    pub url: String,
    /// Whether a machine speaks.
    pub synthetic: bool,
}

symbols! {
    /// A definite article. Closed: Dutch has these two.
    Article {
        /// Common gender.
        De = "de",
        /// Neuter.
        Het = "het",
    }
}

/// The forms of a noun.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NounForms {
    /// Its article, or both where both are right; empty where it takes none, as in Nederland.
    pub articles: Vec<Article>,
    /// Its plural; `None` where it has none.
    pub plural: Option<String>,
    /// Its diminutive; `None` where it has none.
    pub diminutive: Option<String>,
}

symbols! {
    /// A verb that makes the perfect tense. Closed: Dutch has these two.
    Auxiliary {
        /// *Ik heb gelopen.*
        Hebben = "hebben",
        /// *Ik ben gelopen.*
        Zijn = "zijn",
    }
}

/// The forms of a verb.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerbForms {
    /// Past singular: liep.
    pub past_singular: String,
    /// Past plural: liepen.
    pub past_plural: String,
    /// Past participle: gelopen.
    pub participle: String,
    /// What it makes the perfect tense with, or both where both are right.
    pub auxiliaries: Vec<Auxiliary>,
    /// Its separable particle, such as op in opstaan; `None` where it has none.
    pub particle: Option<String>,
    /// Whether it goes with zich.
    pub reflexive: bool,
}

/// The forms of an adjective.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdjectiveForms {
    /// Comparative: groter; `None` where it has none.
    pub comparative: Option<String>,
    /// Superlative: grootst; `None` where it has none.
    pub superlative: Option<String>,
    /// The form in -e, where it is irregular.
    pub inflected: Option<String>,
}

/// A sentence with the word in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The sentence, in Dutch.
    pub text: String,
    /// Its translation by language (ISO 639-1). en and ru are always there.
    pub translations: BTreeMap<String, String>,
}

event!(ContentUpdated: "content.events.v1", "tall.admin.ContentUpdated", "admin/content.updated.avsc",
    key content_id);

/// An item is no longer part of what is taught.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContentArchived {
    /// The item.
    pub content_id: ContentId,
    /// What kind of content it is.
    pub kind: ContentKind,
    /// The version of the archiving, one above the last that was published. It only rises.
    pub version: i64,
    /// The administrator who archived it.
    pub archived_by: UserId,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub archived_at: DateTime<Utc>,
}

event!(ContentArchived: "content.events.v1", "tall.admin.ContentArchived", "admin/content.archived.avsc",
    key content_id);

pub(crate) const RECORDS: &[Record] = &[Record::of::<ContentUpdated>(), Record::of::<ContentArchived>()];
