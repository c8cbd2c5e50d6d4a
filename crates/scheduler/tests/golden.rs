//! `tests/vectors/scheduler.json`: what every implementation of this scheduler must answer. The clients' TypeScript twin
//! runs the same file.
//!
//! After an intended change: `cargo test -p tall-scheduler --test golden -- --ignored`, and review the difference.

mod support;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::ReviewId;
use scheduler::{
    Candidate, CardState, DesiredRetention, EasyDays, Exam, Fsrs, Hold, Limits, Need, Pace, Parameters,
    Rating, Returning, Review, Schedule, Scheduler, Sitting, Time, arrange, arrange_within, day_start,
    in_order, next_card, study_day,
};
use serde_json::{Value, json};
use std::path::PathBuf;
use support::{Numbers, at, card};
use uuid::Uuid;

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/scheduler.json")
}

/// Answers as students give them: mostly good, minutes apart in the steps and days apart afterwards, some late or from a
/// device whose clock is fast.
fn reviews(numbers: &mut Numbers, length: u64) -> Vec<Review> {
    use Rating::{Again, Easy, Good, Hard};
    let zones = [Tz::Europe__Amsterdam, Tz::America__New_York, Tz::Asia__Tokyo, Tz::Australia__Lord_Howe];
    let zone = numbers.of(&zones);
    let card = ids::CardId::new(numbers.uuid());
    let mut now = at("2026-01-05T08:00:00Z") + TimeDelta::minutes(numbers.below(60 * 24 * 300) as i64);
    (0..length)
        .map(|number| {
            let days = numbers.of(&[0, 0, 1, 1, 2, 4, 9, 21, 60]);
            now += TimeDelta::days(days) + TimeDelta::milliseconds(numbers.below(3_600_000 * 9) as i64);
            let ahead = numbers.of(&[0, 0, 0, 0, 600, -3600]);
            Review {
                id: ReviewId::new(numbers.uuid()),
                card,
                rating: if number == 0 {
                    numbers.of(&Rating::ALL)
                } else {
                    numbers.of(&[Again, Hard, Good, Good, Good, Easy])
                },
                answered_at: now + TimeDelta::seconds(ahead),
                received_at: now,
                zone: if numbers.below(12) == 0 { numbers.of(&zones) } else { zone },
            }
        })
        .collect()
}

const TRAINED: [f32; 21] = [
    0.4, 1.1, 3.2, 12.5, 6.9, 0.6, 2.4, 0.02, 1.6, 0.21, 0.9, 1.7, 0.09, 0.31, 1.8, 0.45, 2.1, 0.48, 0.2,
    0.11, 0.22,
];

fn schedules() -> Vec<Value> {
    let mut numbers = Numbers(20_260_105);
    (0..48)
        .map(|number| {
            let parameters = if number % 3 == 2 {
                Parameters::trained(7, TRAINED).expect("these can be used")
            } else {
                Parameters::default()
            };
            let share = numbers.of(&[0.90, 0.90, 0.80, 0.85, 0.95]);
            let history = reviews(&mut numbers, number % 13);
            let later = TimeDelta::hours(numbers.of(&[1, 30, 24 * 40]));
            schedule(&parameters, (number % 3 == 2).then_some(TRAINED), share, &history, later)
        })
        .collect()
}

fn schedule(
    parameters: &Parameters,
    weights: Option<[f32; 21]>,
    share: f32,
    history: &[Review],
    later: TimeDelta,
) -> Value {
    let fsrs = Fsrs::new(parameters, DesiredRetention::new(share).expect("in range"));
    let now: DateTime<Utc> =
        history.iter().map(Review::at).max().unwrap_or(at("2026-01-05T08:00:00Z")) + later;
    let Schedule { state, recall, due } = fsrs.next(history, now);
    let mut before = fsrs.new_card();
    let steps: Vec<Value> = in_order(history)
        .into_iter()
        .map(|review| {
            let step = fsrs.advance(&before, review).expect("in order");
            before = step.after.clone();
            json!({
                "review": review.id,
                "phase": step.after.phase,
                "step": step.after.step,
                "due_at": step.after.due_at.map(|due| due.timestamp_millis()),
                "interval_days": step.after.interval_days,
                "memory": step.after.memory,
                "recall": step.recall,
                "recalled_when_due": step.recalled_when_due,
            })
        })
        .collect();
    let (asked, zone) = history.last().map_or((card(1), Tz::UTC), |last| (last.card, last.zone));
    let buttons = fsrs.buttons(&state, asked, now, zone).map(|state: CardState| json!({
        "phase": state.phase, "due_at": state.due_at.map(|due| due.timestamp_millis()), "interval_days": state.interval_days,
    }));
    json!({
        "parameters": { "version": parameters.version(), "weights": weights },
        "desired_retention": share,
        "history": history,
        "now": now.timestamp_millis(),
        "card": asked,
        "zone": zone,
        "expected": { "state": state, "recall": recall, "due": due, "buttons": buttons, "steps": steps },
    })
}

fn date(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date") + Days::new(number)
}

/// Instants around every change of the clock in a year of several zones, and around each day's boundary.
fn days() -> Vec<Value> {
    let this_year = at("2026-01-01T00:00:00Z");
    let zones = [
        (Tz::Europe__Amsterdam, this_year),
        (Tz::America__New_York, this_year),
        (Tz::America__Santiago, this_year),
        (Tz::Australia__Lord_Howe, this_year),
        (Tz::Africa__Casablanca, this_year),
        (Tz::Asia__Kolkata, this_year),
        (Tz::Pacific__Kiritimati, this_year),
        (Tz::UTC, this_year),
        // 04:00 was skipped in spring and came twice in autumn.
        (Tz::Asia__Baku, at("2015-01-01T00:00:00Z")),
        // 30 December did not happen.
        (Tz::Pacific__Apia, at("2011-01-01T00:00:00Z")),
    ];
    let mut numbers = Numbers(20_260_107);
    zones
        .into_iter()
        .flat_map(|(zone, year)| {
            let offset = |hour: i64| {
                use chrono::Offset;
                (year + TimeDelta::hours(hour)).with_timezone(&zone).offset().fix()
            };
            let changes: Vec<_> = (1..365 * 24).filter(|hour| offset(*hour) != offset(*hour - 1)).collect();
            let near = changes.into_iter().flat_map(|hour| (-30..30).step_by(3).map(move |more| hour + more));
            let other: Vec<_> = (0..6).map(|_| numbers.below(365 * 24) as i64).collect();
            near.chain(other).collect::<Vec<_>>().into_iter().map(move |hour| {
                let instant = year + TimeDelta::minutes(60 * hour - 7);
                let day = study_day(instant, zone);
                json!({
                    "zone": zone,
                    "at": instant.timestamp_millis(),
                    "day": day,
                    "start": day_start(day, zone).timestamp_millis(),
                })
            })
        })
        .collect()
}

/// A card of a student whose week is not even: its window, where it goes, and where each rating would lead.
fn weeks() -> Vec<Value> {
    let mut numbers = Numbers(20_260_108);
    (0..48)
        .map(|number| {
            let length = 1 + number % 9;
            let history = reviews(&mut numbers, length);
            let shares = numbers.of(&[
                [100, 100, 50, 100, 100, 0, 25],
                [100, 0, 0, 0, 0, 0, 0],
                [0, 100, 0, 100, 0, 100, 0],
            ]);
            let easy_days = EasyDays::new(shares).expect("shares");
            let fsrs =
                Fsrs::new(&Parameters::default(), DesiredRetention::default()).with_easy_days(easy_days);
            let (last, before) = history.split_last().expect("at least one");
            let state = fsrs.replay(before);
            let buttons = fsrs.buttons(&state, last.card, last.at(), last.zone);
            json!({
                "history": history,
                "easy_days": easy_days,
                "expected": {
                    "window": fsrs.window(&state, last).map(|window| [window.earliest, window.latest]),
                    "state": fsrs.replay(&history),
                    "buttons": buttons.map(|state| state.due_at.map(|due| due.timestamp_millis())),
                },
            })
        })
        .collect()
}

/// Sessions by time, and what is asked next.
fn sittings() -> Vec<Value> {
    let mut numbers = Numbers(20_260_109);
    (0..24)
        .map(|number| {
            let candidates = candidates(&mut numbers, number);
            let answers: Vec<_> = (0..number)
                .map(|_| {
                    let phase = numbers.of(&[scheduler::Phase::Learning, scheduler::Phase::Review]);
                    (phase, numbers.of(&Rating::ALL), numbers.below(90_000) as u32)
                })
                .collect();
            let pace = Pace::of(answers.iter().copied());
            let limits = Limits { cards: 15, new_cards: 4 };
            let minutes = numbers.below(4) as u32;
            let order =
                arrange_within(&candidates, Sitting::default(), limits, Time { minutes, pace: &pace });
            let word =
                |asked| candidates.iter().find(|one| one.card == asked).expect("of the candidates").word;
            let left: Vec<_> = order.iter().skip(2).map(|card| (word(*card), *card)).collect();
            let now = at("2026-01-05T08:00:00Z");
            let returning: Vec<_> = order
                .iter()
                .take(2)
                .map(|card| {
                    let seconds = numbers.below(1_800) as i64 - 300;
                    Returning { card: *card, word: word(*card), due_at: now + TimeDelta::seconds(seconds) }
                })
                .collect();
            let recent: Vec<_> = candidates.iter().step_by(4).map(|one| one.word).collect();
            json!({
                "candidates": candidates.iter().map(candidate).collect::<Vec<_>>(),
                "answers": answers,
                "cards": limits.cards,
                "new_cards": limits.new_cards,
                "minutes": minutes,
                "unanswered": left,
                "returning": returning.iter().map(|one| json!({
                    "card": one.card, "word": one.word, "due_at": one.due_at.timestamp_millis(),
                })).collect::<Vec<_>>(),
                "recent": recent,
                "now": now.timestamp_millis(),
                "expected": { "order": order, "next": next_card(&left, &returning, &recent, now) },
            })
        })
        .collect()
}

/// What an exam brings forward, and what is held back.
fn exams() -> Vec<Value> {
    let mut numbers = Numbers(20_260_110);
    let fsrs = Fsrs::new(&Parameters::default(), DesiredRetention::default());
    (0..40)
        .map(|number| {
            let history = reviews(&mut numbers, number % 9);
            let (asked, zone) = history.last().map_or((card(1), Tz::UTC), |last| (last.card, last.zone));
            let state = fsrs.replay(&history);
            let last = state.last.map_or(date(0), |last| last.day);
            let today = last + Days::new(numbers.of(&[0, 1, 3, 12, 30]));
            let seen_on_the_first_day = last.max(today) + Days::new(7);
            let exam = Exam {
                on: match numbers.below(3) {
                    0 => seen_on_the_first_day,
                    _ => today + Days::new(numbers.below(30)),
                },
            };
            let hold = Hold {
                suspended: numbers.below(8) == 0,
                buried_on: numbers.of(&[None, Some(today), Some(last)]),
                brought_back_at_lapses: numbers.of(&[None, Some(1)]),
            };
            let lapses = numbers.below(14) as u32;
            let unseen = numbers.below(100) as usize;
            json!({
                "history": history,
                "card": asked,
                "zone": zone,
                "today": today,
                "exam": exam.on,
                "unseen": unseen,
                "hold": hold,
                "lapses": lapses,
                "expected": {
                    "asks_on": exam.asks_on(&state, asked, today, zone),
                    "new_cards": exam.new_cards_today(unseen, today),
                    "held": hold.holds(&CardState { lapses, ..state.clone() }, today),
                },
            })
        })
        .collect()
}

fn candidates(numbers: &mut Numbers, count: u64) -> Vec<Candidate> {
    (0..count)
        .map(|_| Candidate {
            card: ids::CardId::new(numbers.uuid()),
            word: ids::WordId::new(Uuid::from_u128(numbers.below(12).into())),
            need: match numbers.below(3) {
                0 => Need::New,
                _ => Need::Due { recall: numbers.below(1000) as f32 / 1000.0 },
            },
        })
        .collect()
}

fn candidate(one: &Candidate) -> Value {
    let recall = match one.need {
        Need::New => None,
        Need::Due { recall } => Some(recall),
    };
    json!({ "card": one.card, "word": one.word, "recall": recall })
}

fn sessions() -> Vec<Value> {
    let mut numbers = Numbers(20_260_106);
    (0..24)
        .map(|number| {
            let candidates = candidates(&mut numbers, number);
            let today: Vec<_> = candidates.iter().step_by(7).map(|one| (one.word, one.card)).collect();
            let recent: Vec<_> = candidates.iter().step_by(5).map(|one| one.word).collect();
            let limits = Limits { cards: numbers.of(&[5, 10, 20]), new_cards: numbers.of(&[0, 3, 10]) };
            let expected = arrange(&candidates, Sitting { today: &today, recent: &recent }, limits);
            json!({
                "candidates": candidates.iter().map(candidate).collect::<Vec<_>>(),
                "today": today,
                "recent": recent,
                "cards": limits.cards,
                "new_cards": limits.new_cards,
                "expected": expected,
            })
        })
        .collect()
}

fn vectors() -> Value {
    let text = json!({
        "days": days(),
        "exams": exams(),
        "schedules": schedules(),
        "sessions": sessions(),
        "sittings": sittings(),
        "weeks": weeks(),
    })
    .to_string();
    serde_json::from_str(&text).expect("JSON was just written")
}

/// Equal, with room for the last digits of a power: the platform's mathematics may round them differently.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => match (one.as_f64(), other.as_f64()) {
            (Some(a), Some(b)) if one.is_f64() || other.is_f64() => {
                (a - b).abs() <= 1e-5 * a.abs().max(b.abs())
            }
            _ => one == other,
        },
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, one)| other.get(name).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}

#[test]
fn the_vectors_are_what_the_scheduler_answers() {
    let text = std::fs::read_to_string(file()).expect("the vectors are in the repository");
    let stored: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    let made = vectors();
    for part in ["days", "exams", "schedules", "sessions", "sittings", "weeks"] {
        let (stored, made) =
            (stored[part].as_array().expect("a list"), made[part].as_array().expect("a list"));
        assert_eq!(stored.len(), made.len(), "{part}");
        for (number, (stored, made)) in stored.iter().zip(made).enumerate() {
            assert!(same(stored, made), "{part}[{number}]\nstored {stored:#}\nmade {made:#}");
        }
    }
}

#[test]
#[ignore = "writes the vectors that the other test compares with"]
fn write_the_vectors() {
    let mut text = serde_json::to_string_pretty(&vectors()).expect("values are JSON");
    text.push('\n');
    std::fs::create_dir_all(file().parent().expect("the file is in a folder"))
        .expect("the folder can be made");
    std::fs::write(file(), text).expect("the file can be written");
}
