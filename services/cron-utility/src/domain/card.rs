//! A card of a student, or a word of their own dictionary, as far as a teacher's numbers need it.

use super::word::Word;
use chrono::{DateTime, Utc};
use ids::UserId;
use serde::{Deserialize, Serialize};

/// What was forgotten so often, when it was due, is a leech, for cards of topics and for own words alike.
pub const LEECH_LAPSES: i64 = scheduler::LEECH_LAPSES as i64;

/// A card, as the newest fact has it. An own word is one card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The card.
    #[serde(rename = "_id")]
    pub id: String,
    /// Whose it is.
    pub student_id: UserId,
    /// What it asks.
    #[serde(flatten)]
    pub word: Word,
    /// When it is due.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// How often it was forgotten.
    #[serde(default)]
    pub lapses: i64,
    /// When it became a leech; absent while it is none.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub leech_since: Option<DateTime<Utc>>,
    /// Whether the student has removed it. It stays, so that an answer that comes late does not bring it back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// The revision that told this.
    pub sequence: i64,
}

/// What a fact says of a card.
#[derive(Clone, Debug)]
pub struct Told {
    /// The card.
    pub id: String,
    /// Whose it is.
    pub student_id: UserId,
    /// What it asks.
    pub word: Word,
    /// When it is due now.
    pub due_at: Option<DateTime<Utc>>,
    /// How often it was forgotten; none from a fact that does not tell.
    pub lapses: Option<i64>,
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
        let leech_since = known.and_then(|known| known.leech_since);
        let lapses = told.lapses.or_else(|| known.map(|known| known.lapses)).unwrap_or_default();
        let card = Self {
            id: told.id.clone(),
            student_id: told.student_id,
            word: told.word.clone(),
            due_at: told.due_at,
            lapses,
            leech_since: (lapses >= LEECH_LAPSES).then(|| leech_since.unwrap_or(told.at)),
            removed: false,
            sequence: told.sequence,
        };
        card.replacing(known)
    }

    /// The card when its student has removed it, as [`Card::after`].
    pub fn removed(known: Option<&Self>, told: &Told) -> Option<(Self, Moved)> {
        let (card, _) = Self::after(None, told)?;
        Self { due_at: None, lapses: 0, leech_since: None, removed: true, ..card }.replacing(known)
    }

    fn replacing(self, known: Option<&Self>) -> Option<(Self, Moved)> {
        if known.is_some_and(|known| known.sequence >= self.sequence) {
            return None;
        }
        let (lapses, was_leech) = known.map_or((0, false), |it| (it.lapses, it.leech_since.is_some()));
        let leeches = i64::from(self.leech_since.is_some()) - i64::from(was_leech);
        let moved = Moved { lapses: self.lapses - lapses, leeches };
        Some((self, moved))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use ids::OwnWordId;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn told(sequence: i64, lapses: i64) -> Told {
        Told {
            id: "a card".to_owned(),
            student_id: UserId::new(Uuid::nil()),
            word: Word::Own { own_word_id: OwnWordId::new(Uuid::nil()), lemma: None },
            due_at: None,
            lapses: Some(lapses),
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

    #[test]
    fn a_fact_that_tells_no_lapses_moves_the_due_date_alone() {
        let (leech, _) = Card::after(None, &told(1, LEECH_LAPSES)).expect("new");
        let due_at = Some(DateTime::UNIX_EPOCH + TimeDelta::days(9));
        let put_off = Told { lapses: None, due_at, ..told(2, 0) };
        let (moved_card, moved) = Card::after(Some(&leech), &put_off).expect("newer");
        assert_eq!(moved_card, Card { due_at, sequence: 2, ..leech });
        assert_eq!(moved, Moved::default());
        let (unheard, moved) = Card::after(None, &put_off).expect("new");
        assert_eq!((unheard.due_at, unheard.lapses, moved), (due_at, 0, Moved::default()));
    }

    #[test]
    fn what_was_removed_is_no_leech_and_only_a_newer_fact_brings_it_back() {
        let (leech, _) = Card::after(None, &told(1, LEECH_LAPSES)).expect("new");
        let (removed, moved) = Card::removed(Some(&leech), &told(3, 0)).expect("newer");
        assert_eq!((removed.leech_since, moved), (None, Moved { lapses: -LEECH_LAPSES, leeches: -1 }));
        assert_eq!(Card::after(Some(&removed), &told(2, LEECH_LAPSES)), None);
        assert_eq!(Card::removed(Some(&removed), &told(3, 0)), None);
        let (back, moved) = Card::after(Some(&removed), &told(4, LEECH_LAPSES)).expect("newer");
        assert_eq!((back.removed, moved), (false, Moved { lapses: LEECH_LAPSES, leeches: 1 }));
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
