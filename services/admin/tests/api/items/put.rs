use crate::support::{World, fresh_id, id, topic_body, word_body};
use insta::assert_json_snapshot;
use serde_json::json;

#[tokio::test]
async fn an_item_is_created_as_a_draft() {
    let world = World::new().await;
    let created = world.put(&format!("/items/{}", id(1)), &topic_body("eten")).await;

    assert_eq!(created.header("etag"), Some("\"1\""));
    assert_json_snapshot!(created, @r#"
    {
      "body": {
        "content": {
          "topic": {
            "level": "A1",
            "licence": "CC-BY-SA-4.0",
            "position": 0,
            "slug": "eten",
            "title": {
              "en": "Food",
              "nl": "Eten",
              "ru": "Еда"
            }
          }
        },
        "history": [
          {
            "act": "created",
            "at": "2025-03-03T09:00:00.000Z",
            "by": "2ea2e926-9223-5401-a318-0652e01e2981"
          }
        ],
        "itemId": "0195a000-0000-7000-8000-000000000001",
        "kind": "topic",
        "live": false,
        "status": "draft",
        "title": "Eten",
        "topicId": "0195a000-0000-7000-8000-000000000001",
        "updatedAt": "2025-03-03T09:00:00.000Z",
        "version": 0
      },
      "status": 201
    }
    "#);
    assert_eq!(world.get(&format!("/items/{}", id(1))).await.expect(200).json(), created.json());
    assert!(world.updates().await.is_empty());
}

#[tokio::test]
async fn creating_twice_creates_once() {
    let world = World::new().await;
    let path = format!("/items/{}", id(1));
    let first = world.put(&path, &topic_body("eten")).await.expect(201);
    let again = world.put(&path, &topic_body("eten")).await.expect(200);

    assert_eq!(again.json(), first.json());
}

#[tokio::test]
async fn what_is_there_is_changed_only_by_who_has_read_it() {
    let world = World::new().await;
    let path = format!("/items/{}", world.topic(1).await);
    let mut body = topic_body("eten");
    body["topic"]["position"] = json!(3);

    let _unseen = world.put(&path, &body).await.expect(428);
    let _stale = world.put_seen(&path, "\"7\"", &body).await.expect(412);
    let changed = world.put_seen(&path, "\"1\"", &body).await.expect(200);
    assert_eq!(
        changed.json()["content"],
        json!({ "topic": {
            "slug": "eten", "level": "A1", "licence": "CC-BY-SA-4.0", "position": 3,
            "title": { "nl": "Eten", "en": "Food", "ru": "Еда" },
        }})
    );

    let repeated = world.put_seen(&path, "\"1\"", &body).await.expect(200);
    assert_eq!(repeated.json(), changed.json());
    assert_eq!(repeated.header("etag"), Some("\"2\""));
}

#[tokio::test]
async fn nothing_is_changed_that_is_not_there() {
    let world = World::new().await;
    let _absent =
        world.put_seen(&format!("/items/{}", id(1)), "\"1\"", &topic_body("eten")).await.expect(412);
}

#[tokio::test]
async fn an_edit_of_a_published_item_makes_a_draft_and_tells_nobody() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    world.publish(&topic).await;
    let mut body = topic_body("eten");
    body["topic"]["title"]["en"] = json!("Eating");
    let edited =
        world.put_seen(&format!("/items/{topic}"), &world.etag(&topic).await, &body).await.expect(200);

    let edited = edited.json();
    assert_eq!(
        (&edited["status"], &edited["live"], &edited["version"]),
        (&json!("draft"), &json!(true), &json!(1))
    );
    assert_eq!(world.updates().await.len(), 1);
}

#[tokio::test]
async fn two_items_never_have_the_same_name() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    world.word(2, &topic, "brood").await;

    let twin = world.put(&format!("/items/{}", id(3)), &topic_body("eten")).await.expect(409);
    assert_eq!(twin.json()["type"], "urn:tall:problem:name-taken");
    let mut twin = word_body(&topic, "brood");
    twin["word"]["lemma"] = json!("broodje");
    let twin = world.put(&format!("/items/{}", id(3)), &twin).await.expect(409);
    assert_eq!(twin.json()["type"], "urn:tall:problem:name-taken");
}

#[tokio::test]
async fn a_name_is_for_ever() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let renamed = world.put_seen(&format!("/items/{topic}"), "*", &topic_body("drinken")).await.expect(409);
    assert_eq!(renamed.json()["type"], "urn:tall:problem:other-item");
}

#[tokio::test]
async fn an_archived_item_is_restored_before_it_is_edited() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let _archived = world.step(&topic, 10, "archive").await.expect(201);
    let mut body = topic_body("eten");
    body["topic"]["position"] = json!(3);
    let path = format!("/items/{topic}");

    assert_eq!(
        world.put_seen(&path, "*", &body).await.expect(409).json()["type"],
        "urn:tall:problem:archived"
    );
    let _restored = world.step(&topic, 11, "restore").await.expect(201);
    let _edited = world.put_seen(&path, "*", &body).await.expect(200);
}

#[tokio::test]
async fn every_fault_of_a_word_is_told_with_its_pointer() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let mut body = word_body(&topic, "brood");
    let word = &mut body["word"];
    word["key"] = json!("Brood!");
    word["lemma"] = json!(" brood");
    word["noun"]["articles"] = json!(["het", "het"]);
    word["verb"] =
        json!({ "pastSingular": "liep", "pastPlural": "liepen", "participle": "gelopen", "auxiliaries": [] });
    word["glosses"] = json!({ "en": [], "english": ["bread"], "de": ["Brot; Laib"] });
    word["examples"][0]["translations"] = json!({ "en": "", "ru": "Я ем хлеб.", "nl": "Ik eet brood." });
    let refused = world.put(&format!("/items/{}", fresh_id()), &body).await;

    assert_json_snapshot!(refused, { ".body.instance" => "trace" }, @r#"
    {
      "body": {
        "detail": "10 fields are refused; see `errors`.",
        "errors": [
          {
            "code": "not-a-slug",
            "message": "key has lower-case ascii letters, digits and hyphens only",
            "pointer": "/word/key"
          },
          {
            "code": "untidy",
            "message": "lemma begins or ends with white space, or has control characters",
            "pointer": "/word/lemma"
          },
          {
            "code": "repeated",
            "message": "het stands twice",
            "pointer": "/word/noun/articles"
          },
          {
            "code": "unknown-field",
            "message": "a word that is no verb has no forms of one",
            "pointer": "/word/verb"
          },
          {
            "code": "missing",
            "message": "ru is missing",
            "pointer": "/word/glosses/ru"
          },
          {
            "code": "unknown-language",
            "message": "\"english\" is no language code such as en",
            "pointer": "/word/glosses/english"
          },
          {
            "code": "divided",
            "message": "de has ; or / inside a variant: make it two variants",
            "pointer": "/word/glosses/de/0"
          },
          {
            "code": "empty",
            "message": "en is empty",
            "pointer": "/word/glosses/en"
          },
          {
            "code": "unknown-language",
            "message": "the sentence is in nl itself",
            "pointer": "/word/examples/0/translations/nl"
          },
          {
            "code": "empty",
            "message": "en is empty",
            "pointer": "/word/examples/0/translations/en"
          }
        ],
        "status": 422,
        "title": "Fields refused",
        "type": "urn:tall:problem:invalid-fields"
      },
      "status": 422
    }
    "#);
}

#[tokio::test]
async fn a_word_fits_its_topic() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let brood = world.word(2, &topic, "brood").await;
    let told = |answer: testing::Answer| answer.expect(422).json()["errors"].clone();
    let path = format!("/items/{}", id(3));

    let unknown = told(world.put(&path, &word_body(&id(99), "kaas")).await);
    assert_eq!(
        (&unknown[0]["pointer"], &unknown[0]["code"]),
        (&json!("/word/topicId"), &json!("unknown-topic"))
    );
    let in_a_word = told(world.put(&path, &word_body(&brood, "kaas")).await);
    assert_eq!(in_a_word[0]["code"], "unknown-topic");

    let mut twice = word_body(&topic, "brood");
    twice["word"]["key"] = json!("brood-2");
    twice["word"]["level"] = json!("B1");
    let twice = told(world.put(&path, &twice).await);
    assert_eq!((&twice[0]["pointer"], &twice[0]["code"]), (&json!("/word/level"), &json!("other-level")));
    assert_eq!((&twice[1]["pointer"], &twice[1]["code"]), (&json!("/word/lemma"), &json!("duplicate-lemma")));
}

#[tokio::test]
async fn a_body_that_is_no_item_is_refused() {
    let world = World::new().await;
    let path = format!("/items/{}", id(1));
    let both = json!({ "topic": topic_body("eten")["topic"], "word": word_body(&id(1), "brood")["word"] });
    let mut unknown_field = topic_body("eten");
    unknown_field["topic"]["colour"] = json!("red");
    let mut unknown_level = topic_body("eten");
    unknown_level["topic"]["level"] = json!("A7");
    let mut missing_gloss = word_body(&id(1), "brood");
    missing_gloss["word"].as_object_mut().expect("a word").remove("glosses");
    let cases = [
        (json!({}), "", "missing-field"),
        (both, "/word", "contradiction"),
        (unknown_field, "/topic/colour", "unknown-field"),
        (unknown_level, "/topic/level", "unknown-value"),
        (missing_gloss, "/word/glosses", "missing-field"),
        (json!({ "video": {} }), "/video", "unknown-field"),
    ];
    for (body, pointer, code) in cases {
        let refused = world.put(&path, &body).await.expect(422).json();
        assert_eq!(
            (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
            (&json!(pointer), &json!(code))
        );
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_before_it_is_looked_at() {
    let world = World::new().await;
    let path = format!("/api/v2/admin/items/{}", id(1));
    let put = |content_type: &str, body: Vec<u8>| {
        world.api.put(path.clone()).as_(&world.editor).body(content_type, body).send()
    };
    let _text = put("text/plain", b"{}".to_vec()).await.expect(415);
    let _broken = put("application/json", b"{\"topic\":".to_vec()).await.expect(400);
    let _not_utf8 = put("application/json", b"{\"topic\": \"\xff\xfe\"}".to_vec()).await.expect(400);
    let _large = put("application/json", vec![b' '; (1 << 20) + 1]).await.expect(413);
    let bomb = format!("{{\"topic\":{}", "[".repeat(500_000));
    let _nested = put("application/json", bomb.into_bytes()).await.expect(400);
    let _no_id = world.put("/items/brood", &topic_body("eten")).await.expect(422);
    let unnamed = world.api.put(path.clone()).as_(&world.editor).json(&topic_body("eten"));
    let _no_version = unnamed.without("x-client-version").send().await.expect(400);
}
