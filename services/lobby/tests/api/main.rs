//! The lobby as its callers see it.

mod authorization;
mod catalogue;
mod context;
mod notices;
mod openapi;
mod products;
mod subject;
mod support;
mod v1;
