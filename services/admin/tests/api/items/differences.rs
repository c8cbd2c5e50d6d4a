use crate::support::{World, id, topic_body};
use insta::assert_json_snapshot;
use serde_json::json;

async fn twice_published() -> (World, String) {
    let world = World::new().await;
    let topic = world.topic(1).await;
    world.publish(&topic).await;
    let mut body = topic_body("eten");
    body["topic"]["title"]["en"] = json!("Eating");
    let path = format!("/items/{topic}");
    let _edited = world.put_seen(&path, &world.etag(&topic).await, &body).await.expect(200);
    world.publish(&topic).await;
    body["topic"]["description"] = json!({ "nl": "Aan tafel.", "en": "At table.", "ru": "За столом." });
    let _edited = world.put_seen(&path, &world.etag(&topic).await, &body).await.expect(200);
    (world, format!("{path}/differences"))
}

#[tokio::test]
async fn the_working_version_is_compared_with_what_students_see() {
    let (world, path) = twice_published().await;
    assert_json_snapshot!(world.get(&path).await, @r#"
    {
      "body": {
        "changes": [
          {
            "after": {
              "en": "At table.",
              "nl": "Aan tafel.",
              "ru": "За столом."
            },
            "pointer": "/topic/description"
          }
        ],
        "from": 2
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn two_published_versions_are_compared() {
    let (world, path) = twice_published().await;
    let answer = world.get(&format!("{path}?from=1&to=2")).await.expect(200).json();
    assert_eq!(
        answer,
        json!({ "from": 1, "to": 2, "changes": [
            { "pointer": "/topic/title/en", "before": "Food", "after": "Eating" },
        ]})
    );
}

#[tokio::test]
async fn a_version_that_is_not_kept_is_not_found() {
    let (world, path) = twice_published().await;
    for query in ["?from=7", "?from=1&to=7", "?from=-1"] {
        let _absent = world.get(&format!("{path}{query}")).await.expect(404);
    }
    let _no_number = world.get(&format!("{path}?from=one")).await.expect(422);
    let draft = id(9);
    let _made = world.put(&format!("/items/{draft}"), &topic_body("drinken")).await.expect(201);
    let _never_published = world.get(&format!("/items/{draft}/differences")).await.expect(404);
}
