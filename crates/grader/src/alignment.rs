//! Which word of an answer stands for which expected word, and what is wrong with it.

use crate::words::Word;
use crate::{Case, Mistake, MistakeKind, Policy, Span};

/// A longer answer is not compared word by word.
const MOST_WORDS: usize = 100;
/// From so many letters on, one wrong letter is a slip and not another word.
const LETTERS_FOR_A_TYPO: usize = 5;
/// A noun with its article, and one word between them at most; a longer text that begins with *het* is a sentence.
const WORDS_OF_A_NOUN_PHRASE: usize = 3;

/// What mistakes weigh when the nearest variant is looked for. A word that stands for another weighs less than one that is
/// missing with one that is too much.
const SLIP: u32 = 2;
const MISSING_OR_EXTRA: u32 = 6;
const ANOTHER_WORD: u32 = 9;

/// One way of being right.
#[derive(Clone, Copy)]
pub(crate) struct Variant<'a> {
    pub words: &'a [Word],
    /// Whether it is a noun by its kind, not by its looks.
    pub is_noun: bool,
}

/// An answer against one variant.
pub(crate) struct Alignment {
    /// How far they are apart; 0 is equal.
    pub weight: u32,
    /// What is wrong; `None` when nothing of the answer is like the variant.
    pub mistakes: Option<Vec<Mistake>>,
}

/// A step through both texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// An expected word and a given one stand for each other.
    Both,
    /// An expected word is missing.
    Missing,
    /// A given word is too much.
    Extra,
}

/// Compare word by word: the least weight over all ways to pair the words in order (Wagner & Fischer, 1974).
pub(crate) fn align(variant: &Variant<'_>, given: &[Word], policy: &Policy) -> Alignment {
    let expected = variant.words;
    if expected.len() > MOST_WORDS || given.len() > MOST_WORDS {
        return Alignment { weight: u32::MAX, mistakes: None };
    }
    let pairs = Pairs { variant, given, policy };
    let table = weights(&pairs);
    let steps = cheapest_path(&pairs, &table);
    let mistakes = Mistakes::of(&pairs, &steps);
    Alignment { weight: table[expected.len()][given.len()], mistakes }
}

struct Pairs<'a> {
    variant: &'a Variant<'a>,
    given: &'a [Word],
    policy: &'a Policy,
}

impl Pairs<'_> {
    fn expected(&self) -> &[Word] {
        self.variant.words
    }

    /// Whether the expected text begins with the article of a noun.
    fn begins_with_article(&self) -> bool {
        let words = self.expected();
        let is_phrase = self.variant.is_noun || (2..=WORDS_OF_A_NOUN_PHRASE).contains(&words.len());
        is_phrase && words.len() > 1 && is_article(&words[0])
    }

    /// What is wrong with a given word that stands for an expected one; `None` when it is another word.
    fn slips(&self, expected: usize, given: usize) -> Option<Slips> {
        let (right, word) = (&self.expected()[expected], &self.given[given]);
        if expected == 0 && given == 0 && self.begins_with_article() && is_article(word) {
            let same = right.folded == word.folded;
            return if same {
                Some(self.capital(right, word, given))
            } else {
                Some(Slips::one(MistakeKind::Article))
            };
        }
        if right.folded == word.folded || self.differ_in_yo(right, word) {
            return Some(self.capital(right, word, given));
        }
        if right.bare == word.bare {
            return Some(self.capital(right, word, given).and(MistakeKind::Diacritic));
        }
        let near = right.letters() >= LETTERS_FOR_A_TYPO && one_edit_apart(&right.folded, &word.folded);
        near.then(|| Slips::one(MistakeKind::Typo))
    }

    /// Whether two words differ in nothing but the dots of *ё*, and the policy does not ask for them.
    fn differ_in_yo(&self, right: &Word, word: &Word) -> bool {
        let undotted = |letter: char| if letter == 'ё' { 'е' } else { letter };
        self.policy.folds_yo
            && right.bare == word.bare
            && right.folded.chars().map(undotted).eq(word.folded.chars().map(undotted))
    }

    /// The capital of a word whose letters are right, up to diacritics.
    fn capital(&self, right: &Word, word: &Word, place: usize) -> Slips {
        let differ = || {
            let pairs = right.text.chars().zip(word.text.chars());
            right.text.chars().count() != word.text.chars().count()
                || pairs.into_iter().any(|(one, other)| one.is_uppercase() != other.is_uppercase())
        };
        let minded = self.policy.case == Case::Minded;
        let unasked = place == 0 && starts_small(right) && without_first_capital(&word.text) == word.folded;
        if minded && !unasked && differ() { Slips::one(MistakeKind::Capital) } else { Slips::default() }
    }

    fn missing_weight(&self, expected: usize, given: usize) -> u32 {
        if expected == 0 && given == 0 && self.begins_with_article() { SLIP } else { MISSING_OR_EXTRA }
    }

    fn extra_weight(&self, expected: usize, given: usize) -> u32 {
        if expected == 0 && given == 0 && self.is_superfluous_article() { SLIP } else { MISSING_OR_EXTRA }
    }

    /// A noun that takes no article was given one.
    fn is_superfluous_article(&self) -> bool {
        self.variant.is_noun && !self.begins_with_article() && self.given.first().is_some_and(is_article)
    }

    fn pair_weight(&self, expected: usize, given: usize) -> u32 {
        self.slips(expected, given).map_or(ANOTHER_WORD, |slips| slips.weight())
    }
}

/// `table[e][g]`: the least weight of the first `e` expected against the first `g` given words.
fn weights(pairs: &Pairs<'_>) -> Vec<Vec<u32>> {
    let (rows, columns) = (pairs.expected().len() + 1, pairs.given.len() + 1);
    let mut table = vec![vec![0; columns]; rows];
    for row in 0..rows {
        for column in 0..columns {
            let missing = (row > 0).then(|| table[row - 1][column] + pairs.missing_weight(row - 1, column));
            let extra = (column > 0).then(|| table[row][column - 1] + pairs.extra_weight(row, column - 1));
            let both = (row > 0 && column > 0)
                .then(|| table[row - 1][column - 1] + pairs.pair_weight(row - 1, column - 1));
            table[row][column] = [both, missing, extra].into_iter().flatten().min().unwrap_or(0);
        }
    }
    table
}

/// The steps of the least weight, from the beginning; where several weigh the same, words that stand for each other first.
fn cheapest_path(pairs: &Pairs<'_>, table: &[Vec<u32>]) -> Vec<Step> {
    let (mut row, mut column) = (pairs.expected().len(), pairs.given.len());
    let mut steps = Vec::with_capacity(row + column);
    while row > 0 || column > 0 {
        let weight = table[row][column];
        let step = if row > 0
            && column > 0
            && table[row - 1][column - 1] + pairs.pair_weight(row - 1, column - 1) == weight
        {
            Step::Both
        } else if row > 0 && table[row - 1][column] + pairs.missing_weight(row - 1, column) == weight {
            Step::Missing
        } else {
            Step::Extra
        };
        row -= usize::from(step != Step::Extra);
        column -= usize::from(step != Step::Missing);
        steps.push(step);
    }
    steps.reverse();
    steps
}

/// The mistakes along a path.
struct Mistakes<'a> {
    pairs: &'a Pairs<'a>,
    found: Vec<Mistake>,
    /// Whether any expected word was recognised.
    recognised: bool,
}

impl<'a> Mistakes<'a> {
    fn of(pairs: &'a Pairs<'a>, steps: &[Step]) -> Option<Vec<Mistake>> {
        let mut mistakes = Self { pairs, found: Vec::new(), recognised: pairs.expected().is_empty() };
        let (mut expected, mut given) = (0, 0);
        for step in steps {
            match step {
                Step::Both => mistakes.both(expected, given),
                Step::Missing => mistakes.missing(expected, given),
                Step::Extra => mistakes.extra(expected, given),
            }
            expected += usize::from(*step != Step::Extra);
            given += usize::from(*step != Step::Missing);
        }
        mistakes.recognised.then(|| mistakes.that_count())
    }

    /// An article belongs to its noun: with another noun it is not wrong.
    fn that_count(mut self) -> Vec<Mistake> {
        if self.found.iter().any(|mistake| mistake.kind == MistakeKind::Wrong) {
            self.found.retain(|mistake| mistake.kind != MistakeKind::Article);
        }
        self.found
    }

    fn both(&mut self, expected: usize, given: usize) {
        let slips = self.pairs.slips(expected, given);
        // An article alone is not yet the word that was asked for.
        let is_article = expected == 0 && self.pairs.begins_with_article();
        self.recognised |= slips.is_some() && !is_article;
        let kinds = slips.unwrap_or(Slips::one(MistakeKind::Wrong));
        let span = self.pairs.given[given].span;
        for kind in kinds.0.into_iter().flatten() {
            self.add(kind, span, self.pairs.expected()[expected].text.clone());
        }
    }

    fn missing(&mut self, expected: usize, given: usize) {
        let is_article = self.pairs.missing_weight(expected, given) == SLIP;
        let kind = if is_article { MistakeKind::Article } else { MistakeKind::MissingWord };
        let at = self.pairs.given.get(given).map(|next| next.span.start);
        let at = at.or_else(|| self.pairs.given.last().map(|last| last.span.end)).unwrap_or(0);
        self.add(kind, Span { start: at, end: at }, self.pairs.expected()[expected].text.clone());
    }

    fn extra(&mut self, expected: usize, given: usize) {
        let is_article = self.pairs.extra_weight(expected, given) == SLIP;
        let kind = if is_article { MistakeKind::Article } else { MistakeKind::ExtraWord };
        self.add(kind, self.pairs.given[given].span, String::new());
    }

    fn add(&mut self, kind: MistakeKind, span: Span, expected: String) {
        self.found.push(Mistake { kind, span, expected });
    }
}

/// What is wrong with one word that is still that word: at most two things.
#[derive(Clone, Copy, Default)]
struct Slips([Option<MistakeKind>; 2]);

impl Slips {
    fn one(kind: MistakeKind) -> Self {
        Self([Some(kind), None])
    }

    fn and(mut self, kind: MistakeKind) -> Self {
        self.0[1] = Some(kind);
        self
    }

    fn weight(self) -> u32 {
        self.0.into_iter().flatten().count() as u32 * SLIP
    }
}

fn is_article(word: &Word) -> bool {
    matches!(word.folded.as_str(), "de" | "het" | "een" | "'t" | "'n")
}

fn starts_small(word: &Word) -> bool {
    word.text.chars().next().is_some_and(|first| !first.is_uppercase())
}

/// Without the capital that a keyboard puts at the beginning; Dutch writes *IJ* as one.
fn without_first_capital(text: &str) -> String {
    let capital = if text.starts_with("IJ") { 2 } else { text.chars().next().map_or(0, char::len_utf8) };
    format!("{}{}", text[..capital].to_lowercase(), &text[capital..])
}

/// Whether one letter more, less, other, or exchanged with its neighbour makes one word of the other (Damerau, 1964).
fn one_edit_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same_head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same_head..], &other[same_head..]);
    match (one, other) {
        ([], [_]) | ([_], []) => true,
        ([a, one @ ..], [b, other @ ..]) => {
            let exchanged =
                matches!((one, other), ([c, one @ ..], [d, other @ ..]) if a == d && b == c && one == other);
            one == other
                || exchanged
                || std::iter::once(a).chain(one).eq(other)
                || std::iter::once(b).chain(other).eq(one)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_one_letter_or_one_exchange() {
        for near in ["fiets", "fiet", "fietsx", "xfiets", "fiats", "feits", "fitse", "iets"] {
            let apart = one_edit_apart("fiets", near);
            assert_eq!(apart, !["fiets", "fitse"].contains(&near), "{near}");
            assert_eq!(apart, one_edit_apart(near, "fiets"), "{near}");
        }
        for far in ["", "fi", "huis", "feist", "sfietss", "stief"] {
            assert!(!one_edit_apart("fiets", far), "{far}");
        }
    }
}
