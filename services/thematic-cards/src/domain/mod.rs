//! The rules of thematic cards. No database, no Kafka, no HTTP.

pub mod arrangement;
pub mod card;
pub mod choices;
pub mod day;
pub mod deck;
pub mod gap;
pub mod lessons;
pub mod mastery;
pub mod question;
#[cfg(test)]
pub(crate) mod samples;
pub mod sitting;
pub mod standing;
pub mod statistics;
pub mod student;
pub mod topic;
pub mod training;
pub mod word;
