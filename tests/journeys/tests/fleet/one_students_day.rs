//! Content published by an editor, studied by a student, seen by a teacher.

use futures::future::join_all;
use ids::{ContentId, UserId};
use journeys::{Fleet, Person, Role, eventually};
use serde_json::Value;
use std::time::Duration;

const TWO_SECONDS: Duration = Duration::from_secs(2);

/// The student's progress, as the teacher sees it in their list.
async fn seen(teacher: &Person, student: UserId) -> Option<Value> {
    let list = teacher.get("/api/v2/cron-utility/students").await.ok()?.body;
    list["items"].as_array()?.iter().find(|item| item["studentId"] == student.to_string()).cloned()
}

#[tokio::test(flavor = "multi_thread")]
async fn content_is_published_studied_and_seen() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let editor = fleet.somebody(Role::EducationalAdmin, "Els").await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let stranger = fleet.somebody(Role::Teacher, "Stef").await?;
    let student = fleet.somebody(Role::Student, "Anna").await?;

    let topic = editor.publish_topic().await?;
    let link = format!("/api/v2/profile/teachers/{}/students/{}", teacher.id, student.id);
    editor.put(&link, &Value::Null).await?.expect(201);

    let products = student.get("/api/v2/lobby/products").await?.expect(200);
    assert_eq!(products["items"][0]["id"], "thematic-cards");

    student.sees_topic(&topic).await;

    study_ten_cards(&student, &topic).await?;

    let (progress, took) = eventually("the teacher sees ten answers", TWO_SECONDS, async || {
        seen(&teacher, student.id).await.filter(|progress| progress["answers"] == 10)
    })
    .await;
    println!("the last answer was seen by the teacher after {took:?}");
    assert_eq!(progress["correct"], 6);

    let name = teacher.get(&format!("/api/v2/pii/people/{}/name", student.id)).await?.expect(200);
    assert_eq!(name["givenName"], "Anna");

    let detail = teacher.get(&format!("/api/v2/cron-utility/students/{}", student.id)).await?.expect(200);
    assert!(detail["topics"][0]["hardWords"].as_array().is_some_and(|words| !words.is_empty()), "{detail}");

    strangers_see_nothing(&stranger, student.id).await?;
    for (door, took) in a_log_out_holds_everywhere(&student).await? {
        println!("{door} refused the token after {took:?}");
    }
    Ok(())
}

/// Six right, two wrong, two with the wrong article; the first is sent twice.
async fn study_ten_cards(student: &Person, topic: &str) -> anyhow::Result<()> {
    let sitting = student.sit_down(topic, 10).await?;
    assert_eq!(sitting.cards.len(), 10);

    let first = sitting.cards[0].typed(sitting.cards[0].expected());
    let taken = student.answer(&first).await?.expect(201);
    assert_eq!(taken["correct"], true, "{taken}");
    assert_eq!(student.answer(&first).await?.expect(200), taken);

    let mut wrong_articles = 0;
    let mut wrong_words = 0;
    for card in &sitting.cards[1..] {
        let wrong_article = card.with_wrong_article().filter(|_| wrong_articles < 2);
        let taken = match wrong_article {
            Some(text) => {
                wrong_articles += 1;
                let taken = student.answer(&card.typed(&text)).await?.expect(201);
                assert_eq!(taken["mistakes"][0]["kind"], "article", "{taken}");
                taken
            }
            None if wrong_words < 2 => {
                wrong_words += 1;
                let taken = student.answer(&card.typed("iets heel anders")).await?.expect(201);
                assert_eq!(taken["rating"], "again", "{taken}");
                taken
            }
            None => student.answer(&card.typed(card.expected())).await?.expect(201),
        };
        assert!(taken["dueAt"].is_string());
    }
    assert_eq!((wrong_articles, wrong_words), (2, 2));
    Ok(())
}

async fn strangers_see_nothing(stranger: &Person, student: UserId) -> anyhow::Result<()> {
    stranger.get(&format!("/api/v2/cron-utility/students/{student}")).await?.expect(404);
    stranger.get(&format!("/api/v2/pii/people/{student}/name")).await?.expect(404);
    assert_eq!(seen(stranger, student).await, None);
    Ok(())
}

/// Every service refuses the token; gives how long each took.
async fn a_log_out_holds_everywhere(student: &Person) -> anyhow::Result<Vec<(String, Duration)>> {
    let own_name = format!("/api/v2/pii/people/{}/name", student.id);
    let doors = [
        "/api/v2/profile/me",
        "/api/v2/lobby/products",
        "/api/v2/thematic-cards/topics",
        "/api/v2/learning-cards/words",
        "/api/v2/admin/items",
        "/api/v2/cron-utility/students",
        own_name.as_str(),
    ];
    for door in doors {
        assert_ne!(student.get(door).await?.status, 401, "{door} before the log-out");
    }
    student.log_out().await?.expect(204);
    let refused = doors.map(|door| {
        eventually(door, TWO_SECONDS, move || async move {
            (student.get(door).await.ok()?.status == 401).then_some(door)
        })
    });
    Ok(join_all(refused).await.into_iter().map(|(door, took)| (door.to_owned(), took)).collect())
}

/// Ids of the starter pack follow from its files: importing it again meets the same topic.
#[tokio::test(flavor = "multi_thread")]
async fn importing_again_meets_the_same_topic() -> anyhow::Result<()> {
    let editor = Fleet::of_test_stack().await?.somebody(Role::EducationalAdmin, "Els").await?;
    let (one, two) = (editor.publish_topic().await?, editor.publish_topic().await?);
    assert_eq!(one, two);
    assert!(one.parse::<ContentId>().is_ok());
    Ok(())
}
