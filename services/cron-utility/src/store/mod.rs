//! The read model, as plain functions.
//!
//! Links, topics and names follow "only if newer": a fact that comes again or late changes nothing. Counters add up, so they
//! move in one transaction with the note that the fact was seen.

pub mod accounts;
pub mod cards;
pub mod cohorts;
pub mod content;
pub mod digests;
pub mod progress;
pub mod standings;
pub mod topics;
pub mod words;

use ids::UserId;
use mongodb::bson::Bson;

/// Ids as they are stored.
fn texts(students: &[UserId]) -> Bson {
    students.iter().map(|student| Bson::String(student.to_string())).collect::<Vec<_>>().into()
}
