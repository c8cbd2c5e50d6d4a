//! Load, decide, save.

use std::sync::Arc;

use bson::doc;
use bus::RelayWaker;
use chrono::Utc;
use documents::{
    Aggregate, Change, ChangeError, Created, Documents, Error, Filter, Fingerprint, Never, Store, instant,
};
use events::thematic_cards::TopicRefreshed;
use futures::future::join_all;
use serde::{Deserialize, Serialize};
use testing::{FrozenClock, SeededRandom, published};

use crate::support::{Scratch, Shelf, at, store_over, topic, user};

fn request(who: impl Serialize, body: &str) -> Fingerprint {
    Fingerprint::of(&(who, body)).expect("a request is BSON")
}

#[tokio::test]
async fn what_was_stored_is_found_again() {
    let scratch = Scratch::new().await;
    let mut shelf = scratch.shelf().await;
    shelf.closed_at = Some(at("2026-03-02T11:00:00.5Z"));
    let closed = scratch.shelves.change(shelf.id, Filter::any(), |_| Change::of(shelf.clone())).await;
    assert_eq!(closed.expect("stored").expect("there").rev, 2);

    let found = scratch.shelves.get(shelf.id).await.expect("readable").expect("there");
    assert_eq!((found.rev, &found.state), (2, &shelf));
    let raw =
        scratch.raw().find_one(doc! { "_id": shelf.id.to_string() }).await.expect("answered").expect("there");
    assert_eq!(raw.get("made_at"), Some(&instant::bson(shelf.made_at)), "instants are dates");
    assert!(!raw.contains_key("outbox_at"), "nothing waits");
}

#[tokio::test]
async fn anothers_document_is_absent() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let (mine, anothers) = (Filter::eq("owner", shelf.owner), Filter::eq("owner", user()));
    let shelves = &scratch.shelves;

    assert!(shelves.get_owned(shelf.id, mine).await.expect("answered").is_some());
    assert!(shelves.get_owned(shelf.id, anothers.clone()).await.expect("answered").is_none());
    assert!(shelves.change(shelf.id, anothers.clone(), Shelf::add).await.expect("answered").is_none());
    let initial = || Shelf::new(shelf.id, user());
    assert!(
        shelves
            .change_or_create(shelf.id, anothers.clone(), initial, Shelf::add)
            .await
            .expect("answered")
            .is_none()
    );
    assert!(!shelves.remove(shelf.id, anothers).await.expect("answered"));
    assert_eq!(shelves.get(shelf.id).await.expect("answered").expect("there").total, 0);
}

#[tokio::test]
async fn a_value_from_outside_is_no_query() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let hostile = Filter::eq("owner", doc! { "$ne": "nobody" });
    assert!(scratch.shelves.get_owned(shelf.id, hostile).await.expect("answered").is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_changes_lose_nothing() {
    const WRITERS: i64 = 8;
    const EACH: i64 = 20;
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let writers = (0..WRITERS).map(|_| {
        let shelves = scratch.shelves.clone();
        tokio::spawn(async move {
            for _ in 0..EACH {
                // A contended command is repeated, as a client would.
                while let Err(error) = shelves.change(shelf.id, Filter::any(), Shelf::add).await {
                    assert!(matches!(error, ChangeError::Store(Error::Contended { .. })), "{error:?}");
                }
            }
        })
    });
    join_all(writers).await.into_iter().for_each(|writer| writer.expect("no writer panics"));

    let found = scratch.shelves.get(shelf.id).await.expect("answered").expect("there");
    assert_eq!((found.total, found.rev), (WRITERS * EACH, 1 + (WRITERS * EACH) as u64));
    let told: Vec<i64> =
        published::<TopicRefreshed>(&scratch.outbox()).await.into_iter().map(|event| event.version).collect();
    assert_eq!(told, (1..=WRITERS * EACH).collect::<Vec<_>>(), "one event a change, in order");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_others_always_beat_gives_up_and_says_so() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let raw = scratch.raw();
    let mut decided = 0;
    let result = scratch.shelves.change(shelf.id, Filter::any(), |shelf: Shelf| {
        decided += 1;
        let overtake =
            raw.update_one(doc! { "_id": shelf.id.to_string() }, doc! { "$inc": { "rev": 1_i64 } });
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(overtake.into_future()))
            .expect("the other one is stored");
        shelf.add()
    });
    let error = result.await.expect_err("each try is beaten");
    let ChangeError::Store(Error::Contended { id, tries, .. }) = error else { panic!("{error:?}") };
    assert_eq!((id, tries), (shelf.id.to_string(), decided));
    assert!(decided > 3);
    assert_eq!(scratch.shelves.get(shelf.id).await.expect("answered").expect("there").total, 0);
}

#[tokio::test]
async fn a_change_of_nothing_writes_nothing() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let same =
        scratch.shelves.change(shelf.id, Filter::any(), Change::none).await.expect("decided").expect("there");
    assert_eq!((same.rev, &same.state), (1, &shelf));
    assert_eq!(scratch.shelves.get(shelf.id).await.expect("answered").expect("there").rev, 1);

    let absent = topic();
    let initial = || Shelf::new(absent, user());
    let not_made = scratch.shelves.change_or_create(absent, Filter::any(), initial, Change::none).await;
    assert_eq!(not_made.expect("decided").expect("ours").rev, 0, "it is not stored");
    assert!(scratch.shelves.get(absent).await.expect("answered").is_none());
}

#[tokio::test]
async fn a_refusal_of_the_rule_reaches_the_caller() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let refused = scratch.shelves.change(shelf.id, Filter::any(), |_| Err::<Change<Shelf>, _>("full")).await;
    assert!(matches!(refused, Err(ChangeError::Rule("full"))), "{refused:?}");
}

#[tokio::test]
async fn a_create_is_repeatable() {
    let scratch = Scratch::new().await;
    let shelf = Shelf::new(topic(), user());
    let asked = request(shelf.owner, "body");

    let first = scratch.shelves.create(asked, || shelf.clone().add()).await.expect("made");
    assert!(matches!(&first, Created::Now(stored) if stored.rev == 1 && stored.total == 1), "{first:?}");
    scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");

    let again = scratch.shelves.create(asked, || shelf.clone().add()).await.expect("answered");
    assert!(matches!(&again, Created::Before(stored) if stored.total == 2), "as it stands today: {again:?}");
    assert_eq!(published::<TopicRefreshed>(&scratch.outbox()).await.len(), 2, "the repeat published nothing");
}

#[tokio::test]
async fn an_id_serves_one_request() {
    let scratch = Scratch::new().await;
    let shelf = Shelf::new(topic(), user());
    scratch.shelves.create(request(shelf.owner, "body"), || shelf.clone().add()).await.expect("made");
    for other in [request(shelf.owner, "another body"), request(user(), "body")] {
        let error = scratch.shelves.create(other, || shelf.clone().add()).await.expect_err("the id is taken");
        assert!(matches!(&error, Error::Taken { id, .. } if *id == shelf.id.to_string()), "{error:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_create_that_is_sent_several_times_at_once_happens_once() {
    let scratch = Scratch::new().await;
    let shelf = Shelf::new(topic(), user());
    let asked = request(shelf.owner, "body");
    let made = join_all((0..8).map(|_| {
        let (shelves, shelf) = (scratch.shelves.clone(), shelf.clone());
        tokio::spawn(async move { shelves.create(asked, || shelf.add()).await })
    }));
    let made: Vec<_> = made.await.into_iter().map(|one| one.expect("no panic").expect("answered")).collect();
    assert_eq!(made.iter().filter(|one| matches!(one, Created::Now(_))).count(), 1);
    assert_eq!(published::<TopicRefreshed>(&scratch.outbox()).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_first_change_creates_once() {
    let scratch = Scratch::new().await;
    let (id, owner) = (topic(), user());
    let changes = join_all((0..6).map(|_| {
        let shelves = scratch.shelves.clone();
        let initial = move || Shelf::new(id, owner);
        tokio::spawn(async move {
            shelves.change_or_create(id, Filter::eq("owner", owner), initial, Shelf::add).await
        })
    }));
    changes.await.into_iter().for_each(|one| {
        one.expect("no panic").expect("stored").expect("ours");
    });
    assert_eq!(scratch.shelves.get(id).await.expect("answered").expect("there").total, 6);
}

#[tokio::test]
async fn a_violated_unique_index_is_named() {
    let scratch = Scratch::new().await;
    let (one, mut other) = (scratch.shelf().await, Shelf::new(topic(), user()));
    other.place.clone_from(&one.place);
    let made = scratch.shelves.create(request(other.owner, "body"), || Change::of(other.clone())).await;
    assert!(matches!(made, Err(Error::Duplicate { index: "one_a_place", .. })), "{made:?}");

    let third = scratch.shelf().await;
    let moved = scratch.shelves.change(third.id, Filter::any(), |mut shelf: Shelf| {
        shelf.place.clone_from(&one.place);
        Change::of(shelf)
    });
    let moved = moved.await.map_err(Error::of_change);
    assert!(matches!(moved, Err(Error::Duplicate { index: "one_a_place", .. })), "{moved:?}");
}

#[tokio::test]
async fn an_old_revision_is_told_apart_from_an_absent_document() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let shelves = &scratch.shelves;
    assert!(
        shelves
            .change_if(shelf.id, Filter::any(), |rev| rev == 1, Shelf::add)
            .await
            .expect("current")
            .is_some()
    );
    let stale = shelves.change_if(shelf.id, Filter::any(), |rev| rev == 1, Shelf::add).await;
    assert!(matches!(stale, Err(ChangeError::Store(Error::Stale { current: 2, .. }))), "{stale:?}");
    assert!(
        shelves
            .change_if(topic(), Filter::any(), |rev| rev == 1, Shelf::add)
            .await
            .expect("answered")
            .is_none()
    );
}

#[tokio::test]
async fn a_field_goes_when_the_state_has_it_no_more_and_stays_when_it_is_unknown() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let of_the_next_release = doc! { "$set": { "colour": "green" } };
    scratch
        .raw()
        .update_one(doc! { "_id": shelf.id.to_string() }, of_the_next_release)
        .await
        .expect("stored");
    for note in [Some("mended"), None] {
        scratch
            .shelves
            .change(shelf.id, Filter::any(), |shelf: Shelf| shelf.noted(note))
            .await
            .expect("changed");
        let raw = scratch
            .raw()
            .find_one(doc! { "_id": shelf.id.to_string() })
            .await
            .expect("answered")
            .expect("there");
        assert_eq!(raw.get_str("note").ok(), note);
        assert_eq!(raw.get_str("colour").ok(), Some("green"));
    }
}

#[tokio::test]
async fn a_history_without_bounds_is_refused() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let long = "x".repeat(Shelf::MAX_BYTES);
    let grown =
        scratch.shelves.change(shelf.id, Filter::any(), |shelf: Shelf| shelf.noted(Some(&long))).await;
    let Err(ChangeError::Store(Error::TooLarge { bytes, limit, .. })) = grown else { panic!("{grown:?}") };
    assert!(bytes > limit && limit == Shelf::MAX_BYTES);

    let mut history = vec![1, 2, 3, 4, 5];
    assert_eq!((documents::keep_last(&mut history, 3), history), (vec![1, 2], vec![3, 4, 5]));
}

#[derive(Serialize, Deserialize)]
struct Trespasser {
    outbox: String,
}

impl Aggregate for Trespasser {
    type Id = String;
    const COLLECTION: &'static str = "trespassers";

    fn id(&self) -> String {
        "one".to_owned()
    }
}

#[tokio::test]
async fn the_stores_own_fields_are_its_own() {
    let scratch = Scratch::new().await;
    let trespassers = Documents::<Trespasser>::new(&scratch.store);
    let made =
        trespassers.create(request("me", "body"), || Change::of(Trespasser { outbox: String::new() })).await;
    assert!(matches!(made, Err(Error::Unstorable { .. })));
}

#[tokio::test]
async fn an_event_that_cannot_be_encoded_changes_nothing() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let mute = bus::Publications::new().resolve_offline();
    let store = Store::new(
        scratch.store.database().clone(),
        mute,
        Arc::new(FrozenClock::default()),
        Arc::new(SeededRandom::default()),
        RelayWaker::default(),
    );
    let result = Documents::<Shelf>::new(&store).change(shelf.id, Filter::any(), Shelf::add).await;
    assert!(matches!(result.map_err(Error::of_change), Err(Error::Event { .. })));
    assert_eq!(scratch.shelves.get(shelf.id).await.expect("answered").expect("there").rev, 1);
}

#[tokio::test]
async fn an_event_says_which_document_and_revision_it_is_about() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let before = bson::DateTime::from_chrono(now()).to_chrono();
    scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
    let rows = testing::published::outgoing(&scratch.outbox()).await;
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((row.subject.clone(), row.sequence), (shelf.id.to_string(), 2));
    assert!(row.at >= before);
    assert_eq!(row.renditions[0].key, shelf.id.to_string());
}

fn now() -> chrono::DateTime<Utc> {
    boot::Clock::now(&boot::SystemClock)
}

#[tokio::test]
async fn a_document_goes_only_when_nothing_in_it_waits() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
    let waits = scratch.shelves.remove(shelf.id, Filter::any()).await;
    assert!(matches!(waits, Err(Error::Contended { .. })), "{waits:?}");

    let outbox = scratch.outbox();
    let pending = bus::OutboxSource::pending(&outbox, None, 10).await.expect("answered");
    bus::OutboxSource::mark(&outbox, &pending).await.expect("marked");
    assert!(scratch.shelves.remove(shelf.id, Filter::any()).await.expect("answered"));
    assert!(!scratch.shelves.remove(shelf.id, Filter::any()).await.expect("answered"), "repeatable");
}

#[tokio::test]
async fn a_document_of_another_kind_is_told_by_its_id() {
    let scratch = Scratch::new().await;
    let id = topic();
    scratch
        .raw()
        .insert_one(doc! { "_id": id.to_string(), "rev": 1_i64, "total": "many" })
        .await
        .expect("stored");
    let found = scratch.shelves.get(id).await;
    assert!(
        matches!(&found, Err(Error::Unreadable { id: told, .. }) if *told == id.to_string()),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_rule_that_refuses_nothing_needs_no_error_of_its_own() {
    let scratch = Scratch::new().await;
    let store = store_over(scratch.store.database().clone());
    let none = Documents::<Shelf>::new(&store).change(topic(), Filter::any(), Shelf::add).await;
    let none: Result<_, ChangeError<Never>> = none;
    assert!(none.expect("answered").is_none());
}
