use crate::support::World;
use chrono::TimeDelta;
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::{Answer, Caller};

const PATH: &str = "/api/v2/lobby/context";

async fn choose(world: &World, caller: &Caller, body: &Value) -> Answer {
    world.api.put(PATH).as_(caller).json(body).send().await
}

fn choice(place: &str, chosen_at: &str) -> Value {
    json!({ "productId": "thematic-cards", "place": place, "chosenAt": chosen_at })
}

#[tokio::test]
async fn a_new_user_was_nowhere() {
    let world = World::new().await;
    let answer = world.api.get(PATH).as_(&Caller::student()).send().await.expect(200);
    assert_eq!(answer.json(), json!({}));
}

#[tokio::test]
async fn a_choice_is_there_on_the_next_device() {
    let world = World::new().await;
    let student = Caller::student();
    choose(&world, &student, &choice("/topics/eten", "2025-03-03T08:59:00.000Z")).await.expect(200);
    let answer = world.api.get(PATH).as_(&student).send().await;
    assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "chosenAt": "2025-03-03T08:59:00.000Z",
        "place": "/topics/eten",
        "productId": "thematic-cards"
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn a_choice_is_the_users_own() {
    let world = World::new().await;
    choose(&world, &Caller::student(), &choice("/topics/eten", "2025-03-03T08:59:00Z")).await.expect(200);
    let other = world.api.get(PATH).as_(&Caller::student()).send().await.expect(200);
    assert_eq!(other.json(), json!({}));
}

#[tokio::test]
async fn the_latest_choice_stands_whatever_arrives_last() {
    let world = World::new().await;
    let student = Caller::student();
    choose(&world, &student, &choice("/later", "2025-03-03T08:59:00Z")).await.expect(200);
    let answer = choose(&world, &student, &choice("/earlier", "2025-03-03T08:00:00Z")).await.expect(200);
    assert_eq!(answer.json()["place"], "/later");
}

#[tokio::test]
async fn a_clock_that_runs_ahead_is_taken_as_now() {
    let world = World::new().await;
    let student = Caller::student();
    let answer = choose(&world, &student, &choice("/ahead", "2035-01-01T00:00:00Z")).await.expect(200);
    assert_eq!(answer.json()["chosenAt"], "2025-03-03T09:00:00.000Z");
    world.clock.advance(TimeDelta::minutes(1));
    let answer = choose(&world, &student, &choice("/next", "2025-03-03T09:01:00Z")).await.expect(200);
    assert_eq!(answer.json()["place"], "/next");
}

#[tokio::test]
async fn what_is_not_the_users_to_open_is_refused() {
    let world = World::new().await;
    let body = json!({ "productId": "people", "chosenAt": "2025-03-03T08:00:00Z" });
    let answer = choose(&world, &Caller::student(), &body).await.expect(422);
    assert_eq!(answer.json()["errors"][0]["pointer"], "/productId");
}

#[tokio::test]
async fn a_place_outside_the_client_is_refused() {
    let world = World::new().await;
    for place in ["//evil.example", "https://evil.example", ""] {
        let answer =
            choose(&world, &Caller::student(), &choice(place, "2025-03-03T08:00:00Z")).await.expect(422);
        assert_eq!(answer.json()["errors"][0]["pointer"], "/place");
    }
}

#[tokio::test]
async fn an_unknown_field_is_named() {
    let world = World::new().await;
    let mut body = choice("/", "2025-03-03T08:00:00Z");
    body["role"] = json!("technical-admin");
    let answer = choose(&world, &Caller::student(), &body).await.expect(422);
    assert_eq!(answer.json()["errors"][0]["pointer"], "/role");
}
