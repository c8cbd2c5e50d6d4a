//! Queries, as plain functions.

pub mod lists;
pub mod statistics;
pub mod students;
pub mod taught;
pub mod words;
