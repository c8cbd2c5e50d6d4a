//! What is promised about every event: its schema, its bytes, its place in the catalogue.

mod catalogue;
mod compatibility;
mod documents;
mod dual;
mod files;
mod fuzz;
mod golden;
mod hostile;
mod round_trip;
mod samples;
mod values;
mod walk;
