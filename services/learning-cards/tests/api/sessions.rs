use crate::support::{World, session_id, word_id};
use chrono::TimeDelta;
use serde_json::{Value, json};
use testing::Caller;

fn words(session: &Value) -> Vec<&str> {
    let words = session["words"].as_array().expect("words").iter();
    words.map(|word| word["word"]["lemma"].as_str().expect("text")).collect()
}

#[tokio::test]
async fn a_sitting_asks_what_is_due_today_with_all_that_asking_takes() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    let session = world.arrange(&student, 1, &json!({ "language": "ru" })).await;
    let first = &session["words"][0];
    assert_eq!(
        (&first["unmet"], &first["answered"], &first["again"]),
        (&json!(true), &json!(false), &json!(false))
    );
    assert_eq!(
        first["question"],
        json!({ "asked": "see", "prompt": "het brood", "expected": { "word": "brood (ru)" } })
    );
}

#[tokio::test]
async fn a_sitting_stands_as_it_was_arranged() {
    let world = World::new().await;
    let student = Caller::student();
    for lemma in ["brood", "ei", "water"] {
        world.add(&student, lemma).await;
    }
    let path = format!("/sessions/{}", session_id(1));
    let first = world.put(&student, &path, &json!({ "words": 2 })).await.expect(201).json();
    let again = world.put(&student, &path, &json!({ "words": 2 })).await.expect(200).json();
    assert_eq!((words(&first).len(), &first), (2, &again));
    world.put(&student, &path, &json!({ "words": 3 })).await.expect(409);
    world.put(&Caller::student(), &path, &json!({ "words": 2 })).await.expect(409);
}

#[tokio::test]
async fn a_sitting_is_taken_up_where_it_was_left() {
    let world = World::new().await;
    let student = Caller::student();
    for lemma in ["brood", "ei"] {
        world.add(&student, lemma).await;
    }
    world.arrange(&student, 1, &json!({})).await;
    world.clock.advance(TimeDelta::minutes(1));
    world.judge(&student, word_id(&student, "brood"), 1, "see", "good").await;
    world.judge(&student, word_id(&student, "ei"), 2, "see", "again").await;
    let path = format!("/sessions/{}", session_id(1));
    let session = world.get(&student, &path).await.expect(200).json();
    assert_eq!((words(&session), &session["done"]), (vec!["ei", "brood"], &json!(1)));
    assert_eq!((&session["words"][0]["again"], &session["words"][1]["again"]), (&json!(true), &json!(false)));
    world.get(&Caller::student(), &path).await.expect(404);
}

#[tokio::test]
async fn a_day_that_is_done_is_done() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    assert_eq!(world.asked(&student, 1).await.len(), 1);
    world.judge(&student, word_id(&student, "brood"), 1, "see", "good").await;
    assert_eq!(world.asked(&student, 2).await, []);
}

#[tokio::test]
async fn the_day_is_that_of_the_students_zone() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    world.get(&student, "/cohorts/current").await.expect(200);
    world.judge(&student, word_id(&student, "brood"), 1, "see", "good").await;
    // Monday 20:00 UTC is Tuesday in Tokyo, and Monday in Amsterdam.
    world.clock.set(crate::support::at("2025-03-03T20:00:00Z"));
    let in_zone = |zone: &str| json!({ "zone": zone });
    let amsterdam = world.arrange(&student, 1, &in_zone("Europe/Amsterdam")).await;
    let tokyo = world.arrange(&student, 2, &in_zone("Asia/Tokyo")).await;
    assert_eq!((words(&amsterdam), words(&tokyo)), (vec![], vec!["brood"]));
}

#[tokio::test]
async fn minutes_become_words_at_the_students_own_pace() {
    let world = World::new().await;
    let student = Caller::student();
    for number in 0..20 {
        world.add(&student, &format!("woord{number}")).await;
    }
    let session = world.arrange(&student, 1, &json!({ "minutes": 1 })).await;
    assert_eq!(words(&session).len(), 7, "eight seconds each, as long as nothing else is known");
}

#[tokio::test]
async fn a_wish_that_cannot_be_is_refused_with_its_field() {
    let world = World::new().await;
    let path = format!("/sessions/{}", session_id(1));
    for (body, pointer) in [
        (json!({ "words": 0 }), "/words"),
        (json!({ "words": 201 }), "/words"),
        (json!({ "minutes": 241 }), "/minutes"),
        (json!({ "zone": "Mars/Olympus" }), "/zone"),
        (json!({ "language": "Dutch" }), "/language"),
        (json!({ "more": 1 }), "/more"),
    ] {
        let answer = world.put(&Caller::student(), &path, &body).await.expect(422).json();
        assert_eq!(answer["errors"][0]["pointer"], pointer, "{body}");
    }
}
