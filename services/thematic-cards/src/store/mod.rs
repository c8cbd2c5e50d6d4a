//! Queries, as plain functions.

pub mod catalogue;
pub mod days;
pub mod deck;
pub mod elsewhere;
pub mod histories;
