//! The rules of the clock and of what a teacher sees. No database, no Kafka, no HTTP.

pub mod card;
pub mod class;
pub mod cohort;
pub mod digest;
pub mod mail;
pub mod need;
pub mod progress;
pub mod standing;
pub mod week;
pub mod word;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Amsterdam;

/// The day of study that an instant belongs to at school: it ends at 04:00 in Europe/Amsterdam.
pub fn day_of(instant: DateTime<Utc>) -> NaiveDate {
    scheduler::study_day(instant, Amsterdam)
}

/// When a day of study begins at school.
pub fn day_begins_at(day: NaiveDate) -> DateTime<Utc> {
    scheduler::day_start(day, Amsterdam)
}
