//! Authoring as an editor sees it.

mod authorization;
mod imports;
mod items;
mod openapi;
mod subject;
mod support;
mod topics;
