//! Kafka stops, and comes back.

use journeys::{Fleet, Role, eventually, operator};
use serde_json::Value;
use std::time::Duration;

const CARDS: usize = 5;

#[tokio::test(flavor = "multi_thread")]
async fn a_student_studies_on_and_the_teacher_sees_everything_once() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let editor = fleet.somebody(Role::EducationalAdmin, "Els").await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let student = fleet.somebody(Role::Student, "Olaf").await?;
    let link = format!("/api/v2/profile/teachers/{}/students/{}", teacher.id, student.id);
    editor.put(&link, &Value::Null).await?.expect(201);
    let path = format!("/api/v2/cron-utility/students/{}", student.id);
    eventually("the teacher sees the student", Duration::from_secs(10), async || {
        (teacher.get(&path).await.ok()?.status == 200).then_some(())
    })
    .await;
    let topic = editor.publish_topic().await?;
    student.sees_topic(&topic).await;

    operator::stop("kafka").await?;
    let studied = async {
        let sitting = student.sit_down(&topic, CARDS as u32).await?;
        for card in &sitting.cards {
            student.answer(&card.typed(card.expected())).await?.expect(201);
        }
        anyhow::Ok(sitting.cards.len())
    };
    let studied = studied.await;
    operator::start("kafka").await?;
    assert_eq!(studied?, CARDS);

    let answers = async || teacher.get(&path).await.ok()?.body["answers"].as_u64();
    let (_, took) =
        eventually("the teacher sees what was studied meanwhile", Duration::from_secs(60), async || {
            answers().await.filter(|answers| *answers >= CARDS as u64)
        })
        .await;
    println!("seen {took:?} after Kafka's return");
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(answers().await, Some(CARDS as u64), "each answer counts once");
    Ok(())
}
