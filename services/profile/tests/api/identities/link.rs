use super::{BEGIN_LINK, Campus, LINK, assert_refused};
use crate::support::{Tokens, new_device};
use chrono::TimeDelta;
use events::profile::{IdentityChange, IdentityChanged};
use futures::future::join_all;
use serde_json::{Value, json};
use testing::Caller;

async fn own(campus: &Campus, tokens: &Tokens) -> Value {
    let get = campus.world.api.get(LINK).bearer(&tokens.access);
    get.send().await.expect(200).json()["items"].clone()
}

async fn unlink(campus: &Campus, tokens: &Tokens, id: &Value) -> testing::Answer {
    let path = format!("{LINK}/{}", id.as_str().expect("an id"));
    campus.world.api.delete(path).bearer(&tokens.access).send().await
}

#[tokio::test]
async fn an_identity_is_linked_with_proof_of_both_and_its_owner_is_told() {
    let campus = Campus::new().await;
    let (anna, tokens) = campus.anna().await;

    let linked = campus.link(&tokens, "anna").await.expect(201).json();

    assert_eq!((&linked["providerId"], &linked["providerName"]), (&json!("school"), &json!("The school")));
    assert_eq!(own(&campus, &tokens).await, json!([linked]));
    let told = campus.world.published::<IdentityChanged>().await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].user_id, told[0].change), (anna, IdentityChange::Linked));
    assert_eq!(told[0].provider, "school");
}

#[tokio::test]
async fn it_begins_with_a_proof_of_the_last_minutes() {
    let campus = Campus::new().await;
    let (_, tokens) = campus.anna().await;
    campus.world.clock.advance(TimeDelta::minutes(11));

    let post = campus.world.api.post(BEGIN_LINK).bearer(&tokens.access);
    let answer = post.json(&json!({ "providerId": "school" })).send().await;

    assert_refused(answer, 401, "stale-authentication");
}

#[tokio::test]
async fn the_session_that_began_must_end_it() {
    let campus = Campus::new().await;
    let (_, mine) = campus.anna().await;
    let elsewhere = campus.world.log_in("anna@example.org", new_device()).await;
    let (_, theirs) = campus.somebody("bram@example.org").await;
    let away = campus.begin_link(&mine).await;
    let back = campus.school().lets_through(&away.address, "anna");

    for other in [&elsewhere, &theirs] {
        assert_refused(campus.finish_link(other, &away, &back).await, 422, "authorization-not-accepted");
    }
    assert_refused(campus.finish(&away, &back).await, 422, "authorization-not-accepted");
    campus.finish_link(&mine, &away, &back).await.expect(201);
}

#[tokio::test]
async fn a_log_in_links_nothing() {
    let campus = Campus::new().await;
    let (_, tokens) = campus.anna().await;
    let away = campus.begin().await;
    let back = campus.school().lets_through(&away.address, "anna");

    assert_refused(campus.finish_link(&tokens, &away, &back).await, 422, "authorization-not-accepted");

    assert_eq!(own(&campus, &tokens).await, json!([]));
}

#[tokio::test]
async fn linking_again_changes_nothing() {
    let campus = Campus::new().await;
    let (_, tokens) = campus.linked().await;

    let again = campus.link(&tokens, "anna").await.expect(200).json();

    assert_eq!(own(&campus, &tokens).await, json!([again]));
    assert_eq!(campus.world.published::<IdentityChanged>().await.len(), 1);
}

#[tokio::test]
async fn an_identity_belongs_to_one_account() {
    let campus = Campus::new().await;
    campus.linked().await;
    let (_, bram) = campus.somebody("bram@example.org").await;

    assert_refused(campus.link(&bram, "anna").await, 409, "identity-taken");
}

#[tokio::test]
async fn an_account_has_one_identity_of_each_school() {
    let campus = Campus::new().await;
    let (_, tokens) = campus.linked().await;

    assert_refused(campus.link(&tokens, "anna-2").await, 409, "provider-linked");
}

#[tokio::test]
async fn of_two_who_link_one_identity_at_once_one_does() {
    let campus = Campus::new().await;
    let mut ready = Vec::new();
    for number in 0..4 {
        let (_, tokens) = campus.somebody(&format!("user{number}@example.org")).await;
        let away = campus.begin_link(&tokens).await;
        let back = campus.school().lets_through(&away.address, "anna");
        ready.push((tokens, away, back));
    }

    let linking = ready.iter().map(|(tokens, away, back)| campus.finish_link(tokens, away, back));
    let answers = join_all(linking).await;

    let mut statuses: Vec<_> = answers.iter().map(testing::Answer::status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409]);
    assert_eq!(campus.world.count("select count(*) from identities").await, 1);
    assert_eq!(campus.world.published::<IdentityChanged>().await.len(), 1);
}

#[tokio::test]
async fn what_is_unlinked_logs_nobody_in_and_the_password_still_does() {
    let campus = Campus::new().await;
    let (anna, tokens) = campus.linked().await;
    let id = own(&campus, &tokens).await[0]["identityId"].clone();

    unlink(&campus, &tokens, &id).await.expect(204);

    unlink(&campus, &tokens, &id).await.expect(404);
    assert_refused(campus.log_in_as("anna").await, 422, "identity-not-linked");
    campus.world.log_in("anna@example.org", new_device()).await;
    let told = campus.world.published::<IdentityChanged>().await;
    assert_eq!(told.len(), 2);
    assert_eq!((told[1].user_id, told[1].change), (anna, IdentityChange::Unlinked));
}

#[tokio::test]
async fn unlinking_needs_a_proof_of_the_last_minutes() {
    let campus = Campus::new().await;
    let (_, tokens) = campus.linked().await;
    let id = own(&campus, &tokens).await[0]["identityId"].clone();
    campus.world.clock.advance(TimeDelta::minutes(11));

    assert_refused(unlink(&campus, &tokens, &id).await, 401, "stale-authentication");
}

#[tokio::test]
async fn after_unlinking_another_account_may_have_it() {
    let campus = Campus::new().await;
    let (_, anna) = campus.linked().await;
    let id = own(&campus, &anna).await[0]["identityId"].clone();
    let (bram_id, bram) = campus.somebody("bram@example.org").await;
    unlink(&campus, &bram, &id).await.expect(404);
    unlink(&campus, &anna, &id).await.expect(204);

    campus.link(&bram, "anna").await.expect(201);

    let answer = campus.log_in_as("anna").await.expect(201);
    assert_eq!(answer.json()["user"]["id"], bram_id.to_string());
}

#[tokio::test]
async fn after_a_deletion_who_registers_anew_may_link_it_again() {
    let campus = Campus::new().await;
    let (anna, tokens) = campus.linked().await;
    let away = campus.begin_link(&tokens).await;
    let admin = campus.world.caller(Caller::technical_admin()).await;
    let path = format!("/api/v2/profile/users/{anna}");

    campus.world.api.delete(path).as_(&admin).send().await.expect(204);

    assert_eq!(campus.world.count("select count(*) from authorizations").await, 0, "{away:?}");
    assert_refused(campus.log_in_as("anna").await, 422, "identity-not-linked");
    let (again, tokens) = campus.anna().await;
    campus.link(&tokens, "anna").await.expect(201);
    let answer = campus.log_in_as("anna").await.expect(201);
    assert_eq!(answer.json()["user"]["id"], again.to_string());
}
