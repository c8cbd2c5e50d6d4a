//! Which cards a student is asked, and in which order.

use std::collections::{HashMap, HashSet, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use ids::{CardId, WordId};

use crate::Pace;

/// Of any five cards in a row, no two ask the same word.
pub const SAME_WORD_DISTANCE: usize = 5;

/// How long before its step is over a card is asked when nothing else is left. Anki's limit for learning ahead.
pub const LEARN_AHEAD: TimeDelta = TimeDelta::minutes(20);

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

/// How much time the student has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time<'a> {
    /// For the whole session.
    pub minutes: u32,
    /// How long the student's answers take.
    pub pace: &'a Pace,
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

/// As [`arrange`], with no more than fits into the time, by the student's pace; but one card, if there is any.
///
/// Due cards have the first claim to the time as well.
#[must_use]
pub fn arrange_within(
    candidates: &[Candidate],
    sitting: Sitting<'_>,
    limits: Limits,
    time: Time<'_>,
) -> Vec<CardId> {
    let (due, new) = one_card_a_word(candidates, sitting.today);
    let mut left = f64::from(time.minutes) * 60.0;
    let due = while_time(&due[..due.len().min(limits.cards)], time.pace, &mut left);
    let new = &new[..new.len().min(limits.new_cards).min(limits.cards - due.len())];
    let new = while_time(new, time.pace, &mut left);
    let one =
        if due.is_empty() && new.is_empty() { arrange(candidates, sitting, limits) } else { Vec::new() };
    if let Some(first) = one.first() {
        return vec![*first];
    }
    space_out(interleave(due, new), sitting.recent)
}

/// Arrange extra practice: of these cards those that were asked before, lowest predicted recall first, due or not, one of
/// each word.
///
/// Answers to it are no reviews: they stay out of the log, and so move no due date.
#[must_use]
pub fn practise(candidates: &[Candidate], recent: &[WordId], cards: usize) -> Vec<CardId> {
    arrange(candidates, Sitting { today: &[], recent }, Limits { cards, new_cards: 0 })
}

/// A card that was answered in this sitting and is in its steps: it returns within minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Returning {
    /// The card.
    pub card: CardId,
    /// Its word.
    pub word: WordId,
    /// When its step is over.
    pub due_at: DateTime<Utc>,
}

/// The next card of a session that was begun, on whatever device and however long ago.
///
/// `unanswered` is what is left of the arranged order, `returning` what came back from it, `recent` the words asked, the
/// latest last. First a card whose step is over, longest over first; then the next of the order; both only when the word
/// was not among the last four. When nothing else is left, the card whose step ends first, within [`LEARN_AHEAD`], whatever its
/// word: a forgotten word comes back until it is right. `None` when the session is over.
#[must_use]
pub fn next_card(
    unanswered: &[(WordId, CardId)],
    returning: &[Returning],
    recent: &[WordId],
    now: DateTime<Utc>,
) -> Option<CardId> {
    let recent = tail(recent, SAME_WORD_DISTANCE - 1);
    let first = |returning: &[&Returning]| {
        returning.iter().min_by_key(|one| (one.due_at, one.card)).map(|one| one.card)
    };
    let over: Vec<_> =
        returning.iter().filter(|one| one.due_at <= now && !recent.contains(&one.word)).collect();
    let soon: Vec<_> = returning.iter().filter(|one| one.due_at - now <= LEARN_AHEAD).collect();
    first(&over)
        .or_else(|| unanswered.iter().find(|(word, _)| !recent.contains(word)).map(|(_, card)| *card))
        .or_else(|| first(&soon))
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

/// The first of these for which there is time, which is taken.
fn while_time<'a>(cards: &'a [Candidate], pace: &Pace, left: &mut f64) -> &'a [Candidate] {
    let fits = cards.iter().take_while(|candidate| {
        let recall = match candidate.need {
            Need::Due { recall } => Some(f64::from(recall)),
            Need::New => None,
        };
        let seconds = pace.of_card(recall);
        let fits = seconds <= *left;
        *left -= if fits { seconds } else { *left };
        fits
    });
    &cards[..fits.count()]
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
