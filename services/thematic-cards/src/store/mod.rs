//! Queries, as plain functions.

pub mod cards;
pub mod statistics;
pub mod words;
