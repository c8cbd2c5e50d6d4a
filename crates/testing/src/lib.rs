#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod api;
pub mod authorization;
mod bad_input;
mod blobs;
mod burst;
pub mod caller;
mod clock;
mod cursors;
mod document_store;
mod layers;
mod mongo;
mod odd;
pub mod openapi;
#[cfg(feature = "passkeys")]
mod passkey;
mod postgres;
pub mod published;
mod random;
mod rerun;
pub mod school;
mod scratch;
pub mod stack;
pub mod subject;
mod tls;
mod traces;
pub mod version_1;
mod wire;

pub use api::{Answer, Api};
pub use blobs::Blobs;
pub use caller::{Caller, verifier};
pub use clock::FrozenClock;
pub use cursors::cursors;
pub use document_store::DocumentStore;
pub use layers::{layers, layers_counted_by, strict_layers};
pub use mongo::MongoDatabase;
pub use odd::{assert_mistakes_lie_within, odd_texts};
#[cfg(feature = "passkeys")]
pub use passkey::PasskeyDevice;
pub use postgres::PgDatabase;
pub use published::published;
pub use random::SeededRandom;
pub use rerun::{Ended, Rerun};
pub use tls::tls_of_localhost;
pub use traces::Traces;
pub use wire::Wire;
