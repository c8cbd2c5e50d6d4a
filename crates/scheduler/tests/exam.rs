//! Everything of an exam's topics is seen before it, and within its last week.

mod support;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use ids::ReviewId;
use proptest::prelude::*;
use scheduler::{
    CardState, DesiredRetention, EXAM_REFRESH_DAYS, Exam, Fsrs, Parameters, Rating, Review, day_start,
};
use support::{at, card};
use uuid::Uuid;

fn fsrs() -> Fsrs {
    Fsrs::new(&Parameters::default(), DesiredRetention::default())
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date") + Days::new(number)
}

fn on(number: u64) -> Exam {
    Exam { on: day(number) }
}

/// A card that was answered Easy at noon on day 0, and again whenever it was due, up to `end`.
fn known(number: u128, end: u64) -> CardState {
    let mut state = fsrs().new_card();
    let mut now = at("2026-03-02T11:00:00Z");
    let mut count = number << 32;
    while now < day_start(day(end), Amsterdam) {
        count += 1;
        let review = review(number, count, Rating::Easy, now);
        state = fsrs().advance(&state, &review).expect("in order").after;
        now = state.due_at.expect("due") + TimeDelta::hours(6);
    }
    state
}

fn review(number: u128, id: u128, rating: Rating, now: DateTime<Utc>) -> Review {
    let id = ReviewId::new(Uuid::from_u128(id));
    Review { id, card: card(number), rating, answered_at: now, received_at: now, zone: Amsterdam }
}

#[test]
fn a_card_that_is_due_after_the_exam_comes_in_the_week_before() {
    let state = known(1, 30);
    let due = state.due_at.expect("due");
    assert!(due > day_start(day(60), Amsterdam), "{due}");
    let asked = on(60).asks_on(&state, card(1), day(32), Amsterdam).expect("it is brought forward");
    assert!((day(53)..day(60)).contains(&asked), "{asked}");
    assert_eq!(
        on(60).asks_on(&state, card(1), day(59), Amsterdam),
        Some(day(59)),
        "what was missed comes today"
    );
}

#[test]
fn cards_are_spread_over_the_week() {
    let days: std::collections::BTreeSet<_> = (1..60)
        .filter_map(|number| on(60).asks_on(&known(number, 30), card(number), day(32), Amsterdam))
        .collect();
    assert_eq!(days.len(), 7, "{days:?}");
}

#[test]
fn a_card_that_comes_up_by_itself_is_left_alone() {
    let state = known(1, 30);
    assert_eq!(on(365).asks_on(&state, card(1), day(32), Amsterdam), None);
}

#[test]
fn a_card_that_was_seen_in_the_week_is_seen() {
    let state = known(1, 30);
    let last = state.last.expect("answered").day;
    assert_eq!(Exam { on: last + Days::new(7) }.asks_on(&state, card(1), last, Amsterdam), None);
    assert!(Exam { on: last + Days::new(8) }.asks_on(&state, card(1), last, Amsterdam).is_some());
}

#[test]
fn an_exam_that_is_over_asks_nothing() {
    assert_eq!(on(60).asks_on(&known(1, 30), card(1), day(60), Amsterdam), None);
    assert_eq!(on(60).new_cards_today(100, day(60)), 0);
    assert_eq!(
        on(60).asks_on(&fsrs().new_card(), card(1), day(40), Amsterdam),
        None,
        "new cards have their own rule"
    );
}

#[test]
fn new_cards_are_met_in_equal_shares_before_the_last_week() {
    assert_eq!(on(17).new_cards_today(100, day(0)), 10);
    assert_eq!(on(17).new_cards_today(101, day(0)), 11);
    assert_eq!(on(7).new_cards_today(14, day(0)), 2, "the last week has begun");
    assert_eq!(on(1).new_cards_today(14, day(0)), 14, "the eve");
}

proptest! {
    /// A student who answers what is asked, however well, has seen everything in the last week.
    #[test]
    fn who_does_what_is_asked_has_seen_everything(
        exam in 1..80_u64,
        cards in prop::collection::vec(prop::option::of(0..40_u64), 1..30),
        ratings in prop::collection::vec(prop::sample::select(Rating::ALL.to_vec()), 32),
    ) {
        let exam_day = exam;
        let exam = on(exam);
        let mut states: Vec<CardState> = cards
            .iter()
            .enumerate()
            .map(|(number, seen)| seen.map_or_else(|| fsrs().new_card(), |end| known(number as u128, end.min(exam_day))))
            .collect();
        let mut count = u128::from(u64::MAX);
        for today in (0..exam_day).map(day) {
            let morning = day_start(today, Amsterdam) + TimeDelta::hours(6);
            let unseen = states.iter().filter(|state| state.last.is_none()).count();
            let mut new = exam.new_cards_today(unseen, today);
            for (number, state) in states.iter_mut().enumerate() {
                if state.last.is_some_and(|last| last.at >= morning) {
                    continue;
                }
                let asked = match state.due_at {
                    None => new > 0,
                    Some(due) => due <= morning || exam.asks_on(state, card(number as u128), today, Amsterdam) <= Some(today)
                        && exam.asks_on(state, card(number as u128), today, Amsterdam).is_some(),
                };
                if asked {
                    new -= usize::from(state.last.is_none());
                    count += 1;
                    let rating = ratings[count as usize % ratings.len()];
                    let review = review(number as u128, count, rating, morning);
                    *state = fsrs().advance(state, &review).expect("in order").after;
                }
            }
        }
        let first = exam.on - Days::new(EXAM_REFRESH_DAYS.into());
        for state in &states {
            let last = state.last.expect("every card was seen");
            prop_assert!(last.day >= first, "{last:?}");
        }
    }
}
