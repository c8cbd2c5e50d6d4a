//! A person sees who read about them.

use crate::support::World;
use events::{Decoder, Event, pii::PiiAccessed};
use insta::assert_json_snapshot;
use pii::commands::verify_audit::verify_audit;
use testing::{Answer, Caller};

async fn list(world: &World, caller: &Caller, person: ids::UserId, query: &str) -> Answer {
    world.api.get(format!("/api/v2/pii/people/{person}/accesses?{query}")).as_(caller).send().await
}

#[tokio::test]
async fn a_person_sees_who_asked_for_what_and_why_the_newest_first() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    let (teacher, admin) = (Caller::teacher(), Caller::educational_admin());
    world.link(teacher.id(), person.id(), true, 2).await;
    world.read(&teacher, person.id(), "given-name", "teaching").await.expect(200);
    world.read(&teacher, person.id(), "birth-date", "teaching").await.expect(403);
    world.read(&admin, person.id(), "phone", "contact").await.expect(200);
    let answer = list(&world, &person, person.id(), "").await;
    assert_json_snapshot!(answer, { ".body.items[].actor.id" => "[id]" }, @r#"
    {
      "body": {
        "items": [
          {
            "accessedAt": "2025-03-03T09:00:00.000Z",
            "actor": {
              "id": "[id]",
              "kind": "user",
              "role": "educational-admin"
            },
            "decision": "allowed",
            "fields": [
              "phone"
            ],
            "purpose": "contact"
          },
          {
            "accessedAt": "2025-03-03T09:00:00.000Z",
            "actor": {
              "id": "[id]",
              "kind": "user",
              "role": "teacher"
            },
            "decision": "refused",
            "fields": [
              "birth-date"
            ],
            "purpose": "teaching"
          },
          {
            "accessedAt": "2025-03-03T09:00:00.000Z",
            "actor": {
              "id": "[id]",
              "kind": "user",
              "role": "teacher"
            },
            "decision": "allowed",
            "fields": [
              "given-name"
            ],
            "purpose": "teaching"
          }
        ]
      },
      "status": 200
    }
    "#);
    let ids: Vec<_> = answer.json()["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|one| one["actor"]["id"].as_str().expect("an id").to_owned())
        .collect();
    assert_eq!(ids, [admin.id(), teacher.id(), teacher.id()].map(|id| id.to_string()));
    // Looking at one's own log leaves nothing in it.
    assert_eq!(list(&world, &person, person.id(), "").await.json(), answer.json());
}

#[tokio::test]
async fn pages_lead_through_the_whole_log_once() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    // Others of the same chain between them.
    for _ in 0..7 {
        world
            .read(&Caller::educational_admin(), person.id(), "given-name", "administration")
            .await
            .expect(200);
        for _ in 0..10 {
            world
                .read(&Caller::educational_admin(), Caller::student().id(), "given-name", "administration")
                .await;
        }
    }
    let (mut seen, mut query) = (Vec::new(), "limit=3".to_owned());
    loop {
        let page = list(&world, &person, person.id(), &query).await.expect(200).json();
        seen.extend(
            page["items"].as_array().expect("items").iter().map(|one| one["actor"]["id"].to_string()),
        );
        let Some(cursor) = page["nextCursor"].as_str() else { break };
        query = format!("limit=3&cursor={cursor}");
    }
    assert_eq!(seen.len(), 7);
    seen.dedup();
    assert_eq!(seen.len(), 7);
}

#[tokio::test]
async fn an_admin_who_looks_is_in_the_log_and_a_teacher_sees_nothing() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    let (teacher, admin) = (Caller::teacher(), Caller::technical_admin());
    world.link(teacher.id(), person.id(), true, 2).await;
    list(&world, &teacher, person.id(), "purpose=administration").await.expect(404);
    list(&world, &admin, person.id(), "").await.expect(404);
    list(&world, &admin, person.id(), "purpose=administration").await.expect(200);
    let page = list(&world, &person, person.id(), "").await.expect(200).json();
    let decisions: Vec<_> =
        page["items"].as_array().expect("items").iter().map(|one| &one["decision"]).collect();
    assert_eq!(decisions, ["allowed", "refused", "refused"]);
    assert_eq!(page["items"][0]["fields"][0], "access-log");
}

#[tokio::test]
async fn a_cursor_of_somebody_elses_log_does_not_open() {
    let world = World::new().await;
    let (anna, bram) = (Caller::student(), Caller::student());
    for person in [&anna, &bram] {
        world.named(person.id(), "A", "B").await;
        for _ in 0..3 {
            world.read(person, person.id(), "given-name", "own").await.expect(200);
        }
    }
    let page = list(&world, &anna, anna.id(), "limit=1").await.expect(200).json();
    let cursor = page["nextCursor"].as_str().expect("more");
    list(&world, &bram, bram.id(), &format!("cursor={cursor}")).await.expect(422);
}

/// The first release wrote links of format 1; a chain that begins with them still holds, and is still read.
#[tokio::test]
async fn links_of_the_first_format_are_read_for_ever() {
    let golden = include_str!("../../../../schemas/golden/pii.access.log-tall.pii.PiiAccessed.1.json");
    let golden: serde_json::Value = serde_json::from_str(golden).expect("JSON");
    let hexadecimal = golden[0]["datum"].as_str().expect("text");
    let datum: Vec<u8> = (0..hexadecimal.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).expect("hexadecimal"))
        .collect();
    let old: PiiAccessed =
        Decoder::new(pii::domain::audit::FORMATS[0]).expect("a schema").decode(&datum).expect("a link");
    assert!(Decoder::<PiiAccessed>::new(PiiAccessed::SCHEMA).expect("a schema").decode(&datum).is_err());

    let world = World::new().await;
    let mut connection = world.pool().acquire().await.expect("a connection");
    let head = pii::domain::audit::Head::of_empty(u8::try_from(old.chain).expect("a chain")).after(&datum);
    sqlx::query(
        "insert into accesses (chain, position, link, subject_id, accessed_at) values ($1, 0, $2, $3, now())",
    )
    .bind(i16::from(head.chain))
    .bind(&datum)
    .bind(old.subject_id.as_uuid())
    .execute(&mut *connection)
    .await
    .expect("a link of the release before, which names no format");
    pii::store::accesses::move_head(&mut connection, head).await.expect("moved");
    drop(connection);

    let found = verify_audit(&world.pool()).await.expect("verified");
    assert_eq!((found.links, found.breaks), (1, vec![]));
    let subject = Caller::known(old.subject_id, access::Role::Student);
    let page = list(&world, &subject, subject.id(), "").await.expect(200).json();
    assert_eq!(page["items"][0]["actor"]["role"], serde_json::Value::Null);
}
