//! The rules of the clock and of what a teacher sees. No database, no Kafka, no HTTP.

pub mod mail;
pub mod progress;
pub mod week;
