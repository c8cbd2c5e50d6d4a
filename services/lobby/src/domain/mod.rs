//! The rules of the lobby. No database, no HTTP.

pub mod catalogue;
pub mod context;
pub mod notice;
