//! Traces say what was done and for whom, and nothing of who people are.

use crate::support::World;
use serde_json::json;
use testing::{Caller, Traces};

#[tokio::test]
async fn nothing_of_who_a_person_is_stands_in_a_trace() {
    let (world, traces) = (World::new().await, Traces::default());
    let recording = traces.record();
    let (person, admin) = (Caller::student(), Caller::educational_admin());
    world.named(person.id(), "Canarianna", "van Kanarie").await;
    let path = format!("/api/v2/pii/people/{}", person.id());
    let guardian = json!({ "givenName": "Canarius", "familyName": "Kanarievogel", "phone": "+31612345679" });
    let own = json!({ "birthDate": "1990-02-28", "phone": "+31687654321", "guardian": guardian });
    world.api.patch(&path).as_(&person).header("if-match", "*").json(&own).send().await.expect(200);
    let note = json!({ "adminNote": "A canary sang on Monday." });
    world.api.patch(&path).as_(&admin).header("if-match", "*").json(&note).send().await.expect(200);
    let wrong = json!({ "phone": "canary-no-number" });
    world.api.patch(&path).as_(&person).header("if-match", "*").json(&wrong).send().await.expect(422);
    world
        .read(&person, person.id(), "given-name,family-name,birth-date,phone,guardian,email", "own")
        .await
        .expect(200);
    let sought = json!({ "email": "x@example.org" });
    world.api.post("/api/v2/pii/people/lookups").as_(&admin).json(&sought).send().await.expect(200);
    world.ask_export(&person).await;
    world.answer_exports().await;
    world.ask_erasure_of(person.id()).await;
    world.answer_erasures().await;
    drop(recording);

    let canaries = [
        ("given name", "Canarianna"),
        ("family name", "van Kanarie"),
        ("guardian", "Canarius"),
        ("guardian's family", "Kanarievogel"),
        ("guardian's number", "612345679"),
        ("number", "687654321"),
        ("day of birth", "1990-02-28"),
        ("note", "canary sang"),
        ("what was no number", "canary-no-number"),
        ("address", "x@example.org"),
    ];
    traces.assert_hold_none_of(&canaries, "/api/v2/pii/people/{userId}");
}
