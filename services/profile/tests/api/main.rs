//! Profile as its callers see it.

mod authorization;
mod catalogue;
mod client_policy;
mod hostile;
mod me;
mod openapi;
mod sessions;
mod support;
mod teachers;
mod users;
mod v1;
