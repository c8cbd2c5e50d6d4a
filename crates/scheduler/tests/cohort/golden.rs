//! `tests/vectors/cohort.json`: what every implementation of weekly cohorts must answer of a word, a day and a sitting. The
//! clients' TypeScript twin runs the same file. What a Monday chooses is decided once, by the server, and has no twin.
//!
//! After an intended change: `cargo test -p tall-scheduler --test cohort golden -- --ignored`, and review the difference.

use crate::support::{Numbers, at};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::ReviewId;
use scheduler::{
    Week,
    cohort::{Answer, Ask, Asked, Due, Fact, Progress, Stage, arrange},
    study_day,
};
use serde_json::{Value, json};
use std::{cmp::Ordering, path::PathBuf};

const ZONES: [Tz; 4] =
    [Tz::Europe__Amsterdam, Tz::America__New_York, Tz::Asia__Tokyo, Tz::Australia__Lord_Howe];

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/cohort.json")
}

/// A student who mostly answers what is asked and is mostly right, with days off; in another year each, some of which have a
/// week 53, and over the changes of the clocks.
fn history(numbers: &mut Numbers, length: u64) -> Vec<Fact> {
    let begin = at("2026-01-05T03:00:00Z") + TimeDelta::days(7 * numbers.below(160) as i64);
    let zone = numbers.of(&ZONES);
    let week = Week::of(begin);
    let from = week.monday() + Days::new(numbers.of(&[0, 0, 0, 2]));
    let mut facts = vec![Fact::Entered { week, from, at: begin }];
    let mut now = begin;
    let right = numbers.of(&[95, 80, 40]);
    for _ in 0..length {
        now +=
            TimeDelta::minutes(numbers.of(&[1, 5, 600, 1_440, 1_440, 1_440, 2_900, 7 * 1_440, 30 * 1_440]));
        now += TimeDelta::milliseconds(numbers.below(3_600_000) as i64);
        let progress = Progress::replay(&facts);
        if progress.stage == Stage::Leech && numbers.below(3) == 0 {
            facts.push(Fact::BroughtBack { at: now });
            let week = Week::of(now).later(1);
            facts.push(Fact::Entered { week, from: week.monday(), at: week.begins_at() });
            continue;
        }
        let zone = if numbers.below(10) == 0 { numbers.of(&ZONES) } else { zone };
        let asked = progress.asked(Week::of(now), study_day(now, zone)).map(Asked::ask);
        let asked = asked.filter(|_| numbers.below(12) > 0).unwrap_or(numbers.of(&Ask::ALL));
        facts.push(Fact::Answered(Answer {
            id: ReviewId::new(numbers.uuid()),
            asked,
            correct: numbers.below(100) < right,
            answered_at: now + TimeDelta::seconds(numbers.of(&[0, 0, 0, 0, 900, -7_200])),
            received_at: now,
            zone,
        }));
    }
    facts
}

fn in_order(facts: &[Fact]) -> Vec<&Fact> {
    let mut log: Vec<&Fact> = facts.iter().collect();
    log.sort_by(|one, other| match (one.precedes(other), other.precedes(one)) {
        (true, _) => Ordering::Less,
        (_, true) => Ordering::Greater,
        _ => Ordering::Equal,
    });
    log
}

fn asked(progress: &Progress, week: Week, day: NaiveDate) -> Value {
    match progress.asked(week, day) {
        None => Value::Null,
        Some(Asked::First(ask)) => json!(["first", ask]),
        Some(Asked::Again(ask)) => json!(["again", ask]),
    }
}

/// Logs, what each fact of them did and where it led, and what is asked on the days after the last.
fn words() -> Vec<Value> {
    let mut numbers = Numbers(20_260_302);
    (0..40)
        .map(|number| {
            let facts = history(&mut numbers, number);
            let mut state = Progress::default();
            let log: Vec<_> = in_order(&facts)
                .into_iter()
                .map(|fact| {
                    let taken = state.advance(fact).expect("in order, each is the next");
                    state = taken.after;
                    json!({ "fact": fact, "step": taken.step, "after": state })
                })
                .collect();
            assert_eq!(state, Progress::replay(&facts));
            let last = facts.iter().map(Fact::at).max().expect("it was taken into a cohort");
            let days: Vec<_> = [0, 1, 2, 3, 5, 7, 8, 14, 30, 100]
                .into_iter()
                .map(|later| {
                    let now = last + TimeDelta::days(later);
                    let (week, day) = (Week::of(now), study_day(now, ZONES[0]));
                    json!({
                        "week": week,
                        "day": day,
                        "asked": asked(&state, week, day),
                        "due_on": state.due_on(week),
                        "belongs": state.belongs_to(week),
                    })
                })
                .collect();
            json!({ "log": log, "days": days })
        })
        .collect()
}

/// The order in which the words of a day are asked.
fn sittings() -> Vec<Value> {
    let mut numbers = Numbers(20_260_304);
    (0..24)
        .map(|number| {
            let now: DateTime<Utc> = at("2026-03-05T09:00:00Z");
            let (week, day) = (Week::of(now), study_day(now, ZONES[0]));
            let words: Vec<_> = (0..number)
                .map(|_| {
                    let entered = Fact::Entered { week, from: week.monday(), at: week.begins_at() };
                    let mut facts = vec![entered];
                    for hours in 0..numbers.below(4) {
                        let answered_at = week.begins_at() + TimeDelta::hours(24 * hours as i64 + 5);
                        facts.push(Fact::Answered(Answer {
                            id: ReviewId::new(numbers.uuid()),
                            asked: numbers.of(&[Ask::See, Ask::See, Ask::Recall]),
                            correct: numbers.below(3) > 0,
                            answered_at,
                            received_at: answered_at,
                            zone: ZONES[0],
                        }));
                    }
                    (numbers.uuid(), Progress::replay(&facts))
                })
                .collect();
            let most = numbers.of(&[3, 10, 100]);
            let due: Vec<_> =
                words.iter().filter_map(|(id, progress)| Due::on(*id, progress, week, day)).collect();
            let order: Vec<_> = arrange(&due, most).into_iter().map(|one| one.id).collect();
            json!({
                "words": words.iter().map(|(id, state)| json!({ "id": id, "state": state })).collect::<Vec<_>>(),
                "now": now.timestamp_millis(),
                "zone": ZONES[0],
                "most": most,
                "expected": order,
            })
        })
        .collect()
}

/// Instants around Mondays, where years end and clocks change among them.
fn weeks() -> Vec<Value> {
    let mondays = (0..320).map(|week| at("2020-12-28T03:00:00Z") + TimeDelta::days(7 * week));
    mondays
        .flat_map(|monday| [-3_600_001, -1, 0, 3_600_000].map(|ms| monday + TimeDelta::milliseconds(ms)))
        .map(|instant| {
            let week = Week::of(instant);
            json!([
                instant.timestamp_millis(),
                week,
                week.monday(),
                week.begins_at().timestamp_millis(),
                week.later(5)
            ])
        })
        .collect()
}

/// What one part of the file holds.
type Make = fn() -> Vec<Value>;

const PARTS: [(&str, Make); 3] = [("sittings", sittings), ("weeks", weeks), ("words", words)];

#[test]
fn the_vectors_are_what_the_scheduler_answers() {
    let text = std::fs::read_to_string(file()).expect("the vectors are in the repository");
    let stored: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    for (part, make) in PARTS {
        let (stored, made) = (stored[part].as_array().expect("a list"), make());
        assert_eq!(stored.len(), made.len(), "{part}");
        for (number, (stored, made)) in stored.iter().zip(&made).enumerate() {
            assert!(stored == made, "{part}[{number}]\nstored {stored:#}\nmade {made:#}");
        }
    }
}

/// One a line.
#[test]
#[ignore = "writes the vectors that the other test compares with"]
fn write_the_vectors() {
    let parts = PARTS.map(|(part, make)| {
        let lines: Vec<_> = make().iter().map(Value::to_string).collect();
        format!("\"{part}\": [\n{}\n]", lines.join(",\n"))
    });
    std::fs::write(file(), format!("{{\n{}\n}}\n", parts.join(",\n"))).expect("the file can be written");
}
