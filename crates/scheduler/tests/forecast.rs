//! What the coming days hold.

mod support;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use scheduler::{
    CardState, DesiredRetention, Fsrs, NewCards, Pace, Parameters, Phase, Rating, Review, day_start,
    study_day,
};
use support::{Numbers, at, review, studied};

fn fsrs() -> Fsrs {
    Fsrs::new(&Parameters::default(), DesiredRetention::default())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date")
}

/// A card that was answered Easy so many days ago.
fn known(days_ago: i64) -> CardState {
    let then = at("2026-03-02T10:00:00Z") - TimeDelta::days(days_ago);
    fsrs().replay(&[review(1, Rating::Easy, then, Amsterdam)])
}

#[test]
fn a_month_without_cards_is_free() {
    let days = fsrs().forecast([], NewCards::default(), &Pace::default(), (today(), Amsterdam), 30);
    assert_eq!(days.len(), 30);
    assert_eq!((days[0].on, days[29].on), (today(), today() + Days::new(29)));
    assert!(days.iter().all(|day| day.due == 0.0 && day.new == 0.0 && day.minutes == 0.0));
}

#[test]
fn a_card_comes_up_when_it_is_due_and_then_again() {
    let card = known(0);
    let due = (study_day(card.due_at.expect("due"), Amsterdam) - today()).num_days() as usize;
    let days = fsrs().forecast([&card], NewCards::default(), &Pace::default(), (today(), Amsterdam), 60);
    assert!(days[..due].iter().all(|day| day.due == 0.0));
    assert!((days[due].due - 1.0).abs() < 1e-9);
    // Forgotten with a chance of about 0.1, it returns within days; recalled, within weeks.
    let soon: f64 = days[due + 1..due + 8].iter().map(|day| day.due).sum();
    let all: f64 = days[due + 1..].iter().map(|day| day.due).sum();
    assert!((0.02..0.5).contains(&soon) && all > 0.9, "{soon} {all}");
}

#[test]
fn what_is_overdue_is_due_today_and_takes_the_time_of_its_chance() {
    let (late, pace) = (known(100), Pace::default());
    let days = fsrs().forecast([&late], NewCards::default(), &pace, (today(), Amsterdam), 1);
    let recall = fsrs().recall(&late, at("2026-03-02T10:00:00Z")).expect("answered");
    assert_eq!(days[0].due, 1.0);
    assert!((days[0].minutes * 60.0 - pace.of_card(Some(recall.into()))).abs() < 0.01, "{days:?}");
}

#[test]
fn new_cards_are_met_day_by_day_and_come_back() {
    let new = NewCards { a_day: 10, waiting: 25, met_today: 0 };
    let ahead = |new| fsrs().forecast([], new, &Pace::default(), (today(), Amsterdam), 30);
    let met = |new| ahead(new)[..4].iter().map(|day| day.new).collect::<Vec<_>>();
    assert_eq!(met(new), [10.0, 10.0, 5.0, 0.0]);
    assert!(ahead(new)[1..].iter().map(|day| day.due).sum::<f64>() > 50.0);
    assert_eq!(met(NewCards { met_today: 7, ..new }), [3.0, 10.0, 10.0, 2.0]);
    assert_eq!(met(NewCards { met_today: 12, ..new }), [0.0, 10.0, 10.0, 5.0]);
}

#[test]
fn a_card_in_its_steps_is_asked_today() {
    let card = fsrs().replay(&[review(1, Rating::Good, at("2026-03-02T10:00:00Z"), Amsterdam)]);
    assert_eq!(card.phase, Phase::Learning);
    let days = fsrs().forecast([&card], NewCards::default(), &Pace::default(), (today(), Amsterdam), 1);
    assert_eq!(days[0].due, 1.0);
}

/// One month of a student who forgets as the model says: reviews on each study day.
fn month(states: &[CardState], end: DateTime<Utc>, seed: u64) -> usize {
    let mut numbers = Numbers(seed);
    let begin = day_start(study_day(end, Amsterdam), Amsterdam);
    states
        .iter()
        .enumerate()
        .map(|(number, state)| {
            let (mut state, mut visits) = (state.clone(), 0);
            let mut id = (number as u128) << 64;
            while let Some(due) = state.due_at.filter(|due| *due < begin + TimeDelta::days(30)) {
                let now = due.max(begin + TimeDelta::hours(4));
                visits += usize::from(state.phase == Phase::Review);
                let recalled = state.phase != Phase::Review
                    || numbers.share() < fsrs().recall(&state, now).expect("answered");
                id += 1;
                let rating = if recalled { Rating::Good } else { Rating::Again };
                let review =
                    Review { card: support::card(number as u128), ..review(id, rating, now, Amsterdam) };
                state = fsrs().transition(&state, &review).after;
            }
            visits
        })
        .sum()
}

#[test]
fn the_forecast_is_the_mean_of_what_happens() {
    let end = at("2026-03-30T08:00:00Z");
    let states: Vec<CardState> =
        studied(&Parameters::default(), 150, 84, 11).iter().map(|card| fsrs().replay(card)).collect();
    assert!(states.iter().all(|state| state.last.is_some_and(|last| last.at < end)));
    let today = study_day(end, Amsterdam);
    let ahead = fsrs().forecast(&states, NewCards::default(), &Pace::default(), (today, Amsterdam), 30);
    let expected: f64 = ahead.iter().map(|day| day.due).sum();
    let happened = (0..20).map(|seed| month(&states, end, seed)).sum::<usize>() as f64 / 20.0;
    assert!((expected / happened - 1.0).abs() < 0.1, "{expected} {happened}");
}
