//! A person asks for what is kept of them, or to be forgotten.

use crate::support::{BASE, World, review_id, topic_id, typed, word_id};
use chrono::TimeDelta;
use events::{Level, thematic_cards::CardReviewed};
use ids::EventId;
use serde_json::json;
use std::sync::Arc;
use subject::{Erasures, SETTLED_AFTER, documents::DocumentAnswers};
use testing::{
    Blobs, Caller,
    subject::{assert_exported_and_erased, assert_no_trace, erasure_requested},
};
use thematic_cards::{
    domain::{day::Added, mastery::Mastery},
    store::{days, deck, elsewhere},
};

fn answers(world: &World, blobs: &Blobs) -> DocumentAnswers {
    let kept = thematic_cards::holdings::of(&world.store.database());
    let clock = Arc::new(world.clock.clone());
    DocumentAnswers::new(thematic_cards::NAME, world.store.store(), kept, Arc::new(blobs.clone()), clock)
}

async fn studied(world: &World, student: &Caller) {
    let card = world.first_card(student).await;
    world.answer(student, &card, review_id(1), &typed(&card, "het brood")).await.expect(201);
    let settings = world.api.patch(format!("{BASE}/settings")).as_(student).header("if-match", "\"0\"");
    settings.json(&json!({ "newWords": 5 })).send().await.expect(200);
    let (database, now) = (world.store.database(), world.clock.now());
    let added = Added::by(&world.published::<CardReviewed>().await[0]);
    days::add(&database, EventId::derive(student.id().as_uuid(), "day"), student.id(), &added, 1)
        .await
        .expect("the store");
    elsewhere::note(&database, student.id(), word_id("brood"), now).await.expect("the store");
    deck::keep(&database, &deck::read(&database, student.id(), now).await.expect("a deck"))
        .await
        .expect("kept");
    thematic_cards::commands::train::ask(&world.app, student.id()).await.expect("the store");
    let none = || Mastery::none(student.id(), topic_id());
    let reached = |mastery: Mastery| mastery.reached(&["brood/0".to_owned()], Level::A1, now);
    let id = Mastery::id_of(student.id(), topic_id());
    world
        .app
        .masteries
        .change_or_create(id, documents::Filter::any(), none, reached)
        .await
        .expect("a mastery");
}

#[tokio::test]
async fn all_of_a_person_is_exported_and_erased_and_nothing_of_others() {
    let (world, blobs) = (World::with_words(&["brood"]).await, Blobs::default());
    let (person, other) = (Caller::student(), Caller::student());
    studied(&world, &person).await;
    let card = world.first_card_in(&other, 2000).await;
    world.answer(&other, &card, review_id(2), &typed(&card, "het brood")).await.expect(201);

    assert_exported_and_erased(&answers(&world, &blobs), &world.store.database(), &blobs, person.id()).await;

    let left =
        world.app.cards.count(documents::Filter::eq("student_id", other.id())).await.expect("the store");
    assert_eq!(left, 1);
}

#[tokio::test]
async fn what_a_running_request_wrote_goes_when_the_last_token_has_run_out() {
    let (world, blobs, person) = (World::with_words(&["brood"]).await, Blobs::default(), Caller::student());
    let answers = answers(&world, &blobs);
    answers.prepare().await.expect("indexes");
    bus::Handler::handle(&answers, erasure_requested(person.id())).await;
    studied(&world, &person).await;

    world.clock.advance(SETTLED_AFTER - TimeDelta::seconds(1));
    assert_eq!(answers.settle().await.expect("the store"), 0, "not yet");
    world.clock.advance(TimeDelta::seconds(1));
    assert_eq!(answers.settle().await.expect("the store"), 1);
    assert_no_trace(&world.store.database(), person.id()).await;
    assert_eq!(answers.settle().await.expect("the store"), 0, "once");
}

#[tokio::test]
async fn a_restored_backup_is_erased_anew() {
    let (world, blobs, person) = (World::with_words(&["brood"]).await, Blobs::default(), Caller::student());
    let answers = answers(&world, &blobs);
    // A backup of before the erasure: the data is there, and no tombstone.
    studied(&world, &person).await;
    let mut so_far = Erasures::default();
    so_far.asked.insert(person.id(), erasure_requested(person.id()));

    assert_eq!(answers.erase_again(&so_far).await.expect("the store"), 1);
    assert_no_trace(&world.store.database(), person.id()).await;
    assert_eq!(answers.erase_again(&so_far).await.expect("the store"), 0);
}
