//! What a student did on a day is counted once, and no more when it is taken back.

use crate::support::{BASE, World, card, review_id, word_id};
use chrono::{NaiveDate, TimeDelta};
use events::thematic_cards::CardKind;
use serde_json::json;
use testing::Caller;
use thematic_cards::{domain::day::Numbers, store::days};

async fn numbers(world: &World, student: &Caller, day: &str) -> Numbers {
    let day: NaiveDate = day.parse().expect("a day");
    let days = days::between(&world.store.database(), student.id(), day, day).await.expect("days");
    days.into_iter().map(|day| day.numbers).sum()
}

#[tokio::test]
async fn an_answer_that_is_heard_of_twice_counts_once() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.rate(&student, "water", CardKind::Recall, 2, "again").await.expect(201);
    world.hear_itself().await;
    world.hear_itself().await;
    let today = numbers(&world, &student, "2025-03-03").await;
    assert_eq!((today.answers, today.correct, today.introduced, today.kinds["recall"]), (2, 1, 2, 2));
    assert_eq!(numbers(&world, &Caller::student(), "2025-03-03").await, Numbers::default());
}

#[tokio::test]
async fn an_answer_that_is_taken_back_counts_no_more() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.hear_itself().await;
    let body = json!({
        "wordId": word_id("brood"), "kind": "recall", "reviewId": review_id(1), "undoneAt": world.clock.now(),
    });
    let card = card(&student, "brood", CardKind::Recall);
    let path = format!("{BASE}/cards/{card}/undos/{}", review_id(101));
    world.api.put(path).as_(&world.today(&student)).json(&body).send().await.expect(201);
    world.hear_itself().await;
    let today = numbers(&world, &student, "2025-03-03").await;
    assert_eq!((today.answers, today.correct, today.introduced), (0, 0, 0));
}

#[tokio::test]
async fn an_answer_after_midnight_belongs_to_the_day_before() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.clock.advance(TimeDelta::hours(17));
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.hear_itself().await;
    assert_eq!(numbers(&world, &student, "2025-03-03").await.answers, 1, "it is three in the morning");
}
