//! A person asks for what is kept of them, or to be forgotten.

use crate::support::World;
use chrono::TimeDelta;
use learning_cards::domain::import::ImportPart;
use serde_json::json;
use std::sync::Arc;
use subject::{Erasures, SETTLED_AFTER, documents::DocumentAnswers};
use testing::{
    Blobs, Caller,
    subject::{assert_exported_and_erased, assert_no_trace, erasure_requested},
};

fn answers(world: &World, blobs: &Blobs) -> DocumentAnswers {
    let kept = learning_cards::holdings::of(&world.store.database());
    let clock = Arc::new(world.clock.clone());
    DocumentAnswers::new(learning_cards::NAME, world.store.store(), kept, Arc::new(blobs.clone()), clock)
}

/// Something of every kind.
async fn studied(world: &World, student: &Caller, number: u128) {
    let brood = world.add(student, "brood").await;
    world.arrange(student, number, &json!({})).await;
    world.judge(student, brood, number, "see", "good").await;
    let file = json!({ "file": "ZGUgZmlldHMJYmljeWNsZQo=" });
    let import = ids::WordImportId::derive(student.id().as_uuid(), "a file");
    world.put(student, &format!("/imports/{import}"), &file).await.expect(201);
    let part = ImportPart {
        id: format!("{import}/0"),
        student_id: student.id(),
        import_id: import,
        words: vec![],
        laid_down_at: world.clock.now(),
    };
    let request = documents::Fingerprint::of(&part.id).expect("a digest");
    world.app.import_parts.create(request, || documents::Change::of(part)).await.expect("the store");
    let word = ids::WordId::new(uuid::Uuid::nil());
    learning_cards::store::taught::see(&world.app.database, student.id(), word, world.clock.now())
        .await
        .expect("the store");
}

#[tokio::test]
async fn all_of_a_person_is_exported_and_erased_and_nothing_of_others() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let (person, other) = (Caller::student(), Caller::student());
    studied(&world, &person, 1).await;
    studied(&world, &other, 2).await;

    assert_exported_and_erased(&answers(&world, &blobs), &world.store.database(), &blobs, person.id()).await;

    let left =
        world.app.words.count(documents::Filter::eq("student_id", other.id())).await.expect("the store");
    assert_eq!(left, 2);
}

#[tokio::test]
async fn what_a_running_request_wrote_goes_when_the_last_token_has_run_out() {
    let (world, blobs, person) = (World::new().await, Blobs::default(), Caller::student());
    let answers = answers(&world, &blobs);
    answers.prepare().await.expect("indexes");
    bus::Handler::handle(&answers, erasure_requested(person.id())).await;
    let before = world.clock.now();
    studied(&world, &person, 1).await;

    world.clock.set(before + SETTLED_AFTER - TimeDelta::seconds(1));
    assert_eq!(answers.settle().await.expect("the store"), 0, "not yet");
    world.clock.advance(TimeDelta::seconds(1));
    assert_eq!(answers.settle().await.expect("the store"), 1);
    assert_no_trace(&world.store.database(), person.id()).await;
    assert_eq!(answers.settle().await.expect("the store"), 0, "once");
}

#[tokio::test]
async fn a_restored_backup_is_erased_anew() {
    let (world, blobs, person) = (World::new().await, Blobs::default(), Caller::student());
    let answers = answers(&world, &blobs);
    // A backup of before the erasure: the data is there, and no tombstone.
    studied(&world, &person, 1).await;
    let mut so_far = Erasures::default();
    so_far.asked.insert(person.id(), erasure_requested(person.id()));

    assert_eq!(answers.erase_again(&so_far).await.expect("the store"), 1);
    assert_no_trace(&world.store.database(), person.id()).await;
    assert_eq!(answers.erase_again(&so_far).await.expect("the store"), 0);
}
