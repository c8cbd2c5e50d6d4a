//! The rules of personal data. No database, no Kafka, no HTTP.

pub mod access;
pub mod archive;
pub mod audit;
pub mod field;
pub mod intake;
pub mod sealing;
