//! A service that is asked to forget somebody ends at each step, as with SIGKILL: it is asked again, and confirms once.
//!
//! The test starts itself again as the service, which aborts at the step that `FAILPOINTS` names.

#![cfg(feature = "failpoints")]

use ::documents::{Store, connect_uri};
use bson::{Document, doc};
use bus::{Handler, Outcome, Publications, RelayWaker};
use ids::UserId;
use mongodb::Database;
use std::sync::Arc;
use subject::{
    documents::{Collected, Collections, DocumentAnswers},
    replies,
};
use testing::{
    Blobs, Caller, FrozenClock, MongoDatabase, Rerun, SeededRandom, stack,
    subject::{assert_no_trace, erasure_requested},
};

const TEST: &str = "a_service_that_ends_at_any_step_of_an_erasure_confirms_it_once";
const DATABASE: &str = "TALL_TEST_STOPPED__DATABASE";
const PERSON: &str = "TALL_TEST_STOPPED__PERSON";
/// Every step, in order: the tombstone is there, it was seen to be, the documents are gone, the answer is there.
const STEPS: [&str; 4] = [
    "documents.committed=1*return",
    "subject.marked=1*return",
    "subject.erased=1*return",
    "documents.committed=1*off->1*return",
];
const KEPT: &[Collected] = &[Collected { collection: "notes", whose: &["user_id"], about: "a note" }];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_ends_at_any_step_of_an_erasure_confirms_it_once() {
    if std::env::var_os(DATABASE).is_some() {
        let database = opened(&stack::variable(DATABASE)).await;
        return is_asked(&database, 2, stack::variable(PERSON).parse().expect("an id")).await;
    }
    for step in STEPS {
        ends_at(step).await;
    }
}

async fn ends_at(step: &str) {
    let scratch = MongoDatabase::fresh().await;
    let name = scratch.database().name().to_owned();
    let (database, user) = (opened(&name).await, Caller::student().id());
    let notes = (0..3).map(|number| doc! { "_id": number, "user_id": user.to_string() });
    database.collection::<Document>("notes").insert_many(notes).await.expect("the store");

    let service = Rerun::of(TEST).with(DATABASE, &name).with(PERSON, user.to_string());
    let ended = service.with("FAILPOINTS", step).to_its_end().await;
    assert!(ended.was_aborted(), "{step}: {ended}");
    is_asked(&database, 1, user).await;

    assert_no_trace(&database, user).await;
    let tombstones = database.collection::<Document>("forgotten");
    let tombstone = tombstones.find_one(doc! { "_id": user.to_string() }).await.expect("the store");
    let tombstone = tombstone.expect("a tombstone");
    assert!(tombstone.contains_key("erased_at"), "{step}: {tombstone}");
    assert_eq!(tombstone.get_array("outbox").map(Vec::len).ok(), Some(1), "{step}: one confirmation");
}

/// Kafka gives the event, and again to whoever comes after.
async fn is_asked(database: &Database, seed: u64, user: UserId) {
    bus::failpoint::arm();
    let (clock, publications) = (Arc::new(FrozenClock::default()), replies(Publications::new()));
    let store = Store::new(
        database.clone(),
        publications.resolve_offline(),
        clock.clone(),
        Arc::new(SeededRandom::new(seed)),
        RelayWaker::default(),
    );
    let kept = Collections::new(database.clone(), KEPT);
    let answers = DocumentAnswers::new("lobby", &store, kept, Arc::new(Blobs::default()), clock);
    answers.prepare().await.expect("the indexes");
    let outcome = answers.handle(erasure_requested(user)).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
}

async fn opened(name: &str) -> Database {
    connect_uri(&stack::variable("TALL_TEST_MONGO_URI"), name).await.expect("the address of MongoDB")
}
