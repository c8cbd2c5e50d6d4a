use crate::support::{World, topic_id};
use chrono::TimeDelta;
use events::thematic_cards::CardReviewed;
use serde_json::json;
use testing::Caller;

const BASE: &str = "/api/v1/thematic-cards";

#[tokio::test]
async fn a_first_client_lists_answers_and_sees_what_is_due() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let topics = world.api.get(format!("{BASE}/topics")).as_(&student).send().await.expect(200).json();
    assert_eq!((&topics["total"], &topics["items"][0]["slug"]), (&json!(1), &json!("eten")));

    let card = world.first_card(&student).await;
    let path = format!("{BASE}/cards/{}/answers", card["cardId"].as_str().expect("a card"));
    let body = json!({
        "wordId": card["wordId"], "kind": "recall", "text": "de fiets", "answeredAt": "2025-03-03T09:00:00Z",
    });
    let first = world.api.post(path.clone()).as_(&student).json(&body).send().await.expect(200).json();
    let again = world.api.post(path).as_(&student).json(&body).send().await.expect(200).json();
    assert_eq!(first, again);
    assert_eq!(world.published::<CardReviewed>().await.len(), 1);

    world.clock.advance(TimeDelta::minutes(2));
    let due = world
        .api
        .get(format!("{BASE}/topics/{}/due", topic_id()))
        .as_(&student)
        .send()
        .await
        .expect(200)
        .json();
    assert_eq!((&due["total"], &due["items"][0]["cardId"]), (&json!(1), &card["cardId"]));
}

#[tokio::test]
async fn an_answer_is_a_text_or_a_rating() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let path = format!("{BASE}/cards/{}/answers", card["cardId"].as_str().expect("a card"));
    for extra in [json!({}), json!({ "text": "x", "rating": "good" })] {
        let mut body =
            json!({ "wordId": card["wordId"], "kind": "recall", "answeredAt": "2025-03-03T09:00:00Z" });
        body.as_object_mut().expect("a body").extend(extra.as_object().cloned().unwrap_or_default());
        world.api.post(path.clone()).as_(&student).json(&body).send().await.expect(422);
    }
}
