use crate::support::{World, id, topic_body};
use serde_json::json;

#[tokio::test]
async fn what_was_published_is_kept_whole_and_can_be_brought_back() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    world.publish(&topic).await;
    let mut second = topic_body("eten");
    second["topic"]["title"]["en"] = json!("Eating");
    let path = format!("/items/{topic}");
    let _edited = world.put_seen(&path, &world.etag(&topic).await, &second).await.expect(200);
    world.publish(&topic).await;

    let versions = world.get(&format!("{path}/versions")).await.expect(200).json()["items"].clone();
    let told: Vec<_> = versions
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (it["version"].clone(), it["live"].clone(), it["content"]["topic"]["title"]["en"].clone()))
        .collect();
    assert_eq!(told, [(json!(2), json!(true), json!("Eating")), (json!(1), json!(false), json!("Food"))]);

    let _brought_back =
        world.put_seen(&path, &world.etag(&topic).await, &versions[1]["content"]).await.expect(200);
    world.publish(&topic).await;
    let updates = world.updates().await;
    assert_eq!(updates.iter().map(|it| it.version).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(updates[2].snapshot, updates[0].snapshot);
}

#[tokio::test]
async fn an_archived_item_has_no_live_version() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    world.publish(&topic).await;
    let _archived = world.step(&topic, 10, "archive").await.expect(201);

    let versions = world.get(&format!("/items/{topic}/versions")).await.expect(200).json();
    assert_eq!(versions["items"].as_array().expect("a list").len(), 1);
    assert_eq!(versions["items"][0]["live"], false);
}

#[tokio::test]
async fn an_item_that_is_not_there_has_no_versions() {
    let _absent = World::new().await.get(&format!("/items/{}/versions", id(1))).await.expect(404);
}
