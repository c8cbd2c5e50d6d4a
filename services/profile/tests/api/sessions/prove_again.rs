use crate::support::{PASSWORD, Tokens, World, new_device};
use chrono::TimeDelta;
use serde_json::json;
use testing::Answer;

async fn prove(world: &World, access_token: &str, method: &str, proof: &str) -> Answer {
    let body = json!({ "method": method, "proof": proof });
    let post = world.api.post("/api/v2/profile/sessions/current/authentications");
    post.bearer(access_token).json(&body).send().await
}

/// Anna, whose log-in is of eleven minutes ago.
async fn stale() -> (World, Tokens) {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    world.clock.advance(TimeDelta::minutes(11));
    (world, tokens)
}

async fn remove_totp(world: &World, access_token: &str) -> Answer {
    world.api.delete("/api/v2/profile/me/totp").bearer(access_token).send().await
}

#[tokio::test]
async fn the_password_makes_a_session_fresh_again() {
    let (world, tokens) = stale().await;
    remove_totp(&world, &tokens.access).await.expect(401);

    let proved = prove(&world, &tokens.access, "password", PASSWORD).await.expect(200);

    insta::assert_json_snapshot!(proved.json(), { ".accessToken" => "[access]" }, @r#"
    {
      "accessToken": "[access]",
      "authenticatedAt": "2025-03-03T09:11:00.000Z",
      "expiresIn": 900,
      "tokenType": "Bearer"
    }
    "#);
    let fresh = proved.json()["accessToken"].as_str().expect("a token").to_owned();
    remove_totp(&world, &fresh).await.expect(204);
    remove_totp(&world, &tokens.access).await.expect(401);
    let session = world.current_session(&fresh).await.expect(200).json();
    assert_eq!(session["sessionId"], json!(tokens.session));
    assert_eq!(session["authenticatedAt"], "2025-03-03T09:11:00.000Z");
}

#[tokio::test]
async fn a_code_makes_a_session_fresh_once() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    let app = world.enrol(&tokens.access).await;
    world.clock.advance(TimeDelta::minutes(11));
    let code = app.code(world.clock.now());

    prove(&world, &tokens.access, "totp", &code).await.expect(200);
    prove(&world, &tokens.access, "totp", &code).await.expect(422);
}

#[tokio::test]
async fn nothing_else_does() {
    let (world, tokens) = stale().await;
    prove(&world, &tokens.access, "password", "another horse").await.expect(422);
    prove(&world, &tokens.access, "password", "short").await.expect(422);
    prove(&world, &tokens.access, "totp", "123456").await.expect(422);
    prove(&world, &tokens.access, "charm", "123456").await.expect(422);
    remove_totp(&world, &tokens.access).await.expect(401);
}

#[tokio::test]
async fn after_five_failures_in_a_row_a_session_takes_no_more() {
    let (world, tokens) = stale().await;
    for _ in 0..4 {
        prove(&world, &tokens.access, "password", "another horse").await.expect(422);
    }
    prove(&world, &tokens.access, "password", PASSWORD).await.expect(200);
    for _ in 0..5 {
        prove(&world, &tokens.access, "password", "another horse").await.expect(422);
    }

    prove(&world, &tokens.access, "password", PASSWORD).await.expect(403);

    let other = world.log_in("anna@example.org", new_device()).await;
    prove(&world, &other.access, "password", PASSWORD).await.expect(200);
}
