//! What can go wrong, as far as a caller can act on it.

use std::error::Error as StdError;
use std::{io, time::Duration};

use mongodb::error::{ErrorKind, WriteFailure};

/// A boxed cause, for the log; never for an answer.
pub type Cause = Box<dyn StdError + Send + Sync>;

/// Why documents could not be read or written.
///
/// Messages name collections, ids and indexes, never a stored value.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The store does not answer in time, or not at all. A write may or may not have happened: repeat it.
    #[error("the document store does not answer")]
    Unavailable(#[source] Cause),
    /// Each try found that another change had come first. Repeat it.
    #[error("{collection}/{id} was changed by others {tries} times in a row")]
    Contended {
        /// Collection of the document.
        collection: &'static str,
        /// The document.
        id: String,
        /// How often the change was tried.
        tries: u32,
    },
    /// The id belongs to a document that another request created.
    #[error("{collection}/{id} was created by another request")]
    Taken {
        /// Collection of the document.
        collection: &'static str,
        /// The document.
        id: String,
    },
    /// A unique index of the aggregate has this value already: map it to its 409 at the call site.
    #[error("{collection} has this value already: index {index}")]
    Duplicate {
        /// Collection of the document.
        collection: &'static str,
        /// Name of the index, as [`Index::named`](crate::Index::named) gave it.
        index: &'static str,
    },
    /// The document is not at the revision that the caller has seen.
    #[error("{collection}/{id} is at revision {current}")]
    Stale {
        /// Collection of the document.
        collection: &'static str,
        /// The document.
        id: String,
        /// The revision that it is at.
        current: u64,
    },
    /// The state outgrew [`Aggregate::MAX_BYTES`](crate::Aggregate::MAX_BYTES): a history in it is not bounded.
    #[error("{collection}/{id} would take {bytes} bytes, {limit} are allowed")]
    TooLarge {
        /// Collection of the document.
        collection: &'static str,
        /// The document.
        id: String,
        /// Bytes of the refused state.
        bytes: usize,
        /// Bytes that are allowed.
        limit: usize,
    },
    /// A fact cannot be encoded: its type is not among the service's publications, or a value breaks its schema.
    #[error("an event of {collection} cannot be encoded")]
    Event {
        /// Collection of the document that caused it.
        collection: &'static str,
        /// The encoder's reason.
        #[source]
        source: Cause,
    },
    /// The state cannot be stored as one document.
    #[error("a state of {collection} cannot be stored")]
    Unstorable {
        /// Collection of the document.
        collection: &'static str,
        /// Why.
        #[source]
        source: Cause,
    },
    /// A stored document is not one of this type.
    #[error("{collection}/{id} cannot be read")]
    Unreadable {
        /// Collection of the document.
        collection: &'static str,
        /// The document.
        id: String,
        /// Why.
        #[source]
        source: Cause,
    },
    /// The store refused the operation.
    #[error("the document store refused an operation on {collection}")]
    Refused {
        /// Collection of the operation.
        collection: &'static str,
        /// The driver's reason.
        #[source]
        source: Cause,
    },
}

/// Why a change was not made.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError<E> {
    /// The rule refuses: the command makes no sense in this state.
    #[error("refused by the rule")]
    Rule(E),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// An operation that took longer than it may.
#[derive(Debug, thiserror::Error)]
#[error("no answer within {0:?}")]
struct TooSlow(Duration);

impl Error {
    pub(crate) fn too_slow(limit: Duration) -> Self {
        Self::Unavailable(Box::new(io::Error::new(io::ErrorKind::TimedOut, TooSlow(limit))))
    }

    pub(crate) fn of_driver(collection: &'static str, source: mongodb::error::Error) -> Self {
        if web::outage::of_mongodb(&source) {
            Self::Unavailable(Box::new(source))
        } else {
            Self::Refused { collection, source: Box::new(source) }
        }
    }
}

/// The message of the server, when it refused a write because a unique index has the value already.
pub(crate) fn duplicate_key(error: &mongodb::error::Error) -> Option<&str> {
    const DUPLICATE_KEY: i32 = 11000;
    match error.kind.as_ref() {
        ErrorKind::Write(WriteFailure::WriteError(write)) if write.code == DUPLICATE_KEY => {
            Some(&write.message)
        }
        ErrorKind::Command(command) if command.code == DUPLICATE_KEY => Some(&command.message),
        _ => None,
    }
}
