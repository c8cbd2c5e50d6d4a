//! Services are killed while a student studies.

use journeys::{Fleet, Role, eventually, operator};
use serde_json::Value;
use std::time::Duration;

const CARDS: u32 = 18;
const KILLED: [&str; 3] = ["thematic-cards", "cron-utility", "thematic-cards"];

#[tokio::test(flavor = "multi_thread")]
async fn killed_services_lose_nothing_and_count_nothing_twice() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let editor = fleet.somebody(Role::EducationalAdmin, "Els").await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let student = fleet.somebody(Role::Student, "Kees").await?;
    let link = format!("/api/v2/profile/teachers/{}/students/{}", teacher.id, student.id);
    editor.put(&link, &Value::Null).await?.expect(201);
    let topic = editor.publish_topic().await?;
    student.sees_topic(&topic).await;
    // One more than is answered meanwhile: what came twice came before it.
    let sitting = student.sit_down(&topic, CARDS + 1).await?;
    let (marker, cards) = sitting.cards.split_last().expect("cards");
    assert_eq!(cards.len(), CARDS as usize);

    let each = cards.len() / KILLED.len();
    for (service, cards) in KILLED.iter().zip(cards.chunks(each)) {
        let (before, after) = cards.split_at(cards.len() / 2);
        for card in before {
            student.answer_until_taken(card).await;
        }
        // At once: what was just committed may not be published, what was just consumed not noted.
        operator::kill(service).await?;
        for card in after {
            student.answer_until_taken(card).await;
        }
    }

    let sees = async |answers: u32| {
        eventually("the teacher sees every answer", Duration::from_secs(60), async || {
            teacher.answers_of(student.id).await.filter(|seen| *seen >= u64::from(answers))
        })
        .await
        .0
    };
    sees(CARDS).await;
    student.answer_until_taken(marker).await;
    assert_eq!(sees(CARDS + 1).await, u64::from(CARDS) + 1, "each answer counts once");
    Ok(())
}
