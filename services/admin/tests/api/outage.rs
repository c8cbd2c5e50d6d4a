//! What an editor is told while the store is down.

use crate::support::{World, file, files, id, topic_body};
use serde_json::json;

#[tokio::test]
async fn a_store_that_is_down_is_told_at_once_with_when_to_come_back() {
    let world = World::without_store().await;
    let answers = [
        world.get("/items").await,
        world.put(&format!("/items/{}", id(1)), &topic_body("eten")).await,
        world.step(&id(1), 2, "submit").await,
        world.put(&format!("/topics/{}/steps/{}", id(1), id(2)), &json!({ "steps": ["submit"] })).await,
        world.put(&format!("/imports/{}", id(1)), &files(&[file(&["brood"])])).await,
    ];
    for answer in answers {
        let answer = answer.expect(503);
        assert_eq!(answer.json()["type"], "urn:tall:problem:unavailable");
        assert!(answer.header("retry-after").is_some());
    }
}
