//! `tests/vectors/scheduler.json`: what every implementation of this scheduler must answer. The clients' TypeScript twin
//! runs the same file.
//!
//! After an intended change: `cargo test -p tall-scheduler --test golden -- --ignored`, and review the difference.

mod support;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::ReviewId;
use scheduler::{
    Candidate, CardState, DesiredRetention, Fsrs, Limits, Need, Parameters, Rating, Review, Schedule,
    Scheduler,
};
use scheduler::{Sitting, arrange};
use serde_json::{Value, json};
use std::path::PathBuf;
use support::{at, card};
use uuid::Uuid;

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/scheduler.json")
}

/// Numbers that are the same for ever: a generator of a crate may change with its version.
struct Numbers(u64);

impl Numbers {
    /// SplitMix64 (Steele, Lea & Flood, 2014).
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len() as u64) as usize]
    }

    fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.below(u64::MAX), self.below(u64::MAX))
    }
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

fn schedules() -> Vec<Value> {
    let trained: [f32; 21] = [
        0.4, 1.1, 3.2, 12.5, 6.9, 0.6, 2.4, 0.02, 1.6, 0.21, 0.9, 1.7, 0.09, 0.31, 1.8, 0.45, 2.1, 0.48, 0.2,
        0.11, 0.22,
    ];
    let mut numbers = Numbers(20_260_105);
    (0..48)
        .map(|number| {
            let parameters = if number % 3 == 2 {
                Parameters::trained(7, trained).expect("these can be used")
            } else {
                Parameters::default()
            };
            let share = numbers.of(&[0.90, 0.90, 0.80, 0.85, 0.95]);
            let history = reviews(&mut numbers, number % 13);
            let later = TimeDelta::hours(numbers.of(&[1, 30, 24 * 40]));
            schedule(&parameters, (number % 3 == 2).then_some(trained), share, &history, later)
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
        "expected": { "state": state, "recall": recall, "due": due, "buttons": buttons },
    })
}

fn sessions() -> Vec<Value> {
    let mut numbers = Numbers(20_260_106);
    (0..24)
        .map(|number| {
            let candidates: Vec<Candidate> = (0..number)
                .map(|_| Candidate {
                    card: ids::CardId::new(numbers.uuid()),
                    word: ids::WordId::new(Uuid::from_u128(numbers.below(12).into())),
                    need: match numbers.below(3) {
                        0 => Need::New,
                        _ => Need::Due { recall: numbers.below(1000) as f32 / 1000.0 },
                    },
                })
                .collect();
            let today: Vec<_> = candidates.iter().step_by(7).map(|one| (one.word, one.card)).collect();
            let recent: Vec<_> = candidates.iter().step_by(5).map(|one| one.word).collect();
            let limits = Limits { cards: numbers.of(&[5, 10, 20]), new_cards: numbers.of(&[0, 3, 10]) };
            let expected = arrange(&candidates, Sitting { today: &today, recent: &recent }, limits);
            json!({
                "candidates": candidates.iter().map(|one| json!({
                    "card": one.card,
                    "word": one.word,
                    "recall": match one.need { Need::New => None, Need::Due { recall } => Some(recall) },
                })).collect::<Vec<_>>(),
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
    let text = json!({ "schedules": schedules(), "sessions": sessions() }).to_string();
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
    for part in ["schedules", "sessions"] {
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
