#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod aggregate;
mod change;
mod connection;
mod documents;
mod entry;
mod error;
mod filter;
mod fingerprint;
pub mod instant;
mod listing;
mod outbox;
mod problem;
mod projection;
mod store;

pub use aggregate::{Aggregate, Index};
pub use change::{Change, Decision, Never, keep_last};
pub use connection::{BadAddress, MongoConfig, connect_uri};
pub use documents::{Created, Documents, Look, Stored};
pub use error::{Cause, ChangeError, Error};
pub use filter::Filter;
pub use fingerprint::Fingerprint;
pub use listing::{Listing, MAX_SLICE, Position, Slice};
pub use outbox::DocumentOutbox;
pub use projection::set_if_newer;
pub use store::Store;
