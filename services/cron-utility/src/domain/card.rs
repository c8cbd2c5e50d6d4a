//! A card of a student, as far as a teacher's numbers need it.

use chrono::{DateTime, Utc};
use ids::{CardId, TopicId, UserId, WordId};
use serde::{Deserialize, Serialize};

/// A card that was forgotten so often, when it was due, is a leech, as thematic-cards and learning-cards count.
pub const LEECH_LAPSES: i64 = 8;

/// A card, as the newest fact has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The card.
    #[serde(rename = "_id")]
    pub id: CardId,
    /// Whose it is.
    pub student_id: UserId,
    /// The topic of its word.
    pub topic_id: TopicId,
    /// Its word.
    pub word_id: WordId,
    /// When it is due.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// How often it was forgotten.
    #[serde(default)]
    pub lapses: i64,
    /// When it became a leech; absent while it is none.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub leech_since: Option<DateTime<Utc>>,
    /// The revision that told this.
    pub sequence: i64,
}

/// What a fact says of a card.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The card.
    pub id: CardId,
    /// Whose it is.
    pub student_id: UserId,
    /// The topic of its word.
    pub topic_id: TopicId,
    /// Its word.
    pub word_id: WordId,
    /// When it is due now.
    pub due_at: Option<DateTime<Utc>>,
    /// How often it was forgotten.
    pub lapses: i64,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// The card's revision after it.
    pub sequence: i64,
}

/// What counters beside the card move by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Times that it was forgotten.
    pub lapses: i64,
    /// 1 when it became a leech, -1 when it is none any more.
    pub leeches: i64,
}

impl Card {
    /// The card after a fact, and what counters move by; none when something newer is known.
    ///
    /// Lapses are told as a total, so that whatever was missed, came late or was taken back is made good by the next fact.
    pub fn after(known: Option<&Self>, told: &Told) -> Option<(Self, Moved)> {
        if known.is_some_and(|known| known.sequence >= told.sequence) {
            return None;
        }
        let (lapses, was) = known.map_or((0, None), |known| (known.lapses, known.leech_since));
        let leech_since = (told.lapses >= LEECH_LAPSES).then(|| was.unwrap_or(told.at));
        let card = Self {
            id: told.id,
            student_id: told.student_id,
            topic_id: told.topic_id,
            word_id: told.word_id,
            due_at: told.due_at,
            lapses: told.lapses,
            leech_since,
            sequence: told.sequence,
        };
        let leeches = i64::from(leech_since.is_some()) - i64::from(was.is_some());
        Some((card, Moved { lapses: told.lapses - lapses, leeches }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn told(sequence: i64, lapses: i64) -> Told {
        Told {
            id: CardId::new(Uuid::nil()),
            student_id: UserId::new(Uuid::nil()),
            topic_id: TopicId::new(Uuid::nil()),
            word_id: WordId::new(Uuid::nil()),
            due_at: None,
            lapses,
            at: DateTime::UNIX_EPOCH + TimeDelta::hours(sequence),
            sequence,
        }
    }

    #[test]
    fn the_eighth_lapse_makes_a_leech_and_taking_it_back_unmakes_it() {
        let (seven, _) = Card::after(None, &told(1, LEECH_LAPSES - 1)).expect("new");
        assert_eq!(seven.leech_since, None);
        let (leech, moved) = Card::after(Some(&seven), &told(2, LEECH_LAPSES)).expect("newer");
        assert_eq!((leech.leech_since, moved), (Some(told(2, 0).at), Moved { lapses: 1, leeches: 1 }));
        let (still, moved) = Card::after(Some(&leech), &told(3, LEECH_LAPSES + 1)).expect("newer");
        assert_eq!((still.leech_since, moved.leeches), (leech.leech_since, 0), "since it became one");
        let (undone, moved) = Card::after(Some(&leech), &told(3, LEECH_LAPSES - 1)).expect("newer");
        assert_eq!((undone.leech_since, moved), (None, Moved { lapses: -1, leeches: -1 }));
    }

    proptest! {
        #[test]
        fn counters_are_those_of_the_newest_fact(facts in prop::collection::vec((1_i64..50, 0_i64..20), 1..30)) {
            let mut known = None;
            let mut sum = Moved::default();
            for (sequence, lapses) in &facts {
                if let Some((card, moved)) = Card::after(known.as_ref(), &told(*sequence, *lapses)) {
                    sum = Moved { lapses: sum.lapses + moved.lapses, leeches: sum.leeches + moved.leeches };
                    known = Some(card);
                }
            }
            let card = known.expect("the first is new");
            prop_assert_eq!(Some(card.sequence), facts.iter().map(|(sequence, _)| *sequence).max());
            prop_assert_eq!(sum.lapses, card.lapses);
            prop_assert_eq!(sum.leeches, i64::from(card.lapses >= LEECH_LAPSES));
        }
    }
}
