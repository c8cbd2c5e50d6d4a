//! What administrators did stays to be read.

use crate::support::World;
use chrono::TimeDelta;
use ids::UserId;
use serde_json::{Value, json};
use testing::Caller;

async fn actions(world: &World, admin: &Caller, subject: UserId) -> Vec<Value> {
    let path = format!("/api/v2/profile/admin-actions?subjectId={subject}");
    let answer = world.api.get(path).as_(admin).send().await.expect(200).json();
    answer["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn every_change_is_noted_with_who_whom_what_and_when() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let school = world.caller(Caller::educational_admin()).await;
    let (teacher, anna) = (world.somebody("teacher").await, world.register("anna@example.org").await);
    let user = format!("/api/v2/profile/users/{anna}");
    let link = format!("/api/v2/profile/teachers/{teacher}/students/{anna}");
    let put = |path: &str, body: &Value| world.api.put(path).header("if-match", "*").json(body);

    world.api.put(&link).as_(&school).send().await.expect(201);
    world.clock.advance(TimeDelta::seconds(1));
    world.api.delete(&link).as_(&school).send().await.expect(204);
    world.clock.advance(TimeDelta::seconds(1));
    put(&format!("{user}/role"), &json!({ "role": "teacher" })).as_(&school).send().await.expect(200);
    world.clock.advance(TimeDelta::seconds(1));
    put(&format!("{user}/status"), &json!({ "status": "suspended" })).as_(&admin).send().await.expect(200);
    world.clock.advance(TimeDelta::seconds(1));
    put(&format!("{user}/status"), &json!({ "status": "active" })).as_(&admin).send().await.expect(200);
    world.clock.advance(TimeDelta::seconds(1));
    world.api.delete(&user).as_(&admin).send().await.expect(204);

    let told: Vec<_> = actions(&world, &admin, anna)
        .await
        .into_iter()
        .map(|done| (done["action"].clone(), done["actorId"].clone(), done.get("detail").cloned()))
        .collect();
    let (technical, educational) = (json!(admin.id()), json!(school.id()));
    assert_eq!(
        told,
        [
            (json!("deleted"), technical.clone(), None),
            (json!("enabled"), technical.clone(), None),
            (json!("suspended"), technical, None),
            (json!("role-changed"), educational.clone(), Some(json!("teacher"))),
            (json!("teacher-unlinked"), educational.clone(), Some(json!(teacher))),
            (json!("teacher-linked"), educational, Some(json!(teacher))),
        ]
    );
    assert_eq!(actions(&world, &admin, anna).await[5]["doneAt"], "2025-03-03T09:00:00.000Z");
}

#[tokio::test]
async fn actions_are_found_by_who_what_and_when() {
    let world = World::new().await;
    let (admin, other) =
        (world.caller(Caller::technical_admin()).await, world.caller(Caller::technical_admin()).await);
    let anna = world.register("anna@example.org").await;
    let status = format!("/api/v2/profile/users/{anna}/status");
    for (by, to) in [(&admin, "suspended"), (&other, "active")] {
        let put = world.api.put(&status).header("if-match", "*").as_(by);
        put.json(&json!({ "status": to })).send().await.expect(200);
        world.clock.advance(TimeDelta::minutes(1));
    }
    for (query, expected) in [
        (format!("?actorId={}", admin.id()), vec!["suspended"]),
        (format!("?subjectId={anna}"), vec!["enabled", "suspended"]),
        (format!("?subjectId={}", admin.id()), vec![]),
        ("?action=enabled".to_owned(), vec!["enabled"]),
        ("?from=2025-03-03T09:01:00.000Z".to_owned(), vec!["enabled"]),
        ("?until=2025-03-03T09:01:00.000Z".to_owned(), vec!["suspended"]),
    ] {
        let path = format!("/api/v2/profile/admin-actions{query}");
        let answer = world.api.get(path).as_(&admin).send().await.expect(200).json();
        let items = answer["items"].as_array().expect("items").iter();
        let found: Vec<_> = items.map(|item| item["action"].as_str().expect("a text")).collect();
        assert_eq!(found, expected, "{query}");
    }
    let unknown = world.api.get("/api/v2/profile/admin-actions?action=burgled").as_(&admin).send().await;
    assert_eq!(unknown.status(), 422);
}

#[tokio::test]
async fn what_changed_nothing_is_not_noted() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    for _ in 0..2 {
        let put = world.api.put(format!("/api/v2/profile/users/{anna}/role")).as_(&admin);
        put.header("if-match", "*").json(&json!({ "role": "teacher" })).send().await.expect(200);
    }
    assert_eq!(actions(&world, &admin, anna).await.len(), 1);
}

#[tokio::test]
async fn nothing_that_was_noted_can_be_changed() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let put = world.api.put(format!("/api/v2/profile/users/{anna}/role")).as_(&admin);
    put.header("if-match", "*").json(&json!({ "role": "teacher" })).send().await.expect(200);

    for sql in
        ["update admin_actions set detail = null", "delete from admin_actions", "truncate admin_actions"]
    {
        sqlx::query(sql).execute(&world.pool()).await.expect_err(sql);
    }
    assert_eq!(world.count("select count(*) from admin_actions").await, 1);
}
