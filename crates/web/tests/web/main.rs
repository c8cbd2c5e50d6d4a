//! The crate as a service uses it: real routers, real layers, called in process.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod errors;
mod internal;
mod json;
mod layers;
mod openapi;
mod paging;
mod parameters;
mod problem_list;
mod revisions;
mod support;
mod version_1;
