//! A document is looked at before what decides about it is known.

use std::sync::{Arc, Mutex};

use documents::{Documents, Filter};
use events::thematic_cards::TopicRefreshed;
use mongodb::{
    Client,
    event::{EventHandler, command::CommandEvent},
    options::ClientOptions,
};
use testing::{published, stack};

use crate::support::{Scratch, Shelf, store_over, topic, user};

#[tokio::test]
async fn a_look_tells_what_it_found() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let look = scratch.shelves.look(shelf.id, Filter::eq("owner", shelf.owner)).await.expect("answered");
    assert_eq!((look.id(), look.found()), (&shelf.id, Some(&shelf)));
    let stored = look.into_stored().expect("there");
    assert_eq!((stored.rev, stored.state), (1, shelf));

    let absent = scratch.shelves.look(topic(), Filter::any()).await.expect("answered");
    assert_eq!(absent.found(), None);
    assert_eq!(absent.into_stored(), None);
}

#[tokio::test]
async fn a_look_that_went_stale_is_decided_anew() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let look = scratch.shelves.look(shelf.id, Filter::any()).await.expect("answered");
    scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("the other one is stored");

    let mut seen = Vec::new();
    let changed = scratch.shelves.change_from(look, |shelf: Shelf| {
        seen.push(shelf.total);
        shelf.add()
    });
    let changed = changed.await.expect("stored").expect("there");
    assert_eq!((changed.total, changed.rev), (2, 3));
    assert_eq!(seen, [0, 1], "what was looked at, then what had become of it");
    let told = published::<TopicRefreshed>(&scratch.outbox()).await;
    assert_eq!(told.into_iter().map(|event| event.version).collect::<Vec<_>>(), [1, 2]);
}

#[tokio::test]
async fn what_another_created_since_the_look_is_not_made_again() {
    let scratch = Scratch::new().await;
    let (id, owner) = (topic(), user());
    let (mine, initial) = (|| Filter::eq("owner", owner), || Shelf::new(id, owner));
    let look = scratch.shelves.look(id, mine()).await.expect("answered");
    let other = scratch.shelves.change_or_create(id, mine(), initial, Shelf::add).await;
    assert_eq!(other.expect("stored").expect("ours").rev, 1);

    let changed = scratch.shelves.change_or_create_from(look, initial, Shelf::add).await;
    let changed = changed.expect("stored").expect("ours");
    assert_eq!((changed.total, changed.rev), (2, 2));
}

#[tokio::test]
async fn what_has_gone_since_the_look_is_absent_and_may_begin_anew() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let look = || scratch.shelves.look(shelf.id, Filter::any());
    let (one, other) = (look().await.expect("answered"), look().await.expect("answered"));
    assert!(scratch.shelves.remove(shelf.id, Filter::any()).await.expect("answered"));

    assert!(scratch.shelves.change_from(one, Shelf::add).await.expect("answered").is_none());
    let made = scratch.shelves.change_or_create_from(other, || shelf.clone(), Shelf::add).await;
    assert_eq!(made.expect("stored").expect("ours").rev, 1);
}

#[tokio::test]
async fn anothers_document_is_absent_to_a_look() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let stranger = user();
    let look = || scratch.shelves.look(shelf.id, Filter::eq("owner", stranger));
    let (one, other) = (look().await.expect("answered"), look().await.expect("answered"));
    assert_eq!(one.found(), None);

    assert!(scratch.shelves.change_from(one, Shelf::add).await.expect("answered").is_none());
    let initial = || Shelf::new(shelf.id, stranger);
    let made = scratch.shelves.change_or_create_from(other, initial, Shelf::add).await;
    assert!(made.expect("answered").is_none());
    assert_eq!(scratch.shelves.get(shelf.id).await.expect("answered").expect("there").state, shelf);
}

#[tokio::test]
async fn what_has_become_anothers_since_the_look_is_not_touched() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let look = scratch.shelves.look(shelf.id, Filter::eq("owner", shelf.owner)).await.expect("answered");
    assert!(scratch.shelves.remove(shelf.id, Filter::any()).await.expect("answered"));
    let theirs = Shelf::new(shelf.id, user());
    let made = scratch.shelves.change_or_create(shelf.id, Filter::any(), || theirs.clone(), Shelf::add).await;
    let theirs = made.expect("stored").expect("theirs");
    assert_eq!(theirs.rev, 1, "as it was when we looked");

    assert!(scratch.shelves.change_from(look, Shelf::add).await.expect("answered").is_none());
    assert_eq!(scratch.shelves.get(shelf.id).await.expect("answered").expect("there"), theirs);
}

#[tokio::test]
async fn a_look_is_the_read_of_the_first_try() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let (shelves, sent) = watched(&scratch).await;

    let look = shelves.look(shelf.id, Filter::any()).await.expect("answered");
    shelves.change_from(look, Shelf::add).await.expect("stored").expect("there");
    assert_eq!(*sent.lock().expect("no panic"), ["find", "update"]);

    sent.lock().expect("no panic").clear();
    let absent = topic();
    let look = shelves.look(absent, Filter::any()).await.expect("answered");
    let initial = || Shelf::new(absent, user());
    shelves.change_or_create_from(look, initial, Shelf::add).await.expect("stored").expect("ours");
    assert_eq!(*sent.lock().expect("no panic"), ["find", "insert"]);
}

/// The same documents, and the names of the commands on them as they are sent.
async fn watched(scratch: &Scratch) -> (Documents<Shelf>, Arc<Mutex<Vec<String>>>) {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let mut options = ClientOptions::parse(stack::variable("TALL_TEST_MONGO_URI")).await.expect("an address");
    let names = Arc::clone(&sent);
    options.command_event_handler = Some(EventHandler::callback(move |event| {
        if let CommandEvent::Started(started) = event
            && ["find", "insert", "update"].contains(&started.command_name.as_str())
        {
            names.lock().expect("no panic").push(started.command_name);
        }
    }));
    let database = Client::with_options(options).expect("a client").database(scratch.name());
    (Documents::new(&store_over(database)), sent)
}
