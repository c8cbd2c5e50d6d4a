//! What counts as a mistake.

use crate::Word;

/// What a capital is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Nothing.
    Ignored,
    /// A wrong one is a mistake, save at the beginning of the answer, where keyboards put one unasked.
    Minded,
}

/// How strictly to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    pub(crate) case: Case,
    /// Whether `ё` is written, as dictionaries do, or `е`, as people do.
    pub(crate) folds_yo: bool,
    /// Words at the beginning that nobody is asked for.
    openers: &'static [&'static str],
}

impl Policy {
    /// An answer in Dutch: capitals count, and every word.
    #[must_use]
    pub fn dutch() -> Self {
        Self { case: Case::Minded, folds_yo: false, openers: &[] }
    }

    /// A meaning in the student's own language: capitals do not count, nor an English article or *to* at the beginning, nor
    /// the dots of a Russian *ё*.
    #[must_use]
    pub fn gloss() -> Self {
        Self { case: Case::Ignored, folds_yo: true, openers: &["to", "the", "a", "an"] }
    }

    /// The same, with capitals counted like this.
    #[must_use]
    pub fn case(mut self, case: Case) -> Self {
        self.case = case;
        self
    }

    /// Without one word at the beginning that nobody is asked for, where another word follows.
    pub(crate) fn without_openers<'a>(&self, words: &'a [Word]) -> &'a [Word] {
        match words {
            [first, rest @ ..] if !rest.is_empty() && self.openers.contains(&first.folded.as_str()) => rest,
            all => all,
        }
    }
}
