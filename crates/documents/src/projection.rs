//! Copies of what others tell: one document a thing, replaced by what is newer.

use crate::error::duplicate_key;
use mongodb::{
    Collection,
    bson::{Bson, Document, doc},
};

/// Sets `fields` of the document `id`, which may be new, if `version` is above what its field `named` has. So events that
/// are repeated, or come out of order, leave what the newest of them says.
///
/// # Errors
/// The store.
pub async fn set_if_newer(
    collection: &Collection<Document>,
    id: impl Into<Bson>,
    named: &str,
    version: impl Into<Bson>,
    mut fields: Document,
) -> mongodb::error::Result<()> {
    let version = version.into();
    let older = doc! { "_id": id.into(), named: { "$lt": version.clone() } };
    fields.insert(named, version);
    match collection.update_one(older, doc! { "$set": fields }).upsert(true).await {
        Ok(_) => Ok(()),
        // There is one, and it is newer: the filter missed it and the insert met its id.
        Err(error) if duplicate_key(&error).is_some() => Ok(()),
        Err(error) => Err(error),
    }
}
