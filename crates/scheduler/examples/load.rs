//! How even the days of a student are, by the way in which the day of a card is chosen within its window.
//!
//! ```sh
//! cargo run --release -p tall-scheduler --example load            # the table of docs/LEARNING.md
//! cargo run --release -p tall-scheduler --example load 7          # another seed
//! ```
//!
//! A student meets 2,000 cards, 20 a day or 140 each Monday, does everything that is due every day, and forgets as FSRS says. Looked at are
//! days 181 to 365. *Beside the week around it*: how far a day lies from the mean of the seven days around it (standard
//! deviation, in percent of the mean): the load falls as cards are known better, and that is not what is asked.

#[path = "../tests/support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use chrono_tz::Tz;
use ids::{CardId, ReviewId};
use scheduler::{
    CardState, DesiredRetention, EasyDays, Fsrs, Parameters, Phase, Rating, Review, Window, day_start,
    study_day,
};
use support::{Numbers, at};

const CARDS: usize = 2_000;
/// New cards, and how many days pass until there are as many again.
const RHYTHMS: [(&str, usize, u64); 2] = [("20 a day", 20, 1), ("140 on Mondays", 140, 7)];
const DAYS: u64 = 365;
const FIRST_MEASURED: u64 = 180;
const ZONE: Tz = Tz::Europe__Amsterdam;

/// Cards that are due on each day.
type Load = BTreeMap<NaiveDate, u32>;

/// How the day within a window is chosen.
#[derive(Clone, Copy)]
enum Choice {
    /// The middle, always.
    Middle,
    /// As the scheduler draws it.
    Draw,
    /// The one with the fewest cards, which the others know of.
    Counts,
}

fn main() -> io::Result<()> {
    let seed = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(2026);
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| new cards | day of a card | cards a day | beside the week around it | fullest day |\n|---|---|---:|---:|---:|"
    )?;
    for rhythm in RHYTHMS {
        for (name, choice) in [
            ("middle of its window", Choice::Middle),
            ("drawn within it", Choice::Draw),
            ("emptiest of it, by counts", Choice::Counts),
        ] {
            let load = measured(&studied(choice, EasyDays::default(), rhythm, seed));
            let most = load.iter().max().copied().unwrap_or(0);
            let (mean, uneven) = (mean(&load), unevenness(&load));
            writeln!(out, "| {} | {name} | {mean:.0} | {uneven:.0} % | {most} |", rhythm.0)?;
        }
    }
    writeln!(
        out,
        "\n| load of the week, Monday first | Monday to Friday, cards a day | Saturday | Sunday |\n|---|---:|---:|---:|"
    )?;
    for shares in [[100; 7], [100, 100, 100, 100, 100, 50, 0]] {
        let week = EasyDays::new(shares).unwrap_or_default();
        let load = studied(Choice::Draw, week, RHYTHMS[0], seed);
        let of = |weekday: fn(Weekday) -> bool| {
            let begin = first_day() + Days::new(FIRST_MEASURED);
            let cards = load.range(begin..).filter(|(day, _)| weekday(day.weekday()));
            mean(&cards.map(|(_, cards)| *cards).collect::<Vec<_>>())
        };
        writeln!(
            out,
            "| {shares:?} | {:.0} | {:.0} | {:.0} |",
            of(|day| day.number_from_monday() <= 5),
            of(|day| day == Weekday::Sat),
            of(|day| day == Weekday::Sun),
        )?;
    }
    Ok(())
}

fn first_day() -> NaiveDate {
    study_day(at("2026-01-05T10:00:00Z"), ZONE)
}

/// A year of a student: how many known cards were due on each day.
fn studied(choice: Choice, week: EasyDays, (_, new, every): (&str, usize, u64), seed: u64) -> Load {
    let fsrs = Fsrs::new(&Parameters::default(), DesiredRetention::default()).with_easy_days(week);
    let mut numbers = Numbers(seed);
    let mut cards: Vec<(CardId, CardState)> =
        (0..CARDS).map(|_| (CardId::new(numbers.uuid()), fsrs.new_card())).collect();
    let (mut load, mut ahead) = (Load::new(), Load::new());
    for number in 0..DAYS {
        let today = first_day() + Days::new(number);
        let met = CARDS.min((number / every + 1) as usize * new);
        let evening = day_start(today + Days::new(1), ZONE);
        load.insert(today, 0);
        for (card, state) in &mut cards[..met] {
            if state.due_at.is_none_or(|due| due < evening) {
                *load.entry(today).or_default() += u32::from(state.phase == Phase::Review);
                *state =
                    asked(&fsrs, (*card, state), today, &mut numbers, |window| pick(choice, window, &ahead));
                let due = study_day(state.due_at.unwrap_or(evening), ZONE);
                *ahead.entry(due).or_default() += 1;
            }
        }
    }
    load
}

/// Asks a card until it returns on another day.
fn asked(
    fsrs: &Fsrs,
    (card, state): (CardId, &CardState),
    today: NaiveDate,
    numbers: &mut Numbers,
    pick: impl Fn(Window) -> Option<NaiveDate>,
) -> CardState {
    let mut now = day_start(today, ZONE) + TimeDelta::hours(6);
    let mut state = state.clone();
    loop {
        let known = state.phase == Phase::Review;
        let recalled = !known || fsrs.recall(&state, now).is_none_or(|recall| numbers.share() < recall);
        let rating = if recalled { Rating::Good } else { Rating::Again };
        let id = ReviewId::new(numbers.uuid());
        let review = Review { id, card, rating, answered_at: now, received_at: now, zone: ZONE };
        let on = fsrs.window(&state, &review).and_then(&pick);
        state = fsrs.transition(&state, &review).after;
        if state.phase == Phase::Review {
            let due_at = on.map(|on| day_start(on, ZONE)).or(state.due_at);
            return CardState { due_at, ..state };
        }
        now += TimeDelta::minutes(10);
    }
}

fn pick(choice: Choice, window: Window, ahead: &Load) -> Option<NaiveDate> {
    match choice {
        Choice::Middle => Some(window.earliest + (window.latest - window.earliest) / 2),
        Choice::Draw => None,
        Choice::Counts => window.days().min_by_key(|day| ahead.get(day).copied().unwrap_or(0)),
    }
}

/// The days that are looked at.
fn measured(load: &Load) -> Vec<u32> {
    load.range(first_day() + Days::new(FIRST_MEASURED)..).map(|(_, cards)| *cards).collect()
}

fn mean(load: &[u32]) -> f64 {
    load.iter().copied().map(f64::from).sum::<f64>() / load.len() as f64
}

fn unevenness(load: &[u32]) -> f64 {
    let away = load.windows(7).map(|week| (f64::from(week[3]) - mean(week)).powi(2));
    let variance = away.sum::<f64>() / (load.len() - 6) as f64;
    100.0 * variance.sqrt() / mean(load)
}
