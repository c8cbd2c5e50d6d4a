use crate::support::{World, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{AccessChanged, Role, SessionRevoked, TeacherUnlinked, UserRoleChanged, v1};
use futures::future::join_all;
use ids::UserId;
use serde_json::json;
use testing::{Answer, Caller};

async fn change(world: &World, admin: &Caller, user: UserId, role: &str, seen: &str) -> Answer {
    let path = format!("/api/v2/profile/users/{user}/role");
    world.api.put(path).as_(admin).header("if-match", seen).json(&json!({ "role": role })).send().await
}

#[tokio::test]
async fn a_new_role_is_told_to_everybody() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;

    let answer = change(&world, &admin, anna, "teacher", "\"1\"").await;

    assert_eq!(answer.header("etag"), Some("\"2\""));
    insta::assert_json_snapshot!(answer, { ".body.id" => "[id]" }, @r#"
    {
      "body": {
        "createdAt": "2025-03-03T09:00:00.000Z",
        "id": "[id]",
        "interfaceLanguage": "nl",
        "role": "teacher",
        "status": "active",
        "timeZone": "Europe/Amsterdam"
      },
      "status": 200
    }
    "#);
    let changed = world.published::<UserRoleChanged>().await;
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].user_id, changed[0].role), (anna, Role::Teacher));
    assert_eq!((changed[0].previous_role, changed[0].changed_by), (Some(Role::Student), Some(admin.id())));
    assert_eq!(world.published::<v1::UserRoleChanged>().await.len(), 1);
    let access = world.published::<AccessChanged>().await;
    assert_eq!(access[0].products.iter().map(ToString::to_string).collect::<Vec<_>>(), ["progress"]);
}

#[tokio::test]
async fn tokens_of_the_old_role_are_refused_and_a_refresh_brings_the_new_one() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;
    world.current_session(&tokens.access).await.expect(200);

    change(&world, &admin, anna, "teacher", "\"1\"").await.expect(200);

    world.current_session(&tokens.access).await.expect(401);
    let refreshed = world.refresh(&tokens.refresh, device).await.expect(200).json();
    assert_eq!(refreshed["user"]["role"], "teacher");
    world.current_session(refreshed["accessToken"].as_str().expect("a token")).await.expect(200);
    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(revoked.len(), 1);
    assert_eq!((revoked[0].user_id, revoked[0].session_id, revoked[0].epoch), (anna, None, 1));
}

#[tokio::test]
async fn a_repeat_changes_nothing_even_with_the_old_revision() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let first = change(&world, &admin, anna, "teacher", "\"1\"").await.expect(200);

    let again = change(&world, &admin, anna, "teacher", "\"1\"").await.expect(200);

    assert_eq!(first.json(), again.json());
    assert_eq!(world.published::<UserRoleChanged>().await.len(), 1);
}

#[tokio::test]
async fn an_old_revision_is_refused_and_a_missing_one_demanded() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    change(&world, &admin, anna, "teacher", "\"1\"").await.expect(200);

    change(&world, &admin, anna, "student", "\"1\"").await.expect(412);
    let path = format!("/api/v2/profile/users/{anna}/role");
    world.api.put(path).as_(&admin).json(&json!({ "role": "student" })).send().await.expect(428);
    change(&world, &admin, new_user(), "student", "\"1\"").await.expect(404);
    change(&world, &admin, anna, "janitor", "\"2\"").await.expect(422);
    assert_eq!(world.published::<UserRoleChanged>().await.len(), 1);
}

#[tokio::test]
async fn it_takes_a_log_in_of_the_last_ten_minutes() {
    let world = World::new().await;
    let admin = world.register("tess@example.org").await;
    sqlx::query("update users set role = 'technical_admin'").execute(&world.pool()).await.expect("set");
    let anna = world.register("anna@example.org").await;
    let (_, tokens) = world.log_in_enrolling("tess@example.org").await;
    world.clock.advance(TimeDelta::minutes(10) + TimeDelta::seconds(1));
    let put = |token: &str| {
        let put = world.api.put(format!("/api/v2/profile/users/{anna}/role")).bearer(token);
        put.header("if-match", "*").json(&json!({ "role": "teacher" })).send()
    };

    let refused = put(&tokens.access).await.expect(401);

    assert_eq!(refused.json()["type"], "urn:tall:problem:stale-authentication");
    assert!(
        refused.header("www-authenticate").is_some_and(|challenge| challenge.contains("max_age=\"600\""))
    );
    let proof = json!({ "method": "password", "proof": crate::support::PASSWORD });
    let post = world.api.post("/api/v2/profile/sessions/current/authentications").bearer(&tokens.access);
    let fresh = post.json(&proof).send().await.expect(200).json();
    put(fresh["accessToken"].as_str().expect("a token")).await.expect(200);
    assert_eq!(world.published::<UserRoleChanged>().await[0].changed_by, Some(admin));
}

#[tokio::test]
async fn whoever_changes_role_teaches_nobody_and_is_taught_by_nobody() {
    let world = World::new().await;
    let (admin, school) =
        (world.caller(Caller::technical_admin()).await, world.caller(Caller::educational_admin()).await);
    let (teacher, student) = (world.somebody("teacher").await, world.somebody("student").await);
    let link = format!("/api/v2/profile/teachers/{teacher}/students/{student}");
    world.api.put(link).as_(&school).send().await.expect(201);

    change(&world, &admin, teacher, "student", "*").await.expect(200);

    let unlinked = world.published::<TeacherUnlinked>().await;
    assert_eq!(unlinked.len(), 1);
    assert_eq!((unlinked[0].user_id, unlinked[0].teacher_id), (student, teacher));
    assert_eq!(world.count("select count(*) from teacher_students").await, 0);
}

#[tokio::test]
async fn the_last_technical_admin_stays_even_when_two_step_down_at_once() {
    let world = World::new().await;
    let (one, two) =
        (world.caller(Caller::technical_admin()).await, world.caller(Caller::technical_admin()).await);

    let answers = join_all([
        change(&world, &one, one.id(), "student", "*"),
        change(&world, &two, two.id(), "student", "*"),
    ])
    .await;

    let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status().as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let refused = answers.iter().find(|answer| answer.status() == 409).expect("a refusal");
    assert_eq!(refused.json()["type"], "urn:tall:problem:last-technical-admin");
    assert_eq!(world.count("select count(*) from users where role = 'technical_admin'").await, 1);
}
