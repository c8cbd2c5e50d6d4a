//! HTTP: parse, call, answer.

pub mod v2;
