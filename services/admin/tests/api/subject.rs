//! An editor asks for what is kept of them, or to be forgotten.

use crate::support::{World, file, files, fresh_id, id};
use admin::holdings::Authorship;
use serde_json::json;
use std::sync::Arc;
use subject::documents::DocumentAnswers;
use testing::Blobs;

#[tokio::test]
async fn an_editor_is_forgotten_and_what_they_wrote_stays() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let clock = Arc::new(world.clock.clone());
    let kept = Authorship::in_(world.store());
    let answers = DocumentAnswers::new("admin", world.store(), kept, Arc::new(blobs.clone()), clock);
    let topic = world.topic(1).await;
    world.word(2, &topic, "brood").await;
    world.publish(&topic).await;
    world.put(&format!("/topics/{topic}/steps/{}", fresh_id()), &json!({ "steps": ["submit"] })).await;
    world.put(&format!("/imports/{}", id(3)), &files(&[file(&["melk"])])).await.expect(201);
    let before = world.get(&format!("/items/{topic}")).await.expect(200).json();

    testing::subject::assert_exported_and_erased(&answers, &world.database(), &blobs, world.editor.id())
        .await;

    let after = world.get(&format!("/items/{topic}")).await.expect(200).json();
    assert_eq!((&before["title"], &before["status"]), (&after["title"], &after["status"]));
    assert!(!after.to_string().contains(&world.editor.id().to_string()));
}
