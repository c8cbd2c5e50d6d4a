//! How long it takes to learn a thousand words, by different ways of deciding what is asked when, for students who forget
//! otherwise than FSRS says.
//!
//! ```sh
//! cargo run --release -p tall-scheduler --example simulation            # the table of docs/LEARNING.md
//! cargo run --release -p tall-scheduler --example simulation 7 50       # another seed, other students: 50 of them
//! ```
//!
//! A student has 20 minutes a day, every day: first for what is due, in the order of the method, then for new words, 20
//! at most. An answer takes as long as `Pace` says. A word that is not recalled is shown and asked again ten minutes later,
//! three times at most.

mod memory;
mod methods;
mod numbers;

use std::io::{self, Write};

use memory::{Kind, Memory};
use methods::{Answer, Method};
use numbers::Numbers;
use scheduler::{Pace, Phase, Rating};

const WORDS: usize = 1_000;
const DAYS: u32 = 730;
const SECONDS_A_DAY: f64 = 20.0 * 60.0;
const NEW_WORDS_A_DAY: usize = 20;
const TRIES_A_DAY: usize = 4;
const TEN_MINUTES: f64 = 10.0 / 1_440.0;

/// The words are learned when so many of a thousand would be recalled after a month without study.
const LEARNED: f64 = 800.0;
const MONTH: f64 = 30.0;
const YEAR: u32 = 365;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).filter_map(|text| text.parse().ok());
    let (seed, students) = (arguments.next().unwrap_or(2026), arguments.next().unwrap_or(20));
    let mut out = io::stdout().lock();
    for kind in Kind::ALL {
        writeln!(out, "\n{students} students, seed {seed}, memory: {}\n", kind.name())?;
        writeln!(
            out,
            "| method | days to learn 1,000 words | answers until then | hours | after a year: words met | recalled | \
             recalled a month later | answers in the year |\n|---|---:|---:|---:|---:|---:|---:|---:|"
        )?;
        for number in 0..methods::all(0).len() {
            let runs: Vec<_> =
                (0..students).map(|student| run(kind, number, seed ^ (student << 32))).collect();
            writeln!(out, "{}", row(methods::all(0)[number].name(), &runs))?;
        }
    }
    Ok(())
}

/// What one student reached.
#[derive(Default)]
struct Run {
    learned: Option<(u32, Spent)>,
    year: Option<(usize, f64, f64, Spent)>,
}

#[derive(Clone, Copy, Default)]
struct Spent {
    answers: u32,
    seconds: f64,
}

/// The same seed gives the same student to every method.
fn run(kind: Kind, method: usize, seed: u64) -> Run {
    let mut numbers = Numbers::new(seed);
    let mut head = kind.head(WORDS, &mut numbers);
    let mut method = methods::all(WORDS).swap_remove(method);
    let (mut met, mut spent, mut run) = (0, Spent::default(), Run::default());
    for day in 0..DAYS {
        let mut today = Today { day, seconds: 0.0, spent: &mut spent, dice: &mut numbers };
        for word in method.due(day) {
            today.ask(word, head[word].as_mut(), method.as_mut(), false);
        }
        let new = met..WORDS.min(met + NEW_WORDS_A_DAY);
        for word in new {
            met += usize::from(today.ask(word, head[word].as_mut(), method.as_mut(), true));
        }
        let recalled = |at: f64| head.iter().map(|memory| memory.recall(at)).sum::<f64>();
        let evening = f64::from(day) + 0.5;
        if run.learned.is_none() && recalled(evening + MONTH) >= LEARNED {
            run.learned = Some((day + 1, spent));
        }
        if day + 1 == YEAR {
            run.year = Some((met, recalled(evening), recalled(evening + MONTH), spent));
        }
        if run.learned.is_some() && run.year.is_some() {
            break;
        }
    }
    run
}

struct Today<'a> {
    day: u32,
    seconds: f64,
    spent: &'a mut Spent,
    dice: &'a mut Numbers,
}

impl Today<'_> {
    /// Asks a word until it is right, if there is time. Whether it was asked.
    fn ask(&mut self, word: usize, memory: &mut dyn Memory, method: &mut dyn Method, new: bool) -> bool {
        if self.seconds >= SECONDS_A_DAY {
            return false;
        }
        let mut at = f64::from(self.day) + self.seconds / 86_400.0;
        let mut shown = new;
        for nth in 0..TRIES_A_DAY {
            let recalled = !shown && self.dice.share() < memory.recall(at);
            memory.practise(at, recalled);
            method.answered(word, Answer { day: self.day, at, recalled, nth, shown });
            self.count(recalled, new, nth);
            if recalled {
                break;
            }
            shown = false;
            at += TEN_MINUTES;
        }
        true
    }

    fn count(&mut self, recalled: bool, new: bool, nth: usize) {
        let rating = if recalled { Rating::Good } else { Rating::Again };
        let phase = match (new, nth) {
            (true, _) => Phase::Learning,
            (false, 0) => Phase::Review,
            (false, _) => Phase::Relearning,
        };
        let seconds = Pace::default().seconds(phase, rating);
        self.seconds += seconds;
        self.spent.answers += 1;
        self.spent.seconds += seconds;
    }
}

fn row(name: &str, runs: &[Run]) -> String {
    let learned: Vec<_> = runs.iter().filter_map(|run| run.learned).collect();
    let years: Vec<_> = runs.iter().filter_map(|run| run.year).collect();
    let of_year = |value: fn(&(usize, f64, f64, Spent)) -> f64| mean(years.iter().map(value));
    let until = |value: fn(&(u32, Spent)) -> f64| mean(learned.iter().map(value));
    let reached = match learned.len() {
        0 => format!("not in {DAYS} | - | -"),
        count => {
            let of = if count < runs.len() { format!(" ({count} of {})", runs.len()) } else { String::new() };
            let (days, answers) =
                (until(|(days, _)| (*days).into()), until(|(_, spent)| spent.answers.into()));
            format!("{days:.0}{of} | {answers:.0} | {:.0}", until(|(_, spent)| spent.seconds / 3_600.0))
        }
    };
    format!(
        "| {name} | {reached} | {:.0} | {:.0} | {:.0} | {:.0} |",
        of_year(|(met, ..)| *met as f64),
        of_year(|(_, now, ..)| *now),
        of_year(|(_, _, later, _)| *later),
        of_year(|(.., spent)| spent.answers.into()),
    )
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}
