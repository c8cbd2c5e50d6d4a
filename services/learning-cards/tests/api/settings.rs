use crate::support::World;
use serde_json::json;
use testing::Caller;

#[tokio::test]
async fn settings_are_there_before_anything_is_set() {
    let world = World::new().await;
    let settings = world.get(&Caller::student(), "/settings").await.expect(200);
    assert_eq!(settings.json(), json!({ "wordsAWeek": 20, "language": "en", "zone": "Europe/Amsterdam" }));
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
