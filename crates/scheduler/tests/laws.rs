//! What holds for every history.

mod support;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::ReviewId;
use proptest::prelude::*;
use scheduler::{
    DesiredRetention, EasyDays, Evaluation, Exam, Fsrs, History, INTERVAL_MAX_DAYS, NewCards, Pace,
    Parameters, Phase, Rating, Review, Scheduler, day_start, in_order, study_day,
};
use support::{at, card};
use uuid::Uuid;

const ZONES: [Tz; 5] = [
    Tz::Europe__Amsterdam,
    Tz::America__New_York,
    Tz::Asia__Tokyo,
    Tz::Pacific__Apia,
    Tz::Australia__Lord_Howe,
];

fn rating() -> impl Strategy<Value = Rating> {
    prop::sample::select(Rating::ALL.to_vec())
}

/// Reviews with instants that may coincide, lie in the future of their receipt, and come from anywhere.
fn reviews(most: usize) -> impl Strategy<Value = Vec<Review>> {
    let one = (rating(), 0..400_i64 * 96, -20..200_i64, prop::sample::select(ZONES.to_vec()), any::<u8>());
    prop::collection::vec(one, 0..most).prop_map(|answers| {
        answers
            .into_iter()
            .enumerate()
            .map(|(number, (rating, quarters, delay, zone, salt))| {
                let answered_at = at("2026-03-01T00:00:00Z") + TimeDelta::minutes(15 * quarters);
                let id = u128::from(salt) << 64 | number as u128;
                let received_at = answered_at + TimeDelta::minutes(delay);
                Review {
                    id: ReviewId::new(Uuid::from_u128(id)),
                    card: card(7),
                    rating,
                    answered_at,
                    received_at,
                    zone,
                }
            })
            .collect()
    })
}

fn scheduler_of_an_even_week() -> impl Strategy<Value = Fsrs> {
    let weights = prop::array::uniform21(0.0..10.0_f32);
    (prop::option::of((weights, 0.1..=0.8_f32)), 0.80..=0.95_f32).prop_map(|(trained, share)| {
        let parameters = trained.map_or_else(Parameters::default, |(mut weights, decay)| {
            weights[20] = decay;
            Parameters::trained(1, weights).expect("in range")
        });
        Fsrs::new(&parameters, DesiredRetention::new(share).expect("in range"))
    })
}

fn scheduler() -> impl Strategy<Value = Fsrs> {
    let share = prop_oneof![Just(0_u8), Just(50), Just(100), 0..=100_u8];
    (scheduler_of_an_even_week(), prop::array::uniform7(share))
        .prop_map(|(fsrs, shares)| fsrs.with_easy_days(EasyDays::new(shares).unwrap_or_default()))
}

/// The interval and the due date of a card that is answered so many days after its log ends, or after a day of 2026.
fn answered_after(
    fsrs: &Fsrs,
    log: &[Review],
    rating: Rating,
    days: [i64; 2],
) -> [(u32, Option<DateTime<Utc>>); 2] {
    let state = fsrs.replay(log);
    let last = state.last.map_or(study_day(at("2026-03-02T10:00:00Z"), Tz::UTC), |last| last.day);
    days.map(|days| {
        let now = day_start(last + TimeDelta::days(days), Tz::UTC) + TimeDelta::hours(5);
        let after = fsrs.transition(&state, &support::review(u128::MAX, rating, now, Tz::UTC)).after;
        (after.interval_days, after.due_at)
    })
}

/// Now, long ago, or when clocks end.
fn strange_instant() -> impl Strategy<Value = DateTime<Utc>> {
    let known = [
        DateTime::<Utc>::MIN_UTC,
        DateTime::<Utc>::MAX_UTC,
        DateTime::UNIX_EPOCH,
        at("2026-03-29T01:30:00Z"),
    ];
    let any = any::<i64>().prop_map(|milliseconds| {
        DateTime::from_timestamp_millis(milliseconds / 1_000).unwrap_or(DateTime::<Utc>::MAX_UTC)
    });
    prop_oneof![
        prop::sample::select(known.to_vec()),
        any,
        (0..400_i64).prop_map(|days| at("2026-03-01T00:00:00Z") + TimeDelta::days(days))
    ]
}

fn end_of_test() -> DateTime<Utc> {
    at("2030-01-01T00:00:00Z")
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_count(
        fsrs in scheduler(),
        (log, arrived) in reviews(24).prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
        twice in any::<prop::sample::Index>(),
    ) {
        let mut arrived = arrived;
        if !arrived.is_empty() {
            arrived.push(twice.get(&arrived).clone());
        }
        prop_assert_eq!(fsrs.next(&log, end_of_test()), fsrs.next(&arrived, end_of_test()));
    }

    #[test]
    fn the_cache_equals_the_replay(fsrs in scheduler(), log in reviews(24)) {
        let mut state = fsrs.new_card();
        for review in in_order(&log) {
            let continued = fsrs.advance(&state, review);
            prop_assert!(continued.is_some(), "in order, each is the next");
            state = continued.map_or(state, |transition| transition.after);
        }
        prop_assert_eq!(state, fsrs.replay(&log));
    }

    #[test]
    fn a_late_review_is_replayed_into_its_place(fsrs in scheduler(), log in reviews(16)) {
        let mut state = fsrs.new_card();
        let mut known: Vec<Review> = Vec::new();
        for review in &log {
            known.push(review.clone());
            state = match fsrs.advance(&state, review) {
                Some(transition) => transition.after,
                None => fsrs.replay(&known),
            };
        }
        prop_assert_eq!(state, fsrs.replay(&log));
    }

    #[test]
    fn old_reviews_can_be_summed_up(fsrs in scheduler(), log in reviews(24), cut in 0..24_usize) {
        let ordered: Vec<Review> = in_order(&log).into_iter().cloned().collect();
        let cut = cut.min(ordered.len());
        let base = fsrs.replay(&ordered[..cut]);
        prop_assert_eq!(fsrs.replay_from(&base, &ordered[cut..]), fsrs.replay(&log));
        prop_assert_eq!(fsrs.replay_from(&base, &ordered), fsrs.replay(&log), "what is summed up is not counted twice");
    }

    #[test]
    fn the_stored_state_is_the_state(fsrs in scheduler(), log in reviews(8)) {
        let state = fsrs.replay(&log);
        let stored = serde_json::to_string(&state).expect("a state is JSON");
        prop_assert_eq!(serde_json::from_str::<scheduler::CardState>(&stored).expect("and back"), state);
    }

    #[test]
    fn a_better_answer_returns_later(fsrs in scheduler(), log in reviews(12), zone in prop::sample::select(ZONES.to_vec())) {
        let state = fsrs.replay(&log);
        let now = state.last.map_or(end_of_test(), |last| last.at) + TimeDelta::days(3);
        let due = fsrs.buttons(&state, card(7), now, zone).map(|state| state.due_at);
        prop_assert!(due[0] < due[1] && due[1] < due[2] && due[2] < due[3], "{due:?}");
    }

    #[test]
    fn intervals_and_memories_stay_in_their_ranges(fsrs in scheduler(), log in reviews(24)) {
        let state = fsrs.replay(&log);
        prop_assert!(state.interval_days <= INTERVAL_MAX_DAYS);
        prop_assert_eq!(state.interval_days > 0, state.phase == Phase::Review);
        if let Some(memory) = state.memory {
            prop_assert!((0.001..=36_500.0).contains(&memory.stability), "{memory:?}");
            prop_assert!((1.0..=10.0).contains(&memory.difficulty), "{memory:?}");
            let recall = fsrs.recall(&state, end_of_test()).expect("it was answered");
            prop_assert!((0.0..=1.0).contains(&recall), "{recall}");
        }
    }

    #[test]
    fn a_day_starts_on_that_day(seconds in 0..2_000_000_000_i64, zone in prop::sample::select(ZONES.to_vec())) {
        let instant = DateTime::from_timestamp(seconds, 0).expect("in range");
        let day = study_day(instant, zone);
        let start = day_start(day, zone);
        prop_assert!(start <= instant, "{start} {instant}");
        prop_assert_eq!(study_day(start, zone), day);
        prop_assert!(study_day(start - TimeDelta::milliseconds(1), zone) < day);
    }

    #[test]
    fn a_card_returns_within_its_window_and_on_no_day_off(
        fsrs in scheduler(),
        log in reviews(12),
        rating in rating(),
        zone in prop::sample::select(ZONES.to_vec()),
        days_later in 0..400_i64,
    ) {
        let state = fsrs.replay(&log);
        let now = state.last.map_or(at("2026-03-01T09:00:00Z"), |last| last.at) + TimeDelta::days(days_later);
        let review = support::review(u128::MAX, rating, now, zone);
        let window = fsrs.window(&state, &review);
        let after = fsrs.transition(&state, &review).after;
        prop_assert_eq!(window.is_some(), after.phase == Phase::Review);
        if let Some(window) = window {
            let on = study_day(after.due_at.expect("due"), zone);
            prop_assert!(window.contains(on), "{on} {window:?}");
            let is_off = |day| fsrs.basis().easy_days.share(day) == 0;
            let good = fsrs.buttons(&state, card(1), now, zone)[2].due_at.expect("due");
            let good = study_day(good, zone);
            let free = window.days().filter(|day| match rating {
                Rating::Again | Rating::Hard => *day < good,
                Rating::Good => true,
                Rating::Easy => fsrs.buttons(&state, card(1), now, zone)[2].phase != Phase::Review || *day > good,
            });
            prop_assert!(!is_off(on) || free.into_iter().all(is_off), "{on} {window:?}");
        }
    }

    #[test]
    fn undo_restores(fsrs in scheduler(), log in reviews(16), undone in any::<prop::sample::Index>()) {
        if log.is_empty() {
            return Ok(());
        }
        let undone = log[undone.index(log.len())].id;
        let never_given: Vec<_> = log.iter().filter(|review| review.id != undone).collect();
        let restored = fsrs.replay_without(&fsrs.new_card(), &log, undone);
        prop_assert_eq!(&restored, &fsrs.replay(never_given));
        let again = log.iter().filter(|review| review.id == undone);
        prop_assert_eq!(fsrs.replay_without(&restored, again, undone), restored, "undoing twice is undoing once");
    }

    #[test]
    fn more_days_never_shorten(
        fsrs in scheduler_of_an_even_week(),
        log in reviews(12),
        rating in prop::sample::select(vec![Rating::Hard, Rating::Good, Rating::Easy]),
        (days, more) in (1..200_i64, 1..200_i64),
    ) {
        let [sooner, later] = answered_after(&fsrs, &log, rating, [days, days + more]);
        prop_assert!(sooner.0 <= later.0, "{sooner:?} {later:?}");
    }

    /// Where the days of the week differ an interval may end a day sooner, because it began another day; the card itself
    /// never returns sooner.
    #[test]
    fn a_later_answer_never_returns_earlier(
        fsrs in scheduler(),
        log in reviews(12),
        rating in prop::sample::select(vec![Rating::Hard, Rating::Good, Rating::Easy]),
        (days, more) in (1..200_i64, 1..200_i64),
    ) {
        let [sooner, later] = answered_after(&fsrs, &log, rating, [days, days + more]);
        prop_assert!(sooner.1 <= later.1, "{sooner:?} {later:?}");
    }

    /// A clock may say anything.
    #[test]
    fn no_instant_is_too_strange(
        fsrs in scheduler(),
        clocks in prop::collection::vec((strange_instant(), strange_instant(), rating()), 1..12),
        day in strange_instant(),
        zone in prop::sample::select(ZONES.to_vec()),
    ) {
        let log: Vec<Review> = clocks
            .into_iter()
            .enumerate()
            .map(|(number, (answered_at, received_at, rating))| Review {
                answered_at,
                received_at,
                ..support::review(number as u128, rating, received_at, zone)
            })
            .collect();
        let state = fsrs.replay(&log);
        prop_assert_eq!(state.reviews as usize, log.len());
        let now = log[0].at();
        prop_assert!(fsrs.recall(&state, now).is_some_and(|recall| (0.0..=1.0).contains(&recall)));
        let today = study_day(now, zone);
        let exam = Exam { on: day.date_naive() };
        prop_assert!(exam.asks_on(&state, card(1), today, zone).is_none_or(|asked| asked < exam.on));
        let ahead = fsrs.forecast([&state], NewCards { a_day: 1, waiting: 1, ..NewCards::default() }, &Pace::default(), (today, zone), 30);
        prop_assert!(ahead.iter().all(|day| day.minutes.is_finite() && day.minutes >= 0.0));
        let told = Evaluation::of_parameters(&Parameters::default(), &[History::new(&log)]);
        prop_assert!(told.is_none_or(|told| told.log_loss.is_finite() && told.rmse_bins.is_finite()));
    }
}
