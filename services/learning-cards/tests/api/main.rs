//! Learning cards as their callers, and the topics, see them.

mod authorization;
mod cohorts;
mod hostile;
mod imports;
mod lists;
mod lookups;
mod merges;
mod mondays;
mod neighbours;
mod offline;
mod openapi;
mod reviews;
mod sessions;
mod settings;
mod shared_lists;
mod statistics;
mod subject;
mod support;
mod sync;
mod v1;
mod words;
