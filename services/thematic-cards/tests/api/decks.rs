//! The copy of a student's deck: it may be old or absent, and nobody sees it.

use crate::support::{World, topic_id};
use chrono::TimeDelta;
use events::thematic_cards::CardKind;
use testing::Caller;
use thematic_cards::store::deck;

const WORDS: [&str; 3] = ["brood", "water", "ei"];

async fn met(world: &World, student: &Caller) -> serde_json::Value {
    world.get(student, &format!("/topics/{}", topic_id())).await["progress"]["met"].clone()
}

async fn keep(world: &World, student: &Caller) {
    let read = deck::read(&world.store.database(), student.id(), world.clock.now()).await.expect("a deck");
    deck::keep(&world.store.database(), &read).await.expect("the store");
}

#[tokio::test]
async fn what_changed_since_the_copy_counts() {
    let world = World::with_words(&WORDS).await;
    let student = Caller::student();
    for (n, lemma) in (1..).zip(WORDS) {
        world.rate(&student, lemma, CardKind::Recall, n, "easy").await.expect(201);
        keep(&world, &student).await;
        world.clock.advance(TimeDelta::days(1));
        assert_eq!(met(&world, &student).await, n as u64);
    }
    assert_eq!(met(&world, &Caller::student()).await, 0);
}

#[tokio::test]
async fn a_copy_that_cannot_be_read_is_made_anew() {
    let world = World::with_words(&WORDS).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "easy").await.expect(201);
    keep(&world, &student).await;
    world.clock.advance(TimeDelta::days(1));
    let decks = world.store.database().collection::<bson::Document>(deck::COLLECTION);
    let other = bson::Binary { subtype: bson::spec::BinarySubtype::Generic, bytes: vec![0, 1, 2] };
    decks.update_one(bson::doc! {}, bson::doc! { "$set": { "cards": other } }).await.expect("the store");
    assert_eq!(met(&world, &student).await, 1);
}

#[tokio::test]
async fn an_older_copy_does_not_take_the_place_of_a_newer_one() {
    let world = World::with_words(&WORDS).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "easy").await.expect(201);
    let old = deck::read(&world.store.database(), student.id(), world.clock.now()).await.expect("a deck");
    world.clock.advance(TimeDelta::days(1));
    world.rate(&student, "water", CardKind::Recall, 2, "easy").await.expect(201);
    keep(&world, &student).await;
    deck::keep(&world.store.database(), &old).await.expect("the store");
    world.clock.advance(TimeDelta::days(1));
    assert_eq!(met(&world, &student).await, 2);
}

#[tokio::test]
async fn a_copy_is_old_when_much_changed_since() {
    let lemmas: Vec<String> = (0..70).map(|n| format!("woord{n}")).collect();
    let world = World::with_words(&lemmas.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let student = Caller::student();
    let read = async || {
        deck::read(&world.store.database(), student.id(), world.clock.now()).await.expect("a deck").is_old()
    };
    for (n, lemma) in (1..).zip(&lemmas) {
        world.rate(&student, lemma, CardKind::Recall, n, "easy").await.expect(201);
    }
    world.clock.advance(TimeDelta::minutes(5));
    assert!(read().await);
    keep(&world, &student).await;
    assert!(!read().await);
}
