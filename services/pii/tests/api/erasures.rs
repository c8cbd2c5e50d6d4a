//! A person is forgotten.

use crate::support::{World, fresh_id, sealed};
use bus::{Delivery, Outcome};
use chrono::TimeDelta;
use events::{
    Event,
    pii::{ErasureRequested, UserErased},
};
use ids::{EventId, UserId};
use serde_json::json;
use sqlx::AssertSqlSafe;
use std::time::Duration;
use subject::Erasures;
use testing::{Caller, subject::assert_no_row};
use uuid::Uuid;

const ERASURES: &str = "/api/v2/pii/erasures";
/// What stays: that the person is forgotten, and who read their data while it was there.
pub const TOMBSTONES: [&str; 2] = ["erasures", "accesses"];

/// Every table that pii keeps of a person until they are forgotten.
pub const KEPT: [&str; 7] =
    ["people", "fields", "pending_addresses", "email_index", "consents", "teacher_students", "exports"];

/// A person with everything that pii keeps of one.
pub async fn kept(world: &World) -> Caller {
    let person = Caller::student();
    let guardian = json!({ "givenName": "Jan", "familyName": "de Vries", "phone": "+31612345679" });
    world.filled(&person, &json!({ "birthDate": "1990-02-28", "guardian": guardian })).await;
    let change = json!({ "pendingEmail": "anna@example.net", "requestId": fresh_id() });
    let outcome = world.deliver(2, 2, sealed(person.id(), &change.to_string())).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    world.consent(&person, "terms-of-use", "given").await;
    world.link(Caller::teacher().id(), person.id(), true, 1).await;
    world.ask_export(&person).await;
    world.answer_exports().await;
    person
}

/// Such a person, who asks to be forgotten.
async fn asked(world: &World) -> (Caller, String) {
    let (person, erasure) = (kept(world).await, fresh_id());
    let body = json!({ "erasureId": erasure });
    world.api.post(ERASURES).as_(&person).json(&body).send().await.expect(202);
    (person, erasure)
}

pub async fn rows(world: &World, table: &str, user: UserId) -> i64 {
    let column = if table == "teacher_students" { "student_id" } else { "user_id" };
    let sql = AssertSqlSafe(format!("select count(*) from {table} where {column} = $1"));
    sqlx::query_scalar(sql).bind(user.as_uuid()).fetch_one(&world.pool()).await.expect(table)
}

async fn certificate(world: &World, erasure: &str) -> u16 {
    world.api.get(format!("{ERASURES}/{erasure}/certificate")).send().await.status().as_u16()
}

fn delivered(event: ErasureRequested) -> Delivery<ErasureRequested> {
    Delivery {
        id: EventId::new(Uuid::from_u128(9)),
        subject: event.key(),
        sequence: 1,
        time: event.requested_at,
        topic: ErasureRequested::TOPIC.to_owned(),
        partition: 0,
        offset: 0,
        event,
    }
}

#[tokio::test]
async fn when_every_service_has_confirmed_the_key_goes_and_a_certificate_stands() {
    let world = World::new().await;
    let (person, erasure) = asked(&world).await;
    assert_eq!(certificate(&world, &erasure).await, 404);
    for table in KEPT {
        assert!(rows(&world, table, person.id()).await > 0, "{table}: the fact comes first, the keys last");
    }
    world.answer_erasures().await;
    for table in KEPT {
        assert_eq!(rows(&world, table, person.id()).await, 0, "{table}");
    }

    assert_no_row(&world.pool(), person.id(), &TOMBSTONES).await;
    assert_eq!(world.blobs.names(), [] as [String; 0]);
    let erased = world.published::<UserErased>().await;
    assert_eq!(erased.len(), 1);
    let mut services = world.app.requests.services.to_vec();
    services.sort();
    assert_eq!(erased[0].confirmed_by, services);
    let own = erased[0].confirmations.iter().find(|one| one.service == "pii").expect("pii's own");
    for (name, count) in [("people", 1), ("fields", 5), ("pending_addresses", 1), ("consents", 1)] {
        let held = own.holdings.iter().find(|held| held.name == name);
        assert_eq!(held.map(|held| held.count), Some(count), "{name}");
    }

    let shown = world.api.get(format!("{ERASURES}/{erasure}/certificate")).send().await.expect(200);
    assert!(!shown.to_string().contains(&person.id().to_string()), "it does not say who");
    assert_eq!(shown.json()["confirmations"].as_array().map(Vec::len), Some(erased[0].confirmed_by.len()));
}

#[tokio::test]
async fn one_missing_confirmation_keeps_the_key() {
    let world = World::new().await;
    let (_, erasure) = asked(&world).await;
    let event = world.published::<ErasureRequested>().await.remove(0);
    for service in &world.others()[1..] {
        world.confirm(&event, service).await;
    }
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(world.count("select count(*) from people").await, 1);
    assert_eq!(certificate(&world, &erasure).await, 404);
}

#[tokio::test]
async fn a_confirmation_that_comes_again_changes_nothing() {
    let world = World::new().await;
    asked(&world).await;
    for _ in 0..3 {
        world.answer_erasures().await;
    }
    assert_eq!(world.published::<UserErased>().await.len(), 1);
}

#[tokio::test]
async fn the_same_request_again_asks_nobody_twice() {
    let world = World::new().await;
    let (person, erasure) = asked(&world).await;
    world.api.post(ERASURES).as_(&person).json(&json!({ "erasureId": erasure })).send().await.expect(200);
    world.api.post(ERASURES).as_(&person).json(&json!({ "erasureId": fresh_id() })).send().await.expect(409);
    world.api.post("/api/v1/pii/delete").as_(&person).send().await.expect(202);
    assert_eq!(world.published::<ErasureRequested>().await.len(), 1);
}

#[tokio::test]
async fn only_a_technical_admin_has_somebody_else_forgotten() {
    let world = World::new().await;
    let person = world.person("Anna", "de Vries").await;
    let body = json!({ "erasureId": fresh_id(), "userId": person });
    for caller in [Caller::student(), Caller::teacher(), Caller::educational_admin()] {
        world.api.post(ERASURES).as_(&caller).json(&body).send().await.expect(404);
    }
    world.api.post(ERASURES).as_(&Caller::technical_admin()).json(&body).send().await.expect(202);
}

#[tokio::test]
async fn what_comes_late_about_somebody_forgotten_is_not_taken() {
    let world = World::new().await;
    let (person, _) = asked(&world).await;
    let late = || sealed(person.id(), &json!({ "givenName": "Canarianna" }).to_string());
    for step in ["asked", "erased"] {
        let outcome = world.deliver(77, 9, late()).await;
        assert!(matches!(outcome, Outcome::Done), "{step}: {outcome:?}");
        world.link(Caller::teacher().id(), person.id(), true, 99).await;
        world.answer_erasures().await;
    }
    assert_no_row(&world.pool(), person.id(), &TOMBSTONES).await;
    let path = format!("/api/v2/pii/people/{}/name", person.id());
    world.api.get(path).as_(&Caller::technical_admin()).send().await.expect(404);
}

/// Whether an erasure was finished in so many steps of three milliseconds; otherwise it was dropped in the middle.
///
/// A connection that was dropped gives its lock up a moment later: until then the erasure is passed over, and is not done.
async fn finished_within(world: &World, steps: u32) -> bool {
    let finishing = pii::commands::finish_erasure::finish_erasure(&world.app);
    match tokio::time::timeout(steps * Duration::from_millis(3), finishing).await {
        Ok(finished) => finished.expect("the stores"),
        Err(_) => false,
    }
}

/// The process ends after each step; another takes over from what is stored.
#[tokio::test]
async fn an_erasure_that_stops_anywhere_is_finished_by_another() {
    let world = World::new().await;
    let (person, erasure) = asked(&world).await;
    let event = world.published::<ErasureRequested>().await.remove(0);
    for service in world.others() {
        world.confirm(&event, &service).await;
    }
    // The command is dropped where it awaits, a step later each time, until it has the time to finish.
    for steps in 1..1000 {
        if finished_within(&world, steps).await {
            break;
        }
    }
    assert_no_row(&world.pool(), person.id(), &TOMBSTONES).await;
    assert_eq!(certificate(&world, &erasure).await, 200);
    assert_eq!(world.published::<UserErased>().await.len(), 1);
}

#[tokio::test]
async fn a_restored_backup_is_erased_before_anything_is_served() {
    let backup = World::new().await;
    let person = Caller::student();
    backup.named(person.id(), "Anna", "de Vries").await;
    let world = backup.copy().await;
    let erasure = world.ask_erasure_of(person.id()).await;
    world.answer_erasures().await;
    let requested = world.published::<ErasureRequested>().await.remove(0);
    let erased = world.published::<UserErased>().await.remove(0);

    // The backup is put in the place of the database. Kafka still knows.
    let so_far = Erasures {
        asked: [(person.id(), delivered(requested))].into(),
        certified: [(person.id(), erased)].into(),
    };
    assert_eq!(backup.count("select count(*) from fields").await, 3);
    let replay = pii::commands::replay_erasures::replay_erasures;
    assert_eq!(replay(&backup.app, &so_far).await.expect("the store"), 1);
    assert_no_row(&backup.pool(), person.id(), &TOMBSTONES).await;
    assert_eq!(certificate(&backup, &erasure).await, 200);
    assert_eq!(replay(&backup.app, &so_far).await.expect("the store"), 0, "once");
}

#[tokio::test]
async fn an_erasure_that_a_backup_does_not_know_is_asked_for_again() {
    let backup = World::new().await;
    let person = Caller::student();
    backup.named(person.id(), "Anna", "de Vries").await;
    let world = backup.copy().await;
    let erasure = world.ask_erasure_of(person.id()).await;
    let requested = world.published::<ErasureRequested>().await.remove(0);

    let so_far =
        Erasures { asked: [(person.id(), delivered(requested.clone()))].into(), ..Erasures::default() };
    let replay = pii::commands::replay_erasures::replay_erasures;
    assert_eq!(replay(&backup.app, &so_far).await.expect("the store"), 1);
    assert_eq!(backup.published::<ErasureRequested>().await, [requested]);
    backup.answer_erasures().await;
    assert_no_row(&backup.pool(), person.id(), &TOMBSTONES).await;
    assert_eq!(certificate(&backup, &erasure).await, 200);
}

#[tokio::test]
async fn who_has_not_confirmed_is_asked_again_until_they_have() {
    let world = World::new().await;
    asked(&world).await;
    world.clock.advance(TimeDelta::minutes(15));
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(world.published::<ErasureRequested>().await.len(), 2);
    world.answer_erasures().await;
    world.clock.advance(TimeDelta::minutes(15));
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(world.published::<ErasureRequested>().await.len(), 2, "nobody is asked about what is done");
}

#[tokio::test]
async fn an_operator_sees_what_waits_and_since_when() {
    let world = World::new().await;
    let mut connection = world.pool().acquire().await.expect("a connection");
    asked(&world).await;
    let now = world.clock.now() + TimeDelta::days(31);
    let waiting = pii::store::erasures::waiting(&mut connection, now).await.expect("the store");
    assert_eq!((waiting.erasures, waiting.exports, waiting.late), (1, 0, 1));
    assert_eq!(waiting.oldest, Some(world.clock.now()));
    world.answer_erasures().await;
    let waiting = pii::store::erasures::waiting(&mut connection, now).await.expect("the store");
    assert_eq!((waiting.erasures, waiting.late, waiting.oldest), (0, 0, None));
}

#[tokio::test]
async fn a_technical_admin_finds_what_waits_and_for_whom() {
    let world = World::new().await;
    let done = world.ask_erasure_of(Caller::student().id()).await;
    world.answer_erasures().await;
    world.clock.advance(TimeDelta::seconds(1));
    let person = Caller::student().id();
    let first = world.ask_erasure_of(person).await;
    let asked = world.published::<ErasureRequested>().await.pop().expect("asked for");
    world.confirm(&asked, &world.others()[0]).await;
    world.clock.advance(TimeDelta::seconds(1));
    let second = world.ask_erasure_of(Caller::student().id()).await;

    let open = world.listed(&format!("{ERASURES}?open=true")).await;
    let ids: Vec<_> = open.iter().map(|one| &one["erasureId"]).collect();
    assert_eq!(ids, [&json!(first), &json!(second)]);
    assert_eq!(open[0]["userId"], json!(person));
    let mut waits: Vec<_> = world.others()[1..].to_vec();
    waits.push(pii::NAME.to_owned());
    waits.sort();
    assert_eq!(open[0]["waitsFor"], json!(waits));
    let closed = world.listed(&format!("{ERASURES}?open=false")).await;
    assert_eq!((closed.len(), &closed[0]["erasureId"]), (1, &json!(done)));
    assert_eq!((&closed[0]["waitsFor"], closed[0]["erasedAt"].is_string()), (&json!([]), true));
}

#[tokio::test]
async fn profile_has_somebody_forgotten_once_and_nobody_else_may() {
    let world = World::new().await;
    let person = kept(&world).await;
    let path = format!("/internal/v1/pii/people/{}/erasure", person.id());
    world.internal.put(&path).as_service("cron-utility").send().await.expect(403);
    for _ in 0..2 {
        world.internal.put(&path).as_service("profile").send().await.expect(202);
    }
    let asked = world.published::<ErasureRequested>().await;
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].user_id, asked[0].requested_by), (person.id(), person.id()));

    let (person, _) = self::asked(&world).await;
    let path = format!("/internal/v1/pii/people/{}/erasure", person.id());
    world.internal.put(&path).as_service("profile").send().await.expect(202);
    assert_eq!(world.published::<ErasureRequested>().await.len(), 2);
}
