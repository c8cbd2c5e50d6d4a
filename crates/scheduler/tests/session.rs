//! Which cards a student is asked, and in which order.

use ids::{CardId, WordId};
use proptest::prelude::*;
use scheduler::{Candidate, Limits, Need, SAME_WORD_DISTANCE, Sitting, arrange};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

fn card(number: u128) -> CardId {
    CardId::new(Uuid::from_u128(number))
}

fn word(number: u128) -> WordId {
    WordId::new(Uuid::from_u128(number))
}

fn due(number: u128, word_number: u128, recall: f32) -> Candidate {
    Candidate { card: card(number), word: word(word_number), need: Need::Due { recall } }
}

fn new(number: u128, word_number: u128) -> Candidate {
    Candidate { card: card(number), word: word(word_number), need: Need::New }
}

fn limits(cards: usize, new_cards: usize) -> Limits {
    Limits { cards, new_cards }
}

fn cards<const N: usize>(numbers: [u128; N]) -> Vec<CardId> {
    numbers.map(card).to_vec()
}

#[test]
fn the_card_nearest_to_being_forgotten_comes_first() {
    let candidates = [due(1, 1, 0.9), due(2, 2, 0.5), due(3, 3, 0.7)];
    assert_eq!(arrange(&candidates, Sitting::default(), limits(10, 10)), cards([2, 3, 1]));
}

#[test]
fn new_cards_are_spread_between_due_ones() {
    let candidates =
        [due(1, 1, 0.1), due(2, 2, 0.2), due(3, 3, 0.3), due(4, 4, 0.4), new(11, 11), new(12, 12)];
    assert_eq!(arrange(&candidates, Sitting::default(), limits(10, 10)), cards([1, 2, 11, 3, 4, 12]));
}

#[test]
fn due_cards_have_the_first_claim_to_a_place() {
    let candidates = [new(11, 11), new(12, 12), due(1, 1, 0.1), due(2, 2, 0.2)];
    assert_eq!(arrange(&candidates, Sitting::default(), limits(3, 3)), cards([1, 2, 11]));
    assert_eq!(arrange(&candidates, Sitting::default(), limits(1, 3)), cards([1]));
}

#[test]
fn new_cards_keep_to_the_days_allowance() {
    let candidates = [new(11, 11), new(12, 12), new(13, 13)];
    assert_eq!(arrange(&candidates, Sitting::default(), limits(10, 2)), cards([11, 12]));
    assert_eq!(arrange(&candidates, Sitting::default(), limits(10, 0)), []);
}

#[test]
fn siblings_wait_for_another_day() {
    let candidates = [due(1, 7, 0.9), due(2, 7, 0.3), new(3, 7), new(4, 8), new(5, 8)];
    assert_eq!(arrange(&candidates, Sitting::default(), limits(10, 10)), cards([2, 4]));

    let today = [(word(7), card(1))];
    let sitting = Sitting { today: &today, recent: &[] };
    assert_eq!(
        arrange(&candidates, sitting, limits(10, 10)),
        cards([1, 4]),
        "the card of today itself may return"
    );
}

#[test]
fn a_word_stays_away_for_the_next_four_cards() {
    let candidates =
        [due(1, 1, 0.1), due(2, 2, 0.2), due(3, 3, 0.3), due(4, 4, 0.4), due(5, 5, 0.5), due(6, 6, 0.6)];
    let recent = [word(9), word(1)];
    let sitting = Sitting { today: &[], recent: &recent };
    assert_eq!(arrange(&candidates, sitting, limits(10, 10)), cards([2, 3, 4, 5, 1, 6]));
}

#[test]
fn a_session_ends_rather_than_ask_a_word_again_at_once() {
    let recent = [word(1)];
    let sitting = Sitting { today: &[], recent: &recent };
    assert_eq!(arrange(&[due(1, 1, 0.1), due(2, 2, 0.2)], sitting, limits(10, 10)), cards([2]));
}

fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    prop::collection::vec((0..12_u128, prop::option::of(0.0..1.0_f32)), 0..40).prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(number, (word_number, recall))| Candidate {
                card: card(number as u128),
                word: word(word_number),
                need: recall.map_or(Need::New, |recall| Need::Due { recall }),
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn every_session_keeps_the_rules(
        candidates in candidates(),
        most in 0..20_usize,
        most_new in 0..10_usize,
        recent in prop::collection::vec(0..12_u128, 0..8),
        today in prop::collection::vec((0..12_u128, 0..40_u128), 0..6),
    ) {
        let recent: Vec<_> = recent.into_iter().map(word).collect();
        let today: Vec<_> = today.into_iter().map(|(w, c)| (word(w), card(c))).collect();
        let session = arrange(&candidates, Sitting { today: &today, recent: &recent }, limits(most, most_new));

        let known: HashMap<CardId, Candidate> = candidates.iter().map(|one| (one.card, *one)).collect();
        prop_assert!(session.len() <= most);
        prop_assert!(session.iter().filter(|card| known[card].need == Need::New).count() <= most_new);
        let words: Vec<_> = session.iter().map(|card| known[card].word).collect();
        prop_assert_eq!(words.iter().collect::<HashSet<_>>().len(), words.len(), "one card of a word");
        let shown: Vec<_> = recent.iter().copied().chain(words).collect();
        for (at, word) in shown.iter().enumerate().skip(recent.len()) {
            prop_assert!(!shown[at.saturating_sub(SAME_WORD_DISTANCE - 1)..at].contains(word));
        }
        for card in &session {
            let seen = today.iter().rev().find(|(word, _)| *word == known[card].word);
            prop_assert!(seen.is_none_or(|(_, seen)| seen == card), "a sibling was seen today");
        }
    }

    #[test]
    fn the_order_of_due_candidates_does_not_count(
        (one, other) in candidates().prop_map(|mut all| { all.retain(|one| one.need != Need::New); all })
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        let session = |candidates: &[Candidate]| arrange(candidates, Sitting::default(), limits(20, 0));
        prop_assert_eq!(session(&one), session(&other));
    }
}
