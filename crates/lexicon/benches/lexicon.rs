//! `cargo bench -p tall-lexicon`: a look-up, a text of 2,000 words, opening the packs, and the memory that they take. With the
//! packs of `data/lexicon` (`make lexicon`), and without any.

use lexicon::Lexicon;
use std::{
    fs,
    hint::black_box,
    io::{Write, stdout},
    path::Path,
    time::Instant,
};

/// Bounds in microseconds: what must be reached, and what is aimed at.
const LOOK_UP: (f64, f64) = (50.0, 5.0);
const ANALYSE: (f64, f64) = (50_000.0, 10_000.0);
const OPEN: (f64, f64) = (100_000.0, 100_000.0);
/// Kilobytes.
const RESIDENT: f64 = 30.0 * 1024.0;

const ROUNDS: usize = 9;
/// Sentences of the tests: running text of ours.
const SENTENCES: &str = include_str!("../tests/split_verbs.tsv");

fn main() -> std::io::Result<()> {
    // `cargo test --benches` only wants to see that it runs.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { ROUNDS } else { 1 };
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/lexicon");
    let before = resident();
    let own = measure("own lists", rounds, Lexicon::own)?;
    let mut packed = None;
    if packs.is_dir() {
        let open = || Lexicon::open(&packs).expect("packs that `make lexicon` built");
        packed = Some(measure("with packs", rounds, open)?);
    }
    let grown = resident().zip(before).map(|(after, before)| after - before);
    if let Some(grown) = grown {
        say("memory taken by all of it", grown, "KiB", RESIDENT, RESIDENT)?;
    }
    // Alive until here: what is mapped counts.
    black_box((own, packed));
    Ok(())
}

fn measure(name: &str, rounds: usize, open: impl Fn() -> Lexicon) -> std::io::Result<Lexicon> {
    let opened = median(rounds, || {
        black_box(open());
    });
    say(&format!("{name}: open"), opened, "us", OPEN.0, OPEN.1)?;
    let lexicon = open();
    let text: String = SENTENCES
        .lines()
        .skip(1)
        .filter_map(|line| Some(line.split_once('\t')?.0))
        .collect::<Vec<_>>()
        .join(" ");
    let forms: Vec<&str> = text.split_whitespace().collect();
    // Every form anew, as a reader meets them: the first candidates, with all their work.
    let look_up = median(rounds, || {
        for form in &forms {
            black_box(lexicon.lemmas(form));
        }
    });
    say(&format!("{name}: lemmas of a form"), look_up / forms.len() as f64, "us", LOOK_UP.0, LOOK_UP.1)?;
    let gloss = median(rounds, || {
        for form in &forms {
            black_box(lexicon.glosses(form, Some("en")));
        }
    });
    say(&format!("{name}: glosses of a lemma"), gloss / forms.len() as f64, "us", LOOK_UP.0, LOOK_UP.1)?;
    let words: Vec<&str> = forms.iter().copied().cycle().take(2000).collect();
    let long = words.join(" ");
    let analysed = median(rounds, || {
        black_box(lexicon.analyse(&long));
    });
    say(&format!("{name}: a text of 2,000 words"), analysed, "us", ANALYSE.0, ANALYSE.1)?;
    Ok(lexicon)
}

/// Microseconds, in the middle of the rounds, after one that does not count.
fn median(rounds: usize, work: impl Fn()) -> f64 {
    work();
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn say(name: &str, figure: f64, unit: &str, floor: f64, goal: f64) -> std::io::Result<()> {
    let verdict = if figure <= goal {
        "goal met"
    } else if figure <= floor {
        "floor met"
    } else {
        "MISSED"
    };
    writeln!(stdout(), "{name:40} {figure:10.1} {unit:4} floor {floor:.0}, goal {goal:.0}: {verdict}")
}

/// Resident memory of this process in KiB, where the system tells.
fn resident() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
