//! What is right, as it is stored and sent: a client that grades offline gets this.

use serde::{Deserialize, Serialize};

/// The right answer of a question.
///
/// Only the text is needed. What else is known lets the grader name a mistake that the text alone does not tell: that *kinds*
/// was meant as the plural of *kind*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// Everything that is right, in the notation of [`Expected::variants`](crate::Expected::variants).
    pub text: String,
    /// The articles that belong before the text when it is a noun that is asked with them, each alone right; empty for a noun
    /// that takes none. Absent when the text is not asked as a noun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub articles: Option<Vec<String>>,
    /// The word that is practised, of which the text is or holds a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<WordForms>,
    /// The sentence before a gap.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The sentence after a gap.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Answer {
    /// A text with variants.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A noun with its article.
    #[must_use]
    pub fn singular(noun: &NounForms) -> Self {
        Self { articles: Some(noun.articles.clone()), ..Self::text(&noun.singular) }.of(noun.clone())
    }

    /// The plural of a noun, with or without *de*.
    #[must_use]
    pub fn plural(noun: &NounForms) -> Self {
        let plurals: Vec<_> = noun.plurals.iter().map(|plural| format!("(de) {plural}")).collect();
        Self::text(plurals.join("; ")).of(noun.clone())
    }

    /// The past of a verb: the singular, or singular and plural.
    #[must_use]
    pub fn past(verb: &VerbForms) -> Self {
        Self::text(format!("{} ({})", verb.past_singular, verb.past_plural)).of(verb.clone())
    }

    /// The past participle alone.
    #[must_use]
    pub fn participle(verb: &VerbForms) -> Self {
        Self::text(&verb.participle).of(verb.clone())
    }

    /// The past participle with *heeft* or *is*, each that the verb takes.
    #[must_use]
    pub fn perfect(verb: &VerbForms) -> Self {
        let auxiliaries: Vec<_> = verb.auxiliaries.iter().map(|auxiliary| auxiliary.third_person()).collect();
        Self::text(format!("{} {}", auxiliaries.join("/"), verb.participle)).of(verb.clone())
    }

    /// The same, holding a form of this word.
    #[must_use]
    pub fn of(mut self, word: impl Into<WordForms>) -> Self {
        self.word = Some(word.into());
        self
    }

    /// The same in the gap of a sentence.
    #[must_use]
    pub fn between(mut self, before: impl Into<String>, after: impl Into<String>) -> Self {
        (self.before, self.after) = (before.into(), after.into());
        self
    }
}

/// A word with its forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WordForms {
    /// A noun.
    Noun(NounForms),
    /// A verb.
    Verb(VerbForms),
}

impl From<NounForms> for WordForms {
    fn from(noun: NounForms) -> Self {
        Self::Noun(noun)
    }
}

impl From<VerbForms> for WordForms {
    fn from(verb: VerbForms) -> Self {
        Self::Verb(verb)
    }
}

/// The forms of a noun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct NounForms {
    /// *De*, *het*, or both.
    pub articles: Vec<String>,
    /// *Kind*.
    pub singular: String,
    /// *Kinderen*; more than one where more are right, *leraren* and *leraars*.
    pub plurals: Vec<String>,
}

/// The forms of a verb.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct VerbForms {
    /// *Opbellen*.
    pub infinitive: String,
    /// *Belde op*.
    pub past_singular: String,
    /// *Belden op*.
    pub past_plural: String,
    /// *Opgebeld*.
    pub participle: String,
    /// Which make its perfect.
    pub auxiliaries: Vec<Auxiliary>,
    /// *Op*; none when it is not separable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub particle: Option<String>,
}

/// What makes the perfect of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Auxiliary {
    /// *Heeft gelopen*.
    Hebben,
    /// *Is gegaan*.
    Zijn,
}

impl Auxiliary {
    /// As it stands with *hij*: `heeft`, `is`.
    #[must_use]
    pub const fn third_person(self) -> &'static str {
        match self {
            Self::Hebben => "heeft",
            Self::Zijn => "is",
        }
    }
}
