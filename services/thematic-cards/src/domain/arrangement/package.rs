//! What is taken along for some days without a connection, so that each of them has the sitting that it would have had here.

use super::{Table, Wanted, taken_today};
use crate::domain::{deck::DeckCard, sitting::Place};
use chrono::{NaiveDate, TimeDelta};
use events::thematic_cards::CardKind;
use ids::TopicId;
use std::collections::HashSet;

/// The most cards that are packed.
pub const MOST_CARDS: usize = 2_000;

/// What returns within `days`, longest waiting first, then as many new cards as those days bring, in the order in which to
/// meet them; at most [`MOST_CARDS`] in all.
///
/// A word that today has a card of already may be met in another way from tomorrow on: its new card comes beside that
/// number, since today asks others in its place. So do words that were answered elsewhere today.
pub fn package(table: &Table<'_>, topics: &[TopicId], days: u32) -> Vec<Place> {
    let tomorrow_too = Table { elsewhere: &HashSet::new(), ..*table };
    let wanted = Wanted { topics, kind: None, cards: MOST_CARDS, practice: false };
    let (due, fresh) = tomorrow_too.sort_out(&wanted);
    let mut taken = taken_today(&due, &table.answered_today());
    taken.extend(table.elsewhere);
    let new = table.within_quotas(fresh, topics, days as usize, &taken);
    table.returning_within(days).into_iter().chain(new).take(MOST_CARDS).collect()
}

/// An exam, as far as it decides how many new words a day there are while nobody here is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamAhead {
    /// On which day.
    pub on: NaiveDate,
    /// Words of its topics that had not been met this morning.
    pub unseen: usize,
    /// Those of them that were met since.
    pub met_today: usize,
}

impl Table<'_> {
    /// The exam that the student learns towards, unless it is over.
    pub fn exam_ahead(&self) -> Option<ExamAhead> {
        let exam = self.settings.exam.as_ref().filter(|exam| exam.on > self.today)?;
        let unseen = self.unseen(exam, |on| on < self.today);
        let met_today = unseen - self.unseen(exam, |on| on <= self.today);
        Some(ExamAhead { on: exam.on, unseen, met_today })
    }

    /// Whether it waits until tomorrow, as today asked its word in another way or elsewhere: what a device cannot see for
    /// itself, as the card that was asked may not be taken along.
    pub fn rests(&self, place: &Place) -> bool {
        let was_answered =
            |kind| self.deck.get(place.word_id, kind).is_some_and(|card| card.was_answered_on(self.today));
        let in_another_way = || CardKind::ALL.iter().any(|kind| was_answered(*kind));
        self.elsewhere.contains(&place.word_id) || !was_answered(place.kind) && in_another_way()
    }

    fn returning_within(&self, days: u32) -> Vec<Place> {
        let last = self.now + TimeDelta::days(i64::from(days));
        let taught = |card: &&DeckCard| self.lessons.word(card.word).is_some_and(|lesson| lesson.taught);
        let returning = self.deck.met().filter(taught).filter_map(|card| {
            let at = card.ask_at().filter(|at| *at < last)?;
            Some((at, Place::of(self.deck.student, card.word, card.kind)))
        });
        let mut returning: Vec<_> = returning.collect();
        returning.sort_unstable_by_key(|(at, place)| (*at, place.card_id));
        returning.into_iter().map(|(_, place)| place).collect()
    }
}
