//! Queries, as plain functions.

pub mod students;
pub mod taught;
pub mod words;
