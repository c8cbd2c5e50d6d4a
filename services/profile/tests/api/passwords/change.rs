use crate::support::{PASSWORD, Tokens, World, new_device};
use chrono::TimeDelta;
use events::profile::{PasswordChangeMethod, PasswordChanged, RevocationReason, SessionRevoked};
use serde_json::json;
use testing::Answer;

const NEW: &str = "drie gele olifanten";

async fn change(world: &World, tokens: &Tokens, current: &str, password: &str) -> Answer {
    let put = world.api.put("/api/v2/profile/me/password").bearer(&tokens.access);
    put.json(&json!({ "currentPassword": current, "password": password })).send().await
}

#[tokio::test]
async fn this_session_goes_on_and_every_other_ends() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    let (here, there) = (new_device(), new_device());
    let kept = world.log_in("anna@example.org", here).await;
    let ended = world.log_in("anna@example.org", there).await;

    change(&world, &kept, PASSWORD, NEW).await.expect(204);

    world.current_session(&kept.access).await.expect(200);
    world.refresh(&kept.refresh, here).await.expect(200);
    world.current_session(&ended.access).await.expect(401);
    world.refresh(&ended.refresh, there).await.expect(401);
    world.post_session("anna@example.org", PASSWORD, here).await.expect(401);
    world.post_session("anna@example.org", NEW, here).await.expect(201);
    let changed = world.published::<PasswordChanged>().await;
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].user_id, changed[0].method), (anna, PasswordChangeMethod::Change));
    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(revoked.len(), 1);
    assert_eq!(
        (revoked[0].session_id, revoked[0].reason),
        (Some(ended.session), RevocationReason::PasswordChanged)
    );
}

#[tokio::test]
async fn the_password_before_must_be_right() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;

    let answer = change(&world, &tokens, "another horse", NEW).await;

    insta::assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "detail": "This is not your password.",
        "errors": [
          {
            "code": "wrong-password",
            "message": "This is not your password.",
            "pointer": "/currentPassword"
          }
        ],
        "status": 422,
        "title": "Fields refused",
        "type": "urn:tall:problem:invalid-fields"
      },
      "status": 422
    }
    "#);
    assert!(world.published::<PasswordChanged>().await.is_empty());
}

#[tokio::test]
async fn a_stolen_session_guesses_no_password() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    for _ in 0..10 {
        change(&world, &tokens, "another horse", NEW).await.expect(422);
    }
    change(&world, &tokens, PASSWORD, NEW).await.expect(422);

    world.clock.advance(TimeDelta::minutes(1));

    change(&world, &tokens, PASSWORD, NEW).await.expect(204);
}

#[tokio::test]
async fn a_repeat_of_a_lost_answer_succeeds_and_changes_nothing() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    change(&world, &tokens, PASSWORD, NEW).await.expect(204);
    let elsewhere = world.log_in_with("anna@example.org", NEW, new_device()).await;

    change(&world, &tokens, PASSWORD, NEW).await.expect(204);

    world.current_session(&elsewhere.access).await.expect(200);
    assert_eq!(world.published::<PasswordChanged>().await.len(), 1);
}

#[tokio::test]
async fn it_needs_a_fresh_log_in() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    world.clock.advance(TimeDelta::minutes(10) + TimeDelta::seconds(1));
    let answer = change(&world, &tokens, PASSWORD, NEW).await.expect(401);
    assert_eq!(answer.json()["type"], "urn:tall:problem:stale-authentication");
}
