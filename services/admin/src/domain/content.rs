//! What an item says, as an editor sees it.

use super::recording::Recording;
use events::{
    Level, LocalizedText, PartOfSpeech,
    admin::{
        AdjectiveForms, Article, Audio, ContentKind, Example, NounForms, Snapshot, TopicSnapshot, VerbForms,
        WordSnapshot,
    },
};
use ids::{CONTENT, ContentId, TopicId, WordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The content of an item, under the name of its kind: `{"word": {...}}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "nearly every item is a word")]
pub enum Content {
    /// A topic at one level.
    Topic(Topic),
    /// A word of a topic.
    Word(Word),
}

/// A topic at one level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    /// Its name in addresses, `eten-en-drinken`.
    pub slug: String,
    /// The level that it is taught at.
    pub level: Level,
    /// Its name.
    pub title: LocalizedText,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<LocalizedText>,
    /// Its place among the topics of its level, from 0.
    #[serde(default)]
    pub position: i32,
    /// Under which licence it may be used, as an SPDX expression.
    pub licence: String,
}

/// A word of a topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Word {
    /// The topic that it belongs to.
    pub topic_id: TopicId,
    /// Its name within the topic, for ever: `brood`.
    pub key: String,
    /// Its level.
    pub level: Level,
    /// Dictionary form, without article.
    pub lemma: String,
    /// What kind of word it is.
    pub part_of_speech: PartOfSpeech,
    /// Its forms, if it is a noun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<Noun>,
    /// Its forms, if it is a verb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<Verb>,
    /// Its forms, if it is an adjective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjective: Option<Adjective>,
    /// What it means by language (ISO 639-1), each a list of variants; en and ru always.
    pub glosses: BTreeMap<String, Vec<String>>,
    /// Sentences with it, the best first.
    pub examples: Vec<Sentence>,
    /// How it sounds, in the International Phonetic Alphabet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ipa: Option<String>,
}

/// The forms of a noun.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Noun {
    /// `de`, `het`, or both.
    pub articles: Vec<Article>,
    /// Absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plural: Option<String>,
    /// Absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diminutive: Option<String>,
}

/// The forms of a verb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Verb {
    /// `liep`.
    pub past_singular: String,
    /// `liepen`.
    pub past_plural: String,
    /// `gelopen`.
    pub participle: String,
    /// `hebben`, `zijn`, or both.
    pub auxiliaries: Vec<events::admin::Auxiliary>,
    /// The separable particle, such as `op` in *opstaan*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub particle: Option<String>,
    /// Whether it goes with *zich*.
    #[serde(default)]
    pub reflexive: bool,
}

/// The forms of an adjective.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Adjective {
    /// The form in -e.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflected: Option<String>,
    /// Absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparative: Option<String>,
    /// Absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superlative: Option<String>,
}

/// A sentence with its translations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Sentence {
    /// In Dutch.
    pub nl: String,
    /// By language (ISO 639-1); en and ru always.
    pub translations: BTreeMap<String, String>,
}

/// The id that a topic gets by import: it follows from slug and level, so that every school has the same.
pub fn topic_id(slug: &str, level: Level) -> TopicId {
    ContentId::derive(CONTENT, &topic_name(slug, level)).into()
}

/// The id that a word gets by import: it follows from its topic and its key.
pub fn word_id(slug: &str, level: Level, key: &str) -> WordId {
    ContentId::derive(CONTENT, &format!("word/{slug}/{}/{key}", lower(level))).into()
}

/// The name of a topic among all items, for ever.
pub fn topic_name(slug: &str, level: Level) -> String {
    format!("topic/{slug}/{}", lower(level))
}

/// The name of a word among all items, for ever.
pub fn word_name(topic: TopicId, key: &str) -> String {
    format!("word/{topic}/{key}")
}

fn lower(level: Level) -> String {
    level.as_str().to_ascii_lowercase()
}

impl Content {
    /// What kind it is.
    pub const fn kind(&self) -> ContentKind {
        match self {
            Self::Topic(_) => ContentKind::Topic,
            Self::Word(_) => ContentKind::Word,
        }
    }

    /// Its level.
    pub const fn level(&self) -> Level {
        match self {
            Self::Topic(topic) => topic.level,
            Self::Word(word) => word.level,
        }
    }

    /// Its name among all items, for ever.
    pub fn name(&self) -> String {
        match self {
            Self::Topic(topic) => topic_name(&topic.slug, topic.level),
            Self::Word(word) => word_name(word.topic_id, &word.key),
        }
    }

    /// The topic that it belongs to; an item that is a topic belongs to itself.
    pub fn topic_of(&self, item: ContentId) -> TopicId {
        match self {
            Self::Topic(_) => item.into(),
            Self::Word(word) => word.topic_id,
        }
    }

    /// What a list shows it as.
    pub fn title(&self) -> &str {
        match self {
            Self::Topic(topic) => &topic.title.nl,
            Self::Word(word) => &word.lemma,
        }
    }

    /// What a recording of it says: of a word, a noun with its article. A topic has none.
    pub fn spoken(&self) -> Option<String> {
        match self {
            Self::Topic(_) => None,
            Self::Word(word) => Some(word.spoken()),
        }
    }

    /// The whole of it, as it is published with this recording.
    pub fn snapshot(&self, id: ContentId, recording: Option<&Recording>) -> Snapshot {
        match self {
            Self::Topic(topic) => Snapshot::Topic(topic.snapshot(id.into())),
            Self::Word(word) => Snapshot::Word(word.snapshot(id.into(), recording)),
        }
    }
}

impl Topic {
    fn snapshot(&self, topic_id: TopicId) -> TopicSnapshot {
        TopicSnapshot {
            topic_id,
            slug: self.slug.clone(),
            level: self.level,
            title: self.title.clone(),
            description: self.description.clone(),
            position: self.position,
        }
    }
}

impl Word {
    fn spoken(&self) -> String {
        let articles = self.noun.iter().flat_map(|noun| &noun.articles);
        match articles.map(|article| article.as_str()).collect::<Vec<_>>().join(" of ") {
            none if none.is_empty() => self.lemma.clone(),
            articles => format!("{articles} {}", self.lemma),
        }
    }

    fn snapshot(&self, word_id: WordId, recording: Option<&Recording>) -> WordSnapshot {
        WordSnapshot {
            word_id,
            topic_id: self.topic_id,
            level: self.level,
            lemma: self.lemma.clone(),
            part_of_speech: self.part_of_speech,
            noun: self.noun.as_ref().map(Noun::snapshot),
            verb: self.verb.as_ref().map(Verb::snapshot),
            adjective: self.adjective.as_ref().map(Adjective::snapshot),
            generated_forms: Vec::new(),
            glosses: self.glosses.iter().map(|(language, all)| (language.clone(), all.join("; "))).collect(),
            examples: self.examples.iter().map(Sentence::snapshot).collect(),
            ipa: self.ipa.clone(),
            audio: recording.map(|it| Audio { url: it.url(), synthetic: it.is_synthetic() }),
        }
    }
}

impl Noun {
    fn snapshot(&self) -> NounForms {
        NounForms {
            articles: self.articles.clone(),
            plural: self.plural.clone(),
            diminutive: self.diminutive.clone(),
        }
    }
}

impl Verb {
    fn snapshot(&self) -> VerbForms {
        VerbForms {
            past_singular: self.past_singular.clone(),
            past_plural: self.past_plural.clone(),
            participle: self.participle.clone(),
            auxiliaries: self.auxiliaries.clone(),
            particle: self.particle.clone(),
            reflexive: self.reflexive,
        }
    }
}

impl Adjective {
    fn snapshot(&self) -> AdjectiveForms {
        AdjectiveForms {
            comparative: self.comparative.clone(),
            superlative: self.superlative.clone(),
            inflected: self.inflected.clone(),
        }
    }
}

impl Sentence {
    fn snapshot(&self) -> Example {
        Example { text: self.nl.clone(), translations: self.translations.clone() }
    }
}
