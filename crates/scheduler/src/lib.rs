#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod cohort;
mod day;
mod fsrs6;
mod fuzz;
mod parameters;
mod retention;
mod review;
mod session;
mod state;
mod week;

pub use day::{day_start, study_day};
pub use fsrs6::{Fsrs, INTERVAL_MAX_DAYS, LEARNING_STEPS};
pub use parameters::{BadParameters, DesiredRetention, Parameters, RetentionOutOfRange};
pub use retention::TrueRetention;
pub use review::{NotARating, Rating, Review, in_order};
pub use session::{Candidate, Limits, Need, SAME_WORD_DISTANCE, Sitting, arrange};
pub use state::{Answered, Basis, CardState, Memory, Phase, Schedule, Transition};
pub use week::Week;

use chrono::{DateTime, Utc};

/// An algorithm that says when a card returns.
///
/// The review log is the truth: an answer depends on the set of reviews alone, not on the order in which they arrived.
pub trait Scheduler {
    /// Where a card with this history stands at `now`. The slice may be in any order and hold a review twice.
    fn next(&self, history: &[Review], now: DateTime<Utc>) -> Schedule;
}
