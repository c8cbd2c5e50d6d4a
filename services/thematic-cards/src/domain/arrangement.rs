//! Which cards a student is asked in a sitting: what waits, and what is new.
//!
//! A word meets a student kind by kind: the next kind of card opens when the one before it is learnt, so that nobody is
//! asked for the plural of a word whose meaning they do not know yet. Of one word one card a day is asked; new words and new
//! kinds of known ones are counted apart, each at most as many a day as the student chose.

mod package;

pub use package::{ExamAhead, MOST_CARDS, package};

use super::{
    deck::{Deck, DeckCard},
    lessons::{Lesson, Lessons},
    question::card_id,
    sitting::Place,
    student::{Exam, Settings},
};
use crate::domain::card::SetAside;
use chrono::{DateTime, NaiveDate, Utc};
use events::thematic_cards::CardKind;
use ids::{CardId, TopicId, WordId};
use scheduler::{Basis, Candidate, Fsrs, Limits, Need, Phase, Sitting, arrange};
use std::collections::{HashMap, HashSet};

/// Seconds that a card takes, before a student's own answers tell.
pub const USUAL_PACE: f64 = 12.0;

/// Everything that decides which cards are asked.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// What is taught.
    pub lessons: &'a Lessons,
    /// The student's cards.
    pub deck: &'a Deck,
    /// What the student chose.
    pub settings: &'a Settings,
    /// When cards return.
    pub scheduler: &'a Fsrs,
    /// Words that were answered today in another module: they wait until tomorrow.
    pub elsewhere: &'a HashSet<WordId>,
    /// The student's day.
    pub today: NaiveDate,
    /// The time.
    pub now: DateTime<Utc>,
}

/// What the student asks for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The topics, in the order in which their new words come.
    pub topics: &'a [TopicId],
    /// One kind of card, or all.
    pub kind: Option<CardKind>,
    /// At most so many cards.
    pub cards: usize,
    /// Whether it is extra practice: cards that were met, whether or not they are due.
    pub practice: bool,
}

/// Arranges the cards of a sitting.
pub fn places(table: &Table<'_>, wanted: &Wanted<'_>) -> Vec<Place> {
    let (due, mut fresh) = table.sort_out(wanted);
    let today = if wanted.practice { Vec::new() } else { table.answered_today() };
    let taken = taken_today(&due, &today);
    fresh.retain(|fresh| !taken.contains(&fresh.place.word_id));
    let fresh = table.within_quotas(fresh, wanted.topics, 1, &HashSet::new());

    let new = fresh.iter().map(|place| (*place, Need::New));
    let all: Vec<(Place, Need)> = due.into_iter().chain(new).collect();
    let candidates: Vec<_> = all
        .iter()
        .map(|(place, need)| Candidate { card: place.card_id, word: place.word_id, need: *need })
        .collect();
    let limits = Limits { cards: wanted.cards, new_cards: fresh.len() };
    let order = arrange(&candidates, Sitting { today: &today, recent: &[] }, limits);
    let places: HashMap<CardId, Place> = all.into_iter().map(|(place, _)| (place.card_id, place)).collect();
    order.iter().filter_map(|card| places.get(card).copied()).collect()
}

/// Words that today has a card of already.
fn taken_today(due: &[(Place, Need)], answered: &[(WordId, CardId)]) -> HashSet<WordId> {
    due.iter().map(|(place, _)| place.word_id).chain(answered.iter().map(|(word, _)| *word)).collect()
}

/// A card that was never met and may be.
struct Fresh {
    place: Place,
    /// Whether no card of its word was met yet.
    new_word: bool,
}

impl Table<'_> {
    /// The cards of the topics that wait, and those that could be met.
    fn sort_out(&self, wanted: &Wanted<'_>) -> (Vec<(Place, Need)>, Vec<Fresh>) {
        let (mut due, mut fresh) = (Vec::new(), Vec::new());
        let lessons = wanted.topics.iter().flat_map(|topic| self.lessons.words_of(*topic));
        for lesson in lessons.filter(|lesson| !self.elsewhere.contains(&lesson.id)) {
            self.sort_out_word(lesson, wanted, &mut due, &mut fresh);
        }
        (due, fresh)
    }

    fn sort_out_word(
        &self,
        lesson: &Lesson,
        wanted: &Wanted<'_>,
        due: &mut Vec<(Place, Need)>,
        fresh: &mut Vec<Fresh>,
    ) {
        let place =
            |kind| Place { card_id: card_id(self.deck.student, lesson.id, kind), word_id: lesson.id, kind };
        let mut open = true;
        let mut met_before = false;
        let mut first_new = None;
        for kind in lesson.kinds() {
            let card = self.deck.get(lesson.id, kind);
            let asked_for = wanted.kind.is_none_or(|only| only == kind);
            match card {
                Some(card) if card.is_met() => {
                    met_before = true;
                    open = card.phase == Phase::Review || card.set_aside.is_some();
                    if asked_for && self.waits(card, wanted) {
                        due.push((place(kind), self.need(card)));
                    }
                }
                // The student wants none of it: the next kind takes its turn.
                Some(card) if card.set_aside.is_some() => {}
                held => {
                    let may = open || wanted.kind.is_some();
                    if asked_for && may && !held.is_some_and(|card| card.is_held_back(self.now)) {
                        first_new.get_or_insert(kind);
                    }
                    open = false;
                }
            }
        }
        if let Some(kind) = first_new.filter(|_| !wanted.practice) {
            fresh.push(Fresh { place: place(kind), new_word: !met_before });
        }
    }

    fn waits(&self, card: &DeckCard, wanted: &Wanted<'_>) -> bool {
        if wanted.practice { card.set_aside != Some(SetAside::Suspended) } else { card.is_due(self.now) }
    }

    fn need(&self, card: &DeckCard) -> Need {
        let basis: Basis = self.scheduler.basis();
        Need::Due { recall: self.scheduler.recall(&card.state(basis), self.now).unwrap_or_default() }
    }

    fn answered_today(&self) -> Vec<(WordId, CardId)> {
        let today = self.deck.cards().iter().filter(|card| card.was_answered_on(self.today));
        today.map(|card| (card.word, card_id(self.deck.student, card.word, card.kind))).collect()
    }

    /// As many new words, and new kinds of known ones, as `days` from today on have left, by turns; those of the words
    /// `beside` are not counted.
    fn within_quotas(
        &self,
        fresh: Vec<Fresh>,
        topics: &[TopicId],
        days: usize,
        beside: &HashSet<WordId>,
    ) -> Vec<Place> {
        let (words_today, kinds_today) = self.deck.met_on(self.today);
        let left = |a_day: usize, today: usize| a_day.saturating_mul(days).saturating_sub(today);
        let chosen = self.settings.new_words as usize;
        let (words, kinds): (Vec<_>, Vec<_>) = fresh.into_iter().partition(|fresh| fresh.new_word);
        let words = first(words, left(self.new_words_a_day(topics), words_today), beside);
        let kinds = first(kinds, left(chosen, kinds_today), beside);
        by_turns(words, kinds).map(|fresh| fresh.place).collect()
    }

    /// The student's choice, or more where an exam is near.
    fn new_words_a_day(&self, topics: &[TopicId]) -> usize {
        let chosen = self.settings.new_words as usize;
        let near =
            self.settings.exam.as_ref().filter(|exam| exam.topics.iter().any(|one| topics.contains(one)));
        near.map_or(chosen, |exam| chosen.max(self.words_until(exam)))
    }

    /// New words a day, today included, so that all of an exam is seen before its day.
    fn words_until(&self, exam: &Exam) -> usize {
        let Ok(days @ 1..) = usize::try_from((exam.on - self.today).num_days()) else { return 0 };
        // What was met today was new this morning: the day's share does not shrink while it is done.
        self.unseen(exam, |on| on < self.today).div_ceil(days)
    }

    /// Words of an exam of which no card was met on a day like this.
    fn unseen(&self, exam: &Exam, day: impl Fn(NaiveDate) -> bool) -> usize {
        let lessons = exam.topics.iter().flat_map(|topic| self.lessons.words_of(*topic));
        let unseen = lessons.filter(|lesson| {
            let cards = lesson.kinds().filter_map(|kind| self.deck.get(lesson.id, kind));
            !cards.filter_map(|card| card.introduced_on).any(&day)
        });
        unseen.count()
    }
}

/// Topics of an exam that lies ahead come first, the others after them, each in their order.
pub fn exam_first(topics: &mut [TopicId], exam: Option<&Exam>, today: NaiveDate) {
    if let Some(exam) = exam.filter(|exam| exam.on > today) {
        topics.sort_by_key(|topic| !exam.topics.contains(topic));
    }
}

/// So many cards fill these minutes, at `pace` seconds a card; at least one.
pub fn cards_in(minutes: u32, pace: f64) -> usize {
    ((f64::from(minutes) * 60.0 / pace.max(1.0)) as usize).max(1)
}

/// The first `most`, and those of the words `beside` that stand among and after them.
fn first(fresh: Vec<Fresh>, most: usize, beside: &HashSet<WordId>) -> impl Iterator<Item = Fresh> {
    let mut left = most;
    fresh.into_iter().filter(move |fresh| {
        let counts = !beside.contains(&fresh.place.word_id);
        let may = !counts || left > 0;
        left -= usize::from(counts && may);
        may
    })
}

fn by_turns<T>(one: impl Iterator<Item = T>, other: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    let (mut one, mut other) = (one.fuse(), other.fuse());
    std::iter::from_fn(move || {
        Some((one.next(), other.next())).filter(|both| both.0.is_some() || both.1.is_some())
    })
    .flat_map(|(one, other)| one.into_iter().chain(other))
}

#[cfg(test)]
mod tests;
