//! Which cards a student is asked, and in which order.

use std::collections::{HashMap, HashSet, VecDeque};

use ids::{CardId, WordId};

/// Of any five cards in a row, no two ask the same word.
pub const SAME_WORD_DISTANCE: usize = 5;

/// A card that could be asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The card.
    pub card: CardId,
    /// Its word. Two cards of one word are siblings.
    pub word: WordId,
    /// Why it could be asked.
    pub need: Need,
}

/// Why a card could be asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Need {
    /// It is due, and would be recalled with this chance.
    Due {
        /// [`Fsrs::recall`](crate::Fsrs::recall) now.
        recall: f32,
    },
    /// It was never asked.
    New,
}

/// How much the student wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Cards in all.
    pub cards: usize,
    /// New ones among them: what is left of the day's new words.
    pub new_cards: usize,
}

/// What the student has seen already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sitting<'a> {
    /// Cards answered on this study day, with their words: their siblings wait until tomorrow.
    pub today: &'a [(WordId, CardId)],
    /// Words asked in this sitting, the latest last.
    pub recent: &'a [WordId],
}

/// Arrange a session.
///
/// Due cards have the first claim to a place, lowest predicted recall first, ties by id; new ones, in the order given, take
/// what is left, spread evenly between them. One card of a word a day; a word stays away for the four cards after it, and
/// where nothing else is left the session is shorter.
#[must_use]
pub fn arrange(candidates: &[Candidate], sitting: Sitting<'_>, limits: Limits) -> Vec<CardId> {
    let (due, new) = one_card_a_word(candidates, sitting.today);
    let due = &due[..due.len().min(limits.cards)];
    let new = &new[..new.len().min(limits.new_cards).min(limits.cards - due.len())];
    space_out(interleave(due, new), sitting.recent)
}

/// The cards that may be asked today, due ones in their order and new ones in theirs, at most one of each word.
fn one_card_a_word(candidates: &[Candidate], today: &[(WordId, CardId)]) -> (Vec<Candidate>, Vec<Candidate>) {
    let seen: HashMap<WordId, CardId> = today.iter().copied().collect();
    let allowed =
        |candidate: &&Candidate| seen.get(&candidate.word).is_none_or(|card| *card == candidate.card);

    let mut due: Vec<(f32, Candidate)> = Vec::new();
    let mut new: Vec<Candidate> = Vec::new();
    for candidate in candidates.iter().filter(allowed) {
        match candidate.need {
            Need::Due { recall } => due.push((recall, *candidate)),
            Need::New => new.push(*candidate),
        }
    }
    due.sort_by(|(one, a), (other, b)| one.total_cmp(other).then(a.card.cmp(&b.card)));

    let mut taken = HashSet::new();
    let due = due
        .into_iter()
        .map(|(_, candidate)| candidate)
        .filter(|candidate| taken.insert(candidate.word))
        .collect();
    new.retain(|candidate| taken.insert(candidate.word));
    (due, new)
}

/// Spread the new ones evenly, a due one first.
fn interleave(due: &[Candidate], new: &[Candidate]) -> VecDeque<Candidate> {
    let total = due.len() + new.len();
    let (mut due, mut fresh) = (due.iter(), new.iter());
    let mut given = 0;
    (1..=total)
        .filter_map(|place| {
            let share = place * new.len() / total;
            let next = if share > given { fresh.next() } else { due.next() };
            given = given.max(share);
            next.copied()
        })
        .collect()
}

/// Take each card as early as its word allows.
fn space_out(mut queue: VecDeque<Candidate>, recent: &[WordId]) -> Vec<CardId> {
    let away = SAME_WORD_DISTANCE - 1;
    let mut asked: Vec<WordId> = recent[recent.len().saturating_sub(away)..].to_vec();
    let mut session = Vec::with_capacity(queue.len());
    while let Some(at) = queue.iter().position(|candidate| !tail(&asked, away).contains(&candidate.word)) {
        let Some(next) = queue.remove(at) else { break };
        asked.push(next.word);
        session.push(next.card);
    }
    session
}

fn tail(words: &[WordId], length: usize) -> &[WordId] {
    &words[words.len().saturating_sub(length)..]
}
