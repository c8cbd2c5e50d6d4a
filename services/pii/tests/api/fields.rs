//! Fields of a person: who reads, who changes, and what comes out.

use crate::support::{World, sealed};
use access::Role;
use bus::Outcome;
use events::pii::{AccessDecision, PiiAccessed, UserPiiUpdated};
use ids::UserId;
use insta::assert_json_snapshot;
use pii::domain::{
    access::{Operation, Purpose, Reader, permits},
    field::Field,
};
use serde_json::{Value, json};
use testing::{Answer, Caller};

const ROLES: [Role; 4] = [Role::Student, Role::Teacher, Role::EducationalAdmin, Role::TechnicalAdmin];
const STATED: [Purpose; 4] = [Purpose::Own, Purpose::Teaching, Purpose::Administration, Purpose::Contact];

fn others() -> Value {
    json!({
        "birthDate": "1990-02-28",
        "phone": "+31 6 12345678",
        "address": { "street": "Dorpsstraat 1", "postalCode": "1234 AB", "city": "Utrecht", "country": "NL" },
        "guardian": { "givenName": "Jan", "familyName": "de Vries", "phone": "+31612345679" },
    })
}

async fn change(world: &World, caller: &Caller, person: UserId, body: &Value) -> Answer {
    let path = format!("/api/v2/pii/people/{person}");
    world.api.patch(path).as_(caller).header("if-match", "*").json(body).send().await
}

/// Role x relation x field x purpose, through HTTP, against the table.
#[tokio::test]
async fn every_field_is_read_by_whom_the_table_says_and_by_nobody_else() {
    let world = World::new().await;
    let person = Caller::student();
    world.filled(&person, &others()).await;
    for role in ROLES {
        for relation in ["own", "teaches", "stranger"] {
            let reader =
                if relation == "own" { Caller::known(person.id(), role) } else { Caller::with_role(role) };
            let teaches_subject = relation == "teaches";
            if teaches_subject {
                world.link(reader.id(), person.id(), true, 2).await;
            }
            let relations = Reader { id: reader.id(), role, teaches_subject }.relations(person.id());
            for field in Field::ALL {
                for purpose in STATED {
                    let expected = match relations.as_slice() {
                        [] => 404,
                        some if permits(some, Operation::Read, field, purpose) => 200,
                        _ => 403,
                    };
                    let answer = world.read(&reader, person.id(), field.name(), purpose.name()).await;
                    let case = format!("{role:?} {relation} {field} {}", purpose.name());
                    assert_eq!(answer.status(), expected, "{case}: {answer}");
                    assert!(expected == 200 || !answer.to_string().contains("Anna"), "{case}");
                }
            }
        }
    }
}

/// Role x relation x field, through HTTP, against the table.
#[tokio::test]
async fn every_field_is_changed_by_whom_the_table_says_and_by_nobody_else() {
    let world = World::new().await;
    let bodies = [
        (Field::GivenName, json!({ "givenName": "Anneke" })),
        (Field::FamilyName, json!({ "familyName": "Bakker" })),
        (Field::BirthDate, json!({ "birthDate": "1991-01-01" })),
        (Field::Phone, json!({ "phone": "+31612345670" })),
        (Field::Address, json!({ "address": null })),
        (Field::Guardian, json!({ "guardian": null })),
        (Field::AdminNote, json!({ "adminNote": "Called on Monday." })),
    ];
    for role in ROLES {
        for relation in ["own", "teaches", "stranger"] {
            let person = Caller::student();
            world.filled(&person, &others()).await;
            let caller =
                if relation == "own" { Caller::known(person.id(), role) } else { Caller::with_role(role) };
            let teaches_subject = relation == "teaches";
            if teaches_subject {
                world.link(caller.id(), person.id(), true, 2).await;
            }
            let relations = Reader { id: caller.id(), role, teaches_subject }.relations(person.id());
            for (field, body) in &bodies {
                let may = [Purpose::Own, Purpose::Administration]
                    .iter()
                    .any(|purpose| permits(&relations, Operation::Change, *field, *purpose));
                let expected = if may {
                    200
                } else if relations.is_empty() {
                    404
                } else {
                    403
                };
                let answer = change(&world, &caller, person.id(), body).await;
                assert_eq!(answer.status(), expected, "{role:?} {relation} {field}: {answer}");
            }
        }
    }
}

#[tokio::test]
async fn a_person_reads_all_that_is_kept_of_them() {
    let world = World::new().await;
    let person = Caller::student();
    world.filled(&person, &others()).await;
    let admin = Caller::educational_admin();
    change(&world, &admin, person.id(), &json!({ "adminNote": "Called on Monday." })).await.expect(200);
    let asked = json!({
        "interfaceLanguage": "ru", "pendingEmail": "anna@example.net",
        "requestId": "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091",
    });
    let outcome = world.deliver(2, 2, sealed(person.id(), &asked.to_string())).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    let all = Field::ALL.map(Field::name).join(",");
    let answer = world.read(&person, person.id(), &all, "own").await;
    assert_eq!(answer.header("etag"), Some("\"6\""));
    let named = answer.json().as_object().map_or(0, serde_json::Map::len);
    assert_eq!(named, Field::ALL.len() + 1, "every field, and whose they are");
    assert_json_snapshot!(answer, { ".body.userId" => "[id]" }, @r#"
    {
      "body": {
        "address": {
          "city": "Utrecht",
          "country": "NL",
          "postalCode": "1234 AB",
          "street": "Dorpsstraat 1"
        },
        "adminNote": "Called on Monday.",
        "birthDate": "1990-02-28",
        "email": "x@example.org",
        "familyName": "de Vries",
        "givenName": "Anna",
        "guardian": {
          "familyName": "de Vries",
          "givenName": "Jan",
          "phone": "+31612345679"
        },
        "interfaceLanguage": "ru",
        "pendingEmail": "anna@example.net",
        "phone": "+31612345678",
        "userId": "[id]"
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn one_field_that_is_refused_refuses_the_whole_and_is_named() {
    let world = World::new().await;
    let (teacher, person) = (Caller::teacher(), world.person("Anna", "de Vries").await);
    world.link(teacher.id(), person, true, 2).await;
    let answer = world.read(&teacher, person, "given-name,birth-date", "teaching").await.expect(403);
    assert_eq!(answer.json()["detail"], "For this purpose you may not read: birth-date.");
    let noted = world.published::<PiiAccessed>().await.pop().expect("a note");
    assert_eq!((noted.decision, noted.purpose.as_str()), (AccessDecision::Refused, "teaching"));
    assert_eq!(noted.fields, ["birth-date", "given-name"]);
}

#[tokio::test]
async fn what_is_no_field_or_no_purpose_is_refused() {
    let world = World::new().await;
    let person = Caller::student();
    for (fields, purpose) in [("shoe-size", "own"), ("", "own"), ("email", "gossip"), ("email", "mail")] {
        world.read(&person, person.id(), fields, purpose).await.expect(422);
    }
}

#[tokio::test]
async fn a_change_needs_the_revision_that_was_read_and_tells_the_names_of_fields() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    let path = format!("/api/v2/pii/people/{}", person.id());
    let body = json!({ "givenName": " Anneke ", "phone": "+31 6 12345678" });
    let patch = || world.api.patch(path.clone()).as_(&person).json(&body);
    patch().send().await.expect(428);
    patch().header("if-match", "\"1\"").send().await.expect(412);
    let changed = patch().header("if-match", "\"2\"").send().await.expect(200);
    assert_eq!(changed.header("etag"), Some("\"3\""));
    patch().header("if-match", "\"2\"").send().await.expect(412);

    let read =
        world.read(&person, person.id(), "given-name,family-name,phone", "own").await.expect(200).json();
    assert_eq!((&read["givenName"], &read["familyName"]), (&"Anneke".into(), &"de Vries".into()));
    assert_eq!(read["phone"], "+31612345678");
    let told = world.published::<UserPiiUpdated>().await;
    assert_eq!(told.last().expect("told").fields, ["given-name", "phone"]);
    let noted = world.published::<PiiAccessed>().await;
    assert_eq!(noted[0].purpose, "change-own");
}

#[tokio::test]
async fn null_forgets_a_field_and_a_name_stays() {
    let world = World::new().await;
    let person = Caller::student();
    world.filled(&person, &others()).await;
    change(&world, &person, person.id(), &json!({ "phone": null })).await.expect(200);
    let read = world.read(&person, person.id(), "phone,given-name", "own").await.expect(200).json();
    assert_eq!((read.get("phone"), &read["givenName"]), (None, &"Anna".into()));
    change(&world, &person, person.id(), &json!({ "givenName": null })).await.expect(422);
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once_and_nothing_is_quoted() {
    let world = World::new().await;
    let person = Caller::student();
    world.named(person.id(), "Anna", "de Vries").await;
    let body = json!({
        "givenName": "canary\u{202e}", "birthDate": "canary", "phone": "canary",
        "address": { "street": "x", "postalCode": "1", "city": "y", "country": "canary" },
        "guardian": { "givenName": "x", "familyName": "y", "phone": "canary" },
    });
    let answer = change(&world, &person, person.id(), &body).await.expect(422);
    assert!(!answer.to_string().contains("canary"), "{answer}");
    let json = answer.json();
    let pointers: Vec<_> =
        json["errors"].as_array().expect("errors").iter().map(|one| &one["pointer"]).collect();
    assert_eq!(pointers, ["/givenName", "/birthDate", "/phone", "/address/country", "/guardian/phone"]);
    for body in [json!({}), json!({ "shoeSize": 40 }), json!({ "email": "a@example.org" })] {
        change(&world, &person, person.id(), &body).await.expect(422);
    }
}

#[tokio::test]
async fn a_teacher_reads_the_names_of_a_class_at_once_and_each_reading_is_noted() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    let (mut mine, stranger) = (Vec::new(), world.person("Vreemde", "Eend").await);
    for n in 0..30 {
        let person = world.person(&format!("Anna{n}"), "V").await;
        world.link(teacher.id(), person, true, 2).await;
        mine.push(person);
    }
    let nameless = Caller::student().id();
    world.link(teacher.id(), nameless, true, 2).await;
    let asked: Vec<_> = mine.iter().chain([&stranger, &nameless, &mine[0]]).collect();
    let post = || world.api.post("/api/v2/pii/people/names").as_(&teacher).json(&json!({ "userIds": asked }));
    let answer = post().send().await.expect(200).json();
    assert_eq!(answer["items"].as_array().expect("items").len(), 30);
    assert!(!answer.to_string().contains("Vreemde"));

    let noted = world.published::<PiiAccessed>().await;
    assert_eq!(noted.len(), 32, "everybody once");
    let refused: Vec<_> = noted
        .iter()
        .filter(|one| one.decision == AccessDecision::Refused)
        .map(|one| one.subject_id)
        .collect();
    assert_eq!(refused.len(), 2);
    assert!(refused.contains(&stranger) && refused.contains(&nameless));

    futures::future::join_all((0..10).map(|_| post().send())).await.into_iter().for_each(|answer| {
        answer.expect(200);
    });
    let found = pii::commands::verify_audit::verify_audit(&world.pool()).await.expect("verified");
    assert_eq!((found.links, found.breaks), (32 * 11, vec![]));
}

#[tokio::test]
async fn more_names_than_a_page_or_none_are_refused() {
    let world = World::new().await;
    for count in [0, 201] {
        let ids: Vec<_> = (0..count).map(|_| Caller::student().id()).collect();
        let post = world.api.post("/api/v2/pii/people/names").as_(&Caller::educational_admin());
        post.json(&json!({ "userIds": ids })).send().await.expect(422);
    }
}

#[tokio::test]
async fn an_admin_finds_a_person_by_any_spelling_of_their_address() {
    let world = World::new().await;
    let person = world.person("Anna", "de Vries").await;
    let find = |email: &str| {
        let post = world.api.post("/api/v2/pii/people/lookups").as_(&Caller::technical_admin());
        post.json(&json!({ "email": email })).send()
    };
    assert_eq!(find(" X@Example.ORG").await.expect(200).json(), json!({ "items": [person] }));
    assert_eq!(find("y@example.org").await.expect(200).json(), json!({ "items": [] }));
    let noted = world.published::<PiiAccessed>().await;
    assert_eq!(noted.len(), 1);
    assert_eq!((noted[0].subject_id, noted[0].fields.as_slice()), (person, ["email".to_owned()].as_slice()));
    let digests: Vec<Vec<u8>> =
        sqlx::query_scalar("select digest from email_index").fetch_all(&world.pool()).await.expect("rows");
    assert!(digests.iter().all(|digest| digest.len() == 32));
}
