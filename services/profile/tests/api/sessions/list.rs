use crate::support::{PASSWORD, World, new_device};
use chrono::TimeDelta;
use serde_json::json;

const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

#[tokio::test]
async fn a_user_sees_by_what_to_know_their_sessions() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    world.register("ben@example.org").await;
    world.log_in("ben@example.org", new_device()).await;
    let body = json!({ "email": "anna@example.org", "password": PASSWORD, "device": { "id": new_device() } });
    let post = world.api.post("/api/v2/profile/sessions").json(&body);
    post.header("user-agent", FIREFOX).header("x-client-region", "NL-UT").send().await.expect(201);
    let over = world.log_in("anna@example.org", new_device()).await;
    world.log_out(&over.access).await.expect(204);
    world.clock.advance(TimeDelta::hours(1));
    let here = world.log_in("anna@example.org", new_device()).await;

    let answer = world.api.get("/api/v2/profile/sessions").bearer(&here.access).send().await;

    insta::assert_json_snapshot!(answer, { ".body.items[].sessionId" => "[session]" }, @r#"
    {
      "body": {
        "items": [
          {
            "authenticatedAt": "2025-03-03T10:00:00.000Z",
            "current": true,
            "device": {
              "platform": "web"
            },
            "expiresAt": "2025-03-10T10:00:00.000Z",
            "lastUsedAt": "2025-03-03T10:00:00.000Z",
            "place": "127.0.0.0/16",
            "sessionId": "[session]"
          },
          {
            "authenticatedAt": "2025-03-03T09:00:00.000Z",
            "current": false,
            "device": {
              "name": "Firefox, Windows",
              "platform": "web"
            },
            "expiresAt": "2025-03-10T09:00:00.000Z",
            "lastUsedAt": "2025-03-03T09:00:00.000Z",
            "place": "NL-UT",
            "sessionId": "[session]"
          }
        ]
      },
      "status": 200
    }
    "#);
    assert_eq!(answer.json()["items"][0]["sessionId"], here.session.to_string());
}

#[tokio::test]
async fn no_address_is_kept() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    world.log_in("anna@example.org", new_device()).await;
    world.post_session("anna@example.org", "another horse", new_device()).await.expect(401);
    let rows = "select count(*) from sessions, attempts
                where sessions::text || attempts::text ~ '127\\.0\\.0\\.1|7f000001'";
    assert_eq!(world.count(rows).await, 0);
}
