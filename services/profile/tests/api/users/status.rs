use crate::support::{PASSWORD, Tokens, World, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{
    AccessChanged, AccountStatus, RevocationReason, SessionRevoked, UserStatusChanged, v1,
};
use futures::future::join;
use ids::{DeviceId, UserId};
use serde_json::json;
use testing::{Answer, Caller};

async fn set(world: &World, admin: &Caller, user: UserId, status: &str, seen: &str) -> Answer {
    let path = format!("/api/v2/profile/users/{user}/status");
    world.api.put(path).as_(admin).header("if-match", seen).json(&json!({ "status": status })).send().await
}

/// Anna with a session, and somebody who may suspend her.
async fn anna() -> (World, Caller, UserId, DeviceId, Tokens) {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;
    (world, admin, anna, device, tokens)
}

#[tokio::test]
async fn a_suspended_account_is_refused_everywhere_and_told_of() {
    let (world, admin, anna, device, tokens) = anna().await;

    let answer = set(&world, &admin, anna, "suspended", "\"1\"").await.expect(200);

    assert_eq!((answer.header("etag"), &answer.json()["status"]), (Some("\"2\""), &json!("suspended")));
    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
    let refused = world.post_session("anna@example.org", PASSWORD, device).await.expect(401);
    assert_eq!(refused.json()["type"], "urn:tall:problem:bad-credentials");
    let changed = world.published::<UserStatusChanged>().await;
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].user_id, changed[0].status), (anna, AccountStatus::Suspended));
    assert_eq!(
        (changed[0].previous_status, changed[0].changed_by),
        (Some(AccountStatus::Active), Some(admin.id()))
    );
    assert_eq!(world.published::<v1::UserStatusChanged>().await.len(), 1);
    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(
        (revoked[0].session_id, revoked[0].epoch, revoked[0].reason),
        (None, 1, RevocationReason::StatusChanged)
    );
    assert!(world.published::<AccessChanged>().await[0].products.is_empty());
}

#[tokio::test]
async fn an_enabled_account_logs_in_anew() {
    let (world, admin, anna, device, tokens) = anna().await;
    set(&world, &admin, anna, "suspended", "\"1\"").await.expect(200);

    set(&world, &admin, anna, "active", "\"2\"").await.expect(200);

    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
    let again = world.log_in("anna@example.org", device).await;
    world.current_session(&again.access).await.expect(200);
    assert!(!world.published::<AccessChanged>().await[1].products.is_empty());
}

#[tokio::test]
async fn a_repeat_changes_nothing_and_an_old_revision_is_refused() {
    let (world, admin, anna, ..) = anna().await;
    let first = set(&world, &admin, anna, "suspended", "\"1\"").await.expect(200);

    let again = set(&world, &admin, anna, "suspended", "\"1\"").await.expect(200);
    set(&world, &admin, anna, "active", "\"1\"").await.expect(412);

    assert_eq!(first.json(), again.json());
    assert_eq!(world.published::<UserStatusChanged>().await.len(), 1);
}

#[tokio::test]
async fn the_last_technical_admin_stays() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let refused = set(&world, &admin, admin.id(), "suspended", "*").await.expect(409);
    assert_eq!(refused.json()["type"], "urn:tall:problem:last-technical-admin");

    let other = world.caller(Caller::technical_admin()).await;
    set(&world, &admin, other.id(), "suspended", "*").await.expect(200);
    set(&world, &admin, admin.id(), "suspended", "*").await.expect(409);
}

#[tokio::test]
async fn two_admins_who_suspend_each_other_at_once_leave_one() {
    let world = World::new().await;
    let (one, two) =
        (world.caller(Caller::technical_admin()).await, world.caller(Caller::technical_admin()).await);

    join(set(&world, &one, two.id(), "suspended", "*"), set(&world, &two, one.id(), "suspended", "*")).await;

    let active = "select count(*) from users where role = 'technical_admin' and status = 'active'";
    assert_eq!(world.count(active).await, 1);
}

#[tokio::test]
async fn it_needs_a_recent_proof_a_known_user_and_a_status_that_there_is() {
    let (world, admin, anna, ..) = anna().await;
    set(&world, &admin, new_user(), "suspended", "*").await.expect(404);
    set(&world, &admin, anna, "deleted", "*").await.expect(422);
    world.clock.advance(TimeDelta::minutes(11));
    set(&world, &admin, anna, "suspended", "*").await.expect(401);
    assert!(world.published::<UserStatusChanged>().await.is_empty());
}
