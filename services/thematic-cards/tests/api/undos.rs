use crate::support::{BASE, World, card, review_id, session_id, topic_id, word_id};
use chrono::TimeDelta;
use events::thematic_cards::{CardKind, CardReviewUndone};
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::{Answer, Caller};

async fn undo(world: &World, student: &Caller, undo: u128, review: u128) -> Answer {
    let body = json!({
        "wordId": word_id("brood"), "kind": "recall", "reviewId": review_id(review),
        "undoneAt": world.clock.now(),
    });
    let card = card(student, "brood", CardKind::Recall);
    world
        .api
        .put(format!("{BASE}/cards/{card}/undos/{}", review_id(undo)))
        .as_(&world.today(student))
        .json(&body)
        .send()
        .await
}

#[tokio::test]
async fn an_answer_that_is_taken_back_was_never_given() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "again").await.expect(201);
    let undone = undo(&world, &student, 101, 1).await;
    assert_json_snapshot!(undone, { ".body.cardId" => "[id]" }, @r#"
    {
      "body": {
        "answers": 0,
        "cardId": "[id]",
        "intervalDays": 0,
        "lapses": 0,
        "phase": "new"
      },
      "status": 201
    }
    "#);
    let topic = world.get(&student, &format!("/topics/{}", topic_id())).await;
    assert_eq!(topic["progress"]["met"], 0);
    let session: Value =
        world.arrange(&student, session_id(1), &json!({ "kind": "recall" })).await.expect(201).json();
    assert_eq!(session["cards"][0]["phase"], "new", "it may be met today");
}

#[tokio::test]
async fn taking_back_twice_tells_once() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    undo(&world, &student, 101, 1).await.expect(201);
    undo(&world, &student, 101, 1).await.expect(200);
    undo(&world, &student, 102, 1).await.expect(200);
    let told = world.published::<CardReviewUndone>().await;
    assert_eq!(told.iter().map(|undone| undone.review_id).collect::<Vec<_>>(), [review_id(1)]);
}

#[tokio::test]
async fn only_the_answer_that_is_named_is_taken_back() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.clock.advance(TimeDelta::minutes(10));
    world.rate(&student, "brood", CardKind::Recall, 2, "again").await.expect(201);
    let stands = undo(&world, &student, 101, 2).await.expect(201).json();
    assert_eq!((&stands["answers"], &stands["dueAt"]), (&json!(1), &json!("2025-03-03T09:10:00.000Z")));
}

#[tokio::test]
async fn the_answer_of_another_day_stands() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.clock.advance(TimeDelta::hours(25));
    let refused = undo(&world, &student, 101, 1).await.expect(409).json();
    assert_eq!(refused["type"], "urn:tall:problem:too-late-to-undo");
}

#[tokio::test]
async fn a_repeat_of_what_was_taken_back_is_answered_as_the_first_time() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let first = world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201).json();
    undo(&world, &student, 101, 1).await.expect(201);
    let again = world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(200).json();
    assert_eq!(first, again);
}
