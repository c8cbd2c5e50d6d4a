//! The read model, as plain functions.
//!
//! Links, topics and names follow "only if newer": a fact that comes again or late changes nothing. Counters add up, so they
//! move in one transaction with the note that the fact was seen.

pub mod cards;
pub mod cohorts;
pub mod content;
pub mod digests;
pub mod links;
pub mod progress;
pub mod standings;
pub mod topics;
pub mod words;

use ids::UserId;
use mongodb::{
    Collection,
    bson::{Bson, Document, doc},
    error::{ErrorKind, WriteFailure},
};

const DUPLICATE_KEY: i32 = 11000;

/// Sets `fields` of the document `id`, which may be new, if `sequence` is above the one that it has.
///
/// # Errors
/// The store.
pub(crate) async fn set_if_newer(
    collection: &Collection<Document>,
    id: impl Into<Bson>,
    sequence: i64,
    fields: Document,
) -> mongodb::error::Result<()> {
    let mut fields = fields;
    fields.insert("sequence", sequence);
    let older = doc! { "_id": id.into(), "sequence": { "$lt": sequence } };
    match collection.update_one(older, doc! { "$set": fields }).upsert(true).await {
        Ok(_) => Ok(()),
        // There is one, and it is newer: the filter missed it and the insert met its id.
        Err(error) if is_duplicate(&error) => Ok(()),
        Err(error) => Err(error),
    }
}

fn is_duplicate(error: &mongodb::error::Error) -> bool {
    match error.kind.as_ref() {
        ErrorKind::Write(WriteFailure::WriteError(write)) => write.code == DUPLICATE_KEY,
        ErrorKind::Command(command) => command.code == DUPLICATE_KEY,
        _ => false,
    }
}

/// Ids as they are stored.
fn texts(students: &[UserId]) -> Bson {
    students.iter().map(|student| Bson::String(student.to_string())).collect::<Vec<_>>().into()
}
