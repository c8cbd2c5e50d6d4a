use crate::support::{BASE, World, topic_id, word_id};
use chrono::TimeDelta;
use events::thematic_cards::CardKind;
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::Caller;

/// Two words, one of which is forgotten once when it is due.
async fn learnt() -> (World, Caller) {
    let (world, student) = (World::with_words(&["brood", "water"]).await, Caller::student());
    world.rate(&student, "brood", CardKind::Recall, 1, "easy").await.expect(201);
    world.rate(&student, "water", CardKind::Recall, 2, "easy").await.expect(201);
    world.clock.advance(TimeDelta::days(20));
    world.rate(&student, "brood", CardKind::Recall, 3, "again").await.expect(201);
    world.rate(&student, "water", CardKind::Recall, 4, "good").await.expect(201);
    world.hear_itself().await;
    (world, student)
}

#[tokio::test]
async fn a_student_who_did_nothing_has_nothing_to_see() {
    let world = World::with_words(&["brood"]).await;
    let answer = world.api.get(format!("{BASE}/statistics")).as_(&Caller::student()).send().await;
    assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "cards": {
          "due": 0,
          "learnt": 0,
          "leeches": 0,
          "met": 0,
          "suspended": 0
        },
        "hardWords": [],
        "lately": {
          "answers": 0,
          "correct": 0,
          "introduced": 0,
          "kinds": {},
          "minutes": 0.0,
          "mistakes": {},
          "practice": 0
        },
        "topics": []
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn what_was_forgotten_shows() {
    let (world, student) = learnt().await;
    let seen = world.get(&student, "/statistics").await;
    assert_eq!(seen["cards"], json!({ "met": 2, "due": 0, "learnt": 1, "suspended": 0, "leeches": 0 }));
    assert_eq!((&seen["lately"]["answers"], &seen["lately"]["trueRetention"]), (&json!(4), &json!(0.5)));
    assert_eq!(seen["hardWords"][0]["wordId"], json!(word_id("brood")));
    assert_eq!(seen["hardWords"].as_array().map(Vec::len), Some(1));
    let topic = &seen["topics"][0];
    assert_eq!(
        (&topic["topicId"], &topic["words"], &topic["latelyRetained"]),
        (&json!(topic_id()), &json!(2), &json!(0.5))
    );
    let today = world.get(&student, "/statistics?days=1").await;
    assert_eq!(today["lately"]["introduced"], 0, "which was twenty days ago");
}

#[tokio::test]
async fn days_are_those_on_which_something_was_done() {
    let (world, student) = learnt().await;
    let days = world.get(&student, "/statistics/days?from=2025-03-01&to=2025-03-31").await;
    let days: Vec<_> =
        days["days"].as_array().expect("days").iter().map(|day| (&day["day"], &day["answers"])).collect();
    assert_eq!(days, [(&json!("2025-03-03"), &json!(2)), (&json!("2025-03-23"), &json!(2))]);
    for odd in [
        "from=2025-03-02&to=2025-03-01",
        "from=2025-01-01&to=2026-03-01",
        "from=x&to=2025-01-01",
        "from=2025-01-01",
    ] {
        let path = format!("{BASE}/statistics/days?{odd}");
        world.api.get(path).as_(&world.today(&student)).send().await.expect(422);
    }
}

#[tokio::test]
async fn what_is_ahead_is_told_in_cards_and_minutes() {
    let (world, student) = learnt().await;
    let ahead = world.get(&student, "/statistics/forecast?days=60").await;
    let days = ahead["days"].as_array().expect("days");
    assert_eq!(days.len(), 60);
    assert_eq!(
        (&days[0]["day"], &days[0]["cards"], &days[0]["minutes"]),
        (&json!("2025-03-23"), &json!(1), &json!(0.2))
    );
    world
        .api
        .get(format!("{BASE}/statistics/forecast?days=0"))
        .as_(&world.today(&student))
        .send()
        .await
        .expect(422);
}

#[tokio::test]
async fn predictions_are_held_against_what_came() {
    let (world, student) = learnt().await;
    let memory: Value = world.get(&student, "/statistics/memory").await;
    assert_eq!((&memory["predictions"], &memory["trueRetention"]), (&json!(2), &json!(0.5)));
    assert_eq!((&memory["parameters"], &memory["desiredRetention"]), (&json!(0), &json!(0.9)));
    let predicted = memory["predictedRetention"].as_f64().expect("a share");
    let loss = memory["logLoss"].as_f64().expect("a loss");
    // Both cards had the same chance p: the loss is the mean of -ln p and -ln (1 - p).
    assert!((loss + (predicted.ln() + (1.0 - predicted).ln()) / 2.0).abs() < 1e-6, "{memory}");
    assert_eq!(world.get(&student, "/statistics/memory?days=366").await["predictions"], 2);
}
