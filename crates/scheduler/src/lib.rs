#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod account_zone;
pub mod cohort;
mod day;
pub mod device_clock;
mod easy_days;
mod evaluate;
mod exam;
mod forecast;
mod fsrs6;
mod fuzz;
mod history;
mod hold;
mod pace;
mod parameters;
mod retention;
mod review;
mod session;
mod state;
mod train;
mod week;

pub use account_zone::AccountZone;
pub use day::{day_start, study_day};
pub use easy_days::{BadEasyDays, EasyDays, Window};
pub use evaluate::{Evaluation, Prediction};
pub use exam::{EXAM_REFRESH_DAYS, Exam};
pub use forecast::{DayAhead, NewCards};
pub use fsrs6::{Fsrs, INTERVAL_MAX_DAYS, LEARNING_STEPS};
pub use history::History;
pub use hold::{Held, Hold, LEECH_AGAIN_LAPSES, LEECH_LAPSES};
pub use pace::Pace;
pub use parameters::{BadParameters, DesiredRetention, Parameters, RetentionOutOfRange};
pub use retention::TrueRetention;
pub use review::{NotARating, Rating, Review, in_order};
pub use session::{
    Candidate, LEARN_AHEAD, Limits, Need, Returning, SAME_WORD_DISTANCE, Sitting, Time, arrange,
    arrange_within, next_card, practise,
};
pub use state::{Answered, Basis, CardState, Memory, Phase, Schedule, Transition};
pub use train::{HeldOut, TRAINING_MAX_ANSWERS, TRAINING_MIN_ANSWERS, Training, train};
pub use week::Week;

use chrono::{DateTime, Utc};

/// An algorithm that says when a card returns.
///
/// The review log is the truth: an answer depends on the set of reviews alone, not on the order in which they arrived.
pub trait Scheduler {
    /// Where a card with this history stands at `now`. The slice may be in any order and hold a review twice.
    fn next(&self, history: &[Review], now: DateTime<Utc>) -> Schedule;
}
