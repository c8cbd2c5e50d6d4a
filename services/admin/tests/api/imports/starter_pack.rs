//! The sequence that seeds a new school, as README.md gives it.

use crate::support::{World, fresh_id, id};
use serde_json::{Value, json};
use std::fs;

fn starter_pack() -> Vec<Value> {
    let folder = testing::stack::workspace().join("content/topics");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("content/topics").map(|file| file.expect("a file").path()).collect();
    paths.sort_unstable();
    let named = paths.iter().map(|path| {
        let name = path.file_name().expect("a name").to_string_lossy();
        json!({ "name": name, "text": fs::read_to_string(path).expect("a text") })
    });
    named.collect()
}

#[tokio::test]
async fn the_starter_pack_is_imported_and_published() {
    let world = World::new().await;
    let files = starter_pack();
    let topics = files.len();
    let imported =
        world.put(&format!("/imports/{}", id(1)), &json!({ "files": files })).await.expect(201).json();
    let items = imported["items"].as_array().expect("a list");
    assert_eq!(imported["counts"], json!({ "new": items.len() }));

    let ids = items
        .iter()
        .filter(|item| item["kind"] == "topic")
        .map(|item| item["itemId"].as_str().expect("an id"));
    let ids: Vec<_> = ids.collect();
    assert_eq!(ids.len(), topics);
    for topic in ids {
        let path = format!("/topics/{topic}/steps/{}", fresh_id());
        let _live = world.put(&path, &json!({ "steps": ["submit", "approve", "publish"] })).await.expect(201);
    }
    assert_eq!(world.updates().await.len(), items.len());
}
