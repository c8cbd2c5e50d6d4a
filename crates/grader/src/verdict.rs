//! What comes out.

use std::fmt;

use scheduler::Rating;
use serde::{Deserialize, Serialize};

/// What is wrong with an answer, the most specific first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MistakeKind {
    /// *De*, *het* or *een* is another one, is missing, or stands where none belongs.
    Article,
    /// The d, t or dt at the end, or the *de* or *te* of a weak past, is another one: *hij word*, *gewerkd*, *antwoorde*.
    Dt,
    /// A vowel is written twice in an open syllable, or once in a closed one: *boomen*, *bom*.
    VowelDoubling,
    /// A consonant after a short vowel is written once, or twice where it should not be: *bomen* for *bommen*.
    ConsonantDoubling,
    /// A plural is made in another way, or stands for the singular or the other way round: *kinds*.
    Plural,
    /// A past is made in another way, or stands for another tense or the other way round: *loopte*.
    Past,
    /// A past participle is made in another way, or stands for another form or the other way round: *geloopt*.
    Participle,
    /// *Hebben*, *zijn* and *worden* are taken for each other: *heeft gegaan*.
    Auxiliary,
    /// The particle of a separable verb is joined to it, written apart from it or misplaced: *ik opbel je*.
    Separable,
    /// The verb and its subject have changed places: *Morgen ik ga*.
    Inversion,
    /// Words are right and their order is not.
    WordOrder,
    /// One word is written apart, or two as one: *zieken huis*.
    Compound,
    /// An accent, a trema or a cedilla is missing, or too much: *ideeen*.
    Diacritic,
    /// A capital is missing, or too much: *nederland*.
    Capital,
    /// A word is missing.
    MissingWord,
    /// A word is too much.
    ExtraWord,
    /// One letter is wrong, missing, too much, or changed places with the next.
    Typo,
    /// Another word, or nothing like the answer at all.
    Wrong,
}

impl MistakeKind {
    /// All kinds, the most specific first.
    pub const ALL: [Self; 18] = [
        Self::Article,
        Self::Dt,
        Self::VowelDoubling,
        Self::ConsonantDoubling,
        Self::Plural,
        Self::Past,
        Self::Participle,
        Self::Auxiliary,
        Self::Separable,
        Self::Inversion,
        Self::WordOrder,
        Self::Compound,
        Self::Diacritic,
        Self::Capital,
        Self::MissingWord,
        Self::ExtraWord,
        Self::Typo,
        Self::Wrong,
    ];

    /// As it is written in events and answers: `missing-word`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Dt => "dt",
            Self::VowelDoubling => "vowel-doubling",
            Self::ConsonantDoubling => "consonant-doubling",
            Self::Plural => "plural",
            Self::Past => "past",
            Self::Participle => "participle",
            Self::Auxiliary => "auxiliary",
            Self::Separable => "separable",
            Self::Inversion => "inversion",
            Self::WordOrder => "word-order",
            Self::Compound => "compound",
            Self::Diacritic => "diacritic",
            Self::Capital => "capital",
            Self::MissingWord => "missing-word",
            Self::ExtraWord => "extra-word",
            Self::Typo => "typo",
            Self::Wrong => "wrong",
        }
    }

    /// What an answer with this mistake alone is worth.
    #[must_use]
    pub fn rating(self) -> Rating {
        match self {
            Self::Article | Self::Diacritic | Self::Capital | Self::Typo => Rating::Hard,
            _ => Rating::Again,
        }
    }

    /// How far it takes an answer from what is right, when the nearest of several variants is looked for.
    pub(crate) fn weight(self) -> u32 {
        match self {
            Self::Article | Self::Diacritic | Self::Capital | Self::Typo => 2,
            Self::Dt | Self::VowelDoubling | Self::ConsonantDoubling => 3,
            Self::Plural
            | Self::Past
            | Self::Participle
            | Self::Auxiliary
            | Self::Separable
            | Self::Compound => 4,
            Self::Inversion | Self::WordOrder => 5,
            Self::MissingWord | Self::ExtraWord => 6,
            Self::Wrong => 9,
        }
    }
}

impl fmt::Display for MistakeKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A part of the answer as it was given, in Unicode scalar values. Empty where something is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first.
    pub start: usize,
    /// After the last.
    pub end: usize,
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mistake {
    /// What is wrong.
    pub kind: MistakeKind,
    /// Where.
    pub span: Span,
    /// What would be right there; empty where nothing should be.
    pub expected: String,
}

/// What an answer is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// For the scheduler: right is Good, a mistake that shows the word is known is Hard, the rest is Again.
    pub rating: Rating,
    /// Whether there is no mistake.
    pub correct: bool,
    /// All mistakes, the most specific kind first, then by place.
    pub mistakes: Vec<Mistake>,
}

impl Verdict {
    /// The student says that it was easy: a right answer becomes Easy, any other stays what it is.
    #[must_use]
    pub fn called_easy(mut self) -> Self {
        if self.correct {
            self.rating = Rating::Easy;
        }
        self
    }

    pub(crate) fn right() -> Self {
        Self::of(Vec::new())
    }

    pub(crate) fn wrong(span: Span, expected: &str) -> Self {
        Self::of(vec![Mistake { kind: MistakeKind::Wrong, span, expected: expected.to_owned() }])
    }

    /// The same with nothing for knowing it almost: where the mistake is in all that was asked.
    pub(crate) fn without_mercy(mut self) -> Self {
        if !self.correct {
            self.rating = Rating::Again;
        }
        self
    }

    pub(crate) fn of(mut mistakes: Vec<Mistake>) -> Self {
        mistakes.sort_by_key(|mistake| (mistake.kind, mistake.span));
        let rating = mistakes.iter().map(|mistake| mistake.kind.rating()).min().unwrap_or(Rating::Good);
        Self { rating, correct: mistakes.is_empty(), mistakes }
    }
}
