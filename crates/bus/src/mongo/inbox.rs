//! The inbox in MongoDB: an event has its effect once.

use anyhow::Result;
use bson::{Document, doc};
use ids::EventId;
use mongodb::{ClientSession, Database, IndexModel, options::IndexOptions};
use std::time::Duration;

const COLLECTION: &str = "inbox";

/// Notes that `group` handles this event, in the transaction of the effect, which the session has begun. False: it did
/// before, and there is nothing to do.
///
/// Two transactions with the same event conflict: one of them gets a `TransientTransactionError`, for which a handler
/// answers [`crate::Outcome::Retry`]; this is not one of the three tries of an event.
pub async fn first_time(
    session: &mut ClientSession,
    database: &Database,
    group: &str,
    event: EventId,
) -> mongodb::error::Result<bool> {
    // An upsert and no insert: a duplicate key would abort the transaction.
    let noted = database
        .collection::<Document>(COLLECTION)
        .update_one(
            doc! { "_id": format!("{group}/{event}") },
            doc! { "$currentDate": { "handled_at": true } },
        )
        .upsert(true)
        .session(session)
        .await?;
    Ok(noted.upserted_id.is_some())
}

/// The inbox of a database.
#[derive(Debug, Clone)]
pub struct MongoInbox {
    database: Database,
}

impl MongoInbox {
    /// In this database.
    pub const fn new(database: Database) -> Self {
        Self { database }
    }

    /// Makes the index by which the server forgets what was handled longer ago than `keep`, which must be longer than a
    /// redelivery or a reset of offsets can reach back. To be called at start.
    pub async fn prepare(&self, keep: Duration) -> Result<()> {
        let options = IndexOptions::builder().expire_after(keep).build();
        let index = IndexModel::builder().keys(doc! { "handled_at": 1 }).options(options).build();
        self.database.collection::<Document>(COLLECTION).create_index(index).await?;
        Ok(())
    }
}
