//! What a student can see of their learning: hard words, what is ahead, how far topics are mastered.

use super::{
    deck::{Deck, DeckCard},
    lessons::{Lesson, Lessons},
    mastery::is_mature,
    student::Student,
};
use chrono::{DateTime, NaiveDate, Utc};
use ids::{TopicId, WordId};
use scheduler::{CardState, DayAhead, NewCards, Pace};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

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

/// Cards and minutes of the coming days, today first, when all that is due is done each day: what is known, what comes back of
/// it, and new words of the topics that the student began, as many a day as they chose. Whoever sets cards aside is not asked
/// them, and a word that is withdrawn neither.
pub fn forecast(
    deck: &Deck,
    lessons: &Lessons,
    student: &Student,
    seconds_a_card: f64,
    today: NaiveDate,
    days: usize,
) -> Vec<DayAhead> {
    let scheduler = student.scheduler();
    let basis = scheduler.basis();
    let taught = |card: &&DeckCard| lessons.word(card.word).is_some_and(|lesson| lesson.taught);
    let known = deck.met().filter(taught).filter_map(|card| {
        let ask_at = card.ask_at()?;
        Some(CardState { due_at: Some(ask_at), ..card.state(basis) })
    });
    let known: Vec<CardState> = known.collect();
    let new = NewCards {
        a_day: student.settings.new_words,
        waiting: count(unmet(deck, lessons)),
        met_today: count(deck.met_on(today).0),
    };
    let pace = Pace::even(seconds_a_card);
    scheduler.forecast(&known, new, &pace, (today, student.settings.zone), days)
}

/// Words of the topics that the student began of which no card was met.
fn unmet(deck: &Deck, lessons: &Lessons) -> usize {
    let begun: HashSet<TopicId> = deck.met().map(|card| card.topic).collect();
    let met: HashSet<WordId> = deck.met().map(|card| card.word).collect();
    let words = begun.into_iter().flat_map(|topic| lessons.words_of(topic));
    words.filter(|lesson| !met.contains(&lesson.id)).count()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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

    fn ahead(cards: Vec<DeckCard>, words: u128, new_words: u32, days: usize) -> Vec<DayAhead> {
        let mut student = Student::new(UserId::new(Uuid::from_u128(1)));
        student.settings.zone = chrono_tz::UTC;
        student.settings.new_words = new_words;
        let today = at(10 * 1440 + 600).date_naive();
        forecast(&deck(cards), &lessons(words), &student, 12.0, today, days)
    }

    /// A card that returns so many days from today, and was last answered ten days ago.
    fn returning(n: u128, days: i64) -> DeckCard {
        let last = at(600);
        DeckCard {
            due_at: Some(at((10 + days) * 1440 + 300)),
            last: Some((last, last.date_naive())),
            ..a_card(n)
        }
    }

    fn due(days: &[DayAhead]) -> Vec<f64> {
        days.iter().map(|day| day.due.round()).collect()
    }

    #[test]
    fn what_waits_is_todays_and_what_is_set_aside_or_put_off_is_not() {
        let aside = DeckCard { set_aside: Some(SetAside::Leech), ..returning(3, 1) };
        let buried = DeckCard { buried_until: Some(at(12 * 1440 + 300)), ..returning(4, 0) };
        let untaught = returning(9, 0);
        let cards = vec![returning(1, -5), returning(2, 0), aside, buried, untaught];
        assert_eq!(due(&ahead(cards, 4, 0, 3)), [2.0, 0.0, 1.0]);
    }

    #[test]
    fn what_is_answered_comes_back_within_the_days() {
        let days = ahead(vec![returning(1, 0)], 1, 0, 90);
        let (first, later) = days.split_first().expect("days");
        assert!((first.due - 1.0).abs() < 1e-9);
        assert!(later.iter().map(|day| day.due).sum::<f64>() > 0.9, "{later:?}");
        // Recalled it takes one answer, forgotten three.
        assert!((0.2..0.6).contains(&first.minutes), "{first:?}");
    }

    #[test]
    fn new_words_of_topics_that_were_begun_come_day_by_day() {
        let new = |days: Vec<DayAhead>| days.iter().map(|day| day.new).collect::<Vec<_>>();
        assert_eq!(new(ahead(Vec::new(), 5, 2, 3)), [0.0; 3], "nothing was begun");
        assert_eq!(new(ahead(vec![returning(1, 0)], 6, 2, 4)), [2.0, 2.0, 1.0, 0.0]);
        let today = at(10 * 1440 + 600).date_naive();
        let met = DeckCard { introduced_on: Some(today), ..returning(1, 3) };
        assert_eq!(new(ahead(vec![met], 6, 2, 4)), [1.0, 2.0, 2.0, 0.0], "one of today's was met");
    }

    #[test]
    fn totals_tell_why_cards_are_set_aside() {
        let aside = |n, why| DeckCard { set_aside: Some(why), ..a_card(n) };
        let cards = vec![a_card(1), aside(2, SetAside::Leech), aside(3, SetAside::Suspended)];
        let totals = Totals::of(&deck(cards), at(10 * 1440));
        assert_eq!(totals, Totals { met: 3, due: 1, learnt: 3, suspended: 1, leeches: 1 });
    }
}
