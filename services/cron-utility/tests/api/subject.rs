//! A person asks for what is kept of them, or to be forgotten.

use crate::support::{DIGEST, World, answer, cohort_opened, own_word, topic_id};
use events::{
    Level,
    pii::ExportReady,
    profile::{AccountStatus, UserStatusChanged},
    thematic_cards::{Rating, TopicMastered},
};
use ids::ExportId;
use serde_json::json;
use std::sync::Arc;
use subject::documents::DocumentAnswers;
use testing::{
    Blobs, Caller,
    subject::{assert_exported_and_erased, assert_no_trace},
};

#[tokio::test]
async fn all_of_a_person_is_exported_and_erased_and_late_facts_bring_nobody_back() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let (teacher, student) = (Caller::teacher(), Caller::student());
    let kept = cron_utility::holdings::of(&world.store.database());
    let clock = Arc::new(world.clock.clone());
    let answers =
        DocumentAnswers::new(cron_utility::NAME, world.store.store(), kept, Arc::new(blobs.clone()), clock);
    let now = world.clock.now();
    let export_id = ExportId::derive(student.id().as_uuid(), "an export");
    let ready = ExportReady { user_id: student.id(), export_id, ready_at: now, expires_at: now };
    let mastered = TopicMastered {
        user_id: student.id(),
        topic_id: topic_id(),
        level: Level::A1,
        words: 28,
        mastered_at: now,
    };
    let suspended = UserStatusChanged {
        user_id: student.id(),
        status: AccountStatus::Suspended,
        previous_status: None,
        changed_by: None,
        changed_at: now,
    };
    let facts = async || {
        world.link(&teacher, student.id(), true, 1).await;
        world.deliver(1, answer(student.id(), 1, Rating::Again)).await;
        world.deliver(1, mastered.clone()).await;
        world.deliver(1, ready.clone()).await;
        world.deliver(1, suspended.clone()).await;
        world.deliver(1, cohort_opened(student.id(), "2025-W10")).await;
        world.deliver(1, own_word(student.id(), 1, Rating::Again)).await;
    };
    facts().await;
    let choice = world.api.put(DIGEST).as_(&student).header("if-match", "\"0\"");
    choice.json(&json!({ "wanted": true })).send().await.expect(200);

    assert_exported_and_erased(&answers, &world.store.database(), &blobs, student.id()).await;

    facts().await;
    world.link(&teacher, student.id(), false, 2).await;
    world.deliver(2, answer(student.id(), 2, Rating::Good)).await;
    assert_no_trace(&world.store.database(), student.id()).await;
}
