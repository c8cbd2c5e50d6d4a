//! Which cards a student is asked, and in which order.

use chrono::{DateTime, TimeDelta, Utc};
use ids::{CardId, WordId};
use proptest::prelude::*;
use scheduler::{
    Candidate, LEARN_AHEAD, Limits, Need, Pace, Returning, SAME_WORD_DISTANCE, Sitting, Time, arrange,
    arrange_within, next_card, practise,
};
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

fn within(candidates: &[Candidate], minutes: u32) -> Vec<CardId> {
    let time = Time { minutes, pace: &Pace::default() };
    arrange_within(candidates, Sitting::default(), limits(100, 100), time)
}

#[test]
fn a_session_ends_when_the_time_is_over() {
    // With the usual pace a card that is sure to be recalled takes 12.38 seconds, a new one 27.56.
    let due: Vec<_> = (0..20).map(|number| due(number, number, 1.0)).collect();
    assert_eq!(within(&due, 1).len(), 4);
    let new: Vec<_> = (100..120).map(|number| new(number, number)).collect();
    assert_eq!(within(&new, 1).len(), 2);
}

#[test]
fn due_cards_have_the_first_claim_to_the_time() {
    let candidates =
        [new(11, 11), due(1, 1, 1.0), due(2, 2, 1.0), due(3, 3, 1.0), due(4, 4, 1.0), due(5, 5, 1.0)];
    assert_eq!(within(&candidates, 1), cards([1, 2, 3, 4]));
    assert_eq!(within(&candidates, 30).len(), 6);
}

#[test]
fn there_is_always_time_for_one_card() {
    assert_eq!(within(&[due(1, 1, 0.5), due(2, 2, 0.5)], 0), cards([1]));
    assert_eq!(within(&[new(1, 1)], 0), cards([1]));
    assert_eq!(within(&[], 10), []);
}

#[test]
fn practice_asks_the_weakest_of_what_is_known() {
    let candidates = [due(1, 1, 0.99), due(2, 2, 0.95), new(3, 3), due(4, 2, 0.9)];
    assert_eq!(practise(&candidates, &[], 10), cards([4, 1]));
    assert_eq!(practise(&candidates, &[], 1), cards([4]));
}

fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().expect("an instant")
}

fn returning(number: u128, seconds: i64) -> Returning {
    Returning { card: card(number), word: word(number), due_at: noon() + TimeDelta::seconds(seconds) }
}

#[test]
fn a_session_goes_on_where_it_was_left() {
    let left = [(word(3), card(3)), (word(4), card(4))];
    assert_eq!(next_card(&left, &[], &[word(1), word(2)], noon()), Some(card(3)));
    assert_eq!(next_card(&left[1..], &[], &[word(1), word(2), word(3)], noon()), Some(card(4)));
    assert_eq!(next_card(&[], &[], &[word(4)], noon()), None);
}

#[test]
fn a_card_returns_when_its_step_is_over() {
    let left = [(word(3), card(3))];
    let words = [1, 6, 7, 8, 9].map(word);
    assert_eq!(next_card(&left, &[returning(1, 1)], &words, noon()), Some(card(3)));
    assert_eq!(next_card(&left, &[returning(2, 0), returning(1, -9)], &words, noon()), Some(card(1)));
}

#[test]
fn a_card_that_returns_keeps_its_distance_while_there_is_anything_else() {
    let (left, back) = ([(word(3), card(3))], [returning(1, -9)]);
    assert_eq!(next_card(&left, &back, &[1, 7, 8, 9].map(word), noon()), Some(card(3)));
    assert_eq!(next_card(&[], &back, &[1, 7, 8, 9].map(word), noon()), Some(card(1)));
}

#[test]
fn the_last_card_need_not_wait_for_its_step() {
    let ahead = LEARN_AHEAD.num_seconds();
    assert_eq!(next_card(&[], &[returning(1, ahead)], &[word(1)], noon()), Some(card(1)));
    assert_eq!(next_card(&[], &[returning(1, ahead + 1)], &[word(1)], noon()), None);
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
    fn less_time_is_a_session_that_is_no_longer(
        candidates in candidates(),
        (minutes, more) in (0..10_u32, 0..10_u32),
    ) {
        let (short, long) = (within(&candidates, minutes), within(&candidates, minutes + more));
        prop_assert!(short.len() <= long.len());
        prop_assert!(long.len() <= arrange(&candidates, Sitting::default(), limits(100, 100)).len());
    }

    /// Whatever is answered and in whatever way, a sitting of many words asks none twice within five cards.
    #[test]
    fn a_sitting_keeps_the_distance(ratings in prop::collection::vec(any::<bool>(), 60)) {
        let mut left: Vec<_> = (0..30).map(|number| (word(number), card(number))).collect();
        let (mut back, mut asked, mut now) = (Vec::<Returning>::new(), Vec::<WordId>::new(), noon());
        for right in ratings {
            let Some(next) = next_card(&left, &back, &asked, now) else { break };
            if left.is_empty() {
                break;
            }
            let word = WordId::new(next.as_uuid());
            prop_assert!(!asked[asked.len().saturating_sub(SAME_WORD_DISTANCE - 1)..].contains(&word));
            asked.push(word);
            left.retain(|(_, card)| *card != next);
            back.retain(|one| one.card != next);
            now += TimeDelta::seconds(10);
            if !right {
                back.push(Returning { card: next, word, due_at: now + TimeDelta::minutes(1) });
            }
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
