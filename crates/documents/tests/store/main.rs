//! Documents on the MongoDB server of the test stack.

mod commands;
mod connection;
mod laws;
mod lists;
mod looks;
mod outage;
mod outbox;
mod projection;
mod support;
