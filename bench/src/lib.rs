#![doc = include_str!("../README.md")]

mod answers;
mod arrivals;
mod bare;
mod cards;
mod figure;
mod kafka;
pub mod measures;
mod pii_here;
mod profile_here;
mod programs;
mod rounds;
mod school;
mod size;
mod stack;
mod table;
mod words;

pub use figure::Figure;
pub use measures::{idle::serve_bare, monday::open_weeks};
pub use size::{Scale, Size};
pub use table::Table;
