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
        // One more than is answered meanwhile: what came twice came before it.
        let sitting = student.sit_down(&topic, CARDS as u32 + 1).await?;
        for card in &sitting.cards[..CARDS] {
            student.answer(&card.typed(card.expected())).await?.expect(201);
        }
        anyhow::Ok(sitting)
    };
    let studied = studied.await;
    operator::start("kafka").await?;
    let sitting = studied?;

    let sees = async |answers: usize| {
        eventually("the teacher sees what was studied meanwhile", Duration::from_secs(60), async || {
            teacher.answers_of(student.id).await.filter(|seen| *seen >= answers as u64)
        })
        .await
    };
    let (_, took) = sees(CARDS).await;
    println!("seen {took:?} after Kafka's return");
    student.answer_until_taken(&sitting.cards[CARDS]).await;
    assert_eq!(sees(CARDS + 1).await.0, CARDS as u64 + 1, "each answer counts once");
    Ok(())
}
