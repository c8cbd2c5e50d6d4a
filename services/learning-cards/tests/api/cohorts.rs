use crate::support::{World, text, word_id};
use chrono::TimeDelta;
use events::learning_cards::{CohortClosed, CohortOpened};
use serde_json::{Value, json};
use testing::Caller;

fn headwords(cohort: &Value) -> Vec<(String, String)> {
    let words = cohort["words"].as_array().expect("words").iter();
    words.map(|word| (text(&word["headword"]), text(&word["why"]))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(one, two)| ((*one).to_owned(), (*two).to_owned())).collect()
}

#[tokio::test]
async fn the_first_request_of_a_week_opens_it() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!(
        (&cohort["week"], &cohort["beginsAt"]),
        (&json!("2025-W10"), &json!("2025-03-03T03:00:00.000Z"))
    );
    assert_eq!(
        (&cohort["newWords"], &cohort["carriedWords"], &cohort["echoes"]),
        (&json!(1), &json!(0), &json!(0))
    );
    let word = &cohort["words"][0];
    assert_eq!(
        (&word["askedToday"], &word["dueOn"], &word["why"]),
        (&json!("see"), &json!("2025-03-03"), &json!("new"))
    );
    let told = world.published::<CohortOpened>().await;
    assert_eq!((told.len(), told[0].new_words, told[0].waiting_words), (1, 1, 0));
}

#[tokio::test]
async fn a_week_is_opened_once_whoever_asks_and_however_often() {
    let world = World::new().await;
    let student = Caller::student();
    for lemma in ["brood", "ei", "water"] {
        world.add(&student, lemma).await;
    }
    let requests = (0..8).map(|_| world.get(&student, "/cohorts/current"));
    let answers = futures::future::join_all(requests).await;
    assert!(answers.iter().all(|answer| answer.status() == 200), "{answers:?}");
    world.add(&student, "vlees").await;
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!(headwords(&cohort).len(), 3, "what comes later waits");
    assert_eq!(world.published::<CohortOpened>().await.len(), 1);
}

#[tokio::test]
async fn a_week_with_nothing_in_it_is_opened_by_the_first_word() {
    let world = World::new().await;
    let student = Caller::student();
    world.get(&student, "/cohorts/current").await.expect(404);
    world.clock.advance(TimeDelta::days(2));
    world.add(&student, "brood").await;
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!((cohort["week"].as_str(), headwords(&cohort).len()), (Some("2025-W10"), 1));
}

#[tokio::test]
async fn a_week_takes_the_newest_words_up_to_the_budget() {
    let world = World::new().await;
    let student = Caller::student();
    for number in 0..25 {
        world.add(&student, &format!("woord{number}")).await;
    }
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    let words = headwords(&cohort);
    assert_eq!((words.len(), words[0].0.as_str()), (20, "het woord24"));
    assert_eq!(world.published::<CohortOpened>().await[0].waiting_words, 5);
}

#[tokio::test]
async fn unfinished_words_are_carried_over_and_take_the_room_of_new_ones() {
    let world = World::new().await;
    let student = Caller::student();
    for number in 0..25 {
        world.add(&student, &format!("woord{number}")).await;
    }
    world.get(&student, "/cohorts/current").await.expect(200);
    world.judge(&student, word_id(&student, "woord24"), 1, "see", "good").await;
    world.go_to("2025-03-10");
    let next = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!((&next["carriedWords"], &next["newWords"]), (&json!(20), &json!(0)));
    let closed = world.published::<CohortClosed>().await;
    assert_eq!((closed.len(), closed[0].words, closed[0].unfinished, closed[0].graduated), (1, 20, 20, 0));
    let before = world.get(&student, "/cohorts/2025-W10").await.expect(200).json();
    assert_eq!(before["closed"]["unfinished"], 20);
}

#[tokio::test]
async fn an_outage_of_three_weeks_is_not_stacked() {
    let world = World::new().await;
    let student = Caller::student();
    for number in 0..45 {
        world.add(&student, &format!("woord{number}")).await;
    }
    world.get(&student, "/cohorts/current").await.expect(200);
    world.go_to("2025-03-26");
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!((cohort["week"].as_str(), headwords(&cohort).len()), (Some("2025-W13"), 20));
    let weeks = world.get(&student, "/cohorts").await.expect(200).json();
    let weeks: Vec<_> =
        weeks["items"].as_array().expect("items").iter().map(|one| text(&one["week"])).collect();
    assert_eq!(weeks, ["2025-W13", "2025-W10"]);
}

#[tokio::test]
async fn a_graduated_word_returns_as_an_echo_and_a_forgotten_one_begins_anew() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    world.graduate(&student, brood).await;
    world.go_to("2025-03-10");
    let echo = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!(headwords(&echo), pairs(&[("het brood", "echo")]));
    assert_eq!(world.asked(&student, 1).await, pairs(&[("het brood", "echo")]));
    let forgotten = world.judge(&student, brood, 1, "echo", "again").await;
    assert_eq!((&forgotten["step"], &forgotten["again"]), (&json!("forgotten"), &json!("echo")));

    world.go_to("2025-03-17");
    let anew = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!(headwords(&anew), pairs(&[("het brood", "carried")]));
    let closed = world.published::<CohortClosed>().await;
    let [first, second] = closed.as_slice() else { panic!("{closed:?}") };
    assert_eq!((first.graduated, first.unfinished), (1, 0));
    assert_eq!((second.echoes, second.echoes_passed, second.echoes_forgotten), (1, 0, 1));
}

#[tokio::test]
async fn a_word_is_taken_into_the_week_under_way_while_there_is_room() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    let settings = world.get(&student, "/settings").await.expect(200);
    assert_eq!(settings.header("etag"), Some("\"1\""));
    world.patch(&student, "/settings", 1, &json!({ "wordsAWeek": 2 })).await.expect(200);
    world.get(&student, "/cohorts/current").await.expect(200);
    world.go_to("2025-03-05");
    let (ei, water) = (world.add(&student, "ei").await, world.add(&student, "water").await);
    let path = |word| format!("/cohorts/current/words/{word}");
    for _ in 0..2 {
        let cohort = world.put(&student, &path(ei), &json!({})).await.expect(200).json();
        assert_eq!(headwords(&cohort), pairs(&[("het brood", "new"), ("het ei", "new")]));
        assert_eq!(cohort["words"][1]["dueOn"], "2025-03-05", "its days count from today");
    }
    let full = world.put(&student, &path(water), &json!({})).await.expect(409).json();
    assert_eq!(full["type"], "urn:tall:problem:cohort-full");
    world.put(&Caller::student(), &path(water), &json!({})).await.expect(404);
}

#[tokio::test]
async fn a_removed_word_is_in_no_week() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, _) = (world.add(&student, "brood").await, world.add(&student, "ei").await);
    world.get(&student, "/cohorts/current").await.expect(200);
    world.delete(&student, &format!("/words/{brood}")).await.expect(204);
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!(headwords(&cohort), pairs(&[("het ei", "new")]));
    assert_eq!(world.asked(&student, 1).await, pairs(&[("het ei", "see")]));
}

#[tokio::test]
async fn a_week_that_is_none_is_told() {
    let world = World::new().await;
    for (week, status) in [("2025-W11", 404), ("2025-W54", 422), ("now", 422)] {
        world.get(&Caller::student(), &format!("/cohorts/{week}")).await.expect(status);
    }
}
