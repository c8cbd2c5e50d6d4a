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
    /// As it is written in events and answers: `missing-word`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
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
            Self::MissingWord | Self::ExtraWord | Self::Wrong => Rating::Again,
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

    pub(crate) fn of(mut mistakes: Vec<Mistake>) -> Self {
        mistakes.sort_by_key(|mistake| (mistake.kind, mistake.span));
        let rating = mistakes.iter().map(|mistake| mistake.kind.rating()).min().unwrap_or(Rating::Good);
        Self { rating, correct: mistakes.is_empty(), mistakes }
    }
}
