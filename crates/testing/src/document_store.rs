//! The documents of a service under test.

use crate::{FrozenClock, MongoDatabase, SeededRandom, Wire, stack};
use bus::{Publications, RelayWaker};
use documents::{DocumentOutbox, Store};
use mongodb::Database;
use std::sync::Arc;

/// A store of documents on a database of the test, under a clock that stands. Clones are the same.
///
/// It is reached by a wire that a test can cut, with the patience that services have.
#[derive(Clone)]
pub struct DocumentStore {
    store: Store,
    clock: FrozenClock,
    wire: Wire,
    database: Arc<MongoDatabase>,
}

impl DocumentStore {
    /// An empty one, of a service that publishes these records. Indexes are the service's to make, as at its start.
    ///
    /// # Panics
    /// The test stack is not up.
    pub async fn fresh(publications: Publications) -> Self {
        let database = MongoDatabase::fresh().await;
        let uri = stack::variable("TALL_TEST_MONGO_URI");
        let (user, rest) = uri.split_once('@').expect("the address of MongoDB has a user");
        let (server, options) = rest.split_once('/').expect("the address of MongoDB has options");
        let wire = Wire::to(server).await;
        let through = format!("{user}@{}/{options}", wire.address());
        let name = database.database().name().to_owned();
        let reached = documents::connect_uri(&through, &name).await.expect("the address of a wire");
        let clock = FrozenClock::default();
        let store = Store::new(
            reached,
            publications.resolve_offline(),
            Arc::new(clock.clone()),
            Arc::new(SeededRandom::new(1)),
            RelayWaker::default(),
        );
        Self { store, clock, wire, database: Arc::new(database) }
    }

    /// What the service works on.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The clock by which it works.
    #[must_use]
    pub fn clock(&self) -> FrozenClock {
        self.clock.clone()
    }

    /// The database, seen past the wire.
    #[must_use]
    pub fn database(&self) -> Database {
        self.database.database()
    }

    /// What waits to be published, once it is told of which documents.
    #[must_use]
    pub fn outbox(&self) -> DocumentOutbox {
        DocumentOutbox::new(self.database(), Arc::new(self.clock()), &SeededRandom::new(2))
    }

    /// MongoDB goes away and does not come back.
    pub fn cut(&self) {
        self.wire.cut();
    }
}
