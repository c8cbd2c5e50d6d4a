//! Own lists, and words that were removed.

use crate::support::{World, list_id};
use chrono::TimeDelta;
use ids::OwnWordId;
use serde_json::{Value, json};
use testing::Caller;

async fn made(world: &World, student: &Caller, number: u128, name: &str) -> String {
    let path = format!("/lists/{}", list_id(number));
    world.put(student, &path, &json!({ "name": name })).await.expect(201);
    path
}

async fn filled(world: &World, student: &Caller, list: &str, words: &[OwnWordId]) -> Value {
    world.post(student, &format!("{list}/words"), &json!({ "wordIds": words })).await.expect(200).json()
}

async fn names(world: &World, student: &Caller) -> Vec<(String, u64)> {
    let lists = world.get(student, "/lists").await.expect(200).json();
    let lists = lists["items"].as_array().expect("lists").iter();
    lists
        .map(|list| {
            (list["name"].as_str().expect("a name").to_owned(), list["words"].as_u64().expect("a count"))
        })
        .collect()
}

#[tokio::test]
async fn a_word_may_be_in_several_lists_and_stays_when_they_go() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, ei) = (world.add(&student, "brood").await, world.add(&student, "ei").await);
    let food = made(&world, &student, 1, " Eten  en drinken ").await;
    let lesson = made(&world, &student, 2, "Les 4").await;
    filled(&world, &student, &food, &[brood, ei]).await;
    filled(&world, &student, &lesson, &[brood]).await;
    assert_eq!(names(&world, &student).await, [("Eten en drinken".to_owned(), 2), ("Les 4".to_owned(), 1)]);
    assert_eq!(world.word(&student, brood).await["lists"], json!([list_id(1), list_id(2)]));
    let within = world.get(&student, &format!("/words?listId={}", list_id(2))).await.expect(200).json();
    assert_eq!(
        (within["items"].as_array().map(Vec::len), &within["items"][0]["wordId"]),
        (Some(1), &json!(brood))
    );

    world.delete(&student, &food).await.expect(204);
    world.delete(&student, &food).await.expect(204);
    world.get(&student, &food).await.expect(404);
    assert_eq!(names(&world, &student).await, [("Les 4".to_owned(), 1)]);
    assert_eq!(world.word(&student, brood).await["lists"], json!([list_id(2)]));
    world.delete(&student, &format!("{lesson}/words/{brood}")).await.expect(204);
    world.delete(&student, &format!("{lesson}/words/{brood}")).await.expect(204);
    assert_eq!(names(&world, &student).await, [("Les 4".to_owned(), 0)]);
}

#[tokio::test]
async fn a_list_is_made_once_and_renamed_by_whoever_saw_it() {
    let world = World::new().await;
    let student = Caller::student();
    let path = made(&world, &student, 1, "Les 4").await;
    world.put(&student, &path, &json!({ "name": "Les 4" })).await.expect(200);
    let taken = world.put(&student, &path, &json!({ "name": "Les 5" })).await.expect(409).json();
    assert_eq!(taken["type"], "urn:tall:problem:id-taken");
    let renamed = world.patch(&student, &path, 1, &json!({ "name": "Les 5" })).await.expect(200).json();
    assert_eq!((&renamed["name"], &renamed["rev"]), (&json!("Les 5"), &json!(2)));
    world.patch(&student, &path, 1, &json!({ "name": "Les 6" })).await.expect(412);
    let empty = world.patch(&student, &path, 2, &json!({ "name": "  " })).await.expect(422).json();
    assert_eq!(empty["errors"][0]["pointer"], "/name");
}

#[tokio::test]
async fn a_list_takes_all_words_of_a_request_or_none() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    let theirs = world.add(&Caller::student(), "ei").await;
    let list = made(&world, &student, 1, "Les 4").await;
    let body = json!({ "wordIds": [brood, theirs] });
    world.post(&student, &format!("{list}/words"), &body).await.expect(404);
    assert_eq!(names(&world, &student).await, [("Les 4".to_owned(), 0)]);
    for words in [0, 201] {
        let ids: Vec<_> = (0..words).map(list_id).collect();
        world.post(&student, &format!("{list}/words"), &json!({ "wordIds": ids })).await.expect(422);
    }
}

#[tokio::test]
async fn a_device_says_of_each_list_by_itself_whether_a_word_is_in_it() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    let list = made(&world, &student, 1, "Les 4").await;
    filled(&world, &student, &list, &[brood]).await;
    world.clock.advance(TimeDelta::minutes(1));
    let fact = json!({
        "fact": "change", "id": list_id(9), "wordId": brood, "changedAt": world.clock.now(), "body": {},
        "lists": { list_id(1).to_string(): false, list_id(2).to_string(): true },
    });
    let body = json!({ "deviceTime": world.clock.now(), "facts": [fact] });
    let answer = world.post(&student, "/sync", &body).await.expect(200).json();
    assert_eq!(answer["results"][0]["result"], "applied");
    assert_eq!(world.word(&student, brood).await["lists"], json!([list_id(2)]));
}

#[tokio::test]
async fn removed_words_are_listed_while_they_can_be_taken_back() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, ei) = (world.add(&student, "brood").await, world.add(&student, "ei").await);
    let other = world.add(&student, "broodje").await;
    for word in [brood, ei] {
        world.delete(&student, &format!("/words/{word}")).await.expect(204);
        world.clock.advance(TimeDelta::minutes(1));
    }
    let third = world.add(&student, "bol").await;
    world
        .put(&student, &format!("/words/{third}/merges/{other}?sameWord=true"), &json!({}))
        .await
        .expect(200);
    let removed = world.get(&student, "/removals?limit=1").await.expect(200).json();
    assert_eq!(removed["items"][0]["word"]["wordId"], json!(ei), "the last first");
    assert_eq!(removed["items"][0]["keptUntil"], "2025-04-02T09:01:00.003Z");
    let cursor = removed["nextCursor"].as_str().expect("more");
    let rest = world.get(&student, &format!("/removals?limit=1&cursor={cursor}")).await.expect(200).json();
    assert_eq!((&rest["items"][0]["word"]["wordId"], rest.get("nextCursor")), (&json!(brood), None));
    world.post(&student, &format!("/words/{ei}/restorations"), &json!({})).await.expect(200);
    let removed = world.get(&student, "/removals").await.expect(200).json();
    assert_eq!(
        removed["items"].as_array().map(Vec::len),
        Some(1),
        "what another took over is not among them"
    );
}
