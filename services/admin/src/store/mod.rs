//! Queries.

pub mod items;
