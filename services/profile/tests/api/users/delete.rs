use crate::support::{PASSWORD, World, new_device, new_user, registration};
use events::profile::{RevocationReason, SessionRevoked, TeacherUnlinked, UserDeleted, v1};
use ids::UserId;
use serde_json::json;
use testing::{Answer, Caller};

async fn delete(world: &World, admin: &Caller, user: UserId) -> Answer {
    world.api.delete(format!("/api/v2/profile/users/{user}")).as_(admin).send().await
}

#[tokio::test]
async fn a_deleted_account_is_gone_and_its_address_is_free() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;

    delete(&world, &admin, anna).await.expect(204);
    delete(&world, &admin, anna).await.expect(204);

    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
    world.post_session("anna@example.org", PASSWORD, device).await.expect(401);
    world.api.get(format!("/api/v2/profile/users/{anna}")).as_(&admin).send().await.expect(404);
    world.put_user(anna, &registration("anna@example.org")).await.expect(409);
    let deleted = world.published::<UserDeleted>().await;
    assert_eq!(deleted.len(), 1);
    assert_eq!((deleted[0].user_id, deleted[0].deleted_by), (anna, Some(admin.id())));
    assert_eq!(world.published::<v1::UserDeleted>().await.len(), 1);
    assert_eq!(world.published::<SessionRevoked>().await[0].reason, RevocationReason::AccountDeleted);

    world.register("anna@example.org").await;
    let another = world.log_in("anna@example.org", device).await;
    world.current_session(&another.access).await.expect(200);
}

#[tokio::test]
async fn its_links_and_factors_go_with_it() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let school = world.caller(Caller::educational_admin()).await;
    let student = world.caller(Caller::student()).await;
    let teacher = world.somebody("teacher").await;
    let link = format!("/api/v2/profile/teachers/{teacher}/students/{}", student.id());
    world.api.put(link).as_(&school).send().await.expect(201);
    world.enrol(student.token()).await;

    delete(&world, &admin, student.id()).await.expect(204);

    assert_eq!(world.published::<TeacherUnlinked>().await.len(), 1);
    assert_eq!(world.count("select count(*) from totp_factors").await, 0);
}

#[tokio::test]
async fn the_last_technical_admin_and_nobody_cannot_be_deleted() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    delete(&world, &admin, admin.id()).await.expect(409);
    delete(&world, &admin, new_user()).await.expect(404);
}

#[tokio::test]
async fn a_suspended_technical_admin_can_be_deleted_though_one_other_is_left() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let other = world.caller(Caller::technical_admin()).await.id();
    let put = world.api.put(format!("/api/v2/profile/users/{other}/status")).as_(&admin);
    put.header("if-match", "*").json(&json!({ "status": "suspended" })).send().await.expect(200);

    delete(&world, &admin, other).await.expect(204);
}
