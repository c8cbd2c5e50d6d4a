#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod alignment;
mod answer;
mod dutch;
mod exercise;
mod expected;
#[cfg(test)]
mod hostile;
mod message;
mod mistakes;
mod order;
mod pairs;
mod policy;
mod variant;
mod verdict;
mod words;

pub use answer::{Answer, Auxiliary, NounForms, VerbForms, WordForms};
pub use exercise::{
    Dictation, DragAndDrop, ExerciseVerdict, Gap, Item, ItemVerdict, Match, MultipleChoice, OpenAnswer,
    OrderWords, Response, Score, grade_exercise, grade_item,
};
pub use expected::{Expected, MOST_VARIANTS};
pub use message::{MESSAGE_KEYS, Message};
pub use policy::{Case, Language, Policy, Typos};
pub use scheduler::Rating;
pub use verdict::{Mistake, MistakeKind, Span, Verdict};

use alignment::align;
use words::{Word, words_of};

/// An answer of more characters is wrong unread, unless something longer is expected.
const MOST_CHARACTERS: usize = 2_000;

/// What `given` is worth where `expected` is right.
///
/// The answer is held against every variant, and the verdict is that of the nearest: the one whose mistakes weigh least, the
/// first of several. Time and memory are bounded whatever is given.
#[must_use]
pub fn grade(expected: &Expected, given: &str, policy: &Policy) -> Verdict {
    let length = given.chars().count();
    let whole = Span { start: 0, end: length };
    if length > MOST_CHARACTERS.max(2 * expected.length()) {
        return Verdict::wrong(whole, expected.text());
    }
    let given = words_of(given);
    if expected.is_as_written(&given) {
        return Verdict::right();
    }
    let verdict = expected
        .variants_under(policy)
        .map(|variant| align(variant, policy.without_openers(&given)))
        .min_by_key(|alignment| alignment.weight)
        .and_then(|alignment| alignment.mistakes)
        .map_or_else(|| Verdict::wrong(whole, expected.text()), Verdict::of);
    if expected.is_article_alone() { verdict.without_mercy() } else { verdict }
}
