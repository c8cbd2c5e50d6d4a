use crate::support::{PASSWORD, World, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{AddressTarget, EmailAddressConfirmed, EmailVerificationRequested};
use futures::future::join_all;
use profile::domain::Purpose;
use serde_json::json;

const VERIFIED: &str = "select count(*) from users where email_verified_at is not null";

#[tokio::test]
async fn a_registration_asks_for_proof_and_the_code_gives_it() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    assert_eq!(world.count(VERIFIED).await, 0);
    let asked = world.published::<EmailVerificationRequested>().await;
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].user_id, asked[0].target), (anna, AddressTarget::Current));

    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    world.post_confirmation(anna, &code.to_lowercase().replace('-', " ")).await.expect(204);

    assert_eq!(world.count(VERIFIED).await, 1);
    let told = world.published::<EmailAddressConfirmed>().await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].user_id, told[0].request_id), (anna, asked[0].request_id));
    assert_eq!(told[0].target, AddressTarget::Current);
}

#[tokio::test]
async fn a_repeat_of_a_lost_answer_succeeds_and_changes_nothing() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    world.post_confirmation(anna, &code).await.expect(204);

    world.clock.advance(TimeDelta::minutes(10));
    world.post_confirmation(anna, &code).await.expect(204);
    assert_eq!(world.published::<EmailAddressConfirmed>().await.len(), 1);

    world.clock.advance(TimeDelta::seconds(1));
    world.post_confirmation(anna, &code).await.expect(422);
}

#[tokio::test]
async fn of_a_thousand_at_once_one_has_an_effect() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;

    join_all((0..1000).map(|_| world.post_confirmation(anna, &code))).await;

    assert_eq!(world.count(VERIFIED).await, 1);
    assert_eq!(world.published::<EmailAddressConfirmed>().await.len(), 1);
}

#[tokio::test]
async fn every_code_that_is_not_the_one_has_one_answer() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;

    let wrong = world.post_confirmation(anna, "00000-00000").await;

    insta::assert_json_snapshot!(wrong, @r#"
    {
      "body": {
        "detail": "The code is not right, was used, or is too old. Ask for another.",
        "status": 422,
        "title": "Code not accepted",
        "type": "urn:tall:problem:code-not-accepted"
      },
      "status": 422
    }
    "#);
    let nobodys = world.post_confirmation(new_user(), &code).await;
    assert_eq!((nobodys.status(), nobodys.json()), (wrong.status(), wrong.json()));
    world.clock.advance(TimeDelta::days(1));
    let late = world.post_confirmation(anna, &code).await;
    assert_eq!((late.status(), late.json()), (wrong.status(), wrong.json()));
}

#[tokio::test]
async fn what_is_no_code_is_refused_by_field() {
    let world = World::new().await;
    let body = json!({ "userId": new_user(), "code": "123" });
    let answer = world.api.post("/api/v2/profile/email-confirmations").json(&body).send().await.expect(422);
    assert_eq!(answer.json()["errors"][0]["pointer"], "/code");
}

#[tokio::test]
async fn a_code_holds_fifty_attempts() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    sqlx::query("update codes set attempts = 49").execute(&world.pool()).await.expect("tried before");

    world.post_confirmation(anna, "00000-00000").await.expect(422);
    world.post_confirmation(anna, &code).await.expect(422);

    let again = world.mailed_code(anna, Purpose::VerifyEmail).await;
    world.post_confirmation(anna, &again).await.expect(204);
}

#[tokio::test]
async fn one_network_tries_few_codes_on_one_account() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    for _ in 0..15 {
        world.post_confirmation(anna, "00000-00000").await.expect(422);
    }
    world.post_confirmation(anna, &code).await.expect(422);

    world.clock.advance(TimeDelta::minutes(1));

    world.post_confirmation(anna, &code).await.expect(204);
}

#[tokio::test]
async fn the_code_outlives_a_rotation_of_the_key_that_digests_it() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    let rotated = world.with_rotated_index().await;
    rotated.post_confirmation(anna, &code).await.expect(204);
    rotated.post_session("anna@example.org", PASSWORD, new_device()).await.expect(201);
}
