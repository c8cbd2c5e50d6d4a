//! Queries, as plain functions.

pub mod accesses;
pub mod erasures;
pub mod exports;
pub mod own_part;
pub mod people;
pub mod teacher_students;
