use crate::support::{World, at};
use events::{
    Language,
    profile::{AccountStatus, Role, UserCreated, UserUpdated},
};
use serde_json::json;
use testing::Caller;

#[tokio::test]
async fn settings_are_there_before_anything_is_set() {
    let world = World::new().await;
    let settings = world.get(&Caller::student(), "/settings").await.expect(200);
    assert_eq!(settings.json(), json!({ "wordsAWeek": 20, "zone": "Europe/Amsterdam" }));
}

#[tokio::test]
async fn words_and_minutes_are_two_ways_to_say_one_thing() {
    let world = World::new().await;
    let student = Caller::student();
    world.get(&student, "/settings").await.expect(200);
    let minutes =
        world.patch(&student, "/settings", 1, &json!({ "minutesADay": 15, "language": "ru" })).await;
    let minutes = minutes.expect(200);
    assert_eq!(minutes.json(), json!({ "minutesADay": 15, "language": "ru", "zone": "Europe/Amsterdam" }));
    world.patch(&student, "/settings", 1, &json!({ "zone": "Asia/Tokyo" })).await.expect(412);
    let words =
        world.patch(&student, "/settings", 2, &json!({ "wordsAWeek": 5, "zone": "Asia/Tokyo" })).await;
    assert_eq!(words.expect(200).json(), json!({ "wordsAWeek": 5, "language": "ru", "zone": "Asia/Tokyo" }));
    assert_eq!(world.get(&student, "/offline?days=1").await.expect(200).json()["language"], "ru");
}

#[tokio::test]
async fn a_student_with_little_time_gets_few_words() {
    let world = World::new().await;
    let student = Caller::student();
    world.get(&student, "/settings").await.expect(200);
    world.patch(&student, "/settings", 1, &json!({ "minutesADay": 1 })).await.expect(200);
    for number in 0..15 {
        world.add(&student, &format!("woord{number}")).await;
    }
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!(cohort["newWords"], 10, "420 s a week, 41.6 s a word");
}

#[tokio::test]
async fn a_setting_that_cannot_be_is_refused_with_its_field() {
    let world = World::new().await;
    let student = Caller::student();
    world.get(&student, "/settings").await.expect(200);
    for (body, pointer) in [
        (json!({ "wordsAWeek": 0 }), "/wordsAWeek"),
        (json!({ "wordsAWeek": 101 }), "/wordsAWeek"),
        (json!({ "minutesADay": 241 }), "/minutesADay"),
        (json!({ "wordsAWeek": 5, "minutesADay": 5 }), "/minutesADay"),
        (json!({ "language": "nederlands" }), "/language"),
        (json!({ "zone": "Mars/Olympus" }), "/zone"),
    ] {
        let answer = world.patch(&student, "/settings", 1, &body).await.expect(422).json();
        assert_eq!(answer["errors"][0]["pointer"], pointer, "{body}");
    }
}

/// The account of `student` is in this zone.
fn account(student: &Caller, zone: &str) -> UserUpdated {
    UserUpdated {
        user_id: student.id(),
        interface_language: Language::Nl,
        time_zone: zone.to_owned(),
        updated_at: at("2025-03-03T09:00:00Z"),
    }
}

async fn zone(world: &World, student: &Caller) -> serde_json::Value {
    world.get(student, "/settings").await.expect(200).json()["zone"].clone()
}

#[tokio::test]
async fn the_zone_follows_the_account_in_any_order_of_arrival() {
    let world = World::new().await;
    let student = Caller::student();
    let created = UserCreated {
        user_id: student.id(),
        role: Role::Student,
        status: AccountStatus::Active,
        interface_language: Language::Nl,
        time_zone: "America/Paramaribo".to_owned(),
        created_by: None,
        created_at: at("2025-03-03T08:00:00Z"),
    };
    world.tell(created.clone(), 1).await;
    assert_eq!(zone(&world, &student).await, "America/Paramaribo");
    for _ in 0..2 {
        world.tell(account(&student, "Asia/Tokyo"), 3).await;
    }
    world.tell(account(&student, "Europe/Paris"), 2).await;
    world.tell(created, 1).await;
    assert_eq!(zone(&world, &student).await, "Asia/Tokyo");
}

#[tokio::test]
async fn a_zone_that_is_set_here_stays_whatever_the_account_says() {
    let world = World::new().await;
    let student = Caller::student();
    world.get(&student, "/settings").await.expect(200);
    world.patch(&student, "/settings", 1, &json!({ "zone": "Asia/Tokyo" })).await.expect(200);
    world.tell(account(&student, "Europe/Paris"), 2).await;
    assert_eq!(zone(&world, &student).await, "Asia/Tokyo");
    world.patch(&student, "/settings", 3, &json!({ "zone": "Europe/Paris" })).await.expect(200);
    world.tell(account(&student, "Europe/Rome"), 3).await;
    assert_eq!(zone(&world, &student).await, "Europe/Rome", "that of the account follows it again");
}

#[tokio::test]
async fn the_day_of_the_week_is_that_of_the_account() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    world.clock.set(at("2025-03-03T20:00:00Z"));
    let word = crate::support::word_id(&student, "brood");
    world.get(&student, "/cohorts/current").await.expect(200);
    world.judge(&student, word, 1, "see", "good").await;
    assert!(world.asked(&student, 1).await.is_empty(), "it is Monday evening in Amsterdam");
    world.tell(account(&student, "Asia/Tokyo"), 2).await;
    assert_eq!(world.asked(&student, 2).await.len(), 1, "it is Tuesday morning in Tokyo");
}
