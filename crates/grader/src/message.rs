//! What is said about a mistake: a key of the client's translations, and what it speaks of.

use serde::{Deserialize, Serialize};

use crate::{Mistake, MistakeKind};

/// A key and its arguments. The client holds the sentences, in the student's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// One of [`MESSAGE_KEYS`].
    pub key: String,
    /// The part of the answer that is wrong; empty when something is missing.
    pub given: String,
    /// What would be right; empty when something is too much.
    pub expected: String,
}

/// Every key.
pub const MESSAGE_KEYS: [&str; 22] = [
    "article",
    "article.missing",
    "article.extra",
    "dt",
    "vowel-doubling",
    "consonant-doubling",
    "plural",
    "past",
    "participle",
    "auxiliary",
    "separable",
    "inversion",
    "word-order",
    "compound",
    "diacritic",
    "capital",
    "missing-word",
    "extra-word",
    "typo",
    "wrong",
    "wrong.missing",
    "wrong.extra",
];

impl Mistake {
    /// What to say about this mistake in the answer `given`.
    #[must_use]
    pub fn message(&self, given: &str) -> Message {
        let part: String =
            given.chars().skip(self.span.start).take(self.span.end.saturating_sub(self.span.start)).collect();
        Message { key: self.message_key(), given: part, expected: self.expected.clone() }
    }

    fn message_key(&self) -> String {
        let says_more = matches!(self.kind, MistakeKind::Article | MistakeKind::Wrong);
        let case = if self.expected.is_empty() {
            ".extra"
        } else if self.span.start == self.span.end {
            ".missing"
        } else {
            ""
        };
        format!("{}{}", self.kind, if says_more { case } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Expected, Policy, Span, grade};

    fn message(expected: &Expected, given: &str) -> Message {
        let verdict = grade(expected, given, &Policy::dutch());
        verdict.mistakes.first().expect("a mistake").message(given)
    }

    #[test]
    fn a_message_tells_what_is_wrong_and_what_is_right() {
        let fiets = Expected::noun(["de"], "fiets");
        let told = |key: &str, given: &str, expected: &str| Message {
            key: key.to_owned(),
            given: given.to_owned(),
            expected: expected.to_owned(),
        };
        assert_eq!(message(&fiets, "de \u{1f6b2} fiets"), told("extra-word", "\u{1f6b2}", ""));
        assert_eq!(message(&fiets, "het fiets"), told("article", "het", "de"));
        assert_eq!(message(&fiets, "fiets"), told("article.missing", "", "de"));
        assert_eq!(message(&fiets, ""), told("wrong.missing", "", "de fiets"));
        assert_eq!(
            message(&Expected::noun([""; 0], "Nederland"), "het Nederland"),
            told("article.extra", "het", "")
        );
    }

    #[test]
    fn every_kind_has_its_keys() {
        for kind in MistakeKind::ALL {
            for (span, expected) in [
                (Span { start: 0, end: 0 }, "x"),
                (Span { start: 0, end: 1 }, "x"),
                (Span { start: 0, end: 1 }, ""),
            ] {
                let mistake = Mistake { kind, span, expected: expected.to_owned() };
                let key = mistake.message("y").key;
                assert!(MESSAGE_KEYS.contains(&key.as_str()), "{key}");
            }
        }
    }
}
