//! The rules of personal data. No database, no Kafka, no HTTP.

pub mod access;
pub mod archive;
pub mod audit;
pub mod consent;
pub mod email_index;
pub mod field;
pub mod intake;
pub mod rotation;
pub mod sealing;
pub mod values;
