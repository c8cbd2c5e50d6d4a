//! HTTP: parse, call, answer.

pub mod v1;
pub mod v2;
pub(crate) mod view;
