//! How a student stands, by topic.

use super::deck::{Deck, DeckCard};
use chrono::{DateTime, Utc};
use ids::TopicId;
use scheduler::{Phase, TrueRetention};
use std::collections::HashMap;

/// How a student stands in a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Cards that were answered at least once.
    pub met: u32,
    /// Those of them that wait to be asked.
    pub due: u32,
    /// Those of them that return after days: learnt.
    pub learnt: u32,
    /// Those of them that are asked no more for now.
    pub set_aside: u32,
    /// Answers in all.
    pub answers: u32,
    /// Times that a learnt card was forgotten.
    pub lapses: u32,
    /// Answers to learnt cards when they were due.
    pub retention: TrueRetention,
    /// When the last answer was given.
    pub last_answered_at: Option<DateTime<Utc>>,
}

impl Standing {
    fn count(&mut self, card: &DeckCard, now: DateTime<Utc>) {
        self.met += 1;
        self.due += u32::from(card.is_due(now));
        self.learnt += u32::from(card.phase == Phase::Review);
        self.set_aside += u32::from(card.set_aside.is_some());
        self.answers += card.reviews;
        self.lapses += card.lapses;
        let retention = TrueRetention { asked: card.due_answers.into(), recalled: card.due_recalled.into() };
        self.retention = self.retention + retention;
        self.last_answered_at = self.last_answered_at.max(card.last.map(|(at, _)| at));
    }
}

impl Deck {
    /// How the student stands at `now`, by topic. Topics without an answer are absent.
    pub fn standings(&self, now: DateTime<Utc>) -> HashMap<TopicId, Standing> {
        let mut standings: HashMap<TopicId, Standing> = HashMap::new();
        self.met().for_each(|card| standings.entry(card.topic).or_default().count(card, now));
        standings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deck::tests::{a_card, at};
    use chrono::TimeDelta;
    use ids::UserId;
    use uuid::Uuid;

    #[test]
    fn what_was_met_is_counted_by_topic() {
        let other = TopicId::new(Uuid::from_u128(2));
        let later = at(30);
        let cards = vec![
            a_card(1),
            DeckCard { phase: Phase::Learning, last: Some((later, later.date_naive())), ..a_card(2) },
            DeckCard { topic: other, due_at: Some(at(11 * 1440)), ..a_card(3) },
            DeckCard { phase: Phase::New, ..a_card(4) },
        ];
        let deck = Deck::of(UserId::new(Uuid::from_u128(1)), cards);
        let standings = deck.standings(at(10 * 1440) + TimeDelta::minutes(1));
        let one = standings[&a_card(1).topic];
        assert_eq!((one.met, one.due, one.learnt, one.answers), (2, 2, 1, 6));
        assert_eq!((one.retention.share(), one.last_answered_at), (Some(1.0), Some(later)));
        assert_eq!((standings[&other].met, standings[&other].due), (1, 0));
    }
}
