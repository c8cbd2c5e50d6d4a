use crate::support::{World, new_device, new_user};
use events::profile::{MfaChange, MfaChanged, RevocationReason, SessionRevoked};
use testing::Caller;

#[tokio::test]
async fn an_admin_frees_somebody_who_lost_their_app() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;
    world.enrol(&tokens.access).await;
    let remove = || world.api.delete(format!("/api/v2/profile/users/{anna}/factors")).as_(&admin).send();

    remove().await.expect(204);
    remove().await.expect(204);

    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
    world.log_in("anna@example.org", device).await;
    let told = world.published::<MfaChanged>().await;
    assert_eq!(told.len(), 2);
    assert_eq!((told[1].change, told[1].changed_by), (MfaChange::Removed, Some(admin.id())));
    assert_eq!(world.published::<SessionRevoked>().await[0].reason, RevocationReason::MfaChanged);
}

#[tokio::test]
async fn an_administrator_who_lost_it_enrols_anew() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let role =
        world.api.put(format!("/api/v2/profile/users/{anna}/role")).as_(&admin).header("if-match", "*");
    role.json(&serde_json::json!({ "role": "educational-admin" })).send().await.expect(200);
    world.log_in_enrolling("anna@example.org").await;

    world.api.delete(format!("/api/v2/profile/users/{anna}/factors")).as_(&admin).send().await.expect(204);

    assert_eq!(world.challenged("anna@example.org").await.methods, ["totp-enrolment"]);
}

#[tokio::test]
async fn an_operator_frees_the_last_technical_admin_and_it_is_noted() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    world.enrol(admin.token()).await;

    profile::commands::remove_factors(&world.app, admin.id(), None).await.expect("removed");

    world.current_session(admin.token()).await.expect(401);
    assert_eq!(world.published::<MfaChanged>().await[1].changed_by, None);
    let noted = "select count(*) from admin_actions where actor_id is null and action = 'factors-removed'";
    assert_eq!(world.count(noted).await, 1);
}

#[tokio::test]
async fn of_nobody_there_is_nothing_to_remove() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    world
        .api
        .delete(format!("/api/v2/profile/users/{}/factors", new_user()))
        .as_(&admin)
        .send()
        .await
        .expect(404);
}
