//! Documents on the MongoDB server of the test stack.

mod commands;
mod laws;
mod lists;
mod outage;
mod outbox;
mod support;
