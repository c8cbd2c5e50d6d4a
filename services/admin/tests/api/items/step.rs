use crate::support::{World, fresh_id, id, topic_body};
use admin::domain::item::LONGEST_HISTORY;
use events::admin::Snapshot;
use insta::assert_json_snapshot;
use serde_json::json;
use testing::Caller;

#[tokio::test]
async fn publishing_tells_every_service_the_whole_item() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let word = world.word(2, &topic, "brood").await;
    world.publish(&word).await;

    let updates = world.updates().await;
    let [update] = updates.as_slice() else { panic!("one update, not {updates:#?}") };
    assert_eq!((update.content_id.to_string(), update.version), (word, 1));
    assert_eq!((update.published_by, update.published_at), (world.editor.id(), world.clock.now()));
    let Snapshot::Word(snapshot) = &update.snapshot else { panic!("a word") };
    assert_eq!((snapshot.topic_id.to_string(), snapshot.lemma.as_str()), (topic, "brood"));
    assert_eq!(snapshot.glosses["ru"], "хлеб");
    assert_eq!(snapshot.noun.as_ref().expect("a noun").plural.as_deref(), Some("broden"));
}

#[tokio::test]
async fn a_step_is_answered_the_same_however_often_it_is_asked_for() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let first = world.step(&topic, 10, "submit").await;
    assert_json_snapshot!(first, @r#"
    {
      "body": {
        "at": "2025-03-03T09:00:00.000Z",
        "by": "2ea2e926-9223-5401-a318-0652e01e2981",
        "itemId": "0195a000-0000-7000-8000-000000000001",
        "status": "review",
        "step": "submit",
        "stepId": "0195a000-0000-7000-8000-000000000010"
      },
      "status": 201
    }
    "#);

    let _on = world.step(&topic, 11, "approve").await.expect(201);
    let again = world.step(&topic, 10, "submit").await.expect(200);
    assert_eq!(again.json(), first.json());
}

#[tokio::test]
async fn publishing_twice_publishes_once() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    for (number, step) in [(10, "submit"), (11, "approve")] {
        let _taken = world.step(&topic, number, step).await.expect(201);
    }
    let path = format!("/items/{topic}/steps/{}", id(12));
    let body = json!({
        "step": "publish", "affectsProgress": true,
        "notice": { "nl": "Nieuw", "en": "New", "ru": "Новое" },
    });
    let first = world.put(&path, &body).await.expect(201);
    let again = world.put(&path, &body).await.expect(200);

    assert_eq!(again.json(), first.json());
    let updates = world.updates().await;
    assert_eq!(updates.len(), 1);
    assert!(updates[0].affects_progress);
    assert_eq!(updates[0].notice.as_ref().expect("a notice").ru, "Новое");
}

#[tokio::test]
async fn an_id_belongs_to_one_step() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let _taken = world.step(&topic, 10, "submit").await.expect(201);

    let other = world.step(&topic, 10, "approve").await.expect(409);
    assert_eq!(other.json()["type"], "urn:tall:problem:id-taken");
    let path = format!("/api/v2/admin/items/{topic}/steps/{}", id(10));
    let stranger = Caller::educational_admin();
    let request = world.api.put(path).as_(&stranger).json(&json!({ "step": "submit" }));
    let _other_editor = request.send().await.expect(409);
}

#[tokio::test]
async fn only_what_was_approved_is_published() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let refused = world.step(&topic, 10, "publish").await;

    assert_json_snapshot!(refused, { ".body.instance" => "trace" }, @r#"
    {
      "body": {
        "detail": "An item in the status draft cannot take the step publish.",
        "status": 409,
        "title": "Wrong step",
        "type": "urn:tall:problem:wrong-step"
      },
      "status": 409
    }
    "#);
    assert!(world.updates().await.is_empty());
}

#[tokio::test]
async fn a_step_with_if_match_is_for_what_was_read() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let seen = world.etag(&topic).await;
    let mut edited = topic_body("eten");
    edited["topic"]["position"] = json!(9);
    let _edited = world.put_seen(&format!("/items/{topic}"), &seen, &edited).await.expect(200);
    let path = format!("/items/{topic}/steps/{}", id(10));
    let submit = json!({ "step": "submit" });

    let _stale = world.put_seen(&path, &seen, &submit).await.expect(412);
    let now = world.etag(&topic).await;
    let first = world.put_seen(&path, &now, &submit).await.expect(201);
    let again = world.put_seen(&path, &now, &submit).await.expect(200);
    assert_eq!(again.json(), first.json());
    let _another = world.put_seen(&path, &now, &json!({ "step": "approve" })).await.expect(409);
}

#[tokio::test]
async fn archiving_tells_only_of_what_students_knew() {
    let world = World::new().await;
    let (draft, live) = (world.topic(1).await, id(2));
    let _made = world.put(&format!("/items/{live}"), &topic_body("drinken")).await.expect(201);
    world.publish(&live).await;

    let _draft = world.step(&draft, 10, "archive").await.expect(201);
    assert!(world.archivings().await.is_empty());
    let archived = world.step(&live, 11, "archive").await.expect(201);
    assert_eq!(archived.json()["version"], 2);
    let archivings = world.archivings().await;
    assert_eq!(archivings.len(), 1);
    assert_eq!((archivings[0].content_id.to_string(), archivings[0].version), (live, 2));
}

#[tokio::test]
async fn a_return_says_why() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let _submitted = world.step(&topic, 10, "submit").await.expect(201);
    let body = json!({ "step": "return", "reason": "Het lidwoord klopt niet." });
    let _returned = world.put(&format!("/items/{topic}/steps/{}", id(11)), &body).await.expect(201);

    let history = world.get(&format!("/items/{topic}")).await.json()["history"].clone();
    assert_json_snapshot!(history, @r#"
    [
      {
        "act": "created",
        "at": "2025-03-03T09:00:00.000Z",
        "by": "2ea2e926-9223-5401-a318-0652e01e2981"
      },
      {
        "act": "submitted",
        "at": "2025-03-03T09:00:00.000Z",
        "by": "2ea2e926-9223-5401-a318-0652e01e2981",
        "stepId": "0195a000-0000-7000-8000-000000000010"
      },
      {
        "act": "returned",
        "at": "2025-03-03T09:00:00.000Z",
        "by": "2ea2e926-9223-5401-a318-0652e01e2981",
        "reason": "Het lidwoord klopt niet.",
        "stepId": "0195a000-0000-7000-8000-000000000011"
      }
    ]
    "#);
}

#[tokio::test]
async fn what_a_step_has_no_use_for_is_refused() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let cases = [
        (json!({ "step": "submit", "affectsProgress": false }), "/affectsProgress", "unknown-field"),
        (
            json!({ "step": "submit", "notice": { "nl": "a", "en": "a", "ru": "a" } }),
            "/notice",
            "unknown-field",
        ),
        (json!({ "step": "submit", "reason": "a" }), "/reason", "unknown-field"),
        (json!({ "step": "return", "reason": "" }), "/reason", "empty"),
        (json!({ "step": "publish", "notice": { "nl": "a", "en": " ", "ru": "a" } }), "/notice/en", "empty"),
        (json!({ "step": "publish", "notice": { "nl": "a", "en": "b" } }), "/notice/ru", "missing-field"),
        (json!({ "step": "burn" }), "/step", "unknown-value"),
        (json!({}), "/step", "missing-field"),
    ];
    for (body, pointer, code) in cases {
        let refused = world.put(&format!("/items/{topic}/steps/{}", id(10)), &body).await.expect(422).json();
        assert_eq!(
            (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
            (&json!(pointer), &json!(code))
        );
    }
}

#[tokio::test]
async fn an_item_that_is_not_there_takes_no_step() {
    let world = World::new().await;
    let _absent = world.step(&id(1), 10, "submit").await.expect(404);
}

#[tokio::test]
async fn two_editors_at_once_take_one_step_each_or_are_told() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let answers = futures::future::join_all((0..8).map(|_| {
        let (world, path) = (world.clone(), format!("/items/{topic}/steps/{}", fresh_id()));
        async move { world.put(&path, &json!({ "step": "submit" })).await.status().as_u16() }
    }));
    let mut answers = answers.await;
    answers.sort_unstable();
    assert_eq!(answers, [201, 409, 409, 409, 409, 409, 409, 409]);
}

#[tokio::test]
async fn a_long_life_does_not_outgrow_the_document() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    for _ in 0..LONGEST_HISTORY / 2 + 5 {
        for step in ["archive", "restore"] {
            let path = format!("/items/{topic}/steps/{}", fresh_id());
            let _taken = world.put(&path, &json!({ "step": step })).await.expect(201);
        }
    }
    let history = world.get(&format!("/items/{topic}")).await.json()["history"].clone();
    assert_eq!(history.as_array().expect("a list").len(), LONGEST_HISTORY);
}
