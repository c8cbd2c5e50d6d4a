//! Where a card stands: a cache of its log.

use chrono::{DateTime, NaiveDate, Utc};
use ids::ReviewId;
use serde::{Deserialize, Serialize};

use crate::{DesiredRetention, EasyDays};

/// What a card is going through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Never answered.
    #[default]
    New,
    /// In its first steps, minutes apart.
    Learning,
    /// Known; returns after days.
    Review,
    /// Forgotten when it was due; in the steps again.
    Relearning,
}

/// The memory of one card, after the DSR model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// S: days until recall has fallen to 90 %; 0.001 to 36,500.
    pub stability: f32,
    /// D: 1 (easy) to 10.
    pub difficulty: f32,
}

/// The last review that a state has taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Which.
    pub id: ReviewId,
    /// When ([`Review::at`](crate::Review::at)).
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub at: DateTime<Utc>,
    /// On which study day.
    pub day: NaiveDate,
}

/// What a state was computed with. A state with another basis is not continued but replayed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Basis {
    /// [`Parameters::version`](crate::Parameters::version).
    pub parameters: u32,
    /// The student's choice.
    pub desired_retention: DesiredRetention,
    /// The student's week; an even one for a state of before this was kept.
    #[serde(default)]
    pub easy_days: EasyDays,
}

/// Where a card stands after its reviews. A cache: [`Fsrs::replay`](crate::Fsrs::replay) makes it from the log.
///
/// Instants are stored as milliseconds since 1970, so that a query can compare them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardState {
    /// What the card is going through.
    pub phase: Phase,
    /// Index of the learning step that it is in; 0 outside the steps.
    pub step: u8,
    /// Absent while new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory: Option<Memory>,
    /// When it returns; absent while new.
    #[serde(
        with = "chrono::serde::ts_milliseconds_option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub due_at: Option<DateTime<Utc>>,
    /// Days between the last review and the study day on which it returns; 0 while in the steps.
    pub interval_days: u32,
    /// The last review in the order of the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Answered>,
    /// How often it was answered.
    pub reviews: u32,
    /// How often it was forgotten when due.
    pub lapses: u32,
    /// What this was computed with.
    pub basis: Basis,
}

impl CardState {
    /// Whether the card is to be asked at `now`. A new one always may be.
    #[must_use]
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.due_at.is_none_or(|due| due <= now)
    }
}

/// A state, as it looks at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// Where the card stands.
    pub state: CardState,
    /// Predicted chance of recalling it now; absent while new.
    pub recall: Option<f32>,
    /// Whether it is to be asked now.
    pub due: bool,
}

/// What one review did.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// Where the card stood.
    pub before: CardState,
    /// Where it stands.
    pub after: CardState,
    /// Predicted chance of recall at the moment of the answer; absent for the first.
    pub recall: Option<f32>,
    /// For a known card that was due: whether it was recalled. This is what true retention counts.
    pub recalled_when_due: Option<bool>,
}
