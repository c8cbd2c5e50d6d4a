//! What is wrong with words that stand for others.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::dutch::forms::{Known, is_meant_as_participle};
use crate::dutch::{lists, spelling};
use crate::variant::{Role, Variant};
use crate::words::Word;
use crate::{Case, Mistake, MistakeKind, Policy, Typos};

/// From so many letters on, one wrong letter is a slip and not another word.
const LETTERS_FOR_A_TYPO: usize = 5;
/// Words that are written apart differ by no more letters than these from the word that they should be: hyphens, a doubled
/// letter.
const LETTERS_AT_A_SEAM: usize = 3;

/// A variant and an answer, with what their words are: every pair of them is looked at.
pub(crate) struct Pairs<'a> {
    pub variant: Variant<'a>,
    pub given: &'a [Word],
    /// Of each expected word.
    roles: Vec<Role>,
    /// Particles of the sentence that is right.
    particles: Vec<&'a str>,
    /// Particles of the answer.
    given_particles: Vec<&'a str>,
}

impl<'a> Pairs<'a> {
    pub fn new(variant: Variant<'a>, given: &'a [Word]) -> Self {
        let own = variant.known.and_then(Known::verb).and_then(|verb| verb.particle.as_deref());
        let is_particle = |word: &str| Some(word) == own || lists::is_particle(word);
        let particles = |words: &mut dyn Iterator<Item = &'a Word>| {
            let mut found: Vec<&str> = Vec::new();
            for word in words.map(|word| word.folded.as_str()) {
                if is_particle(word) && !found.contains(&word) {
                    found.push(word);
                }
            }
            found
        };
        let dutch = variant.policy.is_dutch();
        Self {
            roles: variant.roles(),
            particles: if dutch { particles(&mut variant.sentence()) } else { Vec::new() },
            given_particles: if dutch { particles(&mut given.iter()) } else { Vec::new() },
            variant,
            given,
        }
    }

    pub fn expected(&self) -> &'a [Word] {
        self.variant.words
    }

    fn policy(&self) -> &'a Policy {
        self.variant.policy
    }

    /// What is wrong with a given word that stands for an expected one; `None` when it is another word.
    pub fn slips(&self, expected: usize, given: usize) -> Option<Slips> {
        let (right, word) = (&self.expected()[expected], &self.given[given]);
        let other_article = right.folded != word.folded
            && lists::is_article(&word.folded)
            && (self.roles[expected].is_article || self.is_all_that_is_asked(right));
        if other_article {
            return Some(Slips::one(MistakeKind::Article));
        }
        let same = self.same(right, word).map(|slips| self.capital(right, word, given).with(slips));
        same.or_else(|| self.dutch(expected, given)).or_else(|| self.typo(expected, given))
    }

    /// An article that is asked alone.
    fn is_all_that_is_asked(&self, right: &Word) -> bool {
        self.policy().is_dutch() && self.expected().len() == 1 && lists::is_article(&right.folded)
    }

    /// The same letters, up to diacritics.
    fn same(&self, right: &Word, word: &Word) -> Option<Slips> {
        let as_people_write = || !self.policy().is_dutch() && loosely(&right.folded) == loosely(&word.folded);
        if right.folded == word.folded || as_people_write() {
            return Some(Slips::default());
        }
        (right.bare == word.bare).then(|| Slips::one(MistakeKind::Diacritic))
    }

    /// The capital of a word whose letters are right, up to diacritics.
    fn capital(&self, right: &Word, word: &Word, place: usize) -> Slips {
        let differ = || {
            let pairs = right.text.chars().zip(word.text.chars());
            right.text.chars().count() != word.text.chars().count()
                || pairs.into_iter().any(|(one, other)| one.is_uppercase() != other.is_uppercase())
        };
        let minded = self.policy().case == Case::Minded;
        let unasked = place == 0 && starts_small(right) && without_first_capital(&word.text) == word.folded;
        if minded && !unasked && differ() { Slips::one(MistakeKind::Capital) } else { Slips::default() }
    }

    /// A mistake in the Dutch of a word, the most specific that fits.
    fn dutch(&self, expected: usize, given: usize) -> Option<Slips> {
        if !self.policy().is_dutch() {
            return None;
        }
        let (right, word) = (&self.expected()[expected], &self.given[given]);
        self.spelling(expected, &right.bare, &word.bare)
            .or_else(|| self.joined(expected, given))
            .or_else(|| self.split(expected, given))
            .or_else(|| self.form(expected, given).map(Slips::one))
    }

    fn spelling(&self, expected: usize, right: &str, given: &str) -> Option<Slips> {
        let dt = spelling::ends_otherwise(right, given)
            || spelling::weak_past_ends_otherwise(right, given)
            || (self.roles[expected].is_verb && spelling::differs_in_final_t(right, given));
        if dt {
            return Some(Slips::one(MistakeKind::Dt));
        }
        let doubling = spelling::doubling(right, given)?;
        let vowel = Slips::when(doubling.vowel, MistakeKind::VowelDoubling);
        Some(vowel.with(Slips::when(doubling.consonant, MistakeKind::ConsonantDoubling)))
    }

    /// *Opbel* where *bel ... op* is right.
    fn joined(&self, expected: usize, given: usize) -> Option<Slips> {
        let (right, word) = (&self.expected()[expected], &self.given[given]);
        self.particles.iter().find_map(|particle| {
            let rest = word.bare.strip_prefix(particle).filter(|rest| spelling::is_longer(rest, 1))?;
            self.separable(expected, &right.bare, rest)
        })
    }

    /// *Bel ... op* where *opbel* is right.
    fn split(&self, expected: usize, given: usize) -> Option<Slips> {
        let (right, word) = (&self.expected()[expected], &self.given[given]);
        self.given_particles.iter().find_map(|particle| {
            let rest = right.bare.strip_prefix(particle).filter(|rest| spelling::is_longer(rest, 1))?;
            self.separable(expected, rest, &word.bare)
        })
    }

    fn separable(&self, expected: usize, right: &str, given: &str) -> Option<Slips> {
        let slips =
            if right == given { Some(Slips::default()) } else { self.spelling(expected, right, given) };
        slips.map(|slips| Slips::one(MistakeKind::Separable).with(slips))
    }

    /// Another form of the same word, or one made by a wrong rule.
    fn form(&self, expected: usize, given: usize) -> Option<MistakeKind> {
        let (right, word) = (&self.expected()[expected], &self.given[given]);
        let role = &self.roles[expected];
        let known = self.variant.known.filter(|_| role.is_form_of_known);
        if let Some(kind) = known.and_then(|known| known.mistake(&right.bare, &word.bare)) {
            return Some(kind);
        }
        if role.is_auxiliary_of_participle && lists::are_different_auxiliaries(&right.folded, &word.folded) {
            return Some(MistakeKind::Auxiliary);
        }
        let participle = role.is_participle_of_auxiliary && is_meant_as_participle(&right.bare, &word.bare);
        participle.then_some(MistakeKind::Participle)
    }

    fn typo(&self, expected: usize, given: usize) -> Option<Slips> {
        let (right, word) = (&self.expected()[expected], &self.given[given]);
        let is_long = self.roles[expected].letters >= LETTERS_FOR_A_TYPO;
        if is_long && one_edit_apart(&right.folded, &word.folded) { self.slip_of_the_finger() } else { None }
    }

    fn slip_of_the_finger(&self) -> Option<Slips> {
        match self.policy().typos {
            Typos::Forgiven => Some(Slips::default()),
            Typos::Named => Some(Slips::one(MistakeKind::Typo)),
            Typos::Refused => None,
        }
    }

    /// One expected word that was given as several; `None` when they are not that word.
    pub fn apart(&self, expected: usize, given: Range<usize>) -> Option<Slips> {
        let parts = &self.given[given];
        let right = std::slice::from_ref(&self.expected()[expected]);
        let slips = self.at_a_seam(right, parts)?;
        if !self.policy().is_dutch() {
            return self.slip_of_the_finger();
        }
        Some(Slips::one(self.variant.kind_of_apart(expected, parts.first()?)).with(slips))
    }

    /// Several expected words that were given as one.
    pub fn together(&self, expected: Range<usize>, given: usize) -> Option<Slips> {
        let slips = self.at_a_seam(&self.expected()[expected], std::slice::from_ref(&self.given[given]))?;
        if !self.policy().is_dutch() {
            return self.slip_of_the_finger();
        }
        Some(Slips::one(MistakeKind::Compound).with(slips))
    }

    fn at_a_seam(&self, right: &[Word], given: &[Word]) -> Option<Slips> {
        let length = |words: &[Word]| words.iter().map(|word| word.bare.chars().count()).sum::<usize>();
        let first = |words: &[Word]| words.first().and_then(|word| word.bare.chars().next());
        if length(right).abs_diff(length(given)) > LETTERS_AT_A_SEAM || first(right) != first(given) {
            return None;
        }
        let (right, word) = (Word::joined(right), Word::joined(given));
        if right.folded.is_empty() {
            return None;
        }
        self.same(&right, &word).or_else(|| {
            let doubling = spelling::doubling(&right.bare, &word.bare)?;
            let kind =
                if doubling.vowel { MistakeKind::VowelDoubling } else { MistakeKind::ConsonantDoubling };
            self.policy().is_dutch().then(|| Slips::one(kind))
        })
    }

    /// Whether an article is missing, and not a pronoun.
    pub fn misses_article(&self, expected: usize) -> bool {
        self.roles[expected].is_article
    }

    /// Whether a given word is an article where none belongs.
    pub fn is_superfluous_article(&self, given: usize) -> bool {
        let word = self.given[given].folded.as_str();
        let Some(next) = self.given.get(given + 1) else { return false };
        let before_noun = self.variant.is_noun || !lists::follows_pronoun(&next.folded);
        self.policy().is_dutch() && lists::is_article(word) && before_noun
    }
}

impl Mistake {
    pub(crate) fn weight(&self) -> u32 {
        self.kind.weight()
    }
}

/// What is wrong with one word that is still that word: at most three things.
#[derive(Clone, Copy, Default)]
pub(crate) struct Slips([Option<MistakeKind>; 3]);

impl Slips {
    pub fn one(kind: MistakeKind) -> Self {
        Self([Some(kind), None, None])
    }

    fn when(holds: bool, kind: MistakeKind) -> Self {
        if holds { Self::one(kind) } else { Self::default() }
    }

    /// Both, as far as there is room.
    pub fn with(mut self, more: Self) -> Self {
        for kind in more.kinds() {
            if let Some(room) = self.0.iter_mut().find(|room| room.is_none()) {
                *room = Some(kind);
            }
        }
        self
    }

    pub fn without(self, kind: MistakeKind) -> Self {
        Self(self.0.map(|own| own.filter(|own| *own != kind)))
    }

    pub fn has(self, kind: MistakeKind) -> bool {
        self.0.contains(&Some(kind))
    }

    pub fn kinds(self) -> impl Iterator<Item = MistakeKind> {
        self.0.into_iter().flatten()
    }

    pub fn weight(self) -> u32 {
        self.kinds().map(MistakeKind::weight).sum()
    }
}

/// As people write and dictionaries do not: a Russian *ё* as *е*, a German *ß* as *ss*, Arabic without its short vowels.
fn loosely(word: &str) -> String {
    let letters = word.nfd().filter(|letter| !matches!(letter, '\u{64b}'..='\u{652}'));
    letters.nfc().collect::<String>().replace('ё', "е").replace('ß', "ss")
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
    let (one, other) = without_same_ends(one, other);
    let letters = |word: &str| {
        let mut letters = word.chars();
        (letters.next(), letters.next(), letters.next())
    };
    match (letters(one), letters(other)) {
        ((Some(_), None, _), (None, ..)) | ((None, ..), (Some(_), None, _)) => true,
        ((Some(_), None, _), (Some(_), None, _)) => true,
        ((Some(a), Some(b), None), (Some(c), Some(d), None)) => (a, b) == (d, c),
        _ => false,
    }
}

/// What is left of two words without the letters that are the same at the beginning, then at the end.
fn without_same_ends<'a>(mut one: &'a str, mut other: &'a str) -> (&'a str, &'a str) {
    while let (Some(first), true) = (one.chars().next(), one.chars().next() == other.chars().next()) {
        (one, other) = (&one[first.len_utf8()..], &other[first.len_utf8()..]);
    }
    while let (Some(last), true) =
        (one.chars().next_back(), one.chars().next_back() == other.chars().next_back())
    {
        (one, other) = (&one[..one.len() - last.len_utf8()], &other[..other.len() - last.len_utf8()]);
    }
    (one, other)
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
