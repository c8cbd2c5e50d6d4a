#![doc = include_str!("../README.md")]

mod app;
pub mod commands;
mod config;
pub mod domain;
pub mod holdings;
pub mod routes;
mod start;
pub mod store;

pub use app::{App, outbox, publications};
pub use config::MediaConfig;
pub use start::service;
