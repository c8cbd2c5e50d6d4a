//! Who agreed to what, and what a minor waits for.

use crate::support::World;
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::{Answer, Caller};

const VERSION: &str = "2026-11-01";

fn entry(document: &str, decision: &str, said_by: &str, how: &str) -> Value {
    json!({ "document": document, "version": VERSION, "decision": decision, "saidBy": said_by, "how": how })
}

async fn say(world: &World, caller: &Caller, person: ids::UserId, body: &Value) -> Answer {
    let consent = Caller::student().id();
    world
        .api
        .put(format!("/api/v2/pii/people/{person}/consents/{consent}"))
        .as_(caller)
        .json(body)
        .send()
        .await
}

async fn standing(world: &World, caller: &Caller) -> Value {
    let path = format!("/api/v2/pii/people/{}/standing", caller.id());
    world.api.get(path).as_(caller).send().await.expect(200).json()["standing"].clone()
}

async fn change(world: &World, caller: &Caller, person: ids::UserId, body: Value) -> Answer {
    let path = format!("/api/v2/pii/people/{person}");
    world.api.patch(path).as_(caller).header("if-match", "*").json(&body).send().await
}

#[tokio::test]
async fn a_grown_up_agrees_and_takes_it_back() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    assert_eq!(standing(&world, &person).await, "awaiting-consent");
    for document in ["terms-of-use", "privacy-statement"] {
        say(&world, &person, person.id(), &entry(document, "given", "person", "in-app")).await.expect(201);
    }
    assert_eq!(standing(&world, &person).await, "complete");
    say(&world, &person, person.id(), &entry("privacy-statement", "withdrawn", "person", "in-app"))
        .await
        .expect(201);
    assert_eq!(standing(&world, &person).await, "awaiting-consent");
    let path = format!("/api/v2/pii/people/{}/consents", person.id());
    let log = world.api.get(path).as_(&person).send().await.expect(200).json();
    let words: Vec<_> = log["items"].as_array().expect("items").iter().map(|one| &one["decision"]).collect();
    assert_eq!(words, ["withdrawn", "given", "given"]);
}

#[tokio::test]
async fn the_same_entry_again_is_the_first_answer_and_another_is_a_conflict() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    let path = format!("/api/v2/pii/people/{}/consents/{}", person.id(), Caller::student().id());
    let put = |body: &Value| world.api.put(path.clone()).as_(&person).json(body).send();
    let given = entry("terms-of-use", "given", "person", "in-app");
    let first = put(&given).await.expect(201);
    world.clock.advance(chrono::TimeDelta::minutes(1));
    assert_eq!(put(&given).await.expect(200).json(), first.json());
    put(&entry("terms-of-use", "withdrawn", "person", "in-app")).await.expect(409);
    assert_eq!(world.count("select count(*) from consents").await, 1);
    assert_json_snapshot!(first, {
        ".body.consentId" => "[id]", ".body.recordedBy" => "[id]",
    }, @r#"
    {
      "body": {
        "consentId": "[id]",
        "decision": "given",
        "document": "terms-of-use",
        "how": "in-app",
        "recordedBy": "[id]",
        "saidAt": "2025-03-03T09:00:00.000Z",
        "saidBy": "person",
        "version": "2026-11-01"
      },
      "status": 201
    }
    "#);
}

#[tokio::test]
async fn a_minor_waits_for_a_guardian_and_says_only_what_that_needs() {
    let world = World::new().await;
    let (minor, admin) = (Caller::student(), Caller::educational_admin());
    world.named(minor.id(), "Anna", "de Vries").await;
    // The clock of the tests shows 3 March 2025.
    change(&world, &minor, minor.id(), json!({ "birthDate": "2009-03-04" })).await.expect(200);
    assert_eq!(standing(&world, &minor).await, "awaiting-guardian");
    let refused = change(&world, &minor, minor.id(), json!({ "phone": "+31612345678" })).await.expect(409);
    assert_eq!(refused.json()["type"], "urn:tall:problem:awaiting-guardian");

    for document in ["terms-of-use", "privacy-statement"] {
        say(&world, &minor, minor.id(), &entry(document, "given", "person", "in-app")).await.expect(201);
    }
    assert_eq!(standing(&world, &minor).await, "awaiting-guardian", "a minor's own word is not enough");
    let guardian = json!({ "givenName": "Jan", "familyName": "de Vries", "phone": "+31612345679" });
    change(&world, &minor, minor.id(), json!({ "guardian": guardian })).await.expect(200);
    for document in ["terms-of-use", "privacy-statement"] {
        say(&world, &admin, minor.id(), &entry(document, "given", "guardian", "on-paper")).await.expect(201);
    }
    assert_eq!(standing(&world, &minor).await, "complete");
    change(&world, &minor, minor.id(), json!({ "phone": "+31612345678" })).await.expect(200);

    say(&world, &admin, minor.id(), &entry("privacy-statement", "withdrawn", "guardian", "by-phone"))
        .await
        .expect(201);
    assert_eq!(standing(&world, &minor).await, "awaiting-guardian");
    world.clock.advance(chrono::TimeDelta::days(1));
    let grown = minor.clone().logged_in_at(world.clock.now());
    assert_eq!(standing(&world, &grown).await, "awaiting-consent", "sixteen today");
}

#[tokio::test]
async fn nobody_grows_up_by_writing_another_date() {
    let world = World::new().await;
    let (minor, admin) = (Caller::student(), Caller::educational_admin());
    world.named(minor.id(), "Anna", "de Vries").await;
    change(&world, &minor, minor.id(), json!({ "birthDate": "2012-01-01" })).await.expect(200);
    let refused = change(&world, &minor, minor.id(), json!({ "birthDate": "1990-01-01" })).await.expect(409);
    assert_eq!(refused.json()["type"], "urn:tall:problem:birth-date-settled");
    change(&world, &minor, minor.id(), json!({ "birthDate": null })).await.expect(409);
    change(&world, &admin, minor.id(), json!({ "birthDate": "2011-01-01" })).await.expect(200);
}

#[tokio::test]
async fn nobody_speaks_for_somebody_else_in_the_app() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    let admin = Caller::educational_admin();
    say(&world, &person, person.id(), &entry("terms-of-use", "given", "guardian", "in-app"))
        .await
        .expect(422);
    say(&world, &person, person.id(), &entry("terms-of-use", "given", "person", "on-paper"))
        .await
        .expect(422);
    say(&world, &admin, person.id(), &entry("terms-of-use", "given", "guardian", "in-app")).await.expect(422);
    for wrong in [entry("lottery", "given", "person", "in-app"), {
        let mut old = entry("terms-of-use", "given", "person", "in-app");
        old["version"] = "2020-01-01".into();
        old
    }] {
        say(&world, &person, person.id(), &wrong).await.expect(422);
    }
    assert_eq!(world.count("select count(*) from consents").await, 0);
}

#[tokio::test]
async fn what_was_said_is_never_changed() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    say(&world, &person, person.id(), &entry("terms-of-use", "given", "person", "in-app")).await.expect(201);
    let changed = sqlx::query("update consents set decision = 'withdrawn'").execute(&world.pool()).await;
    assert!(changed.is_err());
}

#[tokio::test]
async fn everybody_reads_the_terms_in_their_language() {
    let world = World::new().await;
    for (language, title) in
        [("nl", "# Gebruiksvoorwaarden"), ("en", "# Terms of use"), ("ru", "# Условия использования")]
    {
        let answer = world.api.get(format!("/api/v2/pii/terms?language={language}")).send().await.expect(200);
        let json = answer.json();
        assert!(json["items"][0]["text"].as_str().expect("text").starts_with(title), "{language}");
        let tag = answer.header("etag").expect("a tag").to_owned();
        let again = world.api.get(format!("/api/v2/pii/terms?language={language}"));
        again.header("if-none-match", &tag).send().await.expect(304);
    }
}
