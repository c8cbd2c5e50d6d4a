use crate::support::{BASE, World};
use events::thematic_cards::CardKind;
use serde_json::Value;
use testing::Caller;

const WORDS: [&str; 5] = ["brood", "water", "ei", "fruit", "sap"];

async fn studied() -> (World, Caller) {
    let (world, student) = (World::with_words(&WORDS).await, Caller::student());
    for (n, lemma) in (1..).zip(WORDS) {
        world.rate(&student, lemma, CardKind::Recall, n, "good").await.expect(201);
    }
    (world, student)
}

#[tokio::test]
async fn the_cards_that_were_met_are_paged() {
    let (world, student) = studied().await;
    let mut path = "/cards?limit=2".to_owned();
    let mut seen: Vec<Value> = Vec::new();
    loop {
        let page = world.get(&student, &path).await;
        seen.extend(page["items"].as_array().expect("items").iter().map(|card| card["cardId"].clone()));
        match page["nextCursor"].as_str() {
            Some(cursor) => path = format!("/cards?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    let mut sorted = seen.clone();
    sorted.sort_by_key(ToString::to_string);
    sorted.dedup();
    assert_eq!((seen.len(), &sorted), (5, &seen));
}

#[tokio::test]
async fn cards_are_the_students_own_and_of_what_is_asked_for() {
    let (world, student) = studied().await;
    assert_eq!(world.get(&Caller::student(), "/cards").await["items"], serde_json::json!([]));
    let count = async |query: &str| {
        world.get(&student, &format!("/cards?{query}")).await["items"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(count("kind=recall").await, 5);
    assert_eq!(count("kind=recognition").await, 0);
    assert_eq!(count("state=due").await, 0);
    assert_eq!(count("topicId=00000000-0000-0000-0000-000000000000").await, 0);
}

#[tokio::test]
async fn a_cursor_of_other_cards_opens_nothing() {
    let (world, student) = studied().await;
    let page = world.get(&student, "/cards?limit=1").await;
    let path = format!("{BASE}/cards?kind=recall&cursor={}", page["nextCursor"].as_str().expect("a cursor"));
    world.api.get(path).as_(&world.today(&student)).send().await.expect(422);
}
