use crate::support::World;
use insta::assert_json_snapshot;
use testing::Caller;

#[tokio::test]
async fn v1_pages_by_number() {
    let world = World::new().await;
    let answer =
        world.api.get("/api/v1/lobby/products?page=1&perPage=10").as_(&Caller::teacher()).send().await;
    assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "items": [
          {
            "id": "progress",
            "title": {
              "en": "Progress",
              "nl": "Voortgang",
              "ru": "Успеваемость"
            }
          }
        ],
        "page": 1,
        "perPage": 10,
        "total": 1
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn a_page_behind_the_last_is_empty() {
    let world = World::new().await;
    let answer =
        world.api.get("/api/v1/lobby/products?page=4").as_(&Caller::teacher()).send().await.expect(200);
    assert_eq!(answer.json()["items"], serde_json::json!([]));
    assert_eq!(answer.json()["total"], 1);
}

#[tokio::test]
async fn errors_of_v1_are_flat() {
    let world = World::new().await;
    let answer = world.api.get("/api/v1/lobby/products").send().await.expect(401);
    let body = answer.json();
    assert!(body["error"].is_string() && body["message"].is_string(), "{body}");
}
