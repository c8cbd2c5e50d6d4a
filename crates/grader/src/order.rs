//! Words that are right and stand elsewhere, and how that is called.

use std::ops::Range;

use crate::dutch::forms::Known;
use crate::dutch::lists;
use crate::mistakes::{Lost, Paired, Reading, spanning};
use crate::pairs::{Pairs, Slips};
use crate::variant::Variant;
use crate::words::{Word, text_of};
use crate::{Mistake, MistakeKind};

/// A subject of more words is not recognised.
const WORDS_OF_A_SUBJECT: usize = 3;

/// Neighbours that have changed places.
pub(crate) struct Move {
    kind: MistakeKind,
    /// All words from the first to the last that is concerned.
    expected: Range<usize>,
    given: Vec<usize>,
    /// The words that moved, with what else is wrong with them.
    words: Vec<Paired>,
}

impl Move {
    pub fn begins_the_answer(&self) -> bool {
        self.expected.start == 0
    }

    pub fn mistakes(&self, pairs: &Pairs<'_>) -> Vec<Mistake> {
        let span = spanning(self.given.iter().map(|at| &pairs.given[*at]), None);
        let expected = text_of(&pairs.expected()[self.expected.clone()]);
        let mut found = vec![Mistake { kind: self.kind, span, expected }];
        found.extend(self.words.iter().flat_map(|word| word.mistakes(pairs)));
        found
    }

    fn merge(&mut self, other: Self) {
        if self.kind != other.kind {
            self.kind = MistakeKind::WordOrder;
        }
        self.expected =
            self.expected.start.min(other.expected.start)..self.expected.end.max(other.expected.end);
        self.given.extend(other.given);
        self.words.extend(other.words);
    }
}

/// Words that moved together.
struct Block {
    expected: Range<usize>,
    given: Range<usize>,
    slips: Vec<Slips>,
}

impl Block {
    fn words(&self) -> impl Iterator<Item = (usize, usize)> {
        self.expected.clone().zip(self.given.clone())
    }

    /// Whether a pair of words stands on the other side of this block in the answer than it should.
    fn is_crossed_by(&self, (expected, given): (usize, usize)) -> bool {
        !self.expected.contains(&expected) && (expected < self.expected.start) != (given < self.given.start)
    }

    fn into_paired(self) -> Vec<Paired> {
        let slips = self.slips.iter().map(|slips| slips.without(MistakeKind::Capital));
        let words = self.expected.clone().zip(self.given.clone()).zip(slips);
        words
            .map(|((expected, given), slips)| Paired::new(expected..expected + 1, given..given + 1, slips))
            .collect()
    }
}

/// Take from a reading the words that are not missing and too much but moved.
pub(crate) fn take_moves(pairs: &Pairs<'_>, reading: &mut Reading<'_>) -> Vec<Move> {
    let blocks = moved_blocks(pairs, reading);
    for (expected, given) in blocks.iter().flat_map(Block::words) {
        reading.lost.retain(|lost| lost.expected != expected);
        reading.spare.retain(|spare| *spare != given);
    }
    let resting = reading.paired.iter().map(|pair| (pair.expected.start, pair.given.start));
    let places: Vec<_> = resting.chain(blocks.iter().flat_map(Block::words)).collect();

    let mut moves: Vec<Move> = Vec::new();
    for block in blocks {
        let crossed: Vec<_> = places.iter().copied().filter(|place| block.is_crossed_by(*place)).collect();
        if crossed.is_empty() {
            reading.paired.extend(block.into_paired());
        } else {
            moves.push(a_move(pairs, block, &crossed));
        }
    }
    merged(moves)
}

fn a_move(pairs: &Pairs<'_>, block: Block, crossed: &[(usize, usize)]) -> Move {
    let start = crossed.iter().map(|place| place.0).fold(block.expected.start, usize::min);
    let end = crossed.iter().map(|place| place.0 + 1).fold(block.expected.end, usize::max);
    let given = block.given.clone().chain(crossed.iter().map(|place| place.1)).collect();
    let kind = kind_of(&pairs.variant, &block.expected, crossed, start..end);
    Move { kind, expected: start..end, given, words: block.into_paired() }
}

/// Moves that concern the same words are one.
fn merged(mut moves: Vec<Move>) -> Vec<Move> {
    moves.sort_by_key(|moved| (moved.expected.start, moved.expected.end));
    let mut merged: Vec<Move> = Vec::new();
    for next in moves {
        match merged.last_mut() {
            Some(last) if next.expected.start < last.expected.end => last.merge(next),
            _ => merged.push(next),
        }
    }
    merged
}

/// Missing words that are among those that are too much: the same words first, then those with a slip.
fn moved_blocks(pairs: &Pairs<'_>, reading: &Reading<'_>) -> Vec<Block> {
    let mut spare = reading.spare.clone();
    let mut moved: Vec<(usize, usize, Slips)> = Vec::new();
    let is_same =
        |lost: &Lost, given: usize| pairs.expected()[lost.expected].folded == pairs.given[given].folded;
    let is_alike = |lost: &Lost, given: usize| pairs.slips(lost.expected, given).is_some();
    let mut pair_up = |is_pair: &dyn Fn(&Lost, usize) -> bool| {
        for lost in &reading.lost {
            let is_paired = moved.iter().any(|(expected, ..)| *expected == lost.expected);
            let found = spare.iter().position(|given| !is_paired && is_pair(lost, *given));
            if let Some(at) = found {
                let given = spare.remove(at);
                let slips = pairs.slips(lost.expected, given).unwrap_or_default();
                moved.push((lost.expected, given, slips));
            }
        }
    };
    pair_up(&is_same);
    pair_up(&is_alike);
    moved.sort_by_key(|(expected, ..)| *expected);
    let mut blocks = in_blocks(moved);
    blocks.retain(|block| !is_articles(pairs, block));
    blocks
}

fn in_blocks(moved: Vec<(usize, usize, Slips)>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (expected, given, slips) in moved {
        match blocks.last_mut() {
            Some(last) if last.expected.end == expected && last.given.end == given => {
                last.expected.end += 1;
                last.given.end += 1;
                last.slips.push(slips);
            }
            _ => blocks.push(Block {
                expected: expected..expected + 1,
                given: given..given + 1,
                slips: vec![slips],
            }),
        }
    }
    blocks
}

/// An article that is missing here and too much there has not moved.
fn is_articles(pairs: &Pairs<'_>, block: &Block) -> bool {
    block.expected.clone().all(|at| pairs.variant.is_article(at))
}

/// How it is called that a block and what it crossed have changed places.
fn kind_of(
    variant: &Variant<'_>,
    block: &Range<usize>,
    crossed: &[(usize, usize)],
    all: Range<usize>,
) -> MistakeKind {
    if block.len() + crossed.len() != all.len() {
        return MistakeKind::WordOrder;
    }
    let (first, second) = if block.start == all.start {
        (block.clone(), block.end..all.end)
    } else if block.end == all.end {
        (all.start..block.start, block.clone())
    } else {
        return MistakeKind::WordOrder;
    };
    if is_misplaced_particle(variant, &first) || is_misplaced_particle(variant, &second) {
        MistakeKind::Separable
    } else if is_inversion(variant, &first, &second) {
        MistakeKind::Inversion
    } else {
        MistakeKind::WordOrder
    }
}

/// A particle stands at the end of its clause or before *te*; elsewhere the same word is a preposition.
fn is_misplaced_particle(variant: &Variant<'_>, words: &Range<usize>) -> bool {
    let Some(word) = only_word(variant, words) else { return false };
    let known = variant.known.and_then(Known::verb).and_then(|verb| verb.particle.as_deref());
    let is_known = known == Some(word.bare.as_str());
    let next = variant.next(words.start).map(|next| next.folded.as_str());
    let ends_clause = next.is_none_or(|next| next == "te" || lists::is_conjunction(next));
    let has_pronominal = variant.sentence().any(|word| lists::is_pronominal_adverb(&word.folded));
    let looks = lists::is_particle(&word.folded) && ends_clause && !has_pronominal;
    variant.policy.is_dutch() && (is_known || looks)
}

/// Whether a verb and its subject have changed places. A pronoun that is a subject always tells; for another subject the
/// sentence must begin with something that takes the verb before it.
fn is_inversion(variant: &Variant<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    if !variant.policy.is_dutch() {
        return false;
    }
    let only = |words: &Range<usize>| only_word(variant, words).map(|word| word.folded.as_str());
    let is_verb = |words: &Range<usize>| only(words).is_some_and(|word| !lists::cannot_be_verb(word));
    let is_subject = |words: &Range<usize>| only(words).is_some_and(lists::is_subject_only);
    if is_verb(first) {
        let before_subject = || has_verb_before_subject(variant, first.start);
        is_subject(second) || (may_be_subject(variant, second) && before_subject())
    } else {
        let pronoun = || only(first).is_some_and(lists::is_subject_or_object);
        let after_conjunction =
            || variant.previous(first.start).is_some_and(|word| lists::is_subordinating(&word.folded));
        is_verb(second) && (is_subject(first) || (pronoun() && after_conjunction()))
    }
}

/// *Je*, *mijn broer*, *Anna*.
fn may_be_subject(variant: &Variant<'_>, words: &Range<usize>) -> bool {
    let first = &variant.words[words.start];
    match words.len() {
        1 => {
            lists::is_subject_or_object(&first.folded)
                || first.text.chars().next().is_some_and(char::is_uppercase)
        }
        length => length <= WORDS_OF_A_SUBJECT && lists::is_determiner(&first.folded),
    }
}

/// Whether what stands before a verb in its clause takes it before its subject: nothing, as in a question, or something like
/// *morgen*.
fn has_verb_before_subject(variant: &Variant<'_>, verb: usize) -> bool {
    let before: Vec<&str> =
        variant.before.iter().chain(&variant.words[..verb]).map(|word| word.folded.as_str()).collect();
    let clause = before.iter().rposition(|word| lists::is_coordinating(word)).map_or(0, |at| at + 1);
    match &before[clause..] {
        [] => true,
        [first, ..] if lists::is_subordinating(first) => true,
        [first, rest @ ..] => {
            lists::comes_in_front(first) && !rest.iter().any(|word| lists::is_subject_only(word))
        }
    }
}

fn only_word<'a>(variant: &Variant<'a>, words: &Range<usize>) -> Option<&'a Word> {
    (words.len() == 1).then(|| &variant.words[words.start])
}
