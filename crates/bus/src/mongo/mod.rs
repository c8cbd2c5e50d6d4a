//! The bus in a MongoDB database: outbox entries inside aggregate documents, the lease of the relay, inbox, parked keys.
//!
//! The aggregates themselves are the business of the `documents` crate, which implements [`crate::OutboxSource`] over
//! them with what is here.

mod inbox;
mod lease;
mod outbox;
mod parking;

pub use inbox::{MongoInbox, first_time};
pub use lease::LeaseDocument;
pub use outbox::{OutboxEntry, StoredRendition};
pub use parking::MongoParking;
