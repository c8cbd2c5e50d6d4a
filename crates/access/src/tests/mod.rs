//! The crate as a service uses it: a router whose handlers have callers, over a verifier that trusts test keys.

mod clients;
mod fuzz;
mod hostile_tokens;
mod issuing;
mod keys;
mod profile;
mod revoking;
mod roles;
mod services;
mod stale_feed;
mod support;
