//! The rules of thematic cards. No database, no Kafka, no HTTP.

pub mod card;
pub mod question;
pub mod sitting;
pub mod topic;
pub mod word;
