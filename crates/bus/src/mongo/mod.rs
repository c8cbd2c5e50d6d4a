//! The bus in a MongoDB database: inbox and parked keys.
//!
//! The outbox is in the aggregate documents and is the business of the `documents` crate, which implements
//! [`crate::OutboxSource`] over them.

mod inbox;
mod parking;

pub use inbox::{MongoInbox, first_time};
pub use parking::MongoParking;
