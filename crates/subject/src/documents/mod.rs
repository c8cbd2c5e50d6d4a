//! For services that keep documents.

mod answers;
mod collections;
mod reply;
mod running;
mod tombstone;

pub use answers::DocumentAnswers;
pub use collections::{Collected, Collections, rows};
pub use running::start;
pub use tombstone::{Tombstone, is_forgotten};

use ::documents::DocumentOutbox;

/// The collections of this module whose documents publish.
#[must_use]
pub fn outbox(outbox: DocumentOutbox) -> DocumentOutbox {
    outbox.of::<Tombstone>().of::<reply::PartReply>()
}
