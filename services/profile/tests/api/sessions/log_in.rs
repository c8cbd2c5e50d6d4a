use crate::support::{PASSWORD, Queue, Tokens, World, new_device, new_user, registration, with};
use events::profile::{LoginSucceeded, Platform};
use futures::future::join_all;
use profile::credentials::{Passwords, passwords::Cost};
use profile::domain::Password;
use prometheus::Registry;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn logging_in_gives_two_tokens() {
    let world = World::new().await;
    world.register("anna@example.org").await;

    let answer = world.post_session(" ANNA@example.org", PASSWORD, new_device()).await;

    assert_eq!(answer.header("cache-control"), Some("no-store"));
    insta::assert_json_snapshot!(answer, {
        ".body.accessToken" => "[access]", ".body.refreshToken" => "[refresh]", ".body.sessionId" => "[session]",
        ".body.user.id" => "[id]",
    }, @r#"
    {
      "body": {
        "accessToken": "[access]",
        "expiresIn": 900,
        "refreshExpiresAt": "2025-03-10T09:00:00.000Z",
        "refreshToken": "[refresh]",
        "sessionId": "[session]",
        "tokenType": "Bearer",
        "user": {
          "id": "[id]",
          "role": "student"
        }
      },
      "status": 201
    }
    "#);
    world.current_session(&Tokens::of(&answer).access).await.expect(200);
}

#[tokio::test]
async fn it_is_told_with_the_device_and_whether_it_was_known() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    let device = new_device();

    let first = world.log_in("anna@example.org", device).await;
    world.log_in("anna@example.org", device).await;

    let told = world.published::<LoginSucceeded>().await;
    assert_eq!(told.len(), 2);
    assert_eq!((told[0].user_id, told[0].session_id, told[0].device_id), (anna, first.session, device));
    assert_eq!(told[0].platform, Platform::Web);
    assert_eq!((told[0].known_device, told[1].known_device), (false, true));
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_have_one_answer() {
    let world = World::new().await;
    world.register("anna@example.org").await;

    let wrong = world.post_session("anna@example.org", "another horse", new_device()).await;
    let unknown = world.post_session("nobody@example.org", "another horse", new_device()).await;

    insta::assert_json_snapshot!(wrong, @r#"
    {
      "body": {
        "detail": "The address or the password is not right, or the address is not confirmed yet: open the link in the mail that was sent to it.",
        "status": 401,
        "title": "Address or password not accepted",
        "type": "urn:tall:problem:bad-credentials"
      },
      "status": 401
    }
    "#);
    let strip = |answer: &testing::Answer| (answer.status(), answer.json(), answer.headers().keys().len());
    assert_eq!(strip(&wrong), strip(&unknown));
    assert_eq!(world.count("select count(*) from sessions").await, 0);
    assert!(world.published::<LoginSucceeded>().await.is_empty());
}

#[tokio::test]
async fn until_the_address_is_proved_nothing_tells_a_right_password_from_a_wrong_one() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;

    let right = world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);

    let wrong = world.post_session("anna@example.org", "another horse", new_device()).await.expect(401);
    let unknown = world.post_session("nobody@example.org", "another horse", new_device()).await.expect(401);
    assert_eq!((right.json(), wrong.json()), (wrong.json(), unknown.json()));
    assert_eq!(world.count("select count(*) from sessions").await, 0);
    assert!(world.published::<LoginSucceeded>().await.is_empty());

    world.confirm_email(anna).await;

    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(201);
}

/// Else whoever registers an address learns by its log-in whether it was free.
#[tokio::test]
async fn a_registration_of_a_taken_address_and_of_a_free_one_lead_to_the_same_log_in() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    for address in ["anna@example.org", "free@example.org"] {
        let body = with(&registration(address), "password", "the horse of a stranger");
        world.put_user(new_user(), &body).await.expect(201);
    }

    let taken = world.post_session("anna@example.org", "the horse of a stranger", new_device()).await;

    let free = world.post_session("free@example.org", "the horse of a stranger", new_device()).await;
    assert_eq!((taken.status(), taken.json()), (free.status(), free.json()));
    assert_eq!(free.status(), 401);
}

#[tokio::test]
async fn an_administrator_proves_the_address_before_the_second_factor() {
    let world = World::new().await;
    let emma = world.newcomer("emma@example.org").await;
    sqlx::query("update users set role = 'educational_admin'").execute(&world.pool()).await.expect("a role");

    let refused = world.post_session("emma@example.org", PASSWORD, new_device()).await.expect(401);

    assert_eq!(refused.json()["type"], "urn:tall:problem:bad-credentials");
    assert_eq!(world.count("select count(*) from log_in_challenges").await, 0);
    world.confirm_email(emma).await;
    world.post_session("emma@example.org", PASSWORD, new_device()).await.expect(202);
}

#[tokio::test]
async fn a_suspended_account_is_refused_like_a_wrong_password_proved_or_not() {
    let world = World::new().await;
    world.newcomer("anna@example.org").await;
    sqlx::query("update users set status = 'suspended'").execute(&world.pool()).await.expect("suspended");
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);
}

#[tokio::test]
async fn a_text_that_is_no_address_or_password_is_refused_by_field() {
    let world = World::new().await;
    let body = json!({ "email": "anna", "password": "short", "device": { "id": new_device() } });
    let answer = world.api.post("/api/v2/profile/sessions").json(&body).send().await.expect(422);
    let pointers: Vec<_> = answer.json()["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| error["pointer"].clone())
        .collect();
    assert_eq!(pointers, ["/password", "/email"]);
}

#[tokio::test]
async fn a_hash_of_another_cost_is_made_anew() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let dearer = Cost { passes: 3, ..Cost::FLOOR };
    let passwords = Passwords::new(dearer, 1, 1, [1; 16], &Registry::new()).expect("a queue");
    let password = Password::parse(&PASSWORD.into()).expect("a password");
    let old = passwords.hash(&password, [2; 16]).await.expect("a hash");
    sqlx::query("update users set password_hash = $1").bind(old).execute(&world.pool()).await.expect("set");

    world.log_in("anna@example.org", new_device()).await;

    let today = "select count(*) from users where password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'";
    assert_eq!(world.count(today).await, 1);
    world.log_in("anna@example.org", new_device()).await;
}

#[tokio::test]
async fn while_the_key_of_the_index_rotates_a_log_in_moves_the_account() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let rotated = world.with_rotated_index().await;

    rotated.log_in("anna@example.org", new_device()).await;

    assert_eq!(world.count("select count(*) from users where email_index_key = '2'").await, 1);
    rotated.log_in("anna@example.org", new_device()).await;
    let again =
        rotated.put_user(crate::support::new_user(), &crate::support::registration("anna@example.org")).await;
    assert_eq!(again.status(), 201);
    assert_eq!(world.count("select count(*) from users").await, 1, "the address is still taken");
}

#[tokio::test]
async fn whoever_finds_the_queue_full_is_sent_away_before_the_store_is_asked() {
    let world = World::with_queue(Queue { cores: 1, waiting: 0 }).await;
    let place = world.app.passwords.enter().expect("the only place");
    // Whoever waited for a connection would wait for seconds.
    let pool = world.pool();
    let _connections = join_all((0..8).map(|_| pool.acquire())).await;

    let asked = world.post_session("anna@example.org", PASSWORD, new_device());
    let answer = tokio::time::timeout(Duration::from_secs(1), asked).await.expect("at once");

    assert_eq!((answer.status().as_u16(), answer.header("retry-after")), (503, Some("2")));
    drop(place);
}

#[tokio::test]
async fn a_full_queue_says_when_to_come_back() {
    let world = World::with_queue(Queue { cores: 1, waiting: 1 }).await;
    let answers =
        join_all((0..8).map(|_| world.post_session("nobody@example.org", PASSWORD, new_device()))).await;

    let (busy, served): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status() == 503);
    assert!(!served.is_empty() && served.iter().all(|answer| answer.status() == 401));
    assert!(!busy.is_empty());
    assert!(busy.iter().all(|answer| answer.header("retry-after") == Some("2")));
}
