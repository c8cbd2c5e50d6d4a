//! A word of a topic, as it was last published.

use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index};
use events::{
    Level, PartOfSpeech,
    admin::{AdjectiveForms, Audio, ContentUpdated, Example, NounForms, VerbForms, WordSnapshot},
    thematic_cards::{WordChange, WordChanged},
};
use ids::{TopicId, WordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// The content item.
    #[serde(rename = "_id")]
    pub id: WordId,
    /// The version that this is; 0 before the first.
    pub version: i64,
    /// The last version that counts differently for what students have learnt of it; 0 for the first.
    #[serde(default)]
    pub learnt_as: i64,
    /// Whether it is taught now.
    pub taught: bool,
    /// When any of this changed here; absent for a word of before this was kept.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<DateTime<Utc>>,
    /// What it is; absent when it was archived before it was ever known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Entry>,
}

/// What a word is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The topic that it belongs to.
    pub topic_id: TopicId,
    /// Its level.
    pub level: Level,
    /// Dictionary form, without article.
    pub lemma: String,
    /// What kind of word it is.
    pub part_of_speech: PartOfSpeech,
    /// Its forms, if it is a noun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<NounForms>,
    /// Its forms, if it is a verb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<VerbForms>,
    /// Its forms, if it is an adjective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjective: Option<AdjectiveForms>,
    /// What it means, by language; variants behind semicolons.
    pub glosses: BTreeMap<String, String>,
    /// Sentences with it.
    pub examples: Vec<Example>,
    /// How it sounds, written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ipa: Option<String>,
    /// How it sounds, to be heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<Audio>,
}

impl Aggregate for Word {
    type Id = WordId;
    const COLLECTION: &'static str = "words";

    fn id(&self) -> WordId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![Index::named("changed").ascending("changed_at")]
    }
}

impl Word {
    /// A word of which nothing is known yet.
    pub fn unknown(id: WordId) -> Self {
        Self { id, version: 0, learnt_as: 0, taught: false, changed_at: None, entry: None }
    }

    /// Takes over a published version, if it is newer than what is known.
    pub fn refresh(
        mut self,
        published: &ContentUpdated,
        snapshot: &WordSnapshot,
        at: DateTime<Utc>,
    ) -> Change<Self> {
        if published.version <= self.version {
            return Change::none(self);
        }
        let change = if self.taught { WordChange::Changed } else { WordChange::Added };
        if published.affects_progress {
            self.learnt_as = published.version;
        }
        self.version = published.version;
        self.taught = true;
        self.changed_at = Some(at);
        let entry = Entry::of(snapshot);
        let changed = entry.changed(self.id, self.version, change, published.affects_progress, at);
        self.entry = Some(entry);
        Change::of(self).publish(changed)
    }

    /// Withdraws the word, if nothing newer is known. Cards of it are asked no more; what was learnt stays.
    pub fn withdraw(mut self, version: i64, at: DateTime<Utc>) -> Change<Self> {
        if version <= self.version {
            return Change::none(self);
        }
        let was_taught = self.taught;
        self.version = version;
        self.taught = false;
        self.changed_at = Some(at);
        match &self.entry {
            Some(entry) if was_taught => {
                let changed = entry.changed(self.id, version, WordChange::Withdrawn, true, at);
                Change::of(self).publish(changed)
            }
            _ => Change::of(self),
        }
    }
}

impl Entry {
    fn of(snapshot: &WordSnapshot) -> Self {
        Self {
            topic_id: snapshot.topic_id,
            level: snapshot.level,
            lemma: snapshot.lemma.clone(),
            part_of_speech: snapshot.part_of_speech,
            noun: snapshot.noun.clone(),
            verb: snapshot.verb.clone(),
            adjective: snapshot.adjective.clone(),
            glosses: snapshot.glosses.clone(),
            examples: snapshot.examples.clone(),
            ipa: snapshot.ipa.clone(),
            audio: snapshot.audio.clone(),
        }
    }

    fn changed(
        &self,
        word_id: WordId,
        version: i64,
        change: WordChange,
        affects_progress: bool,
        changed_at: DateTime<Utc>,
    ) -> WordChanged {
        WordChanged {
            topic_id: self.topic_id,
            word_id,
            version,
            change,
            lemma: self.lemma.clone(),
            part_of_speech: self.part_of_speech,
            level: self.level,
            affects_progress,
            changed_at,
        }
    }
}
