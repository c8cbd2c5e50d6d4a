//! What the first clients ask for.

use crate::support::World;
use chrono::TimeDelta;
use events::learning_cards::{WordAdded, WordReviewed};
use serde_json::{Value, json};
use testing::{Answer, Caller};

const BASE: &str = "/api/v1/learning-cards";

async fn get(world: &World, student: &Caller, path: &str) -> Value {
    let request = world.api.get(format!("{BASE}{path}")).as_(&world.now(student));
    request.send().await.expect(200).json()
}

async fn post(world: &World, student: &Caller, path: &str, body: &Value) -> Answer {
    world.api.post(format!("{BASE}{path}")).as_(&world.now(student)).json(body).send().await
}

#[tokio::test]
async fn a_first_client_adds_lists_and_answers() {
    let world = World::new().await;
    let student = Caller::student();
    let body = json!({ "lemma": "het brood", "glosses": { "en": "bread" }, "sentence": "Ik koop brood." });
    let first = post(&world, &student, "/words", &body).await.expect(200).json();
    let again = post(&world, &student, "/words", &body).await.expect(200).json();
    assert_eq!(first, again);
    assert_eq!((&first["headword"], &first["stage"]), (&json!("het brood"), &json!("waiting")));
    assert_eq!(world.published::<WordAdded>().await.len(), 1);
    world.clock.advance(TimeDelta::minutes(1));
    let other = json!({ "lemma": "de fiets", "glosses": { "en": "bicycle" } });
    post(&world, &student, "/words", &other).await.expect(200);
    let page = get(&world, &student, "/words?page=2&perPage=1").await;
    assert_eq!((&page["total"], &page["items"][0]["wordId"]), (&json!(2), &first["wordId"]));

    let due = get(&world, &student, "/due").await;
    assert_eq!((&due["total"], &due["items"][0]["asked"]), (&json!(2), &json!("see")));
    let path = format!("/words/{}/answers", first["wordId"].as_str().expect("an id"));
    let body = json!({ "asked": "see", "text": "bread", "answeredAt": world.clock.now() });
    let outcome = post(&world, &student, &path, &body).await.expect(200).json();
    assert_eq!(post(&world, &student, &path, &body).await.expect(200).json(), outcome);
    assert_eq!((&outcome["correct"], &outcome["stage"]), (&json!(true), &json!("learning")));
    assert_eq!(world.published::<WordReviewed>().await.len(), 1);
    assert_eq!(get(&world, &student, "/due").await["total"], 1);
}

#[tokio::test]
async fn a_word_that_was_removed_comes_back_when_it_is_added_again() {
    let world = World::new().await;
    let student = Caller::student();
    let body = json!({ "lemma": "brood", "glosses": { "en": "bread" } });
    let word = post(&world, &student, "/words", &body).await.expect(200).json();
    let path = format!("{BASE}/words/{}", word["wordId"].as_str().expect("an id"));
    for _ in 0..2 {
        world.api.delete(path.clone()).as_(&world.now(&student)).send().await.expect(204);
    }
    assert_eq!(get(&world, &student, "/words").await["total"], 0);
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(post(&world, &student, "/words", &body).await.expect(200).json()["wordId"], word["wordId"]);
    assert_eq!(get(&world, &student, "/words").await["total"], 1);
}

#[tokio::test]
async fn what_is_wrong_is_told_flat() {
    let world = World::new().await;
    let student = Caller::student();
    let word = json!({ "lemma": "brood", "glosses": { "en": "bread" } });
    let word = post(&world, &student, "/words", &word).await.expect(200).json();
    let path = format!("/words/{}/answers", word["wordId"].as_str().expect("an id"));
    for given in [json!({}), json!({ "text": "x", "rating": "good" }), json!({ "text": "x".repeat(501) })] {
        let mut body = json!({ "asked": "see", "answeredAt": world.clock.now() });
        body.as_object_mut().expect("a body").extend(given.as_object().cloned().unwrap_or_default());
        let refused = post(&world, &student, &path, &body).await.expect(422).json();
        assert!(refused["error"].is_string() && refused["message"].is_string(), "{refused}");
    }
    post(&world, &student, "/words", &json!({ "lemma": "", "glosses": { "en": "x" } })).await.expect(422);
}
