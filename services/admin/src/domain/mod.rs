//! The rules of authoring. No database, no Kafka, no HTTP.

pub mod content;
pub mod file;
pub mod import;
pub mod item;
pub mod status;
