//! Accounts for many at once.

use crate::support::{PASSWORD, World, intake, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{PasswordChanged, PiiSubmitted, Role, TeacherLinked, UserCreated, UserInvited};
use ids::{UserId, UserImportId};
use profile::{domain::Purpose, store::user_imports};
use serde_json::{Value, json};
use testing::{Answer, Caller};

const HEADINGS: &str = "email,givenName,familyName,role,language,teacher\n";

fn new_import() -> UserImportId {
    UserImportId::new(new_user().as_uuid())
}

fn file(lines: &str) -> Value {
    json!({ "csv": format!("{HEADINGS}{lines}") })
}

async fn import(world: &World, admin: &Caller, id: UserImportId, body: &Value) -> Answer {
    world.api.put(format!("/api/v2/profile/user-imports/{id}")).as_(admin).json(body).send().await
}

async fn preview(world: &World, admin: &Caller, body: &Value) -> Value {
    let post = world.api.post("/api/v2/profile/user-imports/previews").as_(admin).json(body);
    post.send().await.expect(200).json()
}

async fn accept(world: &World, email: &str, code: &str, password: &str) -> Answer {
    let body = json!({ "email": email, "code": code, "password": password });
    world.api.post("/api/v2/profile/invitations/acceptances").json(&body).send().await
}

fn user_of_line(answer: &Answer, line: u64) -> UserId {
    let users = answer.json()["users"].as_array().expect("users").clone();
    let found =
        users.iter().find(|user| user["line"] == line).unwrap_or_else(|| panic!("line {line} in {answer}"));
    found["userId"].as_str().expect("an id").parse().expect("an id")
}

#[tokio::test]
async fn people_of_a_file_get_accounts_and_invitations() {
    let world = World::new().await;
    let admin = world.caller(Caller::educational_admin()).await;
    let body = file(
        "tess@example.org,Tess,de Boer,teacher,nl,\nanna@example.org,Anna,de Vries,student,ru,tess@example.org\n",
    );

    let answer = import(&world, &admin, new_import(), &body).await.expect(201);

    let (tess, anna) = (user_of_line(&answer, 2), user_of_line(&answer, 3));
    let created = world.published::<UserCreated>().await;
    assert_eq!(created.len(), 2);
    assert_eq!((created[1].user_id, created[1].role), (anna, Role::Student));
    assert_eq!(created[1].created_by, Some(admin.id()));
    let linked = world.published::<TeacherLinked>().await;
    assert_eq!((linked[0].user_id, linked[0].teacher_id), (anna, tess));
    let sealed = world.published::<PiiSubmitted>().await;
    assert_eq!(intake::open(&sealed[1])["email"], "anna@example.org");
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);

    let code = world.mailed_code(anna, Purpose::Invitation).await;
    accept(&world, "anna@example.org", "AAAAA-AAAAA", PASSWORD).await.expect(422);
    accept(&world, "anna@example.org", &code, PASSWORD).await.expect(204);
    accept(&world, "anna@example.org", &code, PASSWORD).await.expect(204);
    world.log_in("anna@example.org", new_device()).await;
    world.clock.advance(TimeDelta::minutes(11));
    accept(&world, "anna@example.org", &code, "another horse").await.expect(422);
    assert!(world.published::<PasswordChanged>().await.is_empty(), "there was none that could change");
}

#[tokio::test]
async fn an_invitation_holds_a_week_and_until_a_password_was_set_otherwise() {
    let world = World::new().await;
    let admin = world.caller(Caller::educational_admin()).await;
    let body = file("anna@example.org,Anna,de Vries,student,nl,\nben@example.org,Ben,Smit,student,nl,\n");
    let answer = import(&world, &admin, new_import(), &body).await.expect(201);
    let (anna, ben) = (user_of_line(&answer, 2), user_of_line(&answer, 3));
    let (of_anna, of_ben) = (
        world.mailed_code(anna, Purpose::Invitation).await,
        world.mailed_code(ben, Purpose::Invitation).await,
    );

    world.ask_for_reset("anna@example.org").await.expect(202);
    let reset = world.mailed_code(anna, Purpose::ResetPassword).await;
    world.reset_password("anna@example.org", &reset, PASSWORD).await.expect(204);
    accept(&world, "anna@example.org", &of_anna, "another horse battery").await.expect(422);
    world.log_in("anna@example.org", new_device()).await;

    world.clock.advance(Purpose::Invitation.lifetime());
    accept(&world, "ben@example.org", &of_ben, PASSWORD).await.expect(422);
}

#[tokio::test]
async fn what_stands_in_a_file_reaches_pii_and_nobody_else() {
    let world = World::new().await;
    let admin = world.caller(Caller::educational_admin()).await;
    let body = file("anna@example.org,Anna,de Vries,student,nl,\n=x,Wrong,Somebody,student,nl,\n");
    import(&world, &admin, new_import(), &body).await.expect(422);
    let refused = preview(&world, &admin, &body).await.to_string();
    let body = file("anna@example.org,Anna,de Vries,student,nl,\n");
    let answer = import(&world, &admin, new_import(), &body).await.expect(201).json().to_string();

    let published: Vec<u8> = world
        .outgoing()
        .await
        .into_iter()
        .flat_map(|row| row.renditions)
        .flat_map(|one| one.payload)
        .collect();
    let published = String::from_utf8_lossy(&published);
    for text in [refused, answer, published.into_owned()] {
        for personal in ["anna@", "Anna", "Vries", "Somebody"] {
            assert!(!text.contains(personal), "{personal}");
        }
    }
}

#[tokio::test]
async fn who_made_which_account_is_noted() {
    let world = World::new().await;
    let (technical, school) =
        (world.caller(Caller::technical_admin()).await, world.caller(Caller::educational_admin()).await);
    let body = file(
        "tess@example.org,Tess,Mol,teacher,nl,\nanna@example.org,Anna,Bos,student,nl,tess@example.org\n",
    );
    let answer = import(&world, &school, new_import(), &body).await.expect(201);
    let (tess, anna) = (user_of_line(&answer, 2), user_of_line(&answer, 3));

    let path = format!("/api/v2/profile/admin-actions?subjectId={anna}");
    let told = world.api.get(path).as_(&technical).send().await.expect(200).json();
    let mut told: Vec<_> = told["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|done| (done["action"].clone(), done["actorId"].clone(), done["detail"].clone()))
        .collect();
    told.sort_by_key(|(action, ..)| action.to_string());
    let by = json!(school.id());
    assert_eq!(
        told,
        [(json!("invited"), by.clone(), json!("student")), (json!("teacher-linked"), by, json!(tess))]
    );
}

#[tokio::test]
async fn a_repeat_has_the_same_answer_and_another_file_is_refused() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let (id, body) = (new_import(), file("anna@example.org,Anna,de Vries,student,nl,\n"));
    let first = import(&world, &admin, id, &body).await.expect(201);

    let again = import(&world, &admin, id, &body).await.expect(200);
    import(&world, &admin, id, &file("ben@example.org,Ben,Smit,student,nl,\n")).await.expect(409);

    assert_eq!(first.json(), again.json());
    assert_eq!(world.published::<UserInvited>().await.len(), 1);
}

#[tokio::test]
async fn one_import_at_once_has_one_effect() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let (id, body) = (new_import(), file("anna@example.org,Anna,de Vries,student,nl,\n"));

    let answers = futures::future::join_all((0..8).map(|_| import(&world, &admin, id, &body))).await;

    let made = answers.iter().filter(|answer| answer.status() == 201).count();
    assert_eq!(made, 1);
    assert!(answers.iter().all(|answer| answer.json() == answers[0].json()), "{answers:?}");
    assert_eq!(world.published::<UserInvited>().await.len(), 1);
}

#[tokio::test]
async fn after_a_day_no_repeat_is_known_and_the_digest_is_gone() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let (id, body) = (new_import(), file("anna@example.org,Anna,de Vries,student,nl,\n"));
    import(&world, &admin, id, &body).await.expect(201);
    let path = format!("/api/v2/profile/user-imports/{id}");
    let now = || world.clock.now();
    let mut conn = world.pool().acquire().await.expect("a connection");

    world.clock.advance(TimeDelta::days(1) - TimeDelta::seconds(1));
    assert_eq!(user_imports::sweep(&mut conn, now()).await.expect("swept"), 0);
    let fresh = admin.logged_in_at(now());
    world.api.put(&path).as_(&fresh).json(&body).send().await.expect(200);
    world.clock.advance(TimeDelta::seconds(1));

    world.api.put(&path).as_(&fresh).json(&body).send().await.expect(409);
    assert_eq!(user_imports::sweep(&mut conn, now()).await.expect("swept"), 1);
    assert_eq!(world.count("select count(*) from user_imports where body_digest is null").await, 1);
}

#[tokio::test]
async fn what_is_wrong_is_told_for_every_line_and_nobody_gets_an_account() {
    let world = World::new().await;
    let admin = world.caller(Caller::educational_admin()).await;
    world.register("taken@example.org").await;
    let body = file(
        "taken@example.org,Anna,de Vries,student,nl,\nben@example.org,Ben,Smit,technical-admin,nl,\n\
         cas@example.org,Cas,Mol,student,nl,nobody@example.org\ndirk@example.org,Dirk,Bos,student,nl,\n\
         eva@example.org,=cmd(),Bos,student,nl,\n",
    );

    let told = preview(&world, &admin, &body).await;
    let refused = import(&world, &admin, new_import(), &body).await.expect(422);

    insta::assert_json_snapshot!(told, @r#"
    {
      "faults": [
        {
          "code": "address-taken",
          "column": "email",
          "line": 2,
          "message": "This address has an account."
        },
        {
          "code": "role-not-permitted",
          "column": "role",
          "line": 3,
          "message": "Only a technical administrator makes accounts of this role."
        },
        {
          "code": "unknown-teacher",
          "column": "teacher",
          "line": 4,
          "message": "There is no such teacher, neither with an account nor in this file."
        },
        {
          "code": "formula",
          "column": "givenName",
          "line": 6,
          "message": "Begins with a character that makes a spreadsheet run it."
        }
      ],
      "users": []
    }
    "#);
    let pointers: Vec<_> =
        refused.json()["errors"].as_array().expect("errors").iter().map(|e| e["pointer"].clone()).collect();
    assert_eq!(pointers, ["/csv/2/email", "/csv/3/role", "/csv/4/teacher", "/csv/6/givenName"]);
    assert!(world.published::<UserInvited>().await.is_empty());
    assert_eq!(world.count("select count(*) from user_imports").await, 0);
}

#[tokio::test]
async fn a_preview_makes_nothing() {
    let world = World::new().await;
    let admin = world.caller(Caller::educational_admin()).await;
    let told = preview(&world, &admin, &file("anna@example.org,Anna,de Vries,student,nl,\n")).await;
    insta::assert_json_snapshot!(told, @r#"
    {
      "faults": [],
      "users": [
        {
          "hasTeacher": false,
          "line": 2,
          "role": "student"
        }
      ]
    }
    "#);
    assert!(world.published::<UserCreated>().await.is_empty());
}

#[tokio::test]
async fn two_files_with_one_address_at_once_make_one_account() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let body = file("anna@example.org,Anna,de Vries,student,nl,\n");

    let (one, two) = futures::future::join(
        import(&world, &admin, new_import(), &body),
        import(&world, &admin, new_import(), &body),
    )
    .await;

    let mut statuses = [one.status().as_u16(), two.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422]);
    assert_eq!(world.published::<UserCreated>().await.len(), 1);
}

#[tokio::test]
async fn five_hundred_people_are_one_import() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let lines: String = (0..500).map(|n| format!("p{n}@example.org,Piet,Jansen,student,nl,\n")).collect();

    let answer = import(&world, &admin, new_import(), &file(&lines)).await.expect(201);

    assert_eq!(answer.json()["users"].as_array().map(Vec::len), Some(500));
    assert_eq!(world.count("select count(*) from users where role = 'student'").await, 500);
}

#[tokio::test]
async fn it_needs_a_recent_proof() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    world.clock.advance(TimeDelta::minutes(11));
    let stale = import(&world, &admin, new_import(), &file("a@example.org,A,B,student,nl,\n")).await;
    assert_eq!(stale.status(), 401);
}
