//! A person asks for what is kept of them, or to be forgotten.

use crate::support::World;
use serde_json::json;
use std::sync::Arc;
use subject::documents::DocumentAnswers;
use testing::{Blobs, Caller};

#[tokio::test]
async fn all_of_a_person_is_exported_and_erased() {
    let (world, blobs, person) = (World::new().await, Blobs::default(), Caller::student());
    let kept = lobby::holdings::of(&world.store.database());
    let clock = Arc::new(world.clock.clone());
    let answers =
        DocumentAnswers::new(lobby::NAME, world.store.store(), kept, Arc::new(blobs.clone()), clock);
    let choice = json!({ "productId": "thematic-cards", "chosenAt": "2025-03-03T08:59:00.000Z" });
    world.api.put("/api/v2/lobby/context").as_(&person).json(&choice).send().await.expect(200);

    testing::subject::assert_exported_and_erased(&answers, &world.store.database(), &blobs, person.id())
        .await;
}
