//! Times of what the services ask of this crate, as `docs/LEARNING.md` gives them.
//!
//! ```sh
//! cargo run --release -p tall-scheduler --example figures
//! ```
//!
//! Each line: the median and the longest of the rounds, and how many rounds there were.

#[path = "../tests/support/mod.rs"]
mod support;

use std::io::{self, Write};
use std::time::{Duration, Instant};

use chrono_tz::Europe::Amsterdam;
use ids::WordId;
use scheduler::{
    Candidate, CardState, DesiredRetention, Evaluation, Fsrs, History, Limits, Need, NewCards, Pace,
    Parameters, Sitting, Time, arrange_within, study_day, train,
};
use support::{Numbers, at, studied};
use uuid::Uuid;

/// Usable answers that are trained on.
const ANSWERS: usize = 21_000;

/// Cards of the student whose session is arranged.
const CARDS: usize = 10_000;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let mut figure = |name: &str, rounds: usize, work: &mut dyn FnMut()| {
        let mut times: Vec<Duration> = (0..rounds)
            .map(|_| {
                let begin = Instant::now();
                work();
                begin.elapsed()
            })
            .collect();
        times.sort();
        let [median, longest] =
            [times[rounds / 2], times[rounds - 1]].map(|time| time.as_secs_f64() * 1_000.0);
        writeln!(out, "{name:<58} {median:>9.3} ms {longest:>9.3} ms {rounds:>6} rounds")
    };

    let histories = histories();
    let usable: usize = histories.iter().map(History::usable).sum();
    figure(&format!("train and judge, {usable} answers of {} cards", histories.len()), 9, &mut || {
        std::hint::black_box(train(&histories, None, 1));
    })?;
    figure(&format!("evaluate parameters, {usable} answers"), 9, &mut || {
        std::hint::black_box(Evaluation::of_parameters(&Parameters::default(), &histories));
    })?;

    let fsrs = Fsrs::new(&Parameters::default(), DesiredRetention::default());
    let logs = studied(&Parameters::default(), 500, 90, 5);
    let states: Vec<CardState> = logs.iter().map(|log| fsrs.replay(log)).cycle().take(CARDS).collect();
    let now = at("2026-04-20T08:00:00Z");
    let candidates = candidates(&fsrs, &states, now);
    let due = candidates.iter().filter(|one| one.need != Need::New).count();
    let (pace, limits) = (Pace::default(), Limits { cards: 100, new_cards: 20 });
    figure(&format!("arrange a session of {CARDS} cards, {due} due"), 1_000, &mut || {
        let time = Time { minutes: 20, pace: &pace };
        std::hint::black_box(arrange_within(&candidates, Sitting::default(), limits, time));
    })?;
    figure(&format!("forecast 30 days of {CARDS} cards"), 25, &mut || {
        let new = NewCards { a_day: 20, waiting: 1_000, met_today: 0 };
        let days = (study_day(now, Amsterdam), Amsterdam);
        std::hint::black_box(fsrs.forecast(&states, new, &pace, days, 30));
    })?;

    let longest = logs.iter().max_by_key(|log| log.len()).expect("there are cards");
    let known = states.iter().position(|state| state.interval_days > 20).expect("some are known well");
    let (last, before) = logs[known].split_last().expect("it was answered");
    let state = fsrs.replay(before);
    figure("take an answer", 10_000, &mut || {
        std::hint::black_box(fsrs.advance(&state, last));
    })?;
    figure(&format!("replay a log of {} answers", longest.len()), 10_000, &mut || {
        std::hint::black_box(fsrs.replay(longest));
    })
}

/// Cards of a student who forgets faster than usual, until there are enough answers.
fn histories() -> Vec<History> {
    let mut weights = *Parameters::default().weights();
    weights[..4].copy_from_slice(&[0.05, 0.15, 0.35, 2.0]);
    let memory = Parameters::trained(1, weights).expect("these can be used");
    let mut usable = 0;
    studied(&memory, 4_000, 600, 4)
        .iter()
        .map(History::new)
        .take_while(|history| {
            let enough = usable >= ANSWERS;
            usable += history.usable();
            !enough
        })
        .collect()
}

fn candidates(fsrs: &Fsrs, states: &[CardState], now: chrono::DateTime<chrono::Utc>) -> Vec<Candidate> {
    let mut numbers = Numbers(6);
    states
        .iter()
        .enumerate()
        .map(|(number, state)| {
            let need = match fsrs.recall(state, now) {
                Some(recall) if number % 4 > 0 => Need::Due { recall },
                _ => Need::New,
            };
            let word = WordId::new(Uuid::from_u128(number as u128 / 2));
            Candidate { card: ids::CardId::new(numbers.uuid()), word, need }
        })
        .collect()
}
