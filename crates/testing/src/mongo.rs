//! A MongoDB database per test.

use crate::{scratch, stack};
use mongodb::{Client, Database, options::ClientOptions};

/// An empty database, dropped with this value.
#[derive(Debug)]
pub struct MongoDatabase {
    database: Database,
}

impl MongoDatabase {
    /// A fresh database. Collections and indexes are the service's to make, as at its start.
    ///
    /// # Panics
    /// The test stack is not up.
    pub async fn fresh() -> Self {
        let client = connect().await;
        let names = client.list_database_names().await.expect("the MongoDB of the test stack");
        for name in names.iter().filter(|name| scratch::is_abandoned(name)) {
            client.database(name).drop().await.expect("dropping an abandoned database");
        }
        Self { database: client.database(&scratch::name()) }
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> Database {
        self.database.clone()
    }
}

impl Drop for MongoDatabase {
    fn drop(&mut self) {
        let name = self.database.name().to_owned();
        scratch::finish(async move {
            // A client of its own: the test's belongs to a runtime that may be ending.
            let dropped = connect().await.database(&name).drop().await;
            dropped.expect("dropping the test's database");
        });
    }
}

async fn connect() -> Client {
    let uri = stack::variable("TALL_TEST_MONGO_URI");
    let mut options = ClientOptions::parse(uri).await.expect("TALL_TEST_MONGO_URI is a MongoDB address");
    options.server_selection_timeout = Some(std::time::Duration::from_secs(5));
    Client::with_options(options).expect("a MongoDB client")
}
