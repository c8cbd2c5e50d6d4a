//! A person takes their data away.

use crate::support::{World, fresh_id, sealed};
use bus::Outcome;
use chrono::TimeDelta;
use events::pii::{ExportReady, ExportRequested, PiiAccessed};
use serde_json::{Value, json};
use testing::{Caller, subject::unzipped};
use uuid::Uuid;

const EXPORTS: &str = "/api/v2/pii/exports";

/// A person with a name, whose export is ready.
async fn ready(world: &World) -> (Caller, String) {
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    let export = world.ask_export(&person).await;
    world.answer_exports().await;
    (person, export)
}

/// The table of pii in an archive.
async fn own_table(world: &World, person: &Caller, name: &str) -> Vec<Value> {
    let export = world.ask_export(person).await;
    world.answer_exports().await;
    let href = link(world, person, &export).await;
    let files = unzipped(world.api.get(href).send().await.expect(200).bytes());
    serde_json::from_slice(&files[&format!("pii/{name}.json")]).expect("JSON")
}

#[tokio::test]
async fn the_archive_names_every_field_and_every_address_that_waits() {
    let world = World::new().await;
    let person = Caller::student();
    let guardian = json!({ "givenName": "Jan", "familyName": "de Vries", "phone": "+31612345679" });
    world.filled(&person, &json!({ "birthDate": "1990-02-28", "guardian": guardian })).await;
    for (n, address) in [(2, "first@example.net"), (3, "second@example.net")] {
        let asked = json!({ "pendingEmail": address, "requestId": Uuid::from_u128(n.into()) });
        let outcome = world.deliver(n, n, sealed(person.id(), &asked.to_string())).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }
    let fields = own_table(&world, &person, "fields").await;
    let named: Vec<_> = fields.iter().map(|one| one["field"].as_str().expect("a name")).collect();
    assert_eq!(
        named,
        ["birth-date", "email", "family-name", "given-name", "guardian", "pending-email", "pending-email"]
    );
    let waiting: Vec<_> = fields.iter().filter(|one| one["field"] == "pending-email").collect();
    assert_eq!(waiting[0]["value"], "second@example.net");
    assert_eq!(waiting[1]["value"], "first@example.net");
}

#[tokio::test]
async fn the_archive_names_what_was_agreed_to_and_taken_back() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    for (document, decision) in
        [("terms-of-use", "given"), ("privacy-statement", "given"), ("terms-of-use", "withdrawn")]
    {
        world.consent(&person, document, decision).await;
    }
    let consents = own_table(&world, &person, "consents").await;
    let said: Vec<_> = consents.iter().map(|one| (&one["document"], &one["decision"])).collect();
    let (terms, privacy) = (json!("terms-of-use"), json!("privacy-statement"));
    let (given, withdrawn) = (json!("given"), json!("withdrawn"));
    assert_eq!(said, [(&terms, &withdrawn), (&privacy, &given), (&terms, &given)]);
    for one in consents {
        assert_eq!(one["recordedBy"], json!(person.id()));
        assert_eq!((&one["saidBy"], &one["how"]), (&json!("person"), &json!("in-app")));
        assert_eq!((&one["version"], &one["saidAt"]), (&json!("2026-11-01"), &json!("2025-03-03T09:00:00Z")));
    }
}

async fn link(world: &World, caller: &Caller, export: &str) -> String {
    let link =
        world.api.post(format!("{EXPORTS}/{export}/links")).as_(caller).send().await.expect(201).json();
    link["href"].as_str().expect("an address").to_owned()
}

async fn status(world: &World, caller: &Caller, export: &str) -> Value {
    world.api.get(format!("{EXPORTS}/{export}")).as_(caller).send().await.expect(200).json()["status"].clone()
}

#[tokio::test]
async fn the_archive_holds_the_part_of_every_service_and_says_so() {
    let world = World::new().await;
    let (person, export) = ready(&world).await;
    assert_eq!(status(&world, &person, &export).await, "ready");
    let href = link(&world, &person, &export).await;
    let answer = world.api.get(href).send().await.expect(200);
    assert_eq!(answer.header("content-type"), Some("application/zip"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));

    let files = unzipped(answer.bytes());
    for service in world.others() {
        for file in ["README.txt", "notes.json", "notes.csv"] {
            assert!(files.contains_key(&format!("{service}/{file}")), "{service}/{file}: {:?}", files.keys());
        }
        assert_eq!(files[&format!("{service}/notes.apkg")], [0, 159, 146, 150], "to the byte");
    }
    let fields: Vec<Value> = serde_json::from_slice(&files["pii/fields.json"]).expect("JSON");
    assert!(fields.contains(&json!({ "field": "given-name", "value": "Anna" })), "{fields:?}");
    let report: Value = serde_json::from_slice(&files["report.json"]).expect("JSON");
    assert_eq!(report["complete"], true);
    let services: Vec<_> = report["services"].as_array().expect("services").iter().collect();
    assert_eq!(services.len(), world.app.requests.services.len());
    assert!(services.iter().all(|part| part["readyAt"].is_string()), "{report}");
    for part in services {
        let told = part["files"].as_array().expect("files").iter();
        let told: Vec<_> =
            told.map(|file| (file["path"].as_str().expect("a path"), &file["bytes"])).collect();
        assert!(!told.is_empty(), "{part}");
        for (path, bytes) in told {
            assert_eq!(*bytes, json!(files[path].len()), "{path}");
        }
    }
}

#[tokio::test]
async fn nothing_in_the_bucket_can_be_read_and_parts_are_gone() {
    let world = World::new().await;
    let (_, export) = ready(&world).await;
    assert_eq!(world.blobs.names(), [format!("archives/{export}")]);
    let sealed = world.blobs.bytes(&format!("archives/{export}")).expect("the archive");
    assert!(!sealed.windows(4).any(|four| four == b"PK\x03\x04"), "a ZIP in the open");
}

#[tokio::test]
async fn a_link_works_once() {
    let world = World::new().await;
    let (person, export) = ready(&world).await;
    let href = link(&world, &person, &export).await;
    let (one, two) = tokio::join!(world.api.get(&href).send(), world.api.get(&href).send());
    let mut statuses = [one.status().as_u16(), two.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 404]);
    // An answer that was lost costs another link, not the archive.
    let again = link(&world, &person, &export).await;
    world.api.get(again).send().await.expect(200);
}

#[tokio::test]
async fn a_new_link_replaces_the_one_before() {
    let world = World::new().await;
    let (person, export) = ready(&world).await;
    let (first, second) = (link(&world, &person, &export).await, link(&world, &person, &export).await);
    world.api.get(first).send().await.expect(404);
    world.api.get(second).send().await.expect(200);
}

#[tokio::test]
async fn after_a_day_the_archive_is_gone() {
    let world = World::new().await;
    let (person, export) = ready(&world).await;
    let href = link(&world, &person, &export).await;
    world.clock.advance(TimeDelta::hours(24));
    world.api.get(href).send().await.expect(404);
    pii::upkeep::work(&world.app).await.expect("archives");
    assert_eq!(world.blobs.names(), [] as [String; 0]);
    let later = person.logged_in_at(world.clock.now());
    assert_eq!(status(&world, &later, &export).await, "expired");
    world.api.post(format!("{EXPORTS}/{export}/links")).as_(&later).send().await.expect(404);
}

#[tokio::test]
async fn the_same_request_again_asks_nobody_twice() {
    let world = World::new().await;
    let person = Caller::student();
    let body = json!({ "exportId": fresh_id() });
    let first = world.api.post(EXPORTS).as_(&person).json(&body).send().await.expect(202).json();
    let again = world.api.post(EXPORTS).as_(&person).json(&body).send().await.expect(200).json();
    assert_eq!(first, again);
    world.api.post(EXPORTS).as_(&Caller::student()).json(&body).send().await.expect(409);
    let other = json!({ "exportId": fresh_id() });
    world.api.post(EXPORTS).as_(&person).json(&other).send().await.expect(409);
    assert_eq!(world.published::<ExportRequested>().await.len(), 1);
}

#[tokio::test]
async fn only_a_technical_admin_asks_for_somebody_else() {
    let world = World::new().await;
    let person = world.person("Anna", "de Vries").await;
    let body = json!({ "exportId": fresh_id(), "userId": person });
    for caller in [Caller::student(), Caller::teacher(), Caller::educational_admin()] {
        world.api.post(EXPORTS).as_(&caller).json(&body).send().await.expect(404);
    }
    world.api.post(EXPORTS).as_(&Caller::technical_admin()).json(&body).send().await.expect(202);
    let nobody = json!({ "exportId": fresh_id(), "userId": fresh_id() });
    world.api.post(EXPORTS).as_(&Caller::technical_admin()).json(&nobody).send().await.expect(404);
}

#[tokio::test]
async fn a_log_in_of_more_than_ten_minutes_ago_is_not_enough() {
    let world = World::new().await;
    let (person, export) = ready(&world).await;
    world.clock.advance(TimeDelta::minutes(11));
    let body = json!({ "exportId": fresh_id() });
    for request in [
        world.api.post(EXPORTS).json(&body),
        world.api.post(format!("{EXPORTS}/{export}/links")),
        world.api.post("/api/v2/pii/erasures").json(&json!({ "erasureId": fresh_id() })),
        world.api.post("/api/v1/pii/export"),
        world.api.post("/api/v1/pii/delete"),
    ] {
        let answer = request.as_(&person).send().await.expect(401);
        let challenge = answer.header("www-authenticate").expect("a challenge").to_owned();
        assert!(challenge.contains("insufficient_user_authentication"), "{challenge}");
    }
}

#[tokio::test]
async fn an_export_waits_for_the_last_service() {
    let world = World::new().await;
    let person = Caller::student();
    let export = world.ask_export(&person).await;
    let asked = world.published::<ExportRequested>().await.remove(0);
    let others = world.others();
    for service in &others[1..] {
        world.answer_export(&asked, service).await;
    }
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(status(&world, &person, &export).await, "collecting");
    world.answer_export(&asked, &others[0]).await;
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(status(&world, &person, &export).await, "ready");
    assert_eq!(world.published::<ExportReady>().await.len(), 1);
}

#[tokio::test]
async fn a_part_that_is_not_what_its_service_said_is_no_part() {
    let world = World::new().await;
    let person = Caller::student();
    let export = world.ask_export(&person).await;
    let asked = world.published::<ExportRequested>().await.remove(0);
    for service in world.others() {
        world.answer_export(&asked, &service).await;
    }
    let spoilt = world.blobs.names().remove(0);
    let right = world.blobs.bytes(&spoilt).expect("a part");
    world.blobs.spoil(&spoilt, b"PK another part");
    pii::upkeep::work(&world.app).await.expect_err("a spoilt part");
    assert_eq!(status(&world, &person, &export).await, "collecting");
    world.blobs.spoil(&spoilt, &right);
    pii::upkeep::work(&world.app).await.expect("the right part");
    assert_eq!(status(&world, &person, &export).await, "ready");
}

#[tokio::test]
async fn who_has_not_answered_is_asked_again() {
    let world = World::new().await;
    world.ask_export(&Caller::student()).await;
    world.clock.advance(TimeDelta::minutes(14));
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(world.published::<ExportRequested>().await.len(), 1);
    world.clock.advance(TimeDelta::minutes(1));
    for _ in 0..2 {
        pii::upkeep::work(&world.app).await.expect("work");
    }
    let asked = world.published::<ExportRequested>().await;
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0], asked[1]);
}

#[tokio::test]
async fn making_and_fetching_an_archive_is_noted() {
    let world = World::new().await;
    let (person, export) = ready(&world).await;
    let before = world.published::<PiiAccessed>().await.len();
    let href = link(&world, &person, &export).await;
    world.api.get(href).send().await.expect(200);
    let noted = world.published::<PiiAccessed>().await;
    assert_eq!((before, noted.len()), (1, 2));
    assert!(noted.iter().all(|access| access.subject_id == person.id()));
}

#[tokio::test]
async fn v1_asks_for_the_same_export_while_it_is_under_way() {
    let world = World::new().await;
    let person = Caller::student();
    let first = world.api.post("/api/v1/pii/export").as_(&person).send().await.expect(202).json();
    let again = world.api.post("/api/v1/pii/export").as_(&person).send().await.expect(202).json();
    assert_eq!(first, again);
    assert_eq!(world.published::<ExportRequested>().await.len(), 1);
}

#[tokio::test]
async fn a_technical_admin_finds_what_waits_and_for_whom() {
    let world = World::new().await;
    let (_, done) = ready(&world).await;
    world.clock.advance(TimeDelta::seconds(1));
    let first = world.ask_export(&Caller::student()).await;
    world.clock.advance(TimeDelta::seconds(1));
    let second = world.ask_export(&Caller::student()).await;

    let open = world.listed(&format!("{EXPORTS}?open=true")).await;
    let ids: Vec<_> = open.iter().map(|one| &one["exportId"]).collect();
    assert_eq!(ids, [&json!(first), &json!(second)]);
    let mut services = world.app.requests.services.to_vec();
    services.sort();
    assert_eq!(open[0]["waitsFor"], json!(services));
    let closed = world.listed(&format!("{EXPORTS}?open=false")).await;
    assert_eq!((closed.len(), &closed[0]["exportId"]), (1, &json!(done)));
    assert_eq!((&closed[0]["waitsFor"], closed[0]["readyAt"].is_string()), (&json!([]), true));
}
