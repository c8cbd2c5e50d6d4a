//! What keeps a card back.

mod support;

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Europe::Amsterdam;
use scheduler::{CardState, DesiredRetention, Fsrs, Held, Hold, LEECH_LAPSES, Parameters, Rating};
use support::{at, review};

fn fsrs() -> Fsrs {
    Fsrs::new(&Parameters::default(), DesiredRetention::default())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date")
}

/// A card that was forgotten so often when due.
fn forgotten(times: u32) -> CardState {
    let mut state = fsrs().new_card();
    let mut now = at("2026-03-02T11:00:00Z");
    let answers = std::iter::once(Rating::Easy)
        .chain((0..times).flat_map(|_| [Rating::Again, Rating::Good, Rating::Good]));
    for (number, rating) in answers.enumerate() {
        state =
            fsrs().advance(&state, &review(number as u128, rating, now, Amsterdam)).expect("in order").after;
        now = state.due_at.expect("due") + TimeDelta::seconds(1);
    }
    state
}

#[test]
fn the_eighth_lapse_makes_a_leech() {
    let hold = Hold::default();
    assert_eq!(hold.holds(&forgotten(LEECH_LAPSES - 1), today()), None);
    assert_eq!(hold.holds(&forgotten(LEECH_LAPSES), today()), Some(Held::Leech));
}

#[test]
fn a_leech_that_was_brought_back_has_four_more_chances() {
    let hold = Hold::default().brought_back(&forgotten(8));
    assert_eq!(hold.holds(&forgotten(11), today()), None);
    assert_eq!(hold.holds(&forgotten(12), today()), Some(Held::Leech));
    let early = Hold::default().brought_back(&forgotten(1));
    assert!(!early.is_leech(&forgotten(7)), "bringing back what is no leech does not make one");
}

#[test]
fn a_buried_card_returns_tomorrow() {
    let hold = Hold { buried_on: Some(today()), ..Hold::default() };
    assert_eq!(hold.holds(&forgotten(0), today()), Some(Held::Buried));
    assert_eq!(hold.holds(&forgotten(0), today() + TimeDelta::days(1)), None);
}

#[test]
fn a_suspended_card_waits_for_the_student() {
    let hold = Hold { suspended: true, buried_on: Some(today()), ..Hold::default() };
    assert_eq!(hold.holds(&forgotten(9), today()), Some(Held::Suspended));
    assert_eq!(hold.holds(&forgotten(9), today() + TimeDelta::days(900)), Some(Held::Suspended));
}
