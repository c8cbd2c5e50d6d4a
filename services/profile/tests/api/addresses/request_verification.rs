use crate::support::World;
use chrono::TimeDelta;
use events::profile::EmailVerificationRequested;
use profile::domain::Purpose;
use serde_json::json;
use testing::Answer;

async fn ask(world: &World, email: &str) -> Answer {
    world.api.post("/api/v2/profile/email-verifications").json(&json!({ "email": email })).send().await
}

#[tokio::test]
async fn whoever_waits_for_a_mail_gets_another() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let lost = world.mailed_code(anna, Purpose::VerifyEmail).await;

    ask(&world, "Anna@Example.org").await.expect(202);

    let asked = world.published::<EmailVerificationRequested>().await;
    assert_eq!(asked.len(), 2);
    assert_ne!(asked[0].request_id, asked[1].request_id);
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    world.post_confirmation(anna, &lost).await.expect(422);
    world.post_confirmation(anna, &code).await.expect(204);
}

#[tokio::test]
async fn the_answer_is_the_same_for_every_address() {
    let world = World::new().await;
    let anna = world.newcomer("anna@example.org").await;
    let waiting = ask(&world, "anna@example.org").await.expect(202);
    world.confirm_email(anna).await;
    let asked = world.published::<EmailVerificationRequested>().await.len();

    let proved = ask(&world, "anna@example.org").await.expect(202);
    let unknown = ask(&world, "nobody@example.org").await.expect(202);

    for answer in [&proved, &unknown] {
        assert_eq!(answer.bytes(), waiting.bytes());
        let names = |answer: &Answer| answer.headers().keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(answer), names(&waiting));
    }
    assert_eq!(
        world.published::<EmailVerificationRequested>().await.len(),
        asked,
        "nobody else waits for one"
    );
    assert_eq!(world.count("select count(*) from codes").await, 1, "nothing is kept of nobody");
}

#[tokio::test]
async fn of_too_many_requests_nothing_comes_for_a_while() {
    let world = World::new().await;
    world.newcomer("anna@example.org").await;
    for _ in 0..10 {
        ask(&world, "anna@example.org").await.expect(202);
    }
    assert_eq!(
        world.published::<EmailVerificationRequested>().await.len(),
        4,
        "the registration and three more"
    );

    world.clock.advance(TimeDelta::minutes(15));

    ask(&world, "anna@example.org").await.expect(202);
    assert_eq!(world.published::<EmailVerificationRequested>().await.len(), 5);
}

#[tokio::test]
async fn what_is_no_address_is_refused() {
    let world = World::new().await;
    let answer = ask(&world, "anna").await.expect(422);
    assert_eq!(answer.json()["errors"][0]["pointer"], "/email");
}
