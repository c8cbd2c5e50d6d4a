//! What learning-cards keeps of a person.

use crate::{App, commands::export_words::package, store};
use events::pii::Holding;
use ids::UserId;
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
        about: "the lists of words that you share with your students",
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
        self.collections.export(user).await
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
        self.collections.erase(user).await
    }
}
