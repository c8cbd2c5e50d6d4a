//! Other ways to log in: a passkey, and the word of the school.

use journeys::{Fleet, Role};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_teacher_logs_in_with_a_passkey() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let teacher = fleet.somebody(Role::Teacher, "Thea").await?;
    let mut device = fleet.passkey_device();
    teacher.adds_passkey(&mut device).await?;

    let challenge = teacher.log_in_again().await?.expect(202);
    assert!(challenge["methods"].as_array().is_some_and(|methods| methods.contains(&json!("passkey"))));
    let session = fleet.passes_with_passkey(&challenge, &mut device).await?.expect(201);
    assert_eq!(session["user"]["id"], teacher.id.to_string());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_student_links_the_school_and_logs_in_by_its_word() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let student = fleet.somebody(Role::Student, "Sana").await?;
    let linked = student.links_school().await?;

    let session = fleet.log_in_by_school().await?.expect(201);
    assert_eq!(session["user"]["id"], student.id.to_string());

    let path = format!("/api/v2/profile/me/identities/{}", linked["identityId"].as_str().unwrap_or_default());
    student.delete_until_taken(&path).await;
    let refused = fleet.log_in_by_school().await?.expect(422);
    assert_eq!(refused["type"], "urn:tall:problem:identity-not-linked");
    Ok(())
}
