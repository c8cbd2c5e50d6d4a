//! A topic is mastered: every word that is taught in it is recalled from memory, and will be for three weeks.

use super::{
    deck::Deck,
    lessons::{Lesson, Lessons},
};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change};
use events::{
    Level,
    thematic_cards::{CardKind, TopicMastered},
};
use ids::{TopicId, UserId};
use scheduler::Phase;
use serde::{Deserialize, Serialize};

/// A card of this stability is mature: Anki's convention for an interval (docs.ankiweb.net, "Card States"), read as the
/// memory that the interval stands for, since the interval also follows the desired retention.
pub const MATURE_DAYS: f32 = 21.0;

/// How far a student has come in a topic. There is a document from the first mastery on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mastery {
    /// `<student>/<topic>`.
    #[serde(rename = "_id")]
    pub id: String,
    /// Whose it is.
    pub student_id: UserId,
    /// The topic.
    pub topic_id: TopicId,
    /// The words that were mastered, by id, each with the version that they count as: another set can be mastered again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// When that was.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub mastered_at: Option<DateTime<Utc>>,
}

impl Aggregate for Mastery {
    type Id = String;
    const COLLECTION: &'static str = "masteries";

    fn id(&self) -> String {
        self.id.clone()
    }
}

impl Mastery {
    /// Where a student and a topic are kept.
    pub fn id_of(student: UserId, topic: TopicId) -> String {
        format!("{student}/{topic}")
    }

    /// A topic that was never mastered.
    pub fn none(student: UserId, topic: TopicId) -> Self {
        let id = Self::id_of(student, topic);
        Self { id, student_id: student, topic_id: topic, words: Vec::new(), mastered_at: None }
    }

    /// All these words are mastered. The same set is mastered once.
    pub fn reached(mut self, words: &[String], level: Level, at: DateTime<Utc>) -> Change<Self> {
        if words.is_empty() || self.words == words {
            return Change::none(self);
        }
        self.words = words.to_vec();
        self.mastered_at = Some(at);
        let mastered = TopicMastered {
            user_id: self.student_id,
            topic_id: self.topic_id,
            level,
            words: i32::try_from(words.len()).unwrap_or(i32::MAX),
            mastered_at: at,
        };
        Change::of(self).publish(mastered)
    }
}

/// The set of words that the student has mastered, where it is all of the topic; none where one is missing, or there is none.
pub fn mastered(lessons: &Lessons, topic: TopicId, deck: &Deck) -> Option<Vec<String>> {
    let words = lessons.words_of(topic);
    let all = !words.is_empty() && words.iter().all(|lesson| is_mature(lesson, deck));
    all.then(|| words.iter().map(|lesson| format!("{}/{}", lesson.id, lesson.learnt_as)).collect())
}

/// Whether a word is recalled from memory, and will be for three weeks.
pub fn is_mature(lesson: &Lesson, deck: &Deck) -> bool {
    let card = deck.get(lesson.id, CardKind::Recall);
    card.is_some_and(|card| {
        card.phase == Phase::Review && card.memory.is_some_and(|memory| memory.stability >= MATURE_DAYS)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        deck::{
            DeckCard,
            tests::{a_card, at},
        },
        samples,
        word::Word,
    };
    use ids::WordId;
    use scheduler::Memory;
    use uuid::Uuid;

    fn lessons(words: u128, learnt_as: i64) -> (Lessons, TopicId) {
        let entry = samples::noun("de", "fiets", None, None);
        let topic = entry.topic_id;
        let words = (1..=words).map(|n| Word {
            taught: true,
            learnt_as,
            entry: Some(entry.clone()),
            ..Word::unknown(WordId::new(Uuid::from_u128(n)))
        });
        (Lessons::default().with(Vec::new(), words.collect(), at(0)), topic)
    }

    fn recalled(n: u128, stability: f32) -> DeckCard {
        DeckCard { memory: Some(Memory { stability, difficulty: 5.0 }), ..a_card(n) }
    }

    fn deck(cards: Vec<DeckCard>) -> Deck {
        Deck::of(UserId::new(Uuid::from_u128(1)), cards)
    }

    #[test]
    fn every_word_must_be_recalled_for_three_weeks() {
        let (lessons, topic) = lessons(2, 0);
        let is = |cards| mastered(&lessons, topic, &deck(cards)).is_some();
        assert!(is(vec![recalled(1, 21.0), recalled(2, 300.0)]));
        assert!(!is(vec![recalled(1, 21.0), recalled(2, 20.9)]));
        assert!(!is(vec![recalled(1, 21.0)]));
        assert!(!is(vec![recalled(1, 21.0), DeckCard { phase: Phase::Relearning, ..recalled(2, 300.0) }]));
        assert!(!is(vec![recalled(1, 21.0), DeckCard { kind: CardKind::Recognition, ..recalled(2, 300.0) }]));
    }

    #[test]
    fn a_topic_without_words_is_mastered_by_nobody() {
        let (lessons, topic) = lessons(0, 0);
        assert_eq!(mastered(&lessons, topic, &deck(vec![])), None);
    }

    #[test]
    fn the_same_words_are_mastered_once_and_others_again() {
        let (student, topic) = (UserId::new(Uuid::from_u128(1)), TopicId::new(Uuid::from_u128(1)));
        let set = |n: i64| vec![format!("a/{n}")];
        let first = Mastery::none(student, topic).reached(&set(0), Level::A1, at(0));
        let fact: &TopicMastered = first.facts()[0].get().expect("a mastery");
        assert_eq!((fact.user_id, fact.words), (student, 1));
        let first = first.into_parts().0;
        assert!(first.clone().reached(&set(0), Level::A1, at(1)).is_none());
        assert_eq!(first.reached(&set(3), Level::A1, at(1)).facts().len(), 1);
    }

    #[test]
    fn a_correction_that_counts_makes_another_set() {
        let cards = || deck(vec![recalled(1, 30.0)]);
        let (before, topic) = lessons(1, 0);
        let (after, _) = lessons(1, 4);
        assert_ne!(mastered(&before, topic, &cards()), mastered(&after, topic, &cards()));
    }
}
