//! What counts as a mistake.

use serde::{Deserialize, Serialize};

use crate::Word;

/// What language an answer is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Dutch, the language that is learnt: its mistakes are named by the rules of Dutch.
    #[default]
    Dutch,
    /// The student's own: a meaning.
    Own,
}

/// What a capital is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Case {
    /// Nothing.
    Ignored,
    /// A wrong one is a mistake, save at the beginning of the answer, where keyboards put one unasked.
    #[default]
    Minded,
}

/// What a slip of the finger is worth: one letter in a word of five or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Typos {
    /// Nothing: the word is right.
    Forgiven,
    /// A mistake of its own kind, Hard.
    #[default]
    Named,
    /// The word is another word, Again.
    Refused,
}

/// How strictly to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    pub(crate) language: Language,
    pub(crate) case: Case,
    pub(crate) typos: Typos,
}

/// Words at the beginning of an English meaning that nobody is asked for.
const OPENERS: &[&str] = &["to", "the", "a", "an"];

impl Policy {
    /// An answer in Dutch: capitals count, and every word.
    #[must_use]
    pub fn dutch() -> Self {
        Self::default()
    }

    /// A meaning in the student's own language: capitals do not count, nor an English article or *to* at the beginning, nor
    /// what people leave out in writing: the dots of a Russian *ё*, the short vowels of Arabic. No rule of Dutch is applied.
    #[must_use]
    pub fn gloss() -> Self {
        Self { language: Language::Own, case: Case::Ignored, typos: Typos::Named }
    }

    /// The same, with capitals counted like this.
    #[must_use]
    pub fn case(mut self, case: Case) -> Self {
        self.case = case;
        self
    }

    /// The same, with slips of the finger counted like this.
    #[must_use]
    pub fn typos(mut self, typos: Typos) -> Self {
        self.typos = typos;
        self
    }

    pub(crate) fn is_dutch(&self) -> bool {
        self.language == Language::Dutch
    }

    /// Without one word at the beginning that nobody is asked for, where another word follows.
    pub(crate) fn without_openers<'a>(&self, words: &'a [Word]) -> &'a [Word] {
        match words {
            [first, rest @ ..]
                if !self.is_dutch() && !rest.is_empty() && OPENERS.contains(&first.folded.as_str()) =>
            {
                rest
            }
            all => all,
        }
    }
}
