//! Queries, as plain functions.

pub mod accesses;
pub mod consents;
pub mod email_index;
pub mod erasures;
pub mod exports;
pub mod key_rotations;
pub mod own_part;
pub mod pending_addresses;
pub mod people;
pub mod reading;
pub mod requests;
pub mod teacher_students;
