//! pii as its callers, and the topics, see it.

mod accesses;
mod address;
mod audit;
mod authorization;
mod consents;
mod erasures;
mod exports;
mod fields;
mod intake;
mod keys;
mod links;
mod names;
mod openapi;
mod rotation;
#[cfg(feature = "failpoints")]
mod stopped;
mod subject;
mod support;
mod traces;
