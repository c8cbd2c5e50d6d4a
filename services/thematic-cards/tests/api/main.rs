//! Thematic cards as their callers, and the topics, see them.

mod authorization;
mod content;
mod openapi;
mod reviews;
mod sessions;
mod support;
mod topics;
mod v1;
