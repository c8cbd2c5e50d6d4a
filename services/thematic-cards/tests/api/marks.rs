use crate::support::{BASE, World, card, review_id, session_id, word_id};
use chrono::TimeDelta;
use events::thematic_cards::{CardKind, CardRescheduled, RescheduleCause};
use serde_json::{Value, json};
use testing::{Answer, Caller};

async fn mark(world: &World, student: &Caller, n: u128, what: &str) -> Answer {
    let body = json!({
        "wordId": word_id("brood"), "kind": "recall", "mark": what, "markedAt": world.clock.now(),
    });
    let card = card(student, "brood", CardKind::Recall);
    world
        .api
        .put(format!("{BASE}/cards/{card}/marks/{}", review_id(n)))
        .as_(&world.today(student))
        .json(&body)
        .send()
        .await
}

async fn asked(world: &World, student: &Caller, session: u128) -> usize {
    let session =
        world.arrange(student, session_id(session), &json!({ "kind": "recall" })).await.expect(201).json();
    session["cards"].as_array().map_or(0, Vec::len)
}

async fn listed(world: &World, student: &Caller, state: &str) -> Vec<Value> {
    let listed = world.get(student, &format!("/cards?state={state}")).await;
    listed["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn a_suspended_card_is_listed_and_not_asked_until_it_is_resumed() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    let stands = mark(&world, &student, 11, "suspended").await.expect(201).json();
    assert_eq!(stands["setAside"], "suspended");
    world.clock.advance(TimeDelta::minutes(10));
    assert_eq!((asked(&world, &student, 1).await, listed(&world, &student, "suspended").await.len()), (0, 1));

    mark(&world, &student, 12, "resumed").await.expect(201);
    assert_eq!((asked(&world, &student, 2).await, listed(&world, &student, "suspended").await.len()), (1, 0));
    let told = world.published::<CardRescheduled>().await;
    let told: Vec<_> = told.iter().map(|moved| (moved.cause, moved.due_at.is_some())).collect();
    assert_eq!(told, [(RescheduleCause::Suspended, false), (RescheduleCause::Resumed, true)]);
}

#[tokio::test]
async fn a_new_card_may_be_suspended_before_it_is_met() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    mark(&world, &student, 11, "suspended").await.expect(201);
    mark(&world, &student, 11, "suspended").await.expect(200);
    assert_eq!(asked(&world, &student, 1).await, 0);
    assert_eq!(asked(&world, &Caller::student(), 2).await, 1, "by this student");
}

#[tokio::test]
async fn a_buried_card_comes_back_tomorrow() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    let stands = mark(&world, &student, 11, "buried").await.expect(201).json();
    assert_eq!(stands["buriedUntil"], "2025-03-04T03:00:00.000Z");
    world.clock.advance(TimeDelta::hours(8));
    assert_eq!((asked(&world, &student, 1).await, listed(&world, &student, "buried").await.len()), (0, 1));
    world.clock.advance(TimeDelta::hours(10));
    assert_eq!((asked(&world, &student, 2).await, listed(&world, &student, "buried").await.len()), (1, 0));
}

#[tokio::test]
async fn a_card_that_was_forgotten_too_often_is_set_aside_and_brought_back() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "easy").await.expect(201);
    let mut last = Value::Null;
    for n in (10..90_u128).step_by(10) {
        world.clock.advance(TimeDelta::days(40));
        last = world.rate(&student, "brood", CardKind::Recall, n, "again").await.expect(201).json();
        for step in 1..=2 {
            world.clock.advance(TimeDelta::minutes(20));
            world.rate(&student, "brood", CardKind::Recall, n + step, "good").await.expect(201);
        }
    }
    assert_eq!((&last["lapses"], &last["setAside"]), (&json!(8), &json!(true)));
    world.clock.advance(TimeDelta::days(40));
    assert_eq!((asked(&world, &student, 1).await, listed(&world, &student, "leech").await.len()), (0, 1));

    mark(&world, &student, 11, "brought-back").await.expect(201);
    assert_eq!((asked(&world, &student, 2).await, listed(&world, &student, "leech").await.len()), (1, 0));
}

#[tokio::test]
async fn a_mark_that_nobody_knows_is_refused() {
    let world = World::with_words(&["brood"]).await;
    let refused = mark(&world, &Caller::student(), 11, "eaten").await.expect(422).json();
    assert_eq!(refused["errors"][0]["pointer"], "/mark");
}
