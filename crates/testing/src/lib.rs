#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod api;
pub mod authorization;
mod blobs;
pub mod caller;
mod clock;
mod layers;
mod mongo;
pub mod openapi;
mod postgres;
pub mod published;
mod random;
mod scratch;
pub mod stack;
pub mod subject;

pub use api::{Answer, Api};
pub use blobs::Blobs;
pub use caller::{Caller, verifier};
pub use clock::FrozenClock;
pub use layers::layers;
pub use mongo::MongoDatabase;
pub use postgres::PgDatabase;
pub use published::published;
pub use random::SeededRandom;
