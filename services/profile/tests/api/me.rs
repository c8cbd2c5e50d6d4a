use crate::support::World;
use events::{
    Language,
    profile::{UserUpdated, v1},
};
use serde_json::{Value, json};
use testing::{Answer, Caller};

#[tokio::test]
async fn a_student_sees_who_they_are_and_who_teaches_them() {
    let world = World::new().await;
    let (admin, student) =
        (world.caller(Caller::educational_admin()).await, world.caller(Caller::student()).await);
    let teacher = world.somebody("teacher").await;
    let link = format!("/api/v2/profile/teachers/{teacher}/students/{}", student.id());
    world.api.put(link).as_(&admin).send().await.expect(201);

    let answer = world.api.get("/api/v2/profile/me").as_(&student).send().await;

    assert_eq!(answer.json()["teacherIds"], json!([teacher]));
    insta::assert_json_snapshot!(answer, {
        ".body.id" => "[id]", ".body.sessionId" => "[session]", ".body.teacherIds[0]" => "[teacher]",
    }, @r#"
    {
      "body": {
        "id": "[id]",
        "interfaceLanguage": "nl",
        "role": "student",
        "sessionId": "[session]",
        "teacherIds": [
          "[teacher]"
        ],
        "timeZone": "Europe/Amsterdam"
      },
      "status": 200
    }
    "#);
}

async fn change(world: &World, caller: &Caller, seen: &str, settings: Value) -> Answer {
    let patch = world.api.patch("/api/v2/profile/me").as_(caller).header("if-match", seen);
    patch.json(&settings).send().await
}

#[tokio::test]
async fn language_and_time_zone_can_be_changed_and_are_told() {
    let world = World::new().await;
    let student = world.caller(Caller::student()).await;

    let answer = change(&world, &student, "\"1\"", json!({ "interfaceLanguage": "ru" })).await.expect(200);

    assert_eq!(answer.header("etag"), Some("\"2\""));
    let expected = (json!("ru"), json!("Europe/Amsterdam"));
    assert_eq!((&answer.json()["interfaceLanguage"], &answer.json()["timeZone"]), (&expected.0, &expected.1));
    let both = json!({ "interfaceLanguage": "en", "timeZone": "America/Paramaribo" });
    change(&world, &student, "\"2\"", both).await.expect(200);
    let shown = world.api.get("/api/v2/profile/me").as_(&student).send().await;
    assert_eq!(shown.header("etag"), Some("\"3\""));
    assert_eq!(shown.json()["timeZone"], "America/Paramaribo");
    let told: Vec<_> = world.published::<UserUpdated>().await;
    let told: Vec<_> = told.iter().map(|fact| (fact.interface_language, &*fact.time_zone)).collect();
    assert_eq!(told, [(Language::Ru, "Europe/Amsterdam"), (Language::En, "America/Paramaribo")]);
    assert_eq!(world.published::<v1::UserUpdated>().await.len(), 2);
}

#[tokio::test]
async fn settings_that_are_there_already_are_no_change_whatever_was_seen() {
    let world = World::new().await;
    let student = world.caller(Caller::student()).await;
    let settings = json!({ "interfaceLanguage": "en", "timeZone": "Asia/Tbilisi" });
    change(&world, &student, "\"1\"", settings.clone()).await.expect(200);

    let again = change(&world, &student, "\"1\"", settings).await.expect(200);

    assert_eq!(again.header("etag"), Some("\"2\""));
    change(&world, &student, "\"1\"", json!({})).await.expect(200);
    assert_eq!(world.published::<UserUpdated>().await.len(), 1);
}

#[tokio::test]
async fn an_old_revision_is_refused_and_a_missing_one_demanded() {
    let world = World::new().await;
    let student = world.caller(Caller::student()).await;
    change(&world, &student, "\"1\"", json!({ "interfaceLanguage": "en" })).await.expect(200);

    change(&world, &student, "\"1\"", json!({ "interfaceLanguage": "ru" })).await.expect(412);
    let patch = world.api.patch("/api/v2/profile/me").as_(&student);
    patch.json(&json!({ "interfaceLanguage": "ru" })).send().await.expect(428);
    assert_eq!(world.published::<UserUpdated>().await.len(), 1);
}

#[tokio::test]
async fn a_zone_or_a_language_that_nobody_knows_is_refused_by_its_name() {
    let world = World::new().await;
    let student = world.caller(Caller::student()).await;

    let refused = change(&world, &student, "\"1\"", json!({ "timeZone": "Mars/Olympus" })).await.expect(422);

    assert_eq!(refused.json()["errors"][0]["pointer"], "/timeZone");
    assert_eq!(refused.json()["errors"][0]["code"], "invalid-time-zone");
    let refused = change(&world, &student, "\"1\"", json!({ "interfaceLanguage": "de" })).await.expect(422);
    assert_eq!(refused.json()["errors"][0]["pointer"], "/interfaceLanguage");
    change(&world, &student, "\"1\"", json!({ "role": "teacher" })).await.expect(422);
    assert_eq!(world.published::<UserUpdated>().await, []);
}
