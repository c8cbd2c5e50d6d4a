//! pii as its callers, and the topics, see it.

mod audit;
mod authorization;
mod intake;
mod links;
mod names;
mod openapi;
mod support;
