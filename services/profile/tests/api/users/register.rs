use crate::support::{PASSWORD, World, intake, new_device, new_user, registration, with};
use chrono::TimeDelta;
use events::profile::{EmailVerificationRequested, PiiSubmitted, RegistrationRepeated, UserCreated, v1};
use futures::future::join_all;
use serde_json::json;

const CONFLICT: &str = "urn:tall:problem:id-taken";

#[tokio::test]
async fn registering_makes_a_student() {
    let world = World::new().await;
    let id = "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10".parse().expect("an id");

    let answer = world.put_user(id, &registration("anna@example.org")).await;

    insta::assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "id": "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10",
        "interfaceLanguage": "nl",
        "registeredAt": "2025-03-03T09:00:00.000Z",
        "timeZone": "Europe/Amsterdam"
      },
      "status": 201
    }
    "#);
    let created = world.published::<UserCreated>().await;
    insta::assert_json_snapshot!(created, @r#"
    [
      {
        "user_id": "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10",
        "role": "student",
        "status": "active",
        "interface_language": "nl",
        "time_zone": "Europe/Amsterdam",
        "created_by": null,
        "created_at": 1740992400000
      }
    ]
    "#);
    let older = world.published::<v1::UserCreated>().await;
    insta::assert_json_snapshot!(older, @r#"
    [
      {
        "user_id": "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10",
        "role": "STUDENT",
        "active": true,
        "locale": "nl_NL",
        "at": 1740992400
      }
    ]
    "#);
}

#[tokio::test]
async fn one_row_carries_both_versions_under_one_id() {
    let world = World::new().await;
    let id = world.register("anna@example.org").await;

    let rows = world.outgoing().await;

    let topics: Vec<Vec<_>> = rows
        .iter()
        .map(|row| row.renditions.iter().map(|rendition| rendition.topic.as_str()).collect())
        .collect();
    assert_eq!(
        topics,
        [vec!["user.events.v2", "user.events.v1"], vec!["pii.intake.v1"], vec!["user.security.v1"]]
    );
    assert!(rows[..2].iter().all(|row| row.subject == id.to_string() && row.sequence == 1));
}

#[tokio::test]
async fn what_was_typed_reaches_pii_and_nobody_else() {
    let world = World::new().await;
    let id = world.register("anna@example.org").await;

    let sealed = world.published::<PiiSubmitted>().await;
    assert_eq!(sealed.len(), 1);
    assert_eq!(sealed[0].user_id, id);
    assert_eq!(
        intake::open(&sealed[0]),
        json!({"email": "anna@example.org", "givenName": "Anna", "familyName": "de Vries", "interfaceLanguage": "nl"})
    );

    let everything: Vec<u8> = world
        .outgoing()
        .await
        .into_iter()
        .flat_map(|row| row.renditions)
        .flat_map(|one| one.payload)
        .collect();
    let everything = String::from_utf8_lossy(&everything).to_lowercase();
    for secret in ["anna", "example.org", "vries", PASSWORD] {
        assert!(!everything.contains(secret), "{secret} is in an outbox row");
    }
    let rows = "select count(*) from registrations, users
                where registrations::text || users::text ~* 'anna|example|vries|horse'";
    assert_eq!(world.count(rows).await, 0, "personal data in a table");
}

#[tokio::test]
async fn a_repeat_has_the_same_answer_and_one_effect() {
    let world = World::new().await;
    let (id, body) = (new_user(), registration("anna@example.org"));
    let first = world.put_user(id, &body).await.expect(201);
    world.clock.advance(TimeDelta::minutes(5));

    let again = world.put_user(id, &body).await.expect(200);

    assert_eq!(first.json(), again.json());
    assert_eq!(world.published::<UserCreated>().await.len(), 1);
}

#[tokio::test]
async fn another_body_under_the_same_id_is_a_conflict_whatever_differs() {
    let world = World::new().await;
    let (id, body) = (new_user(), registration("anna@example.org"));
    world.put_user(id, &body).await.expect(201);

    for other in [
        with(&body, "email", "other@example.org"),
        with(&body, "password", "another horse"),
        with(&body, "givenName", "Anne"),
        with(&body, "familyName", "Bakker"),
        with(&body, "interfaceLanguage", "en"),
        with(&body, "timeZone", "Asia/Tbilisi"),
    ] {
        let answer = world.put_user(id, &other).await.expect(409);
        assert_eq!(answer.json()["type"], CONFLICT);
        assert_eq!(answer.json()["detail"], "This id was used for another registration.");
    }
}

#[tokio::test]
async fn a_taken_address_is_answered_like_a_free_one() {
    let world = World::new().await;
    let owner = world.register("anna@example.org").await;
    let (id, body) = (new_user(), with(&registration("Anna@Example.ORG"), "password", "another horse"));

    let free = world.put_user(new_user(), &registration("free@example.org")).await.expect(201);
    let taken = world.put_user(id, &body).await.expect(201);

    let shape = |answer: &testing::Answer| {
        let mut body = answer.json();
        body["id"] = "the id".into();
        (body, answer.headers().keys().cloned().collect::<Vec<_>>())
    };
    assert_eq!(shape(&free), shape(&taken));
    assert_eq!(world.put_user(id, &body).await.expect(200).json(), taken.json());
    world.put_user(id, &with(&body, "password", "a third horse")).await.expect(409);

    let created = world.published::<UserCreated>().await;
    assert_eq!(created.len(), 2, "nothing came of the taken one");
    assert_eq!(created[0].user_id, owner);
    assert_eq!(world.published::<PiiSubmitted>().await.len(), 2);
    world.post_session("anna@example.org", "another horse", new_device()).await.expect(401);
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(201);
}

#[tokio::test]
async fn the_owner_of_a_taken_address_is_told_and_nobody_is_asked_for_proof() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    world.put_user(new_user(), &registration("anna@example.org")).await.expect(201);

    let told = world.published::<RegistrationRepeated>().await;
    assert_eq!(told.iter().map(|fact| fact.user_id).collect::<Vec<_>>(), [anna]);
    let asked = world.published::<EmailVerificationRequested>().await;
    assert_eq!(asked.iter().map(|fact| fact.user_id).collect::<Vec<_>>(), [anna]);
    assert_eq!(world.count("select count(*) from codes").await, 1);
}

#[tokio::test]
async fn its_owner_is_not_flooded() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    for _ in 0..10 {
        world.put_user(new_user(), &registration("anna@example.org")).await.expect(201);
    }
    assert_eq!(world.published::<RegistrationRepeated>().await.len(), 3);
}

#[tokio::test]
async fn after_a_day_no_repeat_is_known_whether_the_address_was_free_or_taken() {
    let world = World::new().await;
    let (free, taken, body) = (new_user(), new_user(), registration("anna@example.org"));
    world.put_user(free, &body).await.expect(201);
    world.put_user(taken, &body).await.expect(201);

    world.clock.advance(TimeDelta::days(1));

    for id in [free, taken] {
        assert_eq!(world.put_user(id, &body).await.expect(409).json()["type"], CONFLICT);
    }
}

#[tokio::test]
async fn one_address_at_once_makes_one_account() {
    let world = World::new().await;
    let body = registration("anna@example.org");
    let answers = join_all((0..20).map(|_| world.put_user(new_user(), &body))).await;

    assert!(answers.iter().all(|answer| answer.status() == 201));
    assert_eq!(world.count("select count(*) from users").await, 1);
    assert_eq!(world.published::<UserCreated>().await.len(), 1);
    assert_eq!(world.published::<PiiSubmitted>().await.len(), 1);
}

#[tokio::test]
async fn one_registration_at_once_has_one_effect() {
    let world = World::new().await;
    let (id, body) = (new_user(), registration("anna@example.org"));
    let answers = join_all((0..20).map(|_| world.put_user(id, &body))).await;

    let first = answers.iter().filter(|answer| answer.status() == 201).count();
    assert_eq!(first, 1);
    assert!(answers.iter().all(|answer| answer.json() == answers[0].json()));
    assert_eq!(world.published::<UserCreated>().await.len(), 1);
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once() {
    let world = World::new().await;
    let body = json!({
        "email": "anna", "password": "short", "givenName": " ", "familyName": "a\u{7}b", "interfaceLanguage": "nl",
        "timeZone": "Mars/Olympus",
    });

    let answer = world.put_user(new_user(), &body).await;

    insta::assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "detail": "5 fields are refused; see `errors`.",
        "errors": [
          {
            "code": "invalid-password",
            "message": "Too short: expected at least 8 characters.",
            "pointer": "/password"
          },
          {
            "code": "invalid-email",
            "message": "Not an e-mail address: expected something like name@example.org.",
            "pointer": "/email"
          },
          {
            "code": "invalid-given-name",
            "message": "Not a name: expected 1 to 100 characters, none of them a control character.",
            "pointer": "/givenName"
          },
          {
            "code": "invalid-family-name",
            "message": "Not a name: expected 1 to 100 characters, none of them a control character.",
            "pointer": "/familyName"
          },
          {
            "code": "invalid-time-zone",
            "message": "Not a time zone: expected an IANA name such as Europe/Amsterdam.",
            "pointer": "/timeZone"
          }
        ],
        "status": 422,
        "title": "Fields refused",
        "type": "urn:tall:problem:invalid-fields"
      },
      "status": 422
    }
    "#);
}

#[tokio::test]
async fn a_body_that_is_no_registration_is_refused() {
    let world = World::new().await;
    let put = || world.api.put(format!("/api/v2/profile/users/{}", new_user()));
    let body = registration("anna@example.org");

    let unknown = put().json(&with(&body, "role", "technical-admin")).send().await.expect(422);
    assert_eq!(unknown.json()["errors"][0]["pointer"], "/role");
    let missing = put().json(&json!({ "email": "anna@example.org" })).send().await.expect(422);
    assert_eq!(missing.json()["errors"][0]["code"], "missing-field");
    let wrong = put().json(&with(&body, "password", 12_345_678)).send().await.expect(422);
    assert_eq!(wrong.json()["errors"][0]["pointer"], "/password");
    put().json(&with(&body, "interfaceLanguage", "de")).send().await.expect(422);
    put().body("application/json", "{").send().await.expect(400);
    put().body("application/json", b"\xff\xfe".to_vec()).send().await.expect(400);
    put().body("text/plain", body.to_string()).send().await.expect(415);
    put().body("application/json", vec![b' '; 2 << 20]).send().await.expect(413);
    world.api.put("/api/v2/profile/users/7").json(&body).send().await.expect(422);
    put().json(&body).without("x-client-version").send().await.expect(400);
    assert_eq!(world.count("select count(*) from registrations").await, 0);
}
