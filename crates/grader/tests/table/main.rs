//! What a teacher would say, case by case; and `tests/vectors/grader.json`, the same for the clients' TypeScript twin.
//!
//! After an intended change: `cargo test -p tall-grader --test table -- --ignored`, and review the difference.

mod articles;
mod ask;
mod exercises;
mod hygiene;
mod meanings;
mod nouns;
mod sentences;
mod spelling;
mod variations;
mod verbs;

use ask::{Case, DE, Noun};
use grader::{Expected, MESSAGE_KEYS, MistakeKind, Span, Verdict, grade};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn cases() -> impl Iterator<Item = &'static Case> {
    let files = [
        hygiene::CASES,
        articles::CASES,
        spelling::CASES,
        nouns::CASES,
        verbs::CASES,
        sentences::CASES,
        meanings::CASES,
    ];
    files.into_iter().flatten()
}

/// An answer without the brackets around what is wrong, and the places of those.
fn unmarked(marked: &str) -> (String, BTreeSet<Span>) {
    let (mut text, mut open, mut spans) = (String::new(), Vec::new(), BTreeSet::new());
    for letter in marked.chars() {
        let at = text.chars().count();
        match letter {
            '[' => open.push(at),
            ']' => {
                let start = open.pop().expect("brackets are in pairs");
                spans.insert(Span { start, end: at });
            }
            other => text.push(other),
        }
    }
    assert!(open.is_empty(), "brackets are in pairs: {marked}");
    (text, spans)
}

fn graded((ask, marked, _): &Case) -> (String, Verdict) {
    let (given, _) = unmarked(marked);
    let verdict = grade(&Expected::from(&ask.answer()), &given, &ask.policy());
    (given, verdict)
}

/// A verdict as a case tells it.
fn short(verdict: &Verdict) -> String {
    let rating = format!("{:?}", verdict.rating).to_lowercase();
    let told =
        |mistake: &grader::Mistake| format!("{} {}", mistake.kind, mistake.expected).trim_end().to_owned();
    let mistakes: Vec<_> = verdict.mistakes.iter().map(told).collect();
    format!("{rating} {}", mistakes.join("|")).trim_end().to_owned()
}

#[test]
fn every_case_is_graded_as_a_teacher_would() {
    let mut failures = Vec::new();
    for case in cases() {
        let (given, verdict) = graded(case);
        let places: BTreeSet<Span> = verdict.mistakes.iter().map(|mistake| mistake.span).collect();
        if (short(&verdict).as_str(), &places) != (case.2, &unmarked(case.1).1) {
            let asked = serde_json::to_string(&case.0.answer()).expect("answers are JSON");
            failures.push(format!(
                "{asked} given {given:?}\n  told {:?} {}\n  said {:?} {places:?}",
                case.2,
                case.1,
                short(&verdict)
            ));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases().count(), failures.join("\n"));
}

#[test]
fn there_are_cases_of_every_kind() {
    let mut seen: BTreeSet<MistakeKind> = BTreeSet::new();
    for case in cases() {
        seen.extend(graded(case).1.mistakes.iter().map(|mistake| mistake.kind));
    }
    assert_eq!(seen, MistakeKind::ALL.into_iter().collect());
    assert!(cases().count() >= 300, "{}", cases().count());
}

#[test]
fn no_case_is_told_twice() {
    let mut seen = BTreeSet::new();
    for (ask, given, _) in cases() {
        let asked = serde_json::to_string(&(ask.answer(), ask.policy())).expect("answers are JSON");
        assert!(seen.insert((asked.clone(), given)), "{asked} {given}");
    }
}

#[test]
fn only_a_right_answer_can_be_called_easy() {
    let fiets = Expected::from(&Noun(DE, "fiets").answer());
    let rating = |given| grade(&fiets, given, &Noun(DE, "fiets").policy()).called_easy().rating;
    assert_eq!(
        [rating("de fiets"), rating("het fiets"), rating("huis")],
        [grader::Rating::Easy, grader::Rating::Hard, grader::Rating::Again]
    );
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors").join(name)
}

fn vectors() -> Value {
    let answers: Vec<_> = cases()
        .map(|case| {
            let (given, verdict) = graded(case);
            let messages: Vec<_> = verdict.mistakes.iter().map(|mistake| mistake.message(&given)).collect();
            json!({
                "answer": case.0.answer(),
                "policy": case.0.policy(),
                "given": given,
                "verdict": verdict,
                "messages": messages,
            })
        })
        .collect();
    json!({ "answers": answers, "exercises": exercises::vectors(), "messageKeys": MESSAGE_KEYS })
}

#[test]
fn the_vectors_are_what_the_grader_says() {
    for (name, said) in [("grader.json", vectors()), ("grader-variations.json", variations::vectors())] {
        let text = std::fs::read_to_string(file(name)).expect("the vectors are in the repository");
        let stored: Value = serde_json::from_str(&text).expect("the vectors are JSON");
        assert!(stored == said, "{name}: after an intended change, write it anew: see the top of this file");
    }
}

#[test]
#[ignore = "writes the vectors that the other test compares with"]
fn write_the_vectors() {
    let mut text = serde_json::to_string_pretty(&vectors()).expect("values are JSON");
    text.push('\n');
    std::fs::write(file("grader.json"), text).expect("the file can be written");
    std::fs::write(file("grader-variations.json"), variations::text()).expect("the file can be written");
}
