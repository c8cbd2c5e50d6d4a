//! How long it takes to learn a thousand words, by different ways of deciding what is asked when, for students who forget
//! otherwise than FSRS says; and how well FSRS foretells their answers all the same.
//!
//! ```sh
//! cargo run --release -p tall-scheduler --example simulation            # the table of docs/LEARNING.md
//! cargo run --release -p tall-scheduler --example simulation 7 50       # another seed, other students: 50 of them
//! ```
//!
//! A student has 20 minutes a day, every day: first for what is due, in the order of the method, then for new words, 20
//! at most (cohorts choose theirs on Monday). An answer takes as long as `Pace` says. A word that is not recalled is shown
//! and asked again ten minutes later, three times at most.

mod memory;
mod methods;
mod numbers;

use std::io::{self, Write};

use memory::{Kind, Memory};
use methods::{Answer, Method};
use numbers::Numbers;
use scheduler::{Evaluation, History, Pace, Parameters, Phase, Rating};

const WORDS: usize = 1_000;
const DAYS: u32 = 730;
const SECONDS_A_DAY: f64 = 20.0 * 60.0;
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
            "| method | reached it in two years | days, median | answers until then | hours | after a year: words met | \
             recalled | recalled a month later | answers in the year | right when asked |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
        )?;
        let mut measured = Vec::new();
        for number in 0..methods::all(0).len() {
            let runs: Vec<_> =
                (0..students).map(|student| run(kind, number, seed ^ (student << 32))).collect();
            writeln!(out, "{}", row(methods::all(0)[number].name(), &runs))?;
            if number == 0 {
                measured = runs.into_iter().map(|run| run.histories).collect();
            }
        }
        foretold(&mut out, &measured)?;
    }
    Ok(())
}

/// What FSRS foretold of the answers of a year, which the default parameters scheduled.
fn foretold(out: &mut impl Write, students: &[Vec<History>]) -> io::Result<()> {
    writeln!(
        out,
        "\n| parameters | log loss | RMSE (bins) | AUC | predicted retention | true retention |\n\
         |---|---:|---:|---:|---:|---:|"
    )?;
    let default =
        |histories: &Vec<History>| Evaluation::of_parameters_in_folds(&Parameters::default(), histories);
    let trained = |histories: &Vec<History>| Evaluation::of_training(histories);
    let rows: [(_, Vec<Evaluation>); 2] = [
        ("default", students.iter().filter_map(default).collect()),
        ("trained on what came before, five folds", students.iter().filter_map(trained).collect()),
    ];
    for (name, evaluations) in rows {
        let of = |value: fn(&Evaluation) -> f64| mean(evaluations.iter().map(value));
        writeln!(
            out,
            "| {name} | {:.4} | {:.4} | {:.3} | {:.3} | {:.3} |",
            of(|one| one.log_loss),
            of(|one| one.rmse_bins),
            of(|one| one.auc.unwrap_or(0.5)),
            of(|one| one.predicted_retention),
            of(|one| one.true_retention),
        )?;
    }
    Ok(())
}

/// What one student reached.
#[derive(Default)]
struct Run {
    learned: Option<(u32, Spent)>,
    year: Option<(usize, f64, f64, Spent)>,
    /// What FSRS could have been trained on by the end of the year.
    histories: Vec<History>,
}

#[derive(Clone, Copy, Default)]
struct Spent {
    answers: u32,
    seconds: f64,
    /// First answers of a day to words that were met before, and the right ones of them.
    asked: u32,
    right: u32,
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
        for word in method.to_meet(day, met).take_while(|word| *word < WORDS) {
            met += usize::from(today.ask(word, head[word].as_mut(), method.as_mut(), true));
        }
        let recalled = |at: f64| head.iter().map(|memory| memory.recall(at)).sum::<f64>();
        let evening = f64::from(day) + 0.5;
        if run.learned.is_none() && recalled(evening + MONTH) >= LEARNED {
            run.learned = Some((day + 1, spent));
        }
        if day + 1 == YEAR {
            run.year = Some((met, recalled(evening), recalled(evening + MONTH), spent));
            run.histories = method.histories();
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
            let seconds = self.count(recalled, new, nth);
            method.answered(word, Answer { day: self.day, at, recalled, nth, shown, seconds });
            if recalled {
                break;
            }
            shown = false;
            at += TEN_MINUTES;
        }
        true
    }

    /// The seconds that the answer took.
    fn count(&mut self, recalled: bool, new: bool, nth: usize) -> f64 {
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
        if !new && nth == 0 {
            self.spent.asked += 1;
            self.spent.right += u32::from(recalled);
        }
        seconds
    }
}

fn row(name: &str, runs: &[Run]) -> String {
    let mut learned: Vec<_> = runs.iter().filter_map(|run| run.learned).collect();
    learned.sort_by_key(|(days, _)| *days);
    let years: Vec<_> = runs.iter().filter_map(|run| run.year).collect();
    let of_year = |value: fn(&(usize, f64, f64, Spent)) -> f64| mean(years.iter().map(value));
    // The student in the middle; who never reaches it is behind all who do.
    let reached = match learned.get(runs.len() / 2) {
        None => "not by half | - | -".to_owned(),
        Some((days, spent)) => format!("{days} | {} | {:.0}", spent.answers, spent.seconds / 3_600.0),
    };
    let count = format!("{} of {}", learned.len(), runs.len());
    format!(
        "| {name} | {count} | {reached} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} % |",
        of_year(|(met, ..)| *met as f64),
        of_year(|(_, now, ..)| *now),
        of_year(|(_, _, later, _)| *later),
        of_year(|(.., spent)| spent.answers.into()),
        of_year(|(.., spent)| 100.0 * f64::from(spent.right) / f64::from(spent.asked.max(1))),
    )
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}
