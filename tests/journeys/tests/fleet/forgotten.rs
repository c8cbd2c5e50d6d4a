//! A student takes their data away and is forgotten.

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use ids::{ErasureId, ExportId, UserId};
use journeys::{Fleet, KEEPERS, Person, Role, eventually, new_id, stores};
use serde_json::{Value, json};
use std::{collections::BTreeMap, time::Duration};
use testing::subject::unzipped;

const TWO_SECONDS: Duration = Duration::from_secs(2);
/// Much more than it takes: machines of tests are busy.
const PATIENCE: Duration = Duration::from_secs(60);
/// What stays of somebody, and why.
const STAYS: [&str; 9] = [
    "forgotten",     // That they are: no fact that comes late brings them back.
    "erasures",      // The same, in pii.
    "registrations", // Their id is taken for ever.
    "accesses",      // Who read their data while it was there (730 days).
    "admin_actions", // What administrators did to the account: a record that nobody can change, of ids alone.
    "parked_event",
    "parked_events",
    "outbox",
    "leases",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_student_takes_their_data_away_and_is_forgotten() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let editor = fleet.somebody(Role::EducationalAdmin, "Els").await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let student = fleet.somebody(Role::Student, "Anna").await?;
    let link = format!("/api/v2/profile/teachers/{}/students/{}", teacher.id, student.id);
    editor.put(&link, &Value::Null).await?.expect(201);
    study(&student, &editor.publish_topic().await?).await?;
    eventually("the teacher sees the student", PATIENCE, async || sees(&teacher, student.id).await).await;

    let (export, took) = takes_their_data_away(&student).await?;
    println!("the archive was ready after {took:?}");
    let forgotten = is_forgotten(&student, &teacher).await?;
    for (door, took) in &forgotten.refused {
        println!("{door} refused the token after {took:?}");
    }
    println!("erasure to undecryptable: {} ms", forgotten.undecryptable_after.num_milliseconds());

    let left = stores::naming(student.id).await?;
    assert_eq!(traces(&left), [] as [&str; 0]);
    println!("of a forgotten student there is left: {}", left.join(", "));
    assert_eq!(stores::exported(&export).await?, [] as [String; 0]);
    Ok(())
}

/// The places where nothing of somebody who was forgotten may be.
pub(crate) fn traces(places: &[String]) -> Vec<&str> {
    let stays = |place: &str| STAYS.iter().any(|stays| place.ends_with(&format!(".{stays}")));
    places.iter().map(String::as_str).filter(|place| !stays(place)).collect()
}

pub(crate) async fn study(student: &Person, topic: &str) -> anyhow::Result<()> {
    student.sees_topic(topic).await;
    for card in student.sit_down(topic, 3).await?.cards {
        student.answer(&card.typed(card.expected())).await?.expect(201);
    }
    let choice = json!({ "productId": "thematic-cards", "chosenAt": "2026-01-01T09:00:00.000Z" });
    student.put("/api/v2/lobby/context", &choice).await?.expect(200);
    Ok(())
}

async fn sees(teacher: &Person, student: UserId) -> Option<Value> {
    let list = teacher.get("/api/v2/cron-utility/students").await.ok()?.body;
    list["items"].as_array()?.iter().find(|item| item["studentId"] == student.to_string()).cloned()
}

/// Asks for everything, waits for the archive, fetches it once; gives the id of the export, and how long the archive took.
async fn takes_their_data_away(student: &Person) -> anyhow::Result<(String, Duration)> {
    let export = new_id(ExportId::v7).to_string();
    let path = format!("/api/v2/pii/exports/{export}");
    student.post("/api/v2/pii/exports", &json!({ "exportId": export })).await?.expect(202);
    let ((), took) = eventually("the archive is ready", PATIENCE, async || {
        (student.get(&path).await.ok()?.body["status"] == "ready").then_some(())
    })
    .await;
    let link = student.post(&format!("{path}/links"), &Value::Null).await?.expect(201);
    let href = link["href"].as_str().unwrap_or_default();
    let (status, archive) = student.follow(href).await?;
    assert_eq!(status, 200);
    assert_eq!(student.follow(href).await?.0, 404, "a link works once");

    let files = unzipped(&archive);
    assert!(rows(&files, "pii/fields.json").iter().any(|field| field["value"] == "Anna"));
    assert_eq!(rows(&files, "thematic-cards/cards.json").len(), 3);
    for part in
        ["profile/users.json", "profile/sessions.json", "lobby/contexts.json", "cron-utility/students.json"]
    {
        assert_eq!(rows(&files, part).len(), 1, "{part}");
    }
    let report: Value = serde_json::from_slice(&files["report.json"])?;
    assert_eq!(report["complete"], true, "{report}");
    Ok((export, took))
}

fn rows(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Vec<Value> {
    let file = files.get(path).unwrap_or_else(|| panic!("{path} in {:?}", files.keys()));
    serde_json::from_slice(file).expect("rows")
}

/// How somebody was forgotten.
pub(crate) struct Forgotten {
    /// How long each door let them in.
    refused: Vec<(String, Duration)>,
    /// From the request to the end of their key, by pii's clock.
    undecryptable_after: TimeDelta,
}

/// Asks to be forgotten, is refused everywhere, and is told of by a certificate that does not name them.
pub(crate) async fn is_forgotten(student: &Person, teacher: &Person) -> anyhow::Result<Forgotten> {
    let own_name = format!("/api/v2/pii/people/{}/name", student.id);
    let doors = [
        "/api/v2/profile/me",
        "/api/v2/lobby/products",
        "/api/v2/thematic-cards/topics",
        "/api/v2/learning-cards/words",
        "/api/v2/cron-utility/students",
        own_name.as_str(),
    ];
    let erasure = new_id(ErasureId::v7);
    student.post("/api/v2/pii/erasures", &json!({ "erasureId": erasure })).await?.expect(202);
    let refused = doors.map(|door| {
        eventually(door, TWO_SECONDS, move || async move {
            (student.get(door).await.ok()?.status == 401).then_some(door)
        })
    });
    let refused = join_all(refused).await.into_iter().map(|(door, took)| (door.to_owned(), took)).collect();
    student.log_in_again().await?.expect(401);

    let path = format!("/api/v2/pii/erasures/{erasure}/certificate");
    eventually("the certificate", PATIENCE, async || {
        (teacher.get(&path).await.ok()?.status == 200).then_some(())
    })
    .await;
    let certificate = teacher.get(&path).await?.expect(200);
    let instant = |field: &str| certificate[field].as_str().unwrap_or_default().parse::<DateTime<Utc>>();
    let undecryptable_after = instant("erasedAt")? - instant("requestedAt")?;
    assert!(!certificate.to_string().contains(&student.id.to_string()), "{certificate}");
    assert_eq!(certificate["confirmations"].as_array().map(Vec::len), Some(KEEPERS), "{certificate}");

    teacher.get(&own_name).await?.expect(404);
    eventually("the teacher sees the student no more", PATIENCE, async || {
        sees(teacher, student.id).await.is_none().then_some(())
    })
    .await;
    Ok(Forgotten { refused, undecryptable_after })
}
