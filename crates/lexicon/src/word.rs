use serde::{Deserialize, Serialize};
use std::fmt;

/// Kind of a word. The names are those of the content files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartOfSpeech {
    /// *huis*.
    Noun,
    /// *lopen*.
    Verb,
    /// *mooi*.
    Adjective,
    /// *vaak*.
    Adverb,
    /// *wij*.
    Pronoun,
    /// *de, mijn*.
    Determiner,
    /// *drie*.
    Numeral,
    /// *op*.
    Preposition,
    /// *omdat*.
    Conjunction,
    /// *hallo*.
    Interjection,
    /// *Amsterdam*.
    Name,
    /// *tot ziens*.
    Phrase,
}

impl PartOfSpeech {
    /// Every kind, in the order of the numbers that packs use.
    pub(crate) const ALL: [Self; 12] = [
        Self::Noun,
        Self::Verb,
        Self::Adjective,
        Self::Adverb,
        Self::Pronoun,
        Self::Determiner,
        Self::Numeral,
        Self::Preposition,
        Self::Conjunction,
        Self::Interjection,
        Self::Name,
        Self::Phrase,
    ];

    /// The name in content files and packs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Verb => "verb",
            Self::Adjective => "adjective",
            Self::Adverb => "adverb",
            Self::Pronoun => "pronoun",
            Self::Determiner => "determiner",
            Self::Numeral => "numeral",
            Self::Preposition => "preposition",
            Self::Conjunction => "conjunction",
            Self::Interjection => "interjection",
            Self::Name => "name",
            Self::Phrase => "phrase",
        }
    }

    /// From [`Self::as_str`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    pub(crate) fn number(self) -> u64 {
        Self::ALL.iter().position(|kind| *kind == self).unwrap_or(0) as u64
    }
}

impl fmt::Display for PartOfSpeech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The definite article of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Article {
    /// Common gender.
    De,
    /// Neuter.
    Het,
}

impl Article {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::Het => "het",
        }
    }

    /// From [`Self::as_str`].
    pub fn parse(name: &str) -> Option<Self> {
        [Self::De, Self::Het].into_iter().find(|article| article.as_str() == name)
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The verb that makes the perfect tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Auxiliary {
    /// *heeft gewerkt*.
    Hebben,
    /// *is gekomen*.
    Zijn,
}

impl Auxiliary {
    /// The infinitive.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hebben => "hebben",
            Self::Zijn => "zijn",
        }
    }

    /// From [`Self::as_str`].
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Hebben, Self::Zijn].into_iter().find(|auxiliary| auxiliary.as_str() == name)
    }
}

/// Where an answer comes from, which says how far to trust it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A list of ours, written and checked by people.
    List,
    /// A pack of someone else's data.
    Pack,
    /// A rule that undoes or makes a form.
    Rule,
    /// The head of a compound.
    Compound,
    /// Nothing is known: the word as it stands.
    Itself,
}
