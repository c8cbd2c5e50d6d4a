//! What a technical admin decides holds in every service within two seconds.

use futures::future::join_all;
use journeys::{Fleet, Person, Role, eventually};
use std::time::Duration;

const TWO_SECONDS: Duration = Duration::from_secs(2);
const DOORS: [&str; 6] = [
    "/api/v2/profile/me",
    "/api/v2/lobby/products",
    "/api/v2/thematic-cards/topics",
    "/api/v2/learning-cards/words",
    "/api/v2/admin/items",
    "/api/v2/cron-utility/students",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_student_is_refused_everywhere() -> anyhow::Result<()> {
    let fleet = Fleet::of_test_stack().await?;
    let student = fleet.somebody(Role::Student, "Sana").await?;
    for door in DOORS {
        assert_ne!(student.get(door).await?.status, 401, "{door} before");
    }

    fleet.set_status(student.id, "suspended").await?;

    let refused = DOORS.map(|door| {
        let student = &student;
        eventually(door, TWO_SECONDS, move || async move {
            (student.get(door).await.ok()?.status == 401).then_some(door)
        })
    });
    for (door, took) in join_all(refused).await {
        println!("{door} refuses a suspended account after {took:?}");
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

/// When this service has begun, or ceased, to tell an old client to update.
async fn within_two_seconds(student: &Person, door: &'static str, refuses: bool) -> (&'static str, Duration) {
    eventually(door, TWO_SECONDS, move || async move {
        let reply = student.get_with_client("android/1.0.0", door).await.ok()?;
        ((reply.status == 426) == refuses).then_some(door)
    })
    .await
}
