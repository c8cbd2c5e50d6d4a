use crate::support::{PASSWORD, Tokens, World, intake, new_device};
use chrono::TimeDelta;
use events::profile::{
    AddressTarget, EmailAddressConfirmed, EmailVerificationRequested, PiiSubmitted, RegistrationRepeated,
};
use futures::future::join;
use ids::UserId;
use profile::domain::Purpose;
use serde_json::json;
use testing::Answer;

async fn anna(world: &World) -> (UserId, Tokens) {
    let anna = world.register("anna@example.org").await;
    (anna, world.log_in("anna@example.org", new_device()).await)
}

async fn ask(world: &World, tokens: &Tokens, email: &str) -> Answer {
    let put = world.api.put("/api/v2/profile/me/email").bearer(&tokens.access);
    put.json(&json!({ "email": email })).send().await
}

#[tokio::test]
async fn a_new_address_is_had_once_it_is_proved() {
    let world = World::new().await;
    let (anna, tokens) = anna(&world).await;

    ask(&world, &tokens, "anna@example.net").await.expect(202);

    let asked = world.published::<EmailVerificationRequested>().await.pop().expect("asked");
    assert_eq!((asked.user_id, asked.target), (anna, AddressTarget::Pending));
    let sealed = world.published::<PiiSubmitted>().await.pop().expect("sealed");
    assert_eq!(
        intake::open(&sealed),
        json!({ "pendingEmail": "anna@example.net", "requestId": asked.request_id })
    );
    world.post_session("anna@example.net", PASSWORD, new_device()).await.expect(401);
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(201);

    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    world.post_confirmation(anna, &code).await.expect(204);

    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);
    world.post_session("anna@example.net", PASSWORD, new_device()).await.expect(201);
    let told = world.published::<EmailAddressConfirmed>().await.pop().expect("told");
    assert_eq!(
        (told.user_id, told.request_id, told.target),
        (anna, asked.request_id, AddressTarget::Pending)
    );
    world.current_session(&tokens.access).await.expect(200);
}

#[tokio::test]
async fn a_taken_address_is_answered_like_a_free_one_and_its_owner_is_told() {
    let world = World::new().await;
    let (anna, tokens) = anna(&world).await;
    let ben = world.register("ben@example.org").await;
    let before = world.outgoing().await.len();

    let free = ask(&world, &tokens, "free@example.org").await.expect(202);
    let after_free = world.outgoing().await.len();
    let taken = ask(&world, &tokens, "ben@example.org").await.expect(202);

    assert_eq!(taken.bytes(), free.bytes());
    assert_eq!((after_free - before, world.outgoing().await.len() - after_free), (2, 1));
    let told = world.published::<RegistrationRepeated>().await;
    assert_eq!(told.iter().map(|fact| fact.user_id).collect::<Vec<_>>(), [ben]);
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    world.post_confirmation(anna, &code).await.expect(204);
    world.post_session("free@example.org", PASSWORD, new_device()).await.expect(201);
}

#[tokio::test]
async fn the_own_address_is_no_change() {
    let world = World::new().await;
    let (_, tokens) = anna(&world).await;
    let before = world.outgoing().await.len();
    ask(&world, &tokens, "ANNA@example.org").await.expect(202);
    assert_eq!(world.outgoing().await.len(), before);
}

#[tokio::test]
async fn of_two_who_prove_one_address_at_once_one_has_it() {
    let world = World::new().await;
    let (anna, annas) = anna(&world).await;
    let ben = world.register("ben@example.org").await;
    let bens = world.log_in("ben@example.org", new_device()).await;
    ask(&world, &annas, "both@example.org").await.expect(202);
    ask(&world, &bens, "both@example.org").await.expect(202);
    let codes = (
        world.mailed_code(anna, Purpose::VerifyEmail).await,
        world.mailed_code(ben, Purpose::VerifyEmail).await,
    );

    let (one, other) =
        join(world.post_confirmation(anna, &codes.0), world.post_confirmation(ben, &codes.1)).await;

    let mut statuses = [one.status(), other.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 409]);
    let loser = if one.status() == 409 { one } else { other };
    assert_eq!(loser.json()["type"], "urn:tall:problem:address-taken");
    let proved = world.published::<EmailAddressConfirmed>().await;
    assert_eq!(proved.iter().filter(|fact| fact.target == AddressTarget::Pending).count(), 1);
}

#[tokio::test]
async fn an_address_under_an_older_key_is_taken_as_well() {
    let world = World::new().await;
    let (_, tokens) = anna(&world).await;
    world.register("ben@example.org").await;
    let rotated = world.with_rotated_index().await;
    let before = world.outgoing().await.len();
    ask(&rotated, &tokens, "ben@example.org").await.expect(202);
    assert_eq!(world.outgoing().await.len(), before + 1, "its owner is told, and nothing else");
}

#[tokio::test]
async fn it_needs_a_fresh_log_in() {
    let world = World::new().await;
    let (_, tokens) = anna(&world).await;
    world.clock.advance(TimeDelta::minutes(10) + TimeDelta::seconds(1));
    let answer = ask(&world, &tokens, "anna@example.net").await.expect(401);
    assert_eq!(answer.json()["type"], "urn:tall:problem:stale-authentication");
    assert_eq!(world.count("select count(*) from email_changes").await, 0);
}
