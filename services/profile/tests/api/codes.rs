//! Codes that mails carry, as the service that writes the mails gets them.

use crate::support::World;
use chrono::TimeDelta;
use ids::{CauseId, UserId};
use profile::{
    commands::{self, IssuedCode},
    domain::Purpose,
};
use secrecy::ExposeSecret;
use uuid::Uuid;

async fn cause(world: &World) -> CauseId {
    let cause = sqlx::query_scalar("select cause_id from codes").fetch_one(&world.pool()).await;
    CauseId::new(cause.expect("one request for a code"))
}

async fn issue(world: &World, cause: CauseId, user: UserId, purpose: Purpose) -> Option<IssuedCode> {
    commands::issue_code(&world.app, cause, user, purpose).await.ok()
}

#[tokio::test]
async fn only_what_profile_asked_for_has_a_code() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let ben = world.somebody("student").await;
    let cause = cause(&world).await;
    let other = CauseId::new(Uuid::from_u128(7));

    assert!(issue(&world, cause, ben, Purpose::VerifyEmail).await.is_none(), "for another user");
    assert!(issue(&world, cause, anna, Purpose::ResetPassword).await.is_none(), "for another purpose");
    assert!(issue(&world, other, anna, Purpose::VerifyEmail).await.is_none(), "for another cause");
    let issued = issue(&world, cause, anna, Purpose::VerifyEmail).await.expect("a code");
    assert_eq!(issued.expires_at, world.clock.now() + TimeDelta::days(1));
}

#[tokio::test]
async fn the_store_has_only_a_digest_of_it() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let issued = issue(&world, cause(&world).await, anna, Purpose::VerifyEmail).await.expect("a code");
    let code = issued.code.written().expose_secret().to_owned();
    let row: String =
        sqlx::query_scalar("select codes::text from codes").fetch_one(&world.pool()).await.expect("a row");
    assert!(!row.contains(&code) && !row.contains(&code.replace('-', "")));
}

#[tokio::test]
async fn the_same_cause_again_replaces_its_code() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let lost = world.mailed_code(anna, Purpose::VerifyEmail).await;
    let sent = world.mailed_code(anna, Purpose::VerifyEmail).await;

    world.post_confirmation(anna, &lost).await.expect(422);
    world.post_confirmation(anna, &sent).await.expect(204);
    assert!(issue(&world, cause(&world).await, anna, Purpose::VerifyEmail).await.is_none(), "it was used");
}

#[tokio::test]
async fn a_newer_cause_makes_the_older_one_void() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    world.ask_for_reset("anna@example.org").await.expect(202);
    let before = world.mailed_code(anna, Purpose::ResetPassword).await;
    let older: Uuid = sqlx::query_scalar("select cause_id from codes where purpose = 'reset-password'")
        .fetch_one(&world.pool())
        .await
        .expect("a cause");

    world.ask_for_reset("anna@example.org").await.expect(202);

    assert!(issue(&world, CauseId::new(older), anna, Purpose::ResetPassword).await.is_none());
    world.reset_password("anna@example.org", &before, "drie gele olifanten").await.expect(422);
    let after = world.mailed_code(anna, Purpose::ResetPassword).await;
    world.reset_password("anna@example.org", &after, "drie gele olifanten").await.expect(204);
}
