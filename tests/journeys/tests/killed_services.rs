//! Services are killed while a student studies.

use journeys::{Card, Fleet, Person, Role, eventually, operator};
use serde_json::Value;
use std::time::Duration;

const CARDS: u32 = 18;
const KILLED: [&str; 3] = ["thematic-cards", "cron-utility", "thematic-cards"];

/// A client that repeats until it has an answer, as a client on a train does.
async fn answer_until_taken(student: &Person, card: &Card) {
    let request = card.typed(card.expected());
    eventually("an answer is taken", Duration::from_secs(30), async || {
        let reply = student.answer(&request).await.ok()?;
        reply.status.is_success().then_some(())
    })
    .await;
}

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
    let sitting = student.sit_down(&topic, CARDS).await?;
    assert_eq!(sitting.cards.len(), CARDS as usize);

    let each = sitting.cards.len() / KILLED.len();
    for (service, cards) in KILLED.iter().zip(sitting.cards.chunks(each)) {
        let (before, after) = cards.split_at(cards.len() / 2);
        for card in before {
            answer_until_taken(&student, card).await;
        }
        // At once: what was just committed may not be published, what was just consumed not noted.
        operator::kill(service).await?;
        for card in after {
            answer_until_taken(&student, card).await;
        }
    }

    let path = format!("/api/v2/cron-utility/students/{}", student.id);
    let answers = async || teacher.get(&path).await.ok()?.body["answers"].as_u64();
    eventually("the teacher sees every answer", Duration::from_secs(60), async || {
        answers().await.filter(|answers| *answers >= u64::from(CARDS))
    })
    .await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(answers().await, Some(u64::from(CARDS)), "each answer counts once");
    Ok(())
}
