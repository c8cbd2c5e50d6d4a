//! HTTP: parse, call, answer.

pub(crate) mod answered;
pub mod v1;
pub mod v2;
pub(crate) mod view;
pub(crate) mod written;
