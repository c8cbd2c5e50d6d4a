//! A service all of whose holdings are collections with a field that says whose a document is.

use crate::{Fate, Held, Holder, Table};
use bson::{Bson, Document, doc};
use chrono::SecondsFormat;
use events::pii::Holding;
use futures::TryStreamExt;
use ids::UserId;
use mongodb::Database;
use serde_json::{Map, Value};

/// Fields that belong to the crate `documents`, and are nothing of the person.
const INTERNAL: [&str; 4] = ["rev", "outbox", "outbox_at", "request"];

/// A collection of people's documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Collected {
    /// The collection.
    pub collection: &'static str,
    /// The fields that say whose a document is: it is of each person whom one of them names.
    pub whose: &'static [&'static str],
    /// What it is, for the person who reads their export.
    pub about: &'static str,
}

/// The collections of a service, all of which are erased with their person.
#[derive(Clone, Debug)]
pub struct Collections {
    database: Database,
    collected: &'static [Collected],
}

impl Collections {
    /// These collections of this database.
    #[must_use]
    pub const fn new(database: Database, collected: &'static [Collected]) -> Self {
        Self { database, collected }
    }
}

impl Collected {
    fn query(&self, user: UserId) -> Document {
        let user = user.to_string();
        doc! { "$or": self.whose.iter().map(|field| doc! { *field: &user }).collect::<Vec<_>>() }
    }
}

#[async_trait::async_trait]
impl Holder for Collections {
    fn held(&self) -> Vec<Held> {
        let held = |one: &Collected| Held { name: one.collection, about: one.about, fate: Fate::Erased };
        self.collected.iter().map(held).collect()
    }

    async fn export(&self, user: UserId) -> anyhow::Result<Vec<Table>> {
        let mut tables = Vec::with_capacity(self.collected.len());
        for one in self.collected {
            tables.push(rows(&self.database, one.collection, one.query(user)).await?);
        }
        Ok(tables)
    }

    async fn erase(&self, user: UserId) -> anyhow::Result<Vec<Holding>> {
        let mut erased = Vec::with_capacity(self.collected.len());
        for one in self.collected {
            // Also what waits in their outboxes: it is about somebody who is forgotten.
            let of_user =
                self.database.collection::<Document>(one.collection).delete_many(one.query(user)).await?;
            let count = i64::try_from(of_user.deleted_count)?;
            erased.push(Holding { name: one.collection.to_owned(), count });
        }
        Ok(erased)
    }
}

/// The documents of `collection` that match, as rows of an export.
///
/// # Errors
/// The store, or more than a part may hold.
pub async fn rows(database: &Database, collection: &'static str, query: Document) -> anyhow::Result<Table> {
    let mut table = Table::named(collection);
    let mut found = database.collection::<Document>(collection).find(query).sort(doc! { "_id": 1 }).await?;
    while let Some(document) = found.try_next().await? {
        table.add(row(document))?;
    }
    Ok(table)
}

fn row(document: Document) -> Map<String, Value> {
    let own = document.into_iter().filter(|(field, _)| !INTERNAL.contains(&field.as_str()));
    own.map(|(field, value)| (if field == "_id" { "id".to_owned() } else { field }, plain(value))).collect()
}

/// As a reader expects it: dates as text (RFC 3339), numbers as numbers.
fn plain(value: Bson) -> Value {
    match value {
        Bson::DateTime(at) => at.to_chrono().to_rfc3339_opts(SecondsFormat::Millis, true).into(),
        Bson::Array(values) => values.into_iter().map(plain).collect(),
        Bson::Document(document) => {
            document.into_iter().map(|(field, value)| (field, plain(value))).collect::<Map<_, _>>().into()
        }
        Bson::String(text) => text.into(),
        Bson::Boolean(truth) => truth.into(),
        Bson::Int32(number) => number.into(),
        Bson::Int64(number) => number.into(),
        Bson::Double(number) => number.into(),
        Bson::Null => Value::Null,
        other => other.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_row_is_the_state_without_what_is_ours() {
        let at = bson::DateTime::from_millis(1_795_422_600_123);
        let document = doc! {
            "_id": "a", "rev": 7_i64, "outbox": [], "outbox_at": at,
            "due_at": at, "reviews": 3_i64, "log": [{ "at": at }],
        };
        assert_eq!(
            Value::Object(row(document)),
            json!({
                "id": "a", "due_at": "2026-11-23T08:30:00.123Z", "reviews": 3,
                "log": [{ "at": "2026-11-23T08:30:00.123Z" }],
            })
        );
    }
}
