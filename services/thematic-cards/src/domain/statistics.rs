//! What a student can see of their learning: hard words, what is ahead, how far topics are mastered.

use super::{
    deck::{Deck, DeckCard},
    lessons::{Lesson, Lessons},
    mastery::is_mature,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use ids::{TopicId, WordId};
use scheduler::study_day;
use std::{collections::HashMap, sync::Arc};

/// A word that a student finds hard: all its cards together.
#[derive(Clone, Debug)]
pub struct HardWord {
    /// The word.
    pub lesson: Arc<Lesson>,
    /// How often a card of it was forgotten when due.
    pub lapses: u32,
    /// Answers that were not right.
    pub wrong: u32,
    /// Answers in all.
    pub answers: u32,
}

/// The hardest words, at most so many: by how often they were forgotten when they were known, then by wrong answers. A word
/// that was never forgotten and wrong but once is not hard.
pub fn hard_words(deck: &Deck, lessons: &Lessons, most: usize) -> Vec<HardWord> {
    let mut by_word: HashMap<WordId, [u32; 3]> = HashMap::new();
    for card in deck.met() {
        let [lapses, wrong, answers] = by_word.entry(card.word).or_default();
        *lapses += card.lapses;
        *wrong += card.wrong;
        *answers += card.answers;
    }
    let mut hard: Vec<_> = by_word
        .into_iter()
        .filter(|(_, [lapses, wrong, _])| *lapses > 0 || *wrong > 1)
        .filter_map(|(word, [lapses, wrong, answers])| {
            let lesson = lessons.word(word).filter(|lesson| lesson.taught)?;
            Some(HardWord { lesson: Arc::clone(lesson), lapses, wrong, answers })
        })
        .collect();
    hard.sort_by(|one, other| {
        (other.lapses, other.wrong, one.lesson.id).cmp(&(one.lapses, one.wrong, other.lesson.id))
    });
    hard.truncate(most);
    hard
}

/// Cards that wait on each of the coming days, today first. What waits already is today's; what is beyond the last day, or
/// set aside, is not counted.
pub fn forecast(deck: &Deck, today: NaiveDate, zone: Tz, days: usize) -> Vec<(NaiveDate, u32)> {
    let mut ahead: Vec<(NaiveDate, u32)> = (0..days as u64)
        .map(|day| (today.checked_add_days(Days::new(day)).unwrap_or(NaiveDate::MAX), 0))
        .collect();
    for at in deck.met().filter_map(DeckCard::ask_at) {
        let day = (study_day(at, zone) - today).num_days().max(0);
        let day = usize::try_from(day).ok().and_then(|day| ahead.get_mut(day));
        day.into_iter().for_each(|(_, cards)| *cards += 1);
    }
    ahead
}

/// How many words of a topic are remembered for weeks, by their recall card.
pub fn mature_words(deck: &Deck, lessons: &Lessons, topic: TopicId) -> usize {
    lessons.words_of(topic).iter().filter(|lesson| is_mature(lesson, deck)).count()
}

/// All cards together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Cards that were answered at least once.
    pub met: u32,
    /// Those of them that wait to be asked.
    pub due: u32,
    /// Those of them that return after days.
    pub learnt: u32,
    /// Cards that the student does not want to be asked.
    pub suspended: u32,
    /// Cards that were forgotten too often.
    pub leeches: u32,
}

impl Totals {
    /// Of a deck at `now`.
    pub fn of(deck: &Deck, now: DateTime<Utc>) -> Self {
        use super::card::SetAside;
        let mut totals = Self::default();
        for card in deck.cards() {
            totals.met += u32::from(card.is_met());
            totals.due += u32::from(card.is_due(now));
            totals.learnt += u32::from(card.phase == scheduler::Phase::Review);
            totals.suspended += u32::from(card.set_aside == Some(SetAside::Suspended));
            totals.leeches += u32::from(card.set_aside == Some(SetAside::Leech));
        }
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        card::SetAside,
        deck::tests::{a_card, at},
        samples,
        word::Word,
    };
    use ids::UserId;
    use uuid::Uuid;

    fn deck(cards: Vec<DeckCard>) -> Deck {
        Deck::of(UserId::new(Uuid::from_u128(1)), cards)
    }

    fn lessons(words: u128) -> Lessons {
        let words = (1..=words).map(|n| Word {
            taught: true,
            entry: Some(samples::noun("de", "fiets", None, None)),
            ..Word::unknown(WordId::new(Uuid::from_u128(n)))
        });
        Lessons::default().with(Vec::new(), words.collect(), at(0))
    }

    #[test]
    fn what_was_forgotten_when_known_is_harder_than_what_was_wrong() {
        let cards = vec![
            DeckCard { wrong: 9, ..a_card(1) },
            DeckCard { lapses: 1, wrong: 1, ..a_card(2) },
            DeckCard { wrong: 1, ..a_card(3) },
            DeckCard { lapses: 5, ..a_card(4) },
        ];
        let hard = hard_words(&deck(cards), &lessons(3), 10);
        let words: Vec<_> = hard.iter().map(|word| word.lesson.id.as_uuid().as_u128()).collect();
        assert_eq!(words, [2, 1], "one slip is not hard, and a withdrawn word is not shown");
    }

    #[test]
    fn cards_of_one_word_count_together() {
        let other = DeckCard { kind: events::thematic_cards::CardKind::Gap, wrong: 1, ..a_card(1) };
        let hard = hard_words(&deck(vec![a_card(1), other]), &lessons(1), 10);
        assert_eq!((hard[0].wrong, hard[0].answers), (2, 8));
    }

    #[test]
    fn what_waits_is_todays_and_what_is_far_is_not_counted() {
        let (today, zone) = (at(10 * 1440).date_naive(), Tz::UTC);
        let due = |days: i64| DeckCard {
            due_at: Some(at((10 + days) * 1440 + 300)),
            ..a_card(days.unsigned_abs().into())
        };
        let aside = DeckCard { set_aside: Some(SetAside::Leech), ..due(1) };
        let buried = DeckCard { buried_until: Some(at(12 * 1440 + 300)), ..due(0) };
        let cards = vec![due(-5), due(0), due(2), due(3), aside, buried];
        let ahead: Vec<u32> =
            forecast(&deck(cards), today, zone, 3).into_iter().map(|(_, cards)| cards).collect();
        assert_eq!(ahead, [2, 0, 2]);
    }

    #[test]
    fn totals_tell_why_cards_are_set_aside() {
        let aside = |n, why| DeckCard { set_aside: Some(why), ..a_card(n) };
        let cards = vec![a_card(1), aside(2, SetAside::Leech), aside(3, SetAside::Suspended)];
        let totals = Totals::of(&deck(cards), at(10 * 1440));
        assert_eq!(totals, Totals { met: 3, due: 1, learnt: 3, suspended: 1, leeches: 1 });
    }
}
