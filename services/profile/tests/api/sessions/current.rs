use crate::support::{World, new_device};
use chrono::TimeDelta;

#[tokio::test]
async fn a_client_of_any_version_asks_for_its_session() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;

    let request = world.api.get("/api/v2/profile/sessions/current").bearer(&tokens.access);
    let answer = request.without("x-client-version").send().await;

    insta::assert_json_snapshot!(answer, { ".body.sessionId" => "[session]", ".body.userId" => "[id]" }, @r#"
    {
      "body": {
        "authenticatedAt": "2025-03-03T09:00:00.000Z",
        "epoch": 0,
        "expiresAt": "2025-03-10T09:00:00.000Z",
        "role": "student",
        "sessionId": "[session]",
        "userId": "[id]"
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn an_access_token_holds_for_a_quarter_of_an_hour() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;

    world.clock.advance(TimeDelta::minutes(15) - TimeDelta::seconds(1));
    world.current_session(&tokens.access).await.expect(200);
    world.clock.advance(TimeDelta::seconds(1));
    world.current_session(&tokens.access).await.expect(401);
}

#[tokio::test]
async fn a_service_asks_whether_a_session_goes_on() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    let session = world.current_session(&tokens.access).await.json()["sessionId"].clone();
    let path = format!("/internal/v1/profile/sessions/{}", session.as_str().expect("an id"));
    let ask = || world.internal.get(&path).as_service("pii").send();

    insta::assert_json_snapshot!(ask().await, { ".body.userId" => "[id]" }, @r#"
    {
      "body": {
        "epoch": 0,
        "role": "student",
        "userId": "[id]"
      },
      "status": 200
    }
    "#);

    world.api.delete("/api/v2/profile/sessions/current").bearer(&tokens.access).send().await.expect(204);
    ask().await.expect(404);
}
