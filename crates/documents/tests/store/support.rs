//! A kind of document for the tests, and a store of its own for each.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use boot::{Clock, SystemClock, SystemRandom};
use bson::Document;
use bus::{Encoder, Publications, RelayWaker};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, DocumentOutbox, Documents, Index, Store, connect_uri, instant};
use events::Level;
use events::thematic_cards::TopicRefreshed;
use ids::{TopicId, UserId};
use mongodb::{Collection, Database};
use serde::{Deserialize, Serialize};
use testing::{MongoDatabase, stack};
use uuid::Uuid;

/// A shelf that counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shelf {
    #[serde(rename = "_id")]
    pub id: TopicId,
    pub owner: UserId,
    pub place: String,
    pub total: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(with = "instant")]
    pub made_at: DateTime<Utc>,
    #[serde(with = "instant::option", default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<DateTime<Utc>>,
}

impl Aggregate for Shelf {
    type Id = TopicId;
    const COLLECTION: &'static str = "shelves";
    const MAX_BYTES: usize = 10_000;

    fn id(&self) -> TopicId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![Index::named("one_a_place").ascending("place").unique()]
    }
}

impl Shelf {
    pub fn new(id: TopicId, owner: UserId) -> Self {
        Self {
            id,
            owner,
            place: id.to_string(),
            total: 0,
            note: None,
            made_at: at("2026-03-02T10:00:00.123Z"),
            closed_at: None,
        }
    }

    /// One more, with an event that says how many.
    pub fn add(mut self) -> Change<Self> {
        self.total += 1;
        let fact = self.counted();
        Change::of(self).publish(fact)
    }

    pub fn counted(&self) -> TopicRefreshed {
        TopicRefreshed {
            topic_id: self.id,
            level: Level::A1,
            version: self.total,
            affects_progress: false,
            refreshed_at: self.made_at,
        }
    }

    pub fn noted(mut self, note: Option<&str>) -> Change<Self> {
        self.note = note.map(ToOwned::to_owned);
        Change::of(self)
    }
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an RFC 3339 instant")
}

/// Ids that differ within a process.
fn fresh_uuid() -> Uuid {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128(u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
}

pub fn topic() -> TopicId {
    TopicId::new(fresh_uuid())
}

pub fn user() -> UserId {
    UserId::new(fresh_uuid())
}

pub fn encoder() -> Arc<Encoder> {
    Publications::new().event::<TopicRefreshed>().resolve_offline()
}

pub fn store_over(database: Database) -> Store {
    Store::new(database, encoder(), Arc::new(SystemClock), Arc::new(SystemRandom), RelayWaker::default())
}

/// An empty store, gone with this value.
pub struct Scratch {
    pub store: Store,
    pub shelves: Documents<Shelf>,
    name: String,
    _database: MongoDatabase,
}

impl Scratch {
    pub async fn new() -> Self {
        let scratch = MongoDatabase::fresh().await;
        let name = scratch.database().name().to_owned();
        let uri = stack::variable("TALL_TEST_MONGO_URI");
        let store = store_over(connect_uri(&uri, &name).await.expect("the address of the test stack"));
        let shelves = Documents::new(&store);
        shelves.prepare().await.expect("indexes can be made");
        Self { store, shelves, name, _database: scratch }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn raw(&self) -> Collection<Document> {
        self.store.database().collection("shelves")
    }

    pub fn outbox(&self) -> DocumentOutbox {
        self.outbox_at(Arc::new(SystemClock))
    }

    pub fn outbox_at(&self, clock: Arc<dyn Clock>) -> DocumentOutbox {
        DocumentOutbox::new(self.store.database().clone(), clock, &SystemRandom).of::<Shelf>()
    }

    /// A shelf that is there, without an event.
    pub async fn shelf(&self) -> Shelf {
        let shelf = Shelf::new(topic(), user());
        let made = self.shelves.change_or_create(
            shelf.id,
            documents::Filter::any(),
            || shelf.clone(),
            |shelf: Shelf| Change::of(shelf),
        );
        made.await.expect("it can be made").expect("and is ours").into_state()
    }
}
