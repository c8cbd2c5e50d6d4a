#![doc = include_str!("../README.md")]

mod app;
mod authority;
pub mod cli;
mod client_counts;
pub mod commands;
pub mod config;
pub mod consumers;
pub mod credentials;
pub mod domain;
mod failure;
pub mod holdings;
pub mod identity_providers;
pub mod routes;
mod start;
pub mod store;
pub mod upkeep;

pub use app::{App, AppKeys, publications};
pub use authority::Accounts;
pub use failure::Failure;
pub use start::service;

/// The service's name: its consumer group, its principal, its place in addresses.
pub const NAME: &str = "profile";
