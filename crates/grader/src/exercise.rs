//! Exercises: items of seven kinds, a verdict for each, a score for the whole.

use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

use crate::words::words_of;
use crate::{Answer, Case, Expected, Mistake, MistakeKind, Policy, Rating, Span, Verdict, grade};

/// Parts of one response; what goes beyond makes it wrong.
const MOST_PARTS: usize = 100;

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Item {
    /// Fill a gap of a sentence by typing.
    Gap(Gap),
    /// Drag a piece to its place.
    DragAndDrop(DragAndDrop),
    /// Put words in their order.
    OrderWords(OrderWords),
    /// Find what belongs to something.
    Match(Match),
    /// Choose among answers.
    MultipleChoice(MultipleChoice),
    /// Write what is heard.
    Dictation(Dictation),
    /// Answer in own words, of which those that are right are known.
    OpenAnswer(OpenAnswer),
}

/// A gap of a sentence, filled by typing. The sentence around it stands in the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// What is right in the gap.
    pub answer: Answer,
    /// How strictly it is compared.
    #[serde(default)]
    pub policy: Policy,
}

/// A place to which one of several pieces is dragged. A piece is taken by its text; what is wrong with another piece is named,
/// but a piece that was chosen is no slip of the finger: it is right, or worth nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DragAndDrop {
    /// The piece that belongs here, and the sentence around the place if there is one.
    pub answer: Answer,
}

/// Words in disorder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderWords {
    /// The words in the order that is right.
    pub words: Vec<String>,
    /// Other orders that are right too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Vec<String>>,
}

/// Something to which another thing belongs. Each left side of an exercise is an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// What belongs to it; more than one where several do.
    pub right: Vec<String>,
}

/// A choice among answers, one or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MultipleChoice {
    /// Everything that must be chosen, and nothing else may be.
    pub right: Vec<String>,
}

/// Something that is heard. It is worth as many points as it has words, of which each mistake takes those that it spoils.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dictation {
    /// What is said.
    pub text: String,
    /// How strictly it is compared.
    #[serde(default)]
    pub policy: Policy,
}

/// An answer in own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenAnswer {
    /// Everything that is right.
    pub answer: Answer,
    /// How strictly it is compared.
    #[serde(default)]
    pub policy: Policy,
}

/// What a student did with an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Response {
    /// Typed, dragged or chosen.
    One(String),
    /// Words in an order, or several choices.
    Several(Vec<String>),
}

/// What a response is worth, in half points: a right item has two, one with a mistake that shows that it is known (Hard) one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Of these.
    pub earned: u32,
    /// At most.
    pub possible: u32,
}

impl Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            earned: self.earned.saturating_add(other.earned),
            possible: self.possible.saturating_add(other.possible),
        }
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// An item with what its response is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemVerdict {
    /// What is right and wrong. Places of mistakes in several parts count them joined by one space.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// Its share of the score.
    pub score: Score,
}

/// What an exercise is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseVerdict {
    /// One for each item, in their order.
    pub items: Vec<ItemVerdict>,
    /// Of all items.
    pub score: Score,
}

/// What the responses to the items of an exercise are worth. Items that have no response are wrong; responses beyond the items
/// do not count.
#[must_use]
pub fn grade_exercise(items: &[Item], responses: &[Option<Response>]) -> ExerciseVerdict {
    let responses = responses.iter().map(Option::as_ref).chain(std::iter::repeat(None));
    let items: Vec<_> =
        items.iter().zip(responses).map(|(item, response)| grade_item(item, response)).collect();
    let score = items.iter().map(|item| item.score).fold(Score::default(), Score::add);
    ExerciseVerdict { items, score }
}

/// What a response to one item is worth.
#[must_use]
pub fn grade_item(item: &Item, response: Option<&Response>) -> ItemVerdict {
    let nothing = Response::One(String::new());
    let response = response.unwrap_or(&nothing);
    match item {
        Item::Gap(gap) => whole(grade(&Expected::from(&gap.answer), &response.text(), &gap.policy)),
        Item::DragAndDrop(place) => {
            whole(grade(&Expected::from(&place.answer), &response.text(), &Policy::dutch()).without_mercy())
        }
        Item::OrderWords(words) => whole(words.verdict(response)),
        Item::Match(pair) => whole(pair.verdict(response)),
        Item::MultipleChoice(choice) => whole(choice.verdict(response)),
        Item::Dictation(dictation) => dictation.verdict(response),
        Item::OpenAnswer(open) => whole(grade(&Expected::from(&open.answer), &response.text(), &open.policy)),
    }
}

/// An item that is worth one point.
fn whole(verdict: Verdict) -> ItemVerdict {
    let earned = match verdict.rating {
        Rating::Again => 0,
        Rating::Hard => 1,
        Rating::Good | Rating::Easy => 2,
    };
    ItemVerdict { verdict, score: Score { earned, possible: 2 } }
}

impl OrderWords {
    fn verdict(&self, response: &Response) -> Verdict {
        let orders = std::iter::once(&self.words).chain(&self.also).map(|words| words.join(" "));
        // A word that is at hand keeps its capital wherever it is put.
        grade(&Expected::exactly(orders), &response.text(), &Policy::dutch().case(Case::Ignored))
            .without_mercy()
    }
}

impl Match {
    fn verdict(&self, response: &Response) -> Verdict {
        let given = response.text();
        if self.right.contains(&given) {
            return Verdict::right();
        }
        Verdict::wrong(all_of(&given), self.right.first().map_or("", String::as_str))
    }
}

impl MultipleChoice {
    /// Each choice that is too much and each that is missing is a mistake of its own.
    fn verdict(&self, response: &Response) -> Verdict {
        let given = response.parts();
        if given.len() > MOST_PARTS {
            return Verdict::wrong(all_of(&response.text()), &self.right.join(", "));
        }
        let end = response.text().chars().count();
        let mut at = 0;
        let mut mistakes = Vec::new();
        for (place, part) in given.iter().enumerate() {
            let span = Span { start: at, end: at + part.chars().count() };
            at = span.end + 1;
            if !self.right.contains(part) || given[..place].contains(part) {
                mistakes.push(Mistake { kind: MistakeKind::Wrong, span, expected: String::new() });
            }
        }
        for missing in self.right.iter().filter(|right| !given.contains(right)) {
            let span = Span { start: end, end };
            mistakes.push(Mistake { kind: MistakeKind::Wrong, span, expected: missing.clone() });
        }
        Verdict::of(instead(mistakes))
    }
}

/// One choice too much for one that is missing: the other was meant to be chosen instead.
fn instead(mistakes: Vec<Mistake>) -> Vec<Mistake> {
    match mistakes.as_slice() {
        [superfluous, missing] if superfluous.expected.is_empty() && !missing.expected.is_empty() => {
            vec![Mistake { expected: missing.expected.clone(), ..superfluous.clone() }]
        }
        _ => mistakes,
    }
}

impl Dictation {
    fn verdict(&self, response: &Response) -> ItemVerdict {
        let verdict = grade(&Expected::exactly([&self.text]), &response.text(), &self.policy);
        let possible = 2 * words_of(&self.text).len() as u32;
        let lost: u32 = verdict.mistakes.iter().map(cost).fold(0, u32::saturating_add);
        ItemVerdict { verdict, score: Score { earned: possible.saturating_sub(lost), possible } }
    }
}

/// Half points that a mistake takes from a dictation: half a word, or all the words that it spoils.
fn cost(mistake: &Mistake) -> u32 {
    match mistake.kind.rating() {
        Rating::Again => 2 * words_of(&mistake.expected).len().max(1) as u32,
        _ => 1,
    }
}

impl Response {
    /// In one text.
    fn text(&self) -> String {
        match self {
            Self::One(text) => text.clone(),
            Self::Several(parts) => parts.join(" "),
        }
    }

    /// What was chosen: nothing, one, or several.
    fn parts(&self) -> &[String] {
        match self {
            Self::One(text) if text.is_empty() => &[],
            Self::One(text) => std::slice::from_ref(text),
            Self::Several(parts) => parts,
        }
    }
}

fn all_of(given: &str) -> Span {
    Span { start: 0, end: given.chars().count() }
}
