//! The rules of authoring. No database, no Kafka, no HTTP.

pub mod check;
pub mod content;
pub mod difference;
pub mod errand;
pub mod file;
pub mod item;
pub mod mp3;
pub mod pack;
pub mod placing;
pub mod recording;
#[cfg(test)]
pub(crate) mod samples;
pub mod status;
pub mod value;
