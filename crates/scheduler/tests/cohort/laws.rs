//! What holds for every history.

use crate::words::{at, week};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::ReviewId;
use proptest::prelude::*;
use scheduler::{
    Week,
    cohort::{Answer, Ask, Asked, Budget, Fact, LEECH_LAPSES, MOST_RETURNS, Progress, Stage, Step, open},
};
use uuid::Uuid;

const ZONES: [Tz; 4] = [Tz::Europe__Amsterdam, Tz::America__New_York, Tz::Asia__Tokyo, Tz::Pacific__Apia];

fn zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(ZONES.to_vec())
}

fn start() -> DateTime<Utc> {
    at("2026-03-02T03:00:00Z")
}

fn asked() -> impl Strategy<Value = Ask> {
    prop::sample::select(Ask::ALL.to_vec())
}

/// Answers with instants that may coincide, lie in the future of their receipt, and come from anywhere.
fn answer() -> impl Strategy<Value = Fact> {
    (asked(), any::<bool>(), 0..60_i64 * 24 * 4, -20..200_i64, zone(), 0..40_u128).prop_map(
        |(asked, correct, quarters, delay, zone, id)| {
            let answered_at = start() + TimeDelta::minutes(15 * quarters);
            let received_at = answered_at + TimeDelta::minutes(delay);
            let id = ReviewId::new(Uuid::from_u128(id));
            Fact::Answered(Answer { id, asked, correct, answered_at, received_at, zone })
        },
    )
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        12 => answer(),
        1 => (0..9_u32, 0..9_i64).prop_map(|(weeks, days)| {
            let week = week("2026-W10").later(weeks);
            Fact::Entered { week, from: week.monday() + TimeDelta::days(days), at: week.begins_at() }
        }),
        1 => (0..60_i64).prop_map(|days| Fact::BroughtBack { at: start() + TimeDelta::days(days) }),
    ]
}

/// Facts whose answers have ids of their own.
fn facts(most: usize) -> impl Strategy<Value = Vec<Fact>> {
    prop::collection::vec(fact(), 0..most).prop_map(|mut facts| {
        for (number, fact) in facts.iter_mut().enumerate() {
            if let Fact::Answered(answer) = fact {
                answer.id = ReviewId::new(Uuid::from_u128(number as u128));
            }
        }
        facts
    })
}

/// A student who answers what is asked, rightly or not, on some days.
fn diligent() -> impl Strategy<Value = Vec<(Progress, Asked, Progress, Step)>> {
    prop::collection::vec((0..40_i64, any::<bool>(), 0..5_u8), 1..120).prop_map(|steps| {
        let entered = Fact::Entered { week: week("2026-W10"), from: week("2026-W10").monday(), at: start() };
        let mut progress = Progress::default().transition(&entered).after;
        let (mut now, mut told) = (start(), Vec::new());
        for (number, (hours, correct, luck)) in steps.into_iter().enumerate() {
            now += TimeDelta::hours(hours) + TimeDelta::seconds(1);
            let zone = Tz::Europe__Amsterdam;
            let Some(asked) = progress.asked(Week::of(now), scheduler::study_day(now, zone)) else {
                continue;
            };
            let correct = correct || luck > 1;
            let id = ReviewId::new(Uuid::from_u128(number as u128));
            let answer = Answer { id, asked: asked.ask(), correct, answered_at: now, received_at: now, zone };
            let taken = progress.advance(&Fact::Answered(answer)).expect("the next");
            told.push((progress, asked, taken.after, taken.step.expect("an answer")));
            progress = taken.after;
        }
        told
    })
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_count(
        (log, mut arrived) in facts(40).prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
        twice in any::<prop::sample::Index>(),
    ) {
        if !arrived.is_empty() {
            arrived.push(*twice.get(&arrived));
        }
        prop_assert_eq!(Progress::replay(&log), Progress::replay(&arrived));
    }

    #[test]
    fn answers_that_share_an_id_count_once_whichever_came_first(
        (log, arrived) in prop::collection::vec(fact(), 0..40).prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
    ) {
        prop_assert_eq!(Progress::replay(&log), Progress::replay(&arrived));
        let ids: std::collections::BTreeSet<_> = log.iter().filter_map(|fact| match fact {
            Fact::Answered(answer) => Some(answer.id),
            _ => None,
        }).collect();
        prop_assert_eq!(Progress::replay(&log).answers as usize, ids.len());
    }

    #[test]
    fn a_late_fact_is_replayed_into_its_place(log in facts(30)) {
        let mut state = Progress::default();
        for known in 1..=log.len() {
            state = match state.advance(&log[known - 1]) {
                Some(taken) => taken.after,
                None => Progress::replay(&log[..known]),
            };
        }
        prop_assert_eq!(state, Progress::replay(&log));
    }

    #[test]
    fn old_facts_can_be_summed_up(log in facts(40), cut in 0..40_usize) {
        let mut ordered = log.clone();
        ordered.sort_by_key(Fact::at);
        let cut = cut.min(ordered.len());
        let split = ordered.get(cut).map(Fact::at);
        // What lies at one instant is not torn apart.
        let (old, new): (Vec<Fact>, Vec<Fact>) = ordered.iter().partition(|fact| split.is_some_and(|at| fact.at() < at));
        let base = Progress::replay(&old);
        prop_assert_eq!(base.replay_from(&new), Progress::replay(&log));
        prop_assert_eq!(base.replay_from(&log), Progress::replay(&log), "what is summed up is not counted twice");
    }

    #[test]
    fn the_stored_state_is_the_state(log in facts(20)) {
        let state = Progress::replay(&log);
        let stored = serde_json::to_string(&state).expect("a state is JSON");
        prop_assert_eq!(serde_json::from_str::<Progress>(&stored).expect("and back"), state);
        for fact in &log {
            let stored = serde_json::to_string(fact).expect("a fact is JSON");
            let read: Fact = serde_json::from_str(&stored).expect("and back");
            prop_assert_eq!(read.at(), fact.at());
        }
    }

    #[test]
    fn an_answer_that_was_not_asked_moves_nothing(log in facts(30), answer in answer()) {
        let before = Progress::replay(&log);
        let taken = before.transition(&answer);
        if taken.step == Some(Step::Practised) {
            let as_before = Progress { answers: before.answers, correct: before.correct, last: before.last, ..taken.after };
            prop_assert_eq!(as_before, before);
        }
    }

    #[test]
    fn a_state_is_always_one_of_a_life(log in facts(60)) {
        let state = Progress::replay(&log);
        prop_assert!(state.passed <= 4 && state.echoes <= 4 && state.correct <= state.answers);
        prop_assert_eq!(state.run.is_some(), state.stage == Stage::Learning);
        prop_assert_eq!(state.echo_from.is_some(), state.stage == Stage::Graduated);
        prop_assert_eq!(state.lapses >= LEECH_LAPSES, state.stage == Stage::Leech);
        prop_assert!(state.stage != Stage::Learning || state.passed < 4);
    }

    #[test]
    fn one_first_answer_a_day_and_three_returns(told in diligent()) {
        for (before, asked, after, step) in told {
            let tried = after.tried.expect("it was answered");
            prop_assert!(tried.returns <= MOST_RETURNS);
            match asked {
                Asked::First(_) => {
                    prop_assert!(before.tried.is_none_or(|last| last.day < tried.day), "once a day");
                    prop_assert!(!matches!(step, Step::Practised | Step::Returned));
                }
                Asked::Again(_) => {
                    prop_assert_eq!(step, Step::Returned);
                    prop_assert_eq!((after.passed, after.echoes, after.stage, after.lapses), (before.passed, before.echoes, before.stage, before.lapses));
                }
            }
        }
    }

    #[test]
    fn who_answers_rightly_goes_forward_and_who_does_not_stays_or_falls_back(told in diligent()) {
        for (before, asked, after, step) in told {
            if let Asked::First(ask) = asked {
                let correct = after.correct > before.correct;
                let forward = matches!(step, Step::Passed(_) | Step::Graduated | Step::Echoed(_) | Step::Known);
                prop_assert_eq!(correct, forward, "{:?} {:?}", ask, step);
                prop_assert!(after.lapses == before.lapses + u32::from(!correct && !before.is_unmet()));
            }
        }
    }

    #[test]
    fn an_opening_takes_each_word_once_and_no_more_than_the_budget(
        logs in prop::collection::vec(facts(12), 0..40), words in 0..40_u16, weeks in 0..12_u32, waiting in 0..60_usize,
    ) {
        let now = week("2026-W10").later(weeks);
        let studied: Vec<_> = logs.iter().enumerate().map(|(id, log)| (id, Progress::replay(log))).collect();
        let opening = open(now, &studied, (1000..).take(waiting), Budget::Words(words));
        let all: Vec<_> = opening.words().copied().collect();
        let distinct: std::collections::BTreeSet<_> = all.iter().collect();
        prop_assert_eq!(all.len(), distinct.len());
        let room = usize::from(words).saturating_sub(opening.carried.len());
        prop_assert_eq!(opening.new.len(), room.min(waiting));
        for (id, progress) in &studied {
            prop_assert_eq!(all.contains(id), progress.belongs_to(now), "{:?}", progress);
        }
        let again = open(now, &studied, (1000..).take(waiting), Budget::Words(words));
        prop_assert_eq!(again, opening);
    }
}
