//! What an admin decides holds in every service within two seconds.

use futures::future::join_all;
use ids::{UserId, WordListId};
use journeys::{Fleet, Person, Role, eventually, new_id};
use serde_json::{Value, json};
use std::time::Duration;

const TWO_SECONDS: Duration = Duration::from_secs(2);
/// Much more than it takes: machines of tests are busy.
const PATIENCE: Duration = Duration::from_secs(60);
/// A door of each service: whose log-in does not hold is told 401 there, whatever stands behind it.
const DOORS: [&str; 7] = [
    "/api/v2/profile/me",
    "/api/v2/lobby/products",
    "/api/v2/thematic-cards/topics",
    "/api/v2/learning-cards/words",
    "/api/v2/admin/items",
    "/api/v2/cron-utility/students",
    "/api/v2/pii/exports/0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_student_is_refused_everywhere() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let student = fleet.somebody(Role::Student, "Sana").await?;
    is_let_in(&student).await?;

    fleet.set_status(student.id, "suspended").await?;

    for (door, took) in is_refused(&student).await {
        println!("{door} refuses a suspended account after {took:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_role_holds_everywhere_and_the_one_before_nowhere() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    is_let_in(&teacher).await?;
    teacher.get("/api/v2/cron-utility/students").await?.expect(200);

    fleet.set_role(teacher.id, Role::Student).await?;

    for (door, took) in is_refused(&teacher).await {
        println!("{door} refuses the role before after {took:?}");
    }
    let as_student = teacher.begins_anew().await?;
    as_student.get("/api/v2/cron-utility/students").await?.expect(403);
    as_student.get("/api/v2/learning-cards/shared-lists").await?.expect(403);
    as_student.get("/api/v2/learning-cards/words").await?.expect(200);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_teacher_who_is_taken_away_sees_the_student_nowhere() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let editor = fleet.somebody(Role::EducationalAdmin, "Els").await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let student = fleet.somebody(Role::Student, "Sana").await?;
    let link = format!("/api/v2/profile/teachers/{}/students/{}", teacher.id, student.id);
    let list = new_id(WordListId::v7).to_string();
    let bread =
        json!({ "lemma": "het brood", "noun": { "articles": ["het"] }, "glosses": { "en": "bread" } });
    let words = json!({ "name": "Op de markt", "words": [bread] });
    teacher.put(&format!("/api/v2/learning-cards/shared-lists/{list}"), &words).await?.expect(201);
    editor.put(&link, &Value::Null).await?.expect(201);
    knows_of_the_other(&teacher, &student, &list, true).await;

    editor.delete_until_taken(&link).await;

    for (place, took) in knows_of_the_other(&teacher, &student, &list, false).await {
        println!("{place} knows after {took:?} that the student has this teacher no more");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_is_too_old_is_told_so_everywhere() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let student = fleet.somebody(Role::Student, "Sana").await?;
    fleet.set_client_policy("android", "0.0.1", "0.0.1").await?;
    for door in DOORS {
        within_two_seconds(&student, door, false).await;
    }

    fleet.set_client_policy("android", "2.0.0", "2.1.0").await?;

    for (door, took) in join_all(DOORS.map(|door| within_two_seconds(&student, door, true))).await {
        println!("{door} refuses an old client after {took:?}");
    }
    fleet.set_client_policy("android", "0.0.1", "0.0.1").await
}

/// No door says that the log-in does not hold.
async fn is_let_in(person: &Person) -> anyhow::Result<()> {
    for door in DOORS {
        assert_ne!(person.get(door).await?.status, 401, "{door} before");
    }
    Ok(())
}

/// Every door says so within two seconds; how long each took.
async fn is_refused(person: &Person) -> Vec<(&'static str, Duration)> {
    let refused = DOORS.map(|door| {
        eventually(door, TWO_SECONDS, move || async move {
            (person.get(door).await.ok()?.status == 401).then_some(door)
        })
    });
    join_all(refused).await
}

/// When each service that goes by it knows that the one teaches the other, or does not: the latter within two seconds.
async fn knows_of_the_other(
    teacher: &Person,
    student: &Person,
    list: &str,
    linked: bool,
) -> [(&'static str, Duration); 4] {
    let name = format!("/api/v2/pii/people/{}/name", student.id);
    let one = format!("/api/v2/cron-utility/students/{}", student.id);
    let offered = format!("/api/v2/learning-cards/offered-lists/{list}");
    // What is taken away is measured; what is given before only has to come.
    let (status, within): (u16, _) = if linked { (200, PATIENCE) } else { (404, TWO_SECONDS) };
    let answers = |place: &'static str, person: &Person, path: String| {
        let person = person.clone();
        eventually(place, within, move || {
            let (person, path) = (person.clone(), path.clone());
            async move { (person.get(&path).await.ok()?.status == status).then_some(place) }
        })
    };
    let (profile, pii, cron_utility, learning_cards) = tokio::join!(
        eventually("profile", within, async || {
            (has_student(teacher, student.id).await.ok()? == linked).then_some("profile")
        }),
        answers("pii", teacher, name),
        answers("cron-utility", teacher, one),
        answers("learning-cards", student, offered),
    );
    [profile, pii, cron_utility, learning_cards]
}

async fn has_student(teacher: &Person, student: UserId) -> anyhow::Result<bool> {
    let list = teacher.get(&format!("/api/v2/profile/teachers/{}/students", teacher.id)).await?.expect(200);
    Ok(list.to_string().contains(&student.to_string()))
}

/// When this service has begun, or ceased, to tell an old client to update.
async fn within_two_seconds(student: &Person, door: &'static str, refuses: bool) -> (&'static str, Duration) {
    eventually(door, TWO_SECONDS, move || async move {
        let reply = student.get_with_client("android/1.0.0", door).await.ok()?;
        ((reply.status == 426) == refuses).then_some(door)
    })
    .await
}
