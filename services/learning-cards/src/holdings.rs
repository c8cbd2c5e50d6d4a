//! What learning-cards keeps of a person.

use crate::{App, commands::export_words::package, domain::shared_list::SharedList, store};
use anyhow::Context;
use bson::{Document, doc};
use documents::Aggregate;
use events::pii::Holding;
use futures::TryStreamExt;
use ids::UserId;
use mongodb::Collection;
use serde_json::{Map, Value};
use subject::{
    Held, HeldFile, Holder, Table,
    documents::{Collected, Collections},
};

const COLLECTED: &[Collected] = &[
    Collected {
        collection: "words",
        whose: &["student_id"],
        about: "your own words, with each answer that you gave",
    },
    Collected { collection: "cohorts", whose: &["student_id"], about: "the words of each of your weeks" },
    Collected {
        collection: "sessions",
        whose: &["student_id"],
        about: "the sittings that were arranged for you",
    },
    Collected { collection: "imports", whose: &["student_id"], about: "the files that you took words from" },
    Collected {
        collection: "import_parts",
        whose: &["student_id"],
        about: "words of a file that are being added",
    },
    Collected { collection: "lists", whose: &["student_id"], about: "the names of your lists" },
    Collected {
        collection: "shared_lists",
        whose: &["teacher_id"],
        about: "the lists of words that you share with your students, and those that a teacher offers to you by name",
    },
    Collected {
        collection: "links",
        whose: &["student_id", "teacher_id"],
        about: "who teaches you, and whom you teach",
    },
    Collected { collection: "students", whose: &["_id"], about: "what you have set for your weeks" },
    Collected {
        collection: "seen",
        whose: &["student_id"],
        about: "the words of topics that you were asked in the last three days",
    },
];

/// All of it, and the dictionary as a package of Anki.
pub struct Kept {
    collections: Collections,
    app: App,
}

/// All that the service of `app` keeps.
pub fn of(app: &App) -> Kept {
    Kept { collections: Collections::new(app.database.clone(), COLLECTED), app: app.clone() }
}

#[async_trait::async_trait]
impl Holder for Kept {
    fn held(&self) -> Vec<Held> {
        self.collections.held()
    }

    async fn export(&self, user: UserId) -> anyhow::Result<Vec<Table>> {
        let mut tables = self.collections.export(user).await?;
        let shared = tables.iter_mut().find(|table| table.name == SharedList::COLLECTION);
        let shared = shared.context("a table of shared lists")?;
        for list in self.offered_by_name(user).await? {
            shared.add(list)?;
        }
        Ok(tables)
    }

    async fn files(&self, user: UserId) -> anyhow::Result<Vec<HeldFile>> {
        if self.app.words.count(store::words::kept(user)).await? == 0 {
            return Ok(Vec::new());
        }
        let dictionary = HeldFile {
            name: "dictionary.apkg",
            media_type: "application/octet-stream",
            about: "your own words as a package of Anki, with their schedules",
            bytes: package(&self.app, user).await?,
        };
        Ok(vec![dictionary])
    }

    async fn erase(&self, user: UserId) -> anyhow::Result<Vec<Holding>> {
        let out = doc! { "$pull": { "student_ids": user.to_string() }, "$inc": { "rev": 1_i64 } };
        let named = self.shared_lists().update_many(naming(user), out).await?.modified_count;
        let mut erased = self.collections.erase(user).await?;
        let shared = erased.iter_mut().find(|holding| holding.name == SharedList::COLLECTION);
        shared.context("a holding of shared lists")?.count += i64::try_from(named)?;
        Ok(erased)
    }
}

impl Kept {
    fn shared_lists(&self) -> Collection<Document> {
        self.app.database.collection(SharedList::COLLECTION)
    }

    /// The lists that name `user`, without the others whom they name.
    async fn offered_by_name(&self, user: UserId) -> anyhow::Result<Vec<Map<String, Value>>> {
        let lists = self.shared_lists();
        let found = lists.find(naming(user)).projection(doc! { "name": 1, "teacher_id": 1 });
        let lists: Vec<Document> = found.await?.try_collect().await?;
        let row = |list: Document| {
            let text = |field| list.get_str(field).map(Value::from);
            Ok(Map::from_iter([
                ("id".to_owned(), text("_id")?),
                ("name".to_owned(), text("name")?),
                ("teacher_id".to_owned(), text("teacher_id")?),
            ]))
        };
        lists.into_iter().map(row).collect()
    }
}

fn naming(user: UserId) -> Document {
    doc! { "student_ids": user.to_string() }
}
