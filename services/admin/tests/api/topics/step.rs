use crate::support::{World, fresh_id, id, topic_body};
use admin::domain::{errand::TopicSteps, item::Item};
use bson::{Document, doc};
use documents::Aggregate;
use insta::assert_json_snapshot;
use mongodb::Collection;
use serde_json::{Value, json};
use std::time::Duration;
use testing::Answer;

fn to_live() -> Value {
    json!({ "steps": ["submit", "approve", "publish"] })
}

impl World {
    async fn steps(&self, number: u32, body: &Value) -> Answer {
        self.put(&format!("/topics/{}/steps/{}", id(1), id(number)), body).await
    }

    fn collection<T: Aggregate>(&self) -> Collection<Document> {
        self.database().collection(T::COLLECTION)
    }

    /// As if the process had been killed after the last item and before the end: nobody was answered.
    async fn forget_the_answer(&self, number: u32) {
        let errands = self.collection::<TopicSteps>();
        let forget = doc! { "$unset": { "outcome": 1 } };
        let forgotten = errands.update_one(doc! { "_id": id(number) }, forget).await.expect("the store");
        assert_eq!(forgotten.modified_count, 1);
    }
}

/// A topic with two words, and a third that is archived.
async fn kitchen() -> World {
    let world = World::new().await;
    let topic = world.topic(1).await;
    for (number, lemma) in [(2, "brood"), (3, "kaas"), (4, "melk")] {
        world.word(number, &topic, lemma).await;
    }
    let _archived = world.step(&id(4), 20, "archive").await.expect(201);
    world
}

#[tokio::test]
async fn a_topic_is_published_with_its_words() {
    let world = kitchen().await;
    let _ahead = world.step(&id(3), 21, "submit").await.expect(201);
    let done = world.steps(10, &to_live()).await;

    assert_json_snapshot!(done, @r#"
    {
      "body": {
        "counts": {
          "archived": 1,
          "published": 3
        },
        "items": [
          {
            "itemId": "0195a000-0000-7000-8000-000000000001",
            "kind": "topic",
            "status": "published",
            "taken": [
              "submit",
              "approve",
              "publish"
            ],
            "title": "Eten",
            "version": 1
          },
          {
            "itemId": "0195a000-0000-7000-8000-000000000002",
            "kind": "word",
            "status": "published",
            "taken": [
              "submit",
              "approve",
              "publish"
            ],
            "title": "brood",
            "version": 1
          },
          {
            "itemId": "0195a000-0000-7000-8000-000000000003",
            "kind": "word",
            "status": "published",
            "taken": [
              "approve",
              "publish"
            ],
            "title": "kaas",
            "version": 1
          },
          {
            "itemId": "0195a000-0000-7000-8000-000000000004",
            "kind": "word",
            "status": "archived",
            "taken": [],
            "title": "melk",
            "version": 0
          }
        ],
        "stepId": "0195a000-0000-7000-8000-000000000010",
        "topicId": "0195a000-0000-7000-8000-000000000001"
      },
      "status": 201
    }
    "#);
    let mut published: Vec<_> = world.updates().await.iter().map(|it| it.content_id.to_string()).collect();
    published.sort_unstable();
    assert_eq!(published, [id(1), id(2), id(3)]);
}

#[tokio::test]
async fn a_repeat_changes_nothing_and_answers_the_same() {
    let world = kitchen().await;
    let first = world.steps(10, &to_live()).await.expect(201);
    // What comes after does not change what was answered.
    let _restored = world.step(&id(4), 21, "restore").await.expect(201);
    let again = world.steps(10, &to_live()).await.expect(200);

    assert_eq!(again.json(), first.json());
    assert_eq!(world.updates().await.len(), 3);
}

#[tokio::test]
async fn an_id_belongs_to_one_request() {
    let world = kitchen().await;
    let _done = world.steps(10, &to_live()).await.expect(201);
    let _other = world.steps(10, &json!({ "steps": ["submit"] })).await.expect(409);
}

#[tokio::test]
async fn what_was_cut_off_in_the_middle_is_finished_by_its_repeat() {
    let world = kitchen().await;
    let items = world.collection::<Item>();
    let before = items.find_one(doc! { "_id": id(3) }).await.expect("the store").expect("a word");
    let whole = world.steps(10, &to_live()).await.expect(201);
    // As if the process had been killed before this word.
    items.replace_one(doc! { "_id": id(3) }, before).await.expect("the store");
    world.forget_the_answer(10).await;

    let finished = world.steps(10, &to_live()).await.expect(200);
    assert_eq!(finished.json(), whole.json());
    let mut versions: Vec<_> =
        world.updates().await.iter().map(|it| (it.content_id.to_string(), it.version)).collect();
    versions.sort_unstable();
    assert_eq!(versions, [(id(1), 1), (id(2), 1), (id(3), 1)]);
}

#[tokio::test]
async fn a_request_may_be_given_up_at_any_moment() {
    let world = kitchen().await;
    let path = format!("/topics/{}/steps/{}", id(1), id(10));
    let mut finished = None;
    for tenth_of_a_millisecond in 0..2000 {
        let patience = Duration::from_micros(100 * tenth_of_a_millisecond);
        if let Ok(answer) = tokio::time::timeout(patience, world.put(&path, &to_live())).await {
            finished = Some(answer);
            break;
        }
    }
    let finished = finished.expect("200 ms are enough");
    assert!(finished.status().is_success(), "{finished}");
    let updates = world.updates().await;
    assert_eq!(updates.len(), 3);
    assert!(updates.iter().all(|update| update.version == 1));
}

#[tokio::test]
async fn each_item_takes_what_it_can() {
    let world = kitchen().await;
    let _submitted = world.step(&id(2), 21, "submit").await.expect(201);
    let done = world.steps(10, &json!({ "steps": ["approve"] })).await.expect(201).json();

    let taken: Vec<_> =
        done["items"].as_array().expect("a list").iter().map(|it| it["taken"].clone()).collect();
    assert_eq!(taken, [json!([]), json!(["approve"]), json!([]), json!([])]);
    assert_eq!(done["counts"], json!({ "approved": 1, "archived": 1, "draft": 2 }));
}

#[tokio::test]
async fn a_topic_is_taken_away_and_brought_back_with_its_words() {
    let world = kitchen().await;
    let _live = world.steps(10, &to_live()).await.expect(201);
    let _archived = world.steps(11, &json!({ "steps": ["archive"] })).await.expect(201);
    assert_eq!(world.archivings().await.len(), 3, "the archived word was never live");

    let back = json!({ "steps": ["restore", "submit", "approve", "publish"], "affectsProgress": true });
    let back = world.steps(12, &back).await.expect(201).json();
    assert_eq!(back["counts"], json!({ "published": 4 }));
    let updates = world.updates().await;
    let last = updates.iter().filter(|update| update.affects_progress);
    let mut versions: Vec<_> = last.map(|update| (update.content_id.to_string(), update.version)).collect();
    versions.sort_unstable();
    assert_eq!(versions, [(id(1), 3), (id(2), 3), (id(3), 3), (id(4), 1)]);
}

#[tokio::test]
async fn a_word_or_nothing_is_no_topic() {
    let world = kitchen().await;
    for topic in [id(2), fresh_id()] {
        let _absent = world.put(&format!("/topics/{topic}/steps/{}", id(10)), &to_live()).await.expect(404);
    }
}

#[tokio::test]
async fn another_topic_is_left_alone() {
    let world = kitchen().await;
    let _other = world.put(&format!("/items/{}", id(6)), &topic_body("drinken")).await.expect(201);
    let _done = world.steps(10, &to_live()).await.expect(201);
    assert_eq!(world.get(&format!("/items/{}", id(6))).await.json()["status"], "draft");
}

#[tokio::test]
async fn steps_that_make_no_sense_are_refused() {
    let world = kitchen().await;
    let cases = [
        (json!({ "steps": [] }), "/steps", "empty"),
        (json!({ "steps": ["submit", "submit"] }), "/steps/1", "repeated"),
        (json!({ "steps": ["submit"], "affectsProgress": true }), "/affectsProgress", "unknown-field"),
        (json!({ "steps": ["burn"] }), "/steps/0", "unknown-value"),
        (json!({ "steps": "submit" }), "/steps", "wrong-type"),
        (json!({ "step": "submit" }), "/steps", "missing-field"),
    ];
    for (body, pointer, code) in cases {
        let refused = world.steps(10, &body).await.expect(422).json();
        assert_eq!(
            (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
            (&json!(pointer), &json!(code))
        );
    }
}
