use crate::support::{BASE, World, review_id, topic_id, typed};
use chrono::TimeDelta;
use insta::assert_json_snapshot;
use testing::Caller;
use uuid::Uuid;

#[tokio::test]
async fn a_new_student_has_met_nothing() {
    let world = World::with_words(&["brood", "water"]).await;
    let answer = world.api.get(format!("{BASE}/topics")).as_(&Caller::student()).send().await;
    assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "items": [
          {
            "id": "00000000-0000-0000-0000-000000000064",
            "level": "A1",
            "progress": {
              "answers": 0,
              "due": 0,
              "lapses": 0,
              "learnt": 0,
              "met": 0,
              "setAside": 0
            },
            "slug": "eten",
            "title": {
              "en": "Food",
              "nl": "Eten",
              "ru": "Еда"
            },
            "words": 2
          }
        ]
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn an_answer_counts_in_its_topic_and_for_its_student_alone() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    world.answer(&student, &card, review_id(1), &typed(&card, "iets anders")).await.expect(201);
    world.clock.advance(TimeDelta::minutes(2));

    let path = format!("{BASE}/topics/{}", topic_id());
    let own = world.api.get(path.clone()).as_(&student).send().await.expect(200).json();
    assert_eq!((&own["progress"]["met"], &own["progress"]["due"]), (&1.into(), &1.into()));
    assert_eq!(own["progress"]["lastAnsweredAt"], "2025-03-03T09:00:00.000Z");
    let other = world.api.get(path).as_(&Caller::student()).send().await.expect(200).json();
    assert_eq!(other["progress"]["met"], 0);
}

#[tokio::test]
async fn another_level_has_other_topics() {
    let world = World::with_words(&["brood"]).await;
    let answer =
        world.api.get(format!("{BASE}/topics?level=B1")).as_(&Caller::student()).send().await.expect(200);
    assert_eq!(answer.json()["items"], serde_json::json!([]));
    world.api.get(format!("{BASE}/topics?level=Z9")).as_(&Caller::student()).send().await.expect(422);
}

#[tokio::test]
async fn an_unknown_topic_is_not_found() {
    let world = World::new().await;
    world.api.get(format!("{BASE}/topics/{}", Uuid::nil())).as_(&Caller::student()).send().await.expect(404);
}

#[tokio::test]
async fn a_cursor_of_somebody_else_opens_nothing() {
    let world = World::with_words(&["brood"]).await;
    let answer =
        world.api.get(format!("{BASE}/topics?cursor=AAAA")).as_(&Caller::student()).send().await.expect(422);
    assert_eq!(answer.json()["errors"][0]["pointer"], "query:cursor");
}
