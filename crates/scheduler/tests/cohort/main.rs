//! Weekly cohorts: what a teacher would expect of a week, and what holds whatever happens.

mod laws;
mod openings;
mod weeks;
mod words;
