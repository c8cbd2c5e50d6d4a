//! Weekly cohorts: what a teacher would expect of a week, and what holds whatever happens.

mod golden;
mod laws;
mod openings;
#[path = "../support/mod.rs"]
mod support;
mod weeks;
mod words;
