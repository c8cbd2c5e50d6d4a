//! Queries, as plain functions.

pub mod accesses;
pub mod people;
pub mod teacher_students;
