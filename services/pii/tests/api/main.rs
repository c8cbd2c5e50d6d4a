//! pii as its callers, and the topics, see it.

mod audit;
mod authorization;
mod erasures;
mod exports;
mod intake;
mod links;
mod names;
mod openapi;
mod subject;
mod support;
