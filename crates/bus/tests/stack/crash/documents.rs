//! The service in MongoDB, with its events in the documents that they changed.

use super::Kept;
use crate::support::{Numbered, record};
use async_trait::async_trait;
use boot::{SystemClock, SystemRandom};
use bson::{Document, doc};
use bus::{
    Encoder, OutboxSource, ParkingLot, RelayWaker,
    mongo::{self, MongoInbox, MongoParking},
};
use documents::{Aggregate, Change, DocumentOutbox, Documents, Filter, Store, connect_uri};
use futures::{TryStreamExt, future::LocalBoxFuture};
use ids::EventId;
use mongodb::{ClientSession, Collection};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use testing::{MongoDatabase, stack};
use tokio::sync::Mutex;

record!(CrashingInDocuments, "bus-tests.crashing.documents");

/// How many events of a key were committed.
#[derive(Serialize, Deserialize)]
struct Committed {
    #[serde(rename = "_id")]
    key: String,
    count: i64,
}

impl Aggregate for Committed {
    type Id = String;
    const COLLECTION: &'static str = "committed";

    fn id(&self) -> String {
        self.key.clone()
    }
}

impl Committed {
    fn next(mut self, limit: i64) -> Change<Self> {
        if self.count >= limit {
            return Change::none(self);
        }
        let event = CrashingInDocuments::numbered(&self.key, self.count);
        self.count += 1;
        Change::of(self).publish(event)
    }
}

#[derive(Serialize, Deserialize)]
struct Effects {
    #[serde(rename = "_id")]
    key: String,
    numbers: Vec<i64>,
}

pub(super) struct InDocuments {
    store: Store,
    committed: Documents<Committed>,
    /// The one session of its transactions, so that they can be ended.
    session: Mutex<ClientSession>,
}

impl InDocuments {
    fn effects_of_keys(&self) -> Collection<Effects> {
        self.store.database().collection("effects")
    }

    fn cured(&self) -> Collection<Document> {
        self.store.database().collection("cured")
    }

    fn sessions(&self) -> Collection<Document> {
        self.store.database().collection("sessions")
    }
}

#[async_trait]
impl Kept for InDocuments {
    type Event = CrashingInDocuments;
    type Scratch = MongoDatabase;
    const TEST: &'static str = "crash::a_service_on_documents_that_is_ended_at_any_step_does_everything_once";

    fn scratch() -> LocalBoxFuture<'static, (MongoDatabase, String)> {
        Box::pin(async {
            let database = MongoDatabase::fresh().await;
            let name = database.database().name().to_owned();
            (database, name)
        })
    }

    async fn open(database: &str, encoder: Arc<Encoder>, waker: RelayWaker) -> Self {
        let uri = stack::variable("TALL_TEST_MONGO_URI");
        let database = connect_uri(&uri, database).await.expect("the address of the test stack");
        MongoInbox::new(database.clone()).prepare(Duration::from_secs(3600)).await.expect("the index");
        MongoParking::new(&database).prepare().await.expect("the indexes");
        let store = Store::new(database, encoder, Arc::new(SystemClock), Arc::new(SystemRandom), waker);
        let committed = Documents::new(&store);
        committed.prepare().await.expect("the indexes");
        let session = store.database().client().start_session().await.expect("a session");
        let id = session.id().clone();
        let kept = Self { store, committed, session: Mutex::new(session) };
        kept.sessions().insert_one(id).await.expect("a document");
        kept
    }

    /// MongoDB does so after 60 s, and nobody makes an index until then.
    async fn end_transactions(&self) {
        let found = self.sessions().find(doc! {}).projection(doc! { "_id": 0 }).await.expect("the sessions");
        let sessions: Vec<Document> = found.try_collect().await.expect("the sessions");
        let admin = self.store.database().client().database("admin");
        admin.run_command(doc! { "killSessions": sessions }).await.expect("an end");
    }

    fn outbox(&self) -> Arc<dyn OutboxSource> {
        let database = self.store.database().clone();
        Arc::new(DocumentOutbox::new(database, Arc::new(SystemClock), &SystemRandom).of::<Committed>())
    }

    fn lot(&self) -> Arc<dyn ParkingLot> {
        Arc::new(MongoParking::new(self.store.database()))
    }

    async fn commit_next(&self, key: &str, limit: i64) -> Option<()> {
        let first = || Committed { key: key.to_owned(), count: 0 };
        let mut is_new = false;
        let next = |committed: Committed| {
            is_new = committed.count < limit;
            committed.next(limit)
        };
        self.committed.change_or_create(key.to_owned(), Filter::any(), first, next).await.expect("a commit");
        is_new.then_some(())
    }

    async fn take_effect(&self, group: &str, event: EventId, key: &str, number: i64) -> anyhow::Result<()> {
        let database = self.store.database();
        let mut session = self.session.lock().await;
        session.start_transaction().await?;
        let effect = async {
            if mongo::first_time(&mut session, database, group, event).await? {
                self.effects_of_keys()
                    .update_one(doc! { "_id": key }, doc! { "$push": { "numbers": number } })
                    .upsert(true)
                    .session(&mut *session)
                    .await?;
            }
            session.commit_transaction().await
        };
        let effect: mongodb::error::Result<()> = effect.await;
        if effect.is_err() {
            session.abort_transaction().await.ok();
        }
        Ok(effect?)
    }

    async fn effects(&self) -> BTreeMap<String, Vec<i64>> {
        let found = self.effects_of_keys().find(doc! {}).await.expect("the effects");
        let effects: Vec<_> = found.try_collect().await.expect("the effects");
        effects.into_iter().map(|of_key| (of_key.key, of_key.numbers)).collect()
    }

    async fn cure(&self) {
        self.cured().insert_one(doc! {}).await.expect("a document");
    }

    async fn is_cured(&self) -> bool {
        self.cured().find_one(doc! {}).await.expect("an answer").is_some()
    }
}
