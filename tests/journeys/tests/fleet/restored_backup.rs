//! Stores are restored from a backup: who was forgotten since stays forgotten, and what was published since comes again.

use crate::forgotten;
use ids::UserId;
use journeys::{Fleet, Person, Role, eventually, operator, stores};
use serde_json::Value;
use std::time::Duration;

/// Both kinds of store, and whoever keeps most of a person.
const SERVICES: &str = "profile,pii,thematic-cards";
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_forgotten_stays_forgotten_and_the_others_are_back() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let editor = fleet.somebody(Role::EducationalAdmin, "Els").await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let (leaves, stays) =
        (fleet.somebody(Role::Student, "Anna").await?, fleet.somebody(Role::Student, "Bram").await?);
    let topic = editor.publish_topic().await?;
    for student in [&leaves, &stays] {
        let link = format!("/api/v2/profile/teachers/{}/students/{}", teacher.id, student.id);
        editor.put(&link, &Value::Null).await?.expect(201);
        forgotten::study(student, &topic).await?;
        reads_name(&teacher, student.id, 200).await;
    }

    let folder = tempfile::tempdir()?;
    operator::back_up(folder.path(), SERVICES).await?;
    forgotten::is_forgotten(&leaves, &teacher).await?;
    let slug = format!("na-de-kopie-{}", stays.id);
    let later = editor.write_topic(&slug, "Later").await;
    editor.publish(&later).await;
    operator::restore(folder.path()).await?;

    // pii before it is ready, the others beside their requests.
    eventually("they are forgotten again", PATIENCE, async || {
        let left = stores::naming(leaves.id).await.ok()?;
        forgotten::traces(&left).is_empty().then_some(())
    })
    .await;
    leaves.log_in_again().await?.expect(401);
    reads_name(&teacher, leaves.id, 404).await;
    reads_name(&teacher, stays.id, 200).await;
    eventually("the topic that was published since is there", PATIENCE, async || {
        let path = format!("/api/v2/thematic-cards/topics/{later}");
        (stays.get(&path).await.ok()?.body["title"]["nl"] == "Later").then_some(())
    })
    .await;
    let answers = eventually("the teacher still sees what was answered", PATIENCE, async || {
        teacher.answers_of(stays.id).await
    });
    assert_eq!(answers.await.0, 3, "no answer counts twice");
    Ok(())
}

async fn reads_name(teacher: &Person, of: UserId, status: u16) {
    let path = format!("/api/v2/pii/people/{of}/name");
    eventually(&format!("the teacher who asks for the name is told {status}"), PATIENCE, async || {
        (teacher.get(&path).await.ok()?.status == status).then_some(())
    })
    .await;
}
