use crate::support::{BASE, World, review_id, session_id, typed};
use serde_json::{Value, json};
use std::collections::HashSet;
use testing::Caller;

const WORDS: [&str; 6] = ["brood", "water", "ei", "fruit", "sap", "vlees"];

fn words(session: &Value) -> Vec<String> {
    let cards = session["cards"].as_array().expect("cards");
    cards.iter().map(|card| card["wordId"].as_str().expect("a word").to_owned()).collect()
}

#[tokio::test]
async fn a_sitting_asks_each_word_once() {
    let world = World::with_words(&WORDS).await;
    let session = world.arrange(&Caller::student(), session_id(1), &json!({})).await.expect(201).json();
    let words = words(&session);
    assert_eq!(words.len(), WORDS.len());
    assert_eq!(words.iter().collect::<HashSet<_>>().len(), WORDS.len());
}

#[tokio::test]
async fn a_sitting_stands_as_it_was_arranged() {
    let world = World::with_words(&WORDS).await;
    let student = Caller::student();
    let first = world.arrange(&student, session_id(1), &json!({ "cards": 3 })).await.expect(201).json();
    let again = world.arrange(&student, session_id(1), &json!({ "cards": 3 })).await.expect(200).json();
    assert_eq!(words(&first).len(), 3);
    assert_eq!(first, again);
}

#[tokio::test]
async fn another_wish_under_the_same_id_is_a_conflict() {
    let world = World::with_words(&WORDS).await;
    let student = Caller::student();
    world.arrange(&student, session_id(1), &json!({ "cards": 3 })).await.expect(201);
    world.arrange(&student, session_id(1), &json!({ "cards": 4 })).await.expect(409);
    world.arrange(&Caller::student(), session_id(1), &json!({ "cards": 3 })).await.expect(409);
}

#[tokio::test]
async fn a_sitting_is_taken_up_where_it_was_left() {
    let world = World::with_words(&WORDS).await;
    let student = Caller::student();
    let session =
        world.arrange(&student, session_id(1), &json!({ "kind": "recall" })).await.expect(201).json();
    let card = session["cards"][0].clone();
    world.answer(&student, &card, review_id(1), &typed(&card, "x")).await.expect(201);

    let path = format!("{BASE}/sessions/{}", session_id(1));
    let resumed = world.api.get(path.clone()).as_(&student).send().await.expect(200).json();
    assert_eq!(resumed["answered"], 1);
    assert_eq!(resumed["cards"][0]["answered"], true);
    assert_eq!(resumed["cards"][1]["answered"], false);
    world.api.get(path).as_(&Caller::student()).send().await.expect(404);
}

#[tokio::test]
async fn a_word_that_was_answered_today_is_not_asked_the_other_way_round() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    world.answer(&student, &card, review_id(1), &typed(&card, "het brood")).await.expect(201);
    let next =
        world.arrange(&student, session_id(2), &json!({ "kind": "recognition" })).await.expect(201).json();
    assert_eq!(next["cards"], json!([]));
}

#[tokio::test]
async fn a_day_brings_twenty_new_cards_at_most() {
    let lemmas: Vec<String> = (0..25).map(|n| format!("woord{n}")).collect();
    let lemmas: Vec<&str> = lemmas.iter().map(String::as_str).collect();
    let world = World::with_words(&lemmas).await;
    let session =
        world.arrange(&Caller::student(), session_id(1), &json!({ "cards": 200 })).await.expect(201);
    assert_eq!(words(&session.json()).len(), 20);
}

#[tokio::test]
async fn recall_shows_the_meaning_and_expects_the_article() {
    let world = World::with_words(&["brood"]).await;
    let card = world.first_card(&Caller::student()).await;
    assert_eq!((&card["prompt"], &card["expected"]), (&"brood (en)".into(), &"het brood".into()));
    assert_eq!(card["phase"], "new");
}

#[tokio::test]
async fn a_wish_that_cannot_be_is_refused_with_its_field() {
    let world = World::with_words(&["brood"]).await;
    for (body, pointer) in [
        (json!({ "cards": 0 }), "/cards"),
        (json!({ "cards": 201 }), "/cards"),
        (json!({ "kind": "unknown" }), "/kind"),
        (json!({ "zone": "Mars/Olympus" }), "/zone"),
        (json!({ "language": "nl" }), "/language"),
        (json!({ "more": 1 }), "/more"),
    ] {
        let answer = world.arrange(&Caller::student(), session_id(1), &body).await.expect(422).json();
        assert_eq!(answer["errors"][0]["pointer"], pointer, "{body}");
    }
}
