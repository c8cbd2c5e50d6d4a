use crate::support::{PASSWORD, World, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{
    PasswordChangeMethod, PasswordChanged, PasswordResetRequested, RevocationReason, SessionRevoked,
};
use futures::future::join_all;
use ids::UserId;
use profile::domain::Purpose;
use testing::Answer;

const NEW: &str = "drie gele olifanten";

async fn anna_who_forgot(world: &World) -> (UserId, String) {
    let anna = world.register("anna@example.org").await;
    world.ask_for_reset("anna@example.org").await.expect(202);
    (anna, world.mailed_code(anna, Purpose::ResetPassword).await)
}

#[tokio::test]
async fn a_reset_gives_another_password_and_ends_every_session() {
    let world = World::new().await;
    let (anna, code) = anna_who_forgot(&world).await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;

    world.reset_password("anna@example.org", &code, NEW).await.expect(204);

    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
    world.post_session("anna@example.org", PASSWORD, device).await.expect(401);
    world.post_session("anna@example.org", NEW, device).await.expect(201);
    let changed = world.published::<PasswordChanged>().await;
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].user_id, changed[0].method), (anna, PasswordChangeMethod::Reset));
    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(revoked.len(), 1, "one fact for all of them");
    assert_eq!((revoked[0].session_id, revoked[0].epoch), (None, 1));
    assert_eq!(revoked[0].reason, RevocationReason::PasswordChanged);
}

#[tokio::test]
async fn the_mail_that_brought_the_code_proves_the_address() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    world.ask_for_reset("anna@example.org").await.expect(202);
    let code = world.mailed_code(anna, Purpose::ResetPassword).await;
    world.reset_password("anna@example.org", &code, NEW).await.expect(204);
    assert_eq!(world.count("select count(*) from users where email_verified_at is not null").await, 1);
    world.post_session("anna@example.org", NEW, new_device()).await.expect(201);
}

#[tokio::test]
async fn asking_is_answered_alike_for_every_address() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let known = world.ask_for_reset("anna@example.org").await.expect(202);
    let unknown = world.ask_for_reset("nobody@example.org").await.expect(202);
    let names = |answer: &Answer| answer.headers().keys().cloned().collect::<Vec<_>>();
    assert_eq!((known.bytes(), names(&known)), (unknown.bytes(), names(&unknown)));
    assert_eq!(world.published::<PasswordResetRequested>().await.len(), 1);
    assert_eq!(world.count("select count(*) from codes where purpose = 'reset-password'").await, 1);
}

#[tokio::test]
async fn of_too_many_requests_nothing_comes_for_a_while() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    for _ in 0..10 {
        world.ask_for_reset("anna@example.org").await.expect(202);
    }
    // The registration asked for a mail, too.
    assert_eq!(world.published::<PasswordResetRequested>().await.len(), 3);
}

#[tokio::test]
async fn every_code_that_is_not_the_one_has_one_answer() {
    let world = World::new().await;
    let (anna, code) = anna_who_forgot(&world).await;
    let verification = world.put_user(new_user(), &crate::support::registration("ben@example.org")).await;
    verification.expect(201);

    let wrong = world.reset_password("anna@example.org", "00000-00000", NEW).await.expect(422);
    assert_eq!(wrong.json()["type"], "urn:tall:problem:code-not-accepted");
    let unknown = world.reset_password("nobody@example.org", &code, NEW).await.expect(422);
    let anothers = world.reset_password("ben@example.org", &code, NEW).await.expect(422);
    world.clock.advance(TimeDelta::hours(1));
    let late = world.reset_password("anna@example.org", &code, NEW).await.expect(422);
    for answer in [unknown, anothers, late] {
        assert_eq!(answer.json(), wrong.json());
    }
    assert!(world.published::<PasswordChanged>().await.is_empty());
    assert_eq!(world.published::<PasswordResetRequested>().await[0].user_id, anna);
}

#[tokio::test]
async fn of_a_thousand_at_once_one_sets_the_password() {
    let world = World::new().await;
    let (_, code) = anna_who_forgot(&world).await;
    let passwords: Vec<_> = (0..1000).map(|number| format!("{number} gele olifanten")).collect();

    let uses = passwords.iter().map(|password| world.reset_password("anna@example.org", &code, password));
    let answers = join_all(uses).await;

    let winners: Vec<_> =
        passwords.iter().zip(&answers).filter(|(_, answer)| answer.status() == 204).collect();
    assert_eq!(winners.len(), 1);
    assert!(answers.iter().all(|answer| [204, 422, 503].contains(&answer.status().as_u16())));
    assert_eq!(world.published::<PasswordChanged>().await.len(), 1);
    world.post_session("anna@example.org", winners[0].0, new_device()).await.expect(201);
}

#[tokio::test]
async fn a_repeat_of_a_lost_answer_succeeds_and_ends_no_session() {
    let world = World::new().await;
    let (_, code) = anna_who_forgot(&world).await;
    world.reset_password("anna@example.org", &code, NEW).await.expect(204);
    let tokens = world.log_in_with("anna@example.org", NEW, new_device()).await;

    world.reset_password("anna@example.org", &code, NEW).await.expect(204);
    world.reset_password("anna@example.org", &code, "vier gele olifanten").await.expect(422);

    world.current_session(&tokens.access).await.expect(200);
    assert_eq!(world.published::<PasswordChanged>().await.len(), 1);
}
