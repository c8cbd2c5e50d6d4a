//! The contract of the clients already out.

use crate::support::{PASSWORD, World};
use events::profile::{LoginSucceeded, SessionRevoked, UserCreated};
use ids::DeviceId;
use serde_json::{Value, json};
use testing::Answer;

async fn post(world: &World, operation: &str, body: &Value) -> Answer {
    world.api.post(format!("/api/v1/profile/{operation}")).without("x-client-version").json(body).send().await
}

async fn register(world: &World) -> Answer {
    let body = json!({ "email": "anna@example.org", "password": PASSWORD, "givenName": "Anna", "familyName": "de Vries" });
    post(world, "register", &body).await
}

/// Registers somebody, who then proves their address.
async fn register_and_prove(world: &World) {
    let registered = register(world).await.expect(201).json();
    world.confirm_email(registered["userId"].as_str().expect("an id").parse().expect("an id")).await;
}

async fn log_in(world: &World) -> Value {
    post(world, "login", &json!({ "email": "anna@example.org", "password": PASSWORD }))
        .await
        .expect(200)
        .json()
}

#[tokio::test]
async fn an_old_client_lives_its_day() {
    let world = World::new().await;
    let registered = register(&world).await;
    insta::assert_json_snapshot!(registered, { ".body.userId" => "[id]" }, @r#"
    {
      "body": {
        "userId": "[id]"
      },
      "status": 201
    }
    "#);

    let credentials = json!({ "email": "anna@example.org", "password": PASSWORD });
    let early = post(&world, "login", &credentials).await.expect(401).json();
    assert_eq!(early["error"], "bad-credentials");
    let id = registered.json()["userId"].as_str().expect("an id").parse().expect("an id");
    world.confirm_email(id).await;

    let answer = post(&world, "login", &credentials).await;
    insta::assert_json_snapshot!(answer, {
        ".body.accessToken" => "[access]", ".body.refreshToken" => "[refresh]", ".body.userId" => "[id]",
    }, @r#"
    {
      "body": {
        "accessToken": "[access]",
        "expiresIn": 900,
        "refreshToken": "[refresh]",
        "role": "student",
        "userId": "[id]"
      },
      "status": 200
    }
    "#);
    let tokens = answer.json();

    let refreshed =
        post(&world, "refresh", &json!({ "refreshToken": tokens["refreshToken"] })).await.expect(200).json();
    let access = refreshed["accessToken"].as_str().expect("a token");
    let me = world.api.get("/api/v1/profile/me").without("x-client-version").bearer(access).send().await;
    insta::assert_json_snapshot!(me, { ".body.userId" => "[id]" }, @r#"
    {
      "body": {
        "language": "nl",
        "role": "student",
        "userId": "[id]"
      },
      "status": 200
    }
    "#);

    let goodbye = json!({ "refreshToken": refreshed["refreshToken"] });
    post(&world, "logout", &goodbye).await.expect(204);
    post(&world, "logout", &goodbye).await.expect(204);
    post(&world, "refresh", &goodbye).await.expect(401);
    assert_eq!(world.published::<SessionRevoked>().await.len(), 1);
}

#[tokio::test]
async fn errors_are_flat() {
    let world = World::new().await;
    register(&world).await.expect(201);
    let wrong =
        post(&world, "login", &json!({ "email": "anna@example.org", "password": "another horse" })).await;
    insta::assert_json_snapshot!(wrong, @r#"
    {
      "body": {
        "error": "bad-credentials",
        "message": "The address or the password is not right, or the address is not confirmed yet: open the link in the mail that was sent to it."
      },
      "status": 401
    }
    "#);
    let invalid = post(&world, "login", &json!({ "email": "anna", "password": "another horse" })).await;
    insta::assert_json_snapshot!(invalid, @r#"
    {
      "body": {
        "error": "invalid-fields",
        "message": "Not an e-mail address: expected something like name@example.org."
      },
      "status": 422
    }
    "#);
}

#[tokio::test]
async fn a_taken_address_is_answered_like_a_free_one() {
    let world = World::new().await;
    register(&world).await.expect(201);
    register(&world).await.expect(201);
    assert_eq!(world.published::<UserCreated>().await.len(), 1);
}

#[tokio::test]
async fn a_session_of_v1_stands_for_its_device() {
    let world = World::new().await;
    register_and_prove(&world).await;
    log_in(&world).await;
    let told = world.published::<LoginSucceeded>().await;
    assert_eq!(told[0].device_id, DeviceId::new(told[0].session_id.as_uuid()));
    assert!(!told[0].known_device);
}

#[tokio::test]
async fn logging_out_with_nonsense_is_no_error_and_ends_nothing() {
    let world = World::new().await;
    register_and_prove(&world).await;
    let tokens = log_in(&world).await;
    post(&world, "logout", &json!({ "refreshToken": "nonsense" })).await.expect(204);
    post(&world, "refresh", &json!({ "refreshToken": tokens["refreshToken"] })).await.expect(200);
}

#[tokio::test]
async fn products_come_by_the_page() {
    let world = World::new().await;
    let page = |query: &str| world.api.get(format!("/api/v1/profile/products{query}")).send();
    let all = page("").await.expect(200).json();
    assert_eq!(all["total"], all["items"].as_array().expect("items").len());
    let second = page("?page=2&perPage=1").await.expect(200).json();
    assert_eq!(second["items"][0], all["items"][1]);
    assert_eq!(page("?page=100&perPage=100").await.expect(200).json()["items"], json!([]));
}
