//! Whose account is closed: for now, or for good.

use documents::set_if_newer;
use ids::UserId;
use mongodb::{
    Collection, Database,
    bson::{Document, doc},
};
use subject::documents::is_forgotten;

fn accounts(database: &Database) -> Collection<Document> {
    database.collection("accounts")
}

/// Keeps whether an account is closed, unless something newer is known or its person is forgotten. `sequence` is the place
/// among the facts about this account.
///
/// # Errors
/// The store.
pub async fn record(database: &Database, user: UserId, closed: bool, sequence: u64) -> anyhow::Result<()> {
    if is_forgotten(database, user).await? {
        return Ok(());
    }
    let fields = doc! { "closed": closed };
    let (id, version) = (user.to_string(), sequence.cast_signed());
    Ok(set_if_newer(&accounts(database), id, "sequence", version, fields).await?)
}

/// Whether the account is known to be closed.
///
/// # Errors
/// The store.
pub async fn is_closed(database: &Database, user: UserId) -> mongodb::error::Result<bool> {
    let closed = doc! { "_id": user.to_string(), "closed": true };
    Ok(accounts(database).find_one(closed).await?.is_some())
}
