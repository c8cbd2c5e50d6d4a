//! Compounds: the longest known head, and what stands before it.

use crate::{Lexicon, PartOfSpeech};
use serde::Serialize;

/// A compound in its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compound {
    /// What stands before the head, without the sound that joins them: *stads-* is *stad*.
    pub modifier: String,
    /// *s*, *en*, *e*, *-* or nothing.
    pub joint: &'static str,
    /// The last part, as it stands: *jaren* in *schooljaren*.
    pub head: String,
}

/// Shorter parts are found everywhere by chance.
const SHORTEST_PART: usize = 3;
/// Longer words are not looked into: no Dutch dictionary has one, and the work grows with the square.
const LONGEST_WORD: usize = 48;
/// How the parts are joined, the more usual first.
const JOINTS: [&str; 6] = ["", "s", "en", "n", "e", "-"];

/// Ends of words that are not heads: *-ing, -lijk, -baar* make words of their own.
const NO_HEADS: [&str; 28] = [
    "aar", "achtig", "age", "baar", "dom", "ende", "eren", "erig", "heid", "ing", "isch", "isme", "ist",
    "lijk", "ling", "loos", "matig", "nis", "schap", "sel", "ster", "teit", "tie", "eer", "eld", "end",
    "ers", "ten",
];

impl Lexicon {
    /// The parts of a compound. None when no cut gives two known words.
    pub fn compound(&self, word: &str) -> Option<Compound> {
        let letters = word.chars().count();
        if !(2 * SHORTEST_PART..=LONGEST_WORD).contains(&letters) {
            return None;
        }
        // From the left: the first cut that holds has the longest head.
        word.char_indices().map(|(at, _)| at).skip(SHORTEST_PART).find_map(|at| {
            let (start, head) = word.split_at(at);
            if head.chars().count() < SHORTEST_PART || NO_HEADS.contains(&head) || !self.is_head(head) {
                return None;
            }
            let (modifier, joint) = self.modifier(start).or_else(|| self.unknown_modifier(start, head))?;
            Some(Compound { modifier, joint, head: head.to_owned() })
        })
    }

    /// Without packs few modifiers are known: what is left before a noun of our list, if it can be said at all.
    fn unknown_modifier(&self, start: &str, head: &str) -> Option<(String, &'static str)> {
        let possible = !self.has_kinds()
            && self.tables.nouns.contains_key(head)
            && crate::spelling::syllables(start) > 0;
        possible.then(|| (start.to_owned(), ""))
    }

    fn is_head(&self, head: &str) -> bool {
        self.can_be(head, PartOfSpeech::Noun)
            || self.can_be(head, PartOfSpeech::Adjective)
            || self.inflected_lemma(head).is_some_and(|lemma| {
                lemma.chars().count() >= SHORTEST_PART && self.can_be(&lemma, PartOfSpeech::Noun)
            })
    }

    fn modifier(&self, start: &str) -> Option<(String, &'static str)> {
        JOINTS
            .into_iter()
            .find_map(|joint| {
                let word = start.strip_suffix(joint)?;
                (word.chars().count() >= SHORTEST_PART).then_some(())?;
                self.is_modifier(word).then(|| (word.to_owned(), joint))
            })
            // *pannenkoek*: the part before *en* keeps its spelling: *pann*; *slaapkamer*: a stem.
            .or_else(|| {
                let stem = start.strip_suffix("en")?;
                crate::spelling::closed(stem)
                    .into_iter()
                    .find(|word| {
                        word.chars().count() >= SHORTEST_PART && self.can_be(word, PartOfSpeech::Noun)
                    })
                    .map(|word| (word, "en"))
            })
    }

    fn is_modifier(&self, word: &str) -> bool {
        self.can_be(word, PartOfSpeech::Noun)
            || self.can_be(word, PartOfSpeech::Adjective)
            || crate::verb::infinitives_of(word).iter().any(|verb| self.can_be(verb, PartOfSpeech::Verb))
            || self.tables.particles.contains_key(word)
            || (word.chars().count() > SHORTEST_PART && self.is_spelt(word))
    }

    /// The head of a compound, for the rules of nouns.
    pub(crate) fn head(&self, word: &str) -> Option<String> {
        self.compound(word).map(|compound| compound.head)
    }
}
