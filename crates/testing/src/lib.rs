#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod api;
pub mod authorization;
pub mod caller;
mod clock;
mod mongo;
pub mod openapi;
mod postgres;
mod random;
mod scratch;
pub mod stack;

pub use api::{Answer, Api};
pub use caller::Caller;
pub use clock::FrozenClock;
pub use mongo::MongoDatabase;
pub use postgres::PgDatabase;
pub use random::SeededRandom;
