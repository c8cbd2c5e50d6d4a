//! Learning cards as their callers, and the topics, see them.

mod authorization;
mod cohorts;
mod imports;
mod lookups;
mod merges;
mod mondays;
mod neighbours;
mod offline;
mod openapi;
mod reviews;
mod sessions;
mod settings;
mod subject;
mod support;
mod sync;
mod words;
