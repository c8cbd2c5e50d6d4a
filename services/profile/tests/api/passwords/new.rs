//! Which passwords no account may have.

use crate::support::{World, new_device, new_user, registration, with};
use profile::credentials::Breached;
use serde_json::{Value, json};
use std::io::Write;
use testing::Answer;

fn code(answer: &Answer) -> Value {
    let error = &answer.json()["errors"][0];
    assert_eq!(error["pointer"], "/password");
    error["code"].clone()
}

#[tokio::test]
async fn what_thieves_try_first_protects_no_account() {
    let world = World::new().await;
    let body = registration("anneke.bakker@example.org");
    for (password, refusal) in [
        ("Password1234", "breached-password"),
        ("qwertyuiop", "breached-password"),
        ("Anneke.Bakker1", "predictable-password"),
        ("tall ecosystem", "predictable-password"),
    ] {
        let answer = world.put_user(new_user(), &with(&body, "password", password)).await.expect(422);
        assert_eq!(code(&answer), refusal, "{password}");
    }
    assert_eq!(world.count("select count(*) from registrations").await, 0);
    world.put_user(new_user(), &body).await.expect(201);
}

#[tokio::test]
async fn v1_keeps_the_same_rule() {
    let world = World::new().await;
    let names =
        json!({ "email": "anna@example.org", "password": "qwertyuiop", "givenName": "A", "familyName": "B" });
    let answer = world.api.post("/api/v1/profile/register").json(&names).send().await.expect(422);
    assert_eq!(answer.json()["error"], "invalid-fields");
}

#[tokio::test]
async fn a_reset_and_a_change_keep_it_too_and_use_nothing_up() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    let change = json!({ "currentPassword": crate::support::PASSWORD, "password": "qwertyuiop" });
    let put = world.api.put("/api/v2/profile/me/password").bearer(&tokens.access);
    assert_eq!(code(&put.json(&change).send().await.expect(422)), "breached-password");

    world.ask_for_reset("anna@example.org").await.expect(202);
    let mailed = world.mailed_code(anna, profile::domain::Purpose::ResetPassword).await;
    let refused = world.reset_password("anna@example.org", &mailed, "qwertyuiop").await.expect(422);
    assert_eq!(code(&refused), "breached-password");
    world.reset_password("anna@example.org", &mailed, "drie gele olifanten").await.expect(204);
}

#[tokio::test]
async fn an_operators_list_is_kept_to_as_well() {
    let mut world = World::new().await;
    let mut list = tempfile::NamedTempFile::new().expect("a file");
    // printf 'blauwe regenboog' | sha1sum
    write!(list, "93A2978C56AF63052F47E6E83476C513D4E50EA0:2\r\n").expect("written");
    let sum = "printf 'blauwe regenboog' | sha1sum";
    world.app.breached = Breached::with(Some(list.path())).expect(sum);
    let world = world.serving_its_app();
    let body = with(&registration("anna@example.org"), "password", "blauwe regenboog");
    assert_eq!(code(&world.put_user(new_user(), &body).await.expect(422)), "breached-password");
}
