//! What admin keeps of a person: that they wrote, approved or published content of the school.
//!
//! The content stays when its author is forgotten, and so does its history, for who edits next must know what was done
//! and when. Who did it becomes nobody.

use crate::domain::{
    errand::{Import, TopicSteps},
    item::Item,
};
use bson::{Document, doc};
use documents::{
    Aggregate, Change, ChangeError, Documents, Filter, Listing, MAX_SLICE, Never, Store, Stored,
};
use events::pii::Holding;
use futures::TryStreamExt;
use ids::UserId;
use mongodb::Database;
use serde_json::{Value, json};
use subject::{Fate, Held, Holder, Table, documents::rows};

/// What editors did.
pub struct Authorship {
    database: Database,
    items: Documents<Item>,
    imports: Documents<Import>,
    topic_steps: Documents<TopicSteps>,
}

impl Authorship {
    /// All that is in `store`.
    pub fn in_(store: &Store) -> Self {
        Self {
            database: store.database().clone(),
            items: Documents::new(store),
            imports: Documents::new(store),
            topic_steps: Documents::new(store),
        }
    }

    /// Each line of a history that `user` wrote; the content itself is the school's.
    async fn lines(&self, user: UserId) -> anyhow::Result<Table> {
        let mut table = Table::named(Item::COLLECTION);
        let query = doc! { "history.by": user.to_string() };
        let collection = self.database.collection::<Document>(Item::COLLECTION);
        let mut items = collection.find(query).sort(doc! { "_id": 1 }).await?;
        while let Some(item) = items.try_next().await? {
            let item: Item = bson::deserialize_from_document(item)?;
            for entry in item.history.iter().filter(|entry| entry.by == user) {
                let line = json!({
                    "item": item.id, "title": item.title, "act": entry.act, "at": entry.at, "reason": entry.reason,
                });
                if let Value::Object(line) = line {
                    table.add(line)?;
                }
            }
        }
        Ok(table)
    }
}

#[async_trait::async_trait]
impl Holder for Authorship {
    fn held(&self) -> Vec<Held> {
        let held = |name, about| Held { name, about, fate: Fate::Anonymous };
        vec![
            held(Item::COLLECTION, "what you did with the content of the school"),
            held(Import::COLLECTION, "the imports of content that you asked for"),
            held(TopicSteps::COLLECTION, "the steps of whole topics that you asked for"),
        ]
    }

    async fn export(&self, user: UserId) -> anyhow::Result<Vec<Table>> {
        let asked_by = || doc! { "by": user.to_string() };
        Ok(vec![
            self.lines(user).await?,
            rows(&self.database, Import::COLLECTION, asked_by()).await?,
            rows(&self.database, TopicSteps::COLLECTION, asked_by()).await?,
        ])
    }

    async fn erase(&self, user: UserId) -> anyhow::Result<Vec<Holding>> {
        let by = Filter::eq("by", user);
        Ok(vec![
            each(&self.items, Filter::eq("history.by", user), |item| item.forget_author(user)).await?,
            each(&self.imports, by.clone(), Import::forget_author).await?,
            each(&self.topic_steps, by, TopicSteps::forget_author).await?,
        ])
    }
}

/// Changes each document that matches, until none does.
async fn each<T: Aggregate>(
    documents: &Documents<T>,
    matching: Filter,
    mut forget: impl FnMut(T) -> Change<T>,
) -> anyhow::Result<Holding> {
    let mut count = 0;
    loop {
        let found = documents.list(Listing::of(matching.clone()).limit(MAX_SLICE)).await?.items;
        if found.is_empty() {
            return Ok(Holding { name: T::COLLECTION.to_owned(), count });
        }
        for document in found.into_iter().map(Stored::into_state) {
            documents.change(document.id(), matching.clone(), &mut forget).await.map_err(store_error)?;
            count += 1;
        }
    }
}

fn store_error(error: ChangeError<Never>) -> anyhow::Error {
    match error {
        ChangeError::Store(error) => error.into(),
        ChangeError::Rule(never) => match never {},
    }
}
