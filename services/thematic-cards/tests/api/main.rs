//! Thematic cards as their callers, and the topics, see them.

mod authorization;
mod content;
mod openapi;
mod reviews;
mod sessions;
mod subject;
mod support;
mod topics;
mod v1;
