//! Our policy around the memory model, rule by rule.

mod support;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::{Asia::Tokyo, Europe::Amsterdam, Pacific::Honolulu};
use scheduler::Rating::{Again, Easy, Good, Hard};
use scheduler::{
    CardState, DesiredRetention, EasyDays, Fsrs, INTERVAL_MAX_DAYS, Parameters, Phase, Rating, Review,
    Scheduler, TrueRetention, study_day,
};
use support::{at, card, review};

const DAY: i64 = 24 * 60;

fn fsrs() -> Fsrs {
    Fsrs::new(&Parameters::default(), DesiredRetention::default())
}

/// Reviews in Amsterdam, each so many minutes after the one before.
fn history(start: DateTime<Utc>, answers: &[(i64, Rating)]) -> Vec<Review> {
    let mut at = start;
    answers
        .iter()
        .enumerate()
        .map(|(number, (minutes, rating))| {
            at += TimeDelta::minutes(*minutes);
            review(number as u128 + 1, *rating, at, Amsterdam)
        })
        .collect()
}

fn last_due_after(state: &CardState) -> TimeDelta {
    state.due_at.expect("an answered card is due some time") - state.last.expect("it was answered").at
}

#[test]
fn a_new_card_is_due_and_has_no_recall() {
    let schedule = fsrs().next(&[], at("2026-03-02T10:00:00Z"));
    assert_eq!(schedule.state, fsrs().new_card());
    assert!(schedule.due);
    assert_eq!(schedule.recall, None);
}

#[test]
fn a_new_card_returns_after_a_minute_half_the_way_ten_minutes_or_days() {
    let start = at("2026-03-02T10:00:00Z");
    let due =
        fsrs().buttons(&fsrs().new_card(), card(1), start, Amsterdam).map(|state| last_due_after(&state));
    assert_eq!(due[..3], [TimeDelta::seconds(60), TimeDelta::seconds(330), TimeDelta::seconds(600)]);
    assert!(due[3] > TimeDelta::days(1));
}

#[test]
fn a_card_is_known_after_both_steps() {
    let start = at("2026-03-02T10:00:00Z");
    let phases: Vec<_> =
        [&[(0, Good)][..], &[(0, Good), (10, Hard)], &[(0, Good), (10, Again)], &[(0, Good), (10, Good)]]
            .map(|answers| fsrs().replay(&history(start, answers)))
            .iter()
            .map(|state| (state.phase, state.step))
            .collect();
    assert_eq!(
        phases,
        [(Phase::Learning, 1), (Phase::Learning, 1), (Phase::Learning, 0), (Phase::Review, 0)]
    );
}

#[test]
fn easy_skips_the_steps() {
    let state = fsrs().replay(&history(at("2026-03-02T10:00:00Z"), &[(0, Easy)]));
    assert_eq!((state.phase, state.lapses), (Phase::Review, 0));
    assert!(state.interval_days >= 2);
}

#[test]
fn a_forgotten_card_goes_through_the_steps_again_and_counts_a_lapse() {
    let start = at("2026-03-02T10:00:00Z");
    let lapsed = fsrs().replay(&history(start, &[(0, Easy), (10 * DAY, Again)]));
    assert_eq!((lapsed.phase, lapsed.step, lapsed.lapses), (Phase::Relearning, 0, 1));
    assert_eq!(last_due_after(&lapsed), TimeDelta::minutes(1));

    let twice = fsrs().replay(&history(start, &[(0, Easy), (10 * DAY, Again), (1, Again)]));
    assert_eq!(twice.lapses, 1, "forgetting within the steps is no new lapse");

    let known = fsrs().replay(&history(start, &[(0, Easy), (10 * DAY, Again), (1, Good), (10, Good)]));
    assert_eq!((known.phase, known.lapses), (Phase::Review, 1));
}

#[test]
fn a_known_card_returns_when_its_day_begins() {
    let evening = history(at("2026-03-02T23:30:00Z"), &[(0, Good), (10, Good)]);
    let state = fsrs().replay(&evening);
    let last = state.last.expect("it was answered");
    assert_eq!(last.day.to_string(), "2026-03-02", "half past midnight in Amsterdam is still the day before");
    let due = state.due_at.expect("it is due");
    assert_eq!(due.with_timezone(&Amsterdam).time().to_string(), "04:00:00");
    assert_eq!((study_day(due, Amsterdam) - last.day).num_days(), i64::from(state.interval_days));
}

#[test]
fn the_wall_clock_decides_also_when_summer_time_begins() {
    let start = at("2026-03-28T20:00:00Z");
    let state = fsrs().replay(&history(start, &[(0, Good), (10, Again), (1, Again), (1, Good), (10, Good)]));
    assert_eq!(state.interval_days, 1);
    assert_eq!(state.due_at, Some(at("2026-03-29T02:00:00Z")));
}

#[test]
fn a_traveller_who_gains_a_day_has_not_gone_back_in_time() {
    let first = review(1, Good, at("2026-03-02T10:00:00Z"), Tokyo);
    let second = review(2, Good, at("2026-03-02T12:00:00Z"), Honolulu);
    assert!(study_day(second.at(), Honolulu) < study_day(first.at(), Tokyo));
    let there = fsrs().replay(&[first.clone(), second]);
    let here = fsrs().replay(&[first, review(2, Good, at("2026-03-02T12:00:00Z"), Tokyo)]);
    assert_eq!(there.memory, here.memory, "both are the same day again");
}

#[test]
fn no_interval_is_longer_than_a_year() {
    let mut answers = vec![(0, Easy)];
    answers.extend([(300 * DAY, Easy); 8]);
    let reviews = history(at("2026-03-02T10:00:00Z"), &answers);
    let state = fsrs().replay(&reviews);
    assert_eq!(state.interval_days, INTERVAL_MAX_DAYS);
    let later = state.due_at.expect("it is due");
    let days = fsrs().buttons(&state, card(1), later, Amsterdam).map(|state| state.interval_days);
    assert_eq!(days, [0, 363, 364, 365], "the buttons stay apart at the maximum");
}

#[test]
fn wanting_to_remember_more_means_shorter_intervals() {
    let reviews = history(at("2026-03-02T10:00:00Z"), &[(0, Easy), (8 * DAY, Good), (30 * DAY, Good)]);
    let days = [0.80, 0.85, 0.90, 0.95].map(|share| {
        let retention = DesiredRetention::new(share).expect("in range");
        Fsrs::new(&Parameters::default(), retention).replay(&reviews).interval_days
    });
    assert!(days.is_sorted_by(|more, less| more > less), "{days:?}");
}

/// Where three thousand cards go that were all answered alike on one day.
fn due_days(easy_days: EasyDays) -> std::collections::BTreeMap<NaiveDate, u32> {
    let fsrs = fsrs().with_easy_days(easy_days);
    let mut days = std::collections::BTreeMap::new();
    for number in 0..3000 {
        let mut log = history(at("2026-03-02T10:00:00Z"), &[(0, Easy), (9 * DAY, Good)]);
        log.iter_mut().for_each(|review| review.card = card(number));
        let state = fsrs.replay(&log);
        *days.entry(study_day(state.due_at.expect("due"), Amsterdam)).or_default() += 1;
    }
    days
}

/// Cards of a day, and how many they should be: within five standard deviations of a draw.
fn assert_near(cards: u32, share: f64) {
    let expected = 3000.0 * share;
    let deviation = (expected * (1.0 - share)).sqrt();
    assert!((f64::from(cards) - expected).abs() < 5.0 * deviation, "{cards} instead of {expected}");
}

#[test]
fn cards_of_one_day_are_spread_evenly_over_the_days_to_come() {
    let days = due_days(EasyDays::default());
    assert!(days.len() >= 5, "{days:?}");
    days.values().for_each(|cards| assert_near(*cards, 1.0 / days.len() as f64));
}

#[test]
fn each_day_gets_its_share_of_the_week() {
    let week = EasyDays::new([100, 100, 50, 100, 0, 100, 25]).expect("six days");
    let days = due_days(week);
    assert!(days.keys().all(|day| day.weekday() != chrono::Weekday::Fri), "{days:?}");
    let whole: u32 = days.keys().map(|day| u32::from(week.share(*day))).sum();
    assert!(days.keys().any(|day| week.share(*day) == 50), "the window is wider than a week");
    days.iter().for_each(|(day, cards)| assert_near(*cards, f64::from(week.share(*day)) / f64::from(whole)));
}

#[test]
fn a_card_without_room_returns_on_a_day_off() {
    let log = history(at("2026-03-02T10:00:00Z"), &[(0, Good), (10, Good)]);
    let due = |easy_days| fsrs().with_easy_days(easy_days).replay(&log).due_at;
    let usual = study_day(due(EasyDays::default()).expect("due"), Amsterdam);
    let before = fsrs().replay(&log[..1]);
    let window = fsrs().window(&before, &log[1]).expect("it returns after days");
    assert_eq!(window.earliest, window.latest, "a short interval leaves one day");
    let mut week = [100; 7];
    week[usual.weekday().num_days_from_monday() as usize] = 0;
    assert_eq!(due(EasyDays::new(week).expect("six days")), due(EasyDays::default()));
}

#[test]
fn a_state_of_another_week_is_not_continued() {
    let reviews = history(at("2026-03-02T10:00:00Z"), &[(0, Good), (10, Good)]);
    let state = fsrs().replay(&reviews[..1]);
    let no_sundays = EasyDays::new([100, 100, 100, 100, 100, 100, 0]).expect("six days");
    assert!(fsrs().with_easy_days(no_sundays).advance(&state, &reviews[1]).is_none());
}

#[test]
fn a_device_with_a_fast_clock_is_taken_at_the_receipt() {
    let now = at("2026-03-02T10:00:00Z");
    let mut fast = review(1, Good, now, Amsterdam);
    fast.answered_at = now + TimeDelta::days(400);
    assert_eq!(fsrs().replay([&fast]), fsrs().replay([&review(1, Good, now, Amsterdam)]));
}

#[test]
fn a_state_of_other_parameters_is_not_continued() {
    let reviews = history(at("2026-03-02T10:00:00Z"), &[(0, Good), (10, Good)]);
    let state = fsrs().replay(&reviews[..1]);
    let stricter = Fsrs::new(&Parameters::default(), DesiredRetention::new(0.95).expect("in range"));
    assert!(fsrs().advance(&state, &reviews[1]).is_some());
    assert!(stricter.advance(&state, &reviews[1]).is_none());
}

#[test]
fn a_late_review_is_not_appended() {
    let reviews = history(at("2026-03-02T10:00:00Z"), &[(0, Good), (10, Good)]);
    let state = fsrs().replay(&reviews[1..]);
    assert!(fsrs().advance(&state, &reviews[0]).is_none());
    assert!(fsrs().advance(&state, &reviews[1]).is_none(), "nor one that was taken in already");
}

#[test]
fn recall_falls_to_nine_in_ten_after_the_stability() {
    let reviews = history(at("2026-03-02T10:00:00Z"), &[(0, Easy)]);
    let state = fsrs().replay(&reviews);
    let stability = state.memory.expect("it was answered").stability;
    let then = reviews[0].at() + TimeDelta::milliseconds((f64::from(stability) * 86_400_000.0) as i64);
    let recall = fsrs().recall(&state, then).expect("it was answered");
    assert!((recall - 0.9).abs() < 1e-4, "{recall}");
    assert_eq!(fsrs().recall(&state, reviews[0].at() - TimeDelta::days(1)), Some(1.0));
}

#[test]
fn only_known_cards_that_were_due_count_for_true_retention() {
    let start = at("2026-03-02T10:00:00Z");
    // Steps, an early repeat on the next day, a lapse when due, steps again, recalled when due.
    let answers =
        [(0, Good), (10, Easy), (DAY, Good), (40 * DAY, Again), (1, Good), (10, Good), (20 * DAY, Hard)];
    let reviews: Vec<Review> = history(start, &answers);
    let mut state = fsrs().new_card();
    let transitions: Vec<_> = reviews
        .iter()
        .map(|review| {
            let transition = fsrs().advance(&state, review).expect("in order");
            state = transition.after.clone();
            transition
        })
        .collect();
    let counted: Vec<_> = transitions.iter().map(|transition| transition.recalled_when_due).collect();
    assert_eq!(counted, [None, None, None, Some(false), None, None, Some(true)]);
    let retention: TrueRetention = transitions.iter().collect();
    assert_eq!(retention, TrueRetention { asked: 2, recalled: 1 });
    assert_eq!((retention + retention).share(), Some(0.5));
    assert_eq!(TrueRetention::default().share(), None);
}

#[test]
fn a_card_that_is_due_today_counts_from_the_first_hour_of_the_day() {
    let reviews = history(at("2026-03-02T20:00:00Z"), &[(0, Good), (10, Good)]);
    let state = fsrs().replay(&reviews);
    let due = state.due_at.expect("it is due");
    let early = fsrs().transition(&state, &review(9, Good, due - TimeDelta::seconds(1), Amsterdam));
    let on_time = fsrs().transition(&state, &review(9, Good, due, Amsterdam));
    assert_eq!((early.recalled_when_due, on_time.recalled_when_due), (None, Some(true)));
}
