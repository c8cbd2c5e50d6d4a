use crate::support::{World, file, file_text, files, id, word_body};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

const PATH: &str = "/imports/previews";

fn effects(preview: &Value) -> Vec<(&str, &str)> {
    let items = preview["items"].as_array().expect("a list").iter();
    items
        .map(|it| (it["title"].as_str().expect("a title"), it["effect"].as_str().expect("an effect")))
        .collect()
}

#[tokio::test]
async fn a_preview_tells_what_would_happen_and_writes_nothing() {
    let world = World::new().await;
    let preview = world.post(PATH, &files(&[file(&["brood"])])).await;

    assert_json_snapshot!(preview, @r#"
    {
      "body": {
        "counts": {
          "new": 2
        },
        "faults": [],
        "items": [
          {
            "effect": "new",
            "itemId": "9ed503b2-516b-53fb-931b-1653d535ecc2",
            "kind": "topic",
            "title": "Eten"
          },
          {
            "effect": "new",
            "itemId": "6617ee0d-ce20-53ca-947f-bc7cb7ad138e",
            "kind": "word",
            "title": "brood"
          }
        ]
      },
      "status": 200
    }
    "#);
    assert_eq!(world.get("/items").await.json()["items"], json!([]));
}

#[tokio::test]
async fn every_change_is_named() {
    let world = World::new().await;
    let _imported = world
        .put(&format!("/imports/{}", id(1)), &files(&[file(&["brood", "kaas", "melk"])]))
        .await
        .expect(201);
    let changed =
        file_text(&["brood", "ei", "melk"]).replacen("en = [\"bread\"]", "en = [\"bread\", \"loaf\"]", 1);
    let preview = world
        .post(PATH, &files(&[json!({ "name": "eten.a1.toml", "text": changed })]))
        .await
        .expect(200)
        .json();

    let expected = [
        ("Eten", "unchanged"),
        ("brood", "changed"),
        ("ei", "new"),
        ("melk", "unchanged"),
        ("kaas", "left-out"),
    ];
    assert_eq!(effects(&preview), expected);
    assert_eq!(
        preview["items"][1]["changes"],
        json!([{ "pointer": "/word/glosses/en", "before": ["bread"], "after": ["bread", "loaf"] }])
    );
    assert_eq!(preview["counts"], json!({ "new": 1, "changed": 1, "unchanged": 2, "left-out": 1 }));
}

#[tokio::test]
async fn an_item_that_was_made_by_hand_is_met_again() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    world.word(2, &topic, "brood").await;
    let preview = world.post(PATH, &files(&[file(&["brood"])])).await.expect(200).json();

    assert_eq!(effects(&preview), [("Eten", "unchanged"), ("brood", "unchanged")]);
    assert_eq!(
        (&preview["items"][0]["itemId"], &preview["items"][1]["itemId"]),
        (&json!(id(1)), &json!(id(2)))
    );
}

#[tokio::test]
async fn every_fault_of_every_file_is_told_at_once_by_line() {
    let world = World::new().await;
    let unknown_level = file_text(&["brood"]).replace("\"A1\"", "\"A7\"");
    let missing_gloss = file_text(&["brood", "kaas"])
        .replace("eten", "drinken")
        .replacen(", ru = [\"хлеб\"]", "", 1)
        .replace("lemma = \"kaas\"", "lemma = \"brood\"");
    let body = files(&[
        json!({ "name": "eten.a7.toml", "text": unknown_level }),
        json!({ "name": "drinken.a1.toml", "text": missing_gloss }),
        json!({ "name": "leeg.a1.toml", "text": "" }),
        json!({ "name": "stuk.a1.toml", "text": "[topic\nslug = " }),
    ]);
    assert_json_snapshot!(world.post(PATH, &body).await, @r#"
    {
      "body": {
        "counts": {},
        "faults": [
          {
            "code": "unknown-value",
            "file": "eten.a7.toml",
            "index": 0,
            "line": 4,
            "message": "\"A7\" is none of: A1, A2, B1, B2, C1, C2",
            "path": "topic.level"
          },
          {
            "code": "missing",
            "file": "drinken.a1.toml",
            "index": 1,
            "line": 13,
            "message": "ru is missing",
            "path": "word[0].gloss.ru"
          },
          {
            "code": "duplicate-lemma",
            "file": "drinken.a1.toml",
            "index": 1,
            "line": 17,
            "message": "\"brood\" stands already in line 9",
            "path": "word[1].lemma"
          },
          {
            "code": "missing",
            "file": "leeg.a1.toml",
            "index": 2,
            "line": 1,
            "message": "format is missing",
            "path": "format"
          },
          {
            "code": "missing",
            "file": "leeg.a1.toml",
            "index": 2,
            "line": 1,
            "message": "topic is missing",
            "path": "topic"
          },
          {
            "code": "missing",
            "file": "leeg.a1.toml",
            "index": 2,
            "line": 1,
            "message": "a topic has at least one [[word]]",
            "path": "word"
          },
          {
            "code": "syntax",
            "file": "stuk.a1.toml",
            "index": 3,
            "line": 1,
            "message": "unclosed table, expected `]`",
            "path": ""
          }
        ],
        "items": []
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn a_lemma_of_a_word_that_is_in_the_topic_is_a_fault() {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let mut word = word_body(&topic, "brood");
    word["word"]["key"] = json!("brood-van-oma");
    let _made = world.put(&format!("/items/{}", id(2)), &word).await.expect(201);

    let preview = world.post(PATH, &files(&[file(&["kaas", "brood"])])).await.expect(200).json();
    let fault = &preview["faults"][0];
    assert_eq!(
        (&fault["line"], &fault["path"], &fault["code"]),
        (&json!(15), &json!("word[1].lemma"), &json!("duplicate-lemma"))
    );
    assert_eq!(preview["items"], json!([]));
}

#[tokio::test]
async fn a_file_is_called_after_its_topic_and_comes_once() {
    let world = World::new().await;
    let copied = json!({ "name": "drinken.a1.toml", "text": file_text(&["brood"]) });
    let preview =
        world.post(PATH, &files(&[file(&["brood"]), copied, file(&["brood"])])).await.expect(200).json();
    let told: Vec<_> =
        preview["faults"].as_array().expect("a list").iter().map(|it| (&it["index"], &it["code"])).collect();
    assert_eq!(told, [(&json!(1), &json!("wrong-name")), (&json!(2), &json!("duplicate-file"))]);
}

#[tokio::test]
async fn hostile_files_are_faults() {
    let world = World::new().await;
    let bombs = [
        "[".repeat(250_000),
        format!("a = {}", "[".repeat(250_000)),
        format!("a = {}", "{a=".repeat(80_000)),
        format!("a{} = 1", ".a".repeat(120_000)),
        "#".repeat(256 * 1024 + 1),
        "[[word]]\n".repeat(20_000),
    ];
    for bomb in bombs {
        let preview =
            world.post(PATH, &files(&[json!({ "name": "eten.a1.toml", "text": bomb })])).await.expect(200);
        let faults = preview.json()["faults"].as_array().expect("a list").len();
        assert!((1..=200).contains(&faults), "{faults} faults");
    }
}

#[tokio::test]
async fn a_file_of_null_characters_is_refused() {
    let file = json!({ "name": "eten.a1.toml", "text": "\u{0}".repeat(1000) });
    let refused = World::new().await.post(PATH, &files(&[file])).await.expect(422).json();
    assert_eq!(refused["errors"][0]["pointer"], "/files/0/text");
    assert_eq!(refused["errors"][0]["code"], "null-character");
}

#[tokio::test]
async fn what_is_no_list_of_files_is_refused() {
    let world = World::new().await;
    let many: Vec<_> = (0..101).map(|number| json!({ "name": number.to_string(), "text": "" })).collect();
    let cases = [
        (json!({ "files": [] }), "/files", "out-of-range"),
        (json!({ "files": many }), "/files", "out-of-range"),
        (json!({ "files": [{ "name": "eten.a1.toml" }] }), "/files/0/text", "missing-field"),
        (json!({ "files": [{ "name": 1, "text": "" }] }), "/files/0/name", "wrong-type"),
        (json!({ "files": [], "force": true }), "/force", "unknown-field"),
    ];
    for (body, pointer, code) in cases {
        let refused = world.post(PATH, &body).await.expect(422).json();
        assert_eq!(
            (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
            (&json!(pointer), &json!(code))
        );
    }
}

#[tokio::test]
async fn twenty_mebibytes_are_taken_and_no_more() {
    let world = World::new().await;
    let body = |bytes: usize| {
        let padding = bytes - br#"{"files":[]}"#.len();
        format!(r#"{{"files":[]{}}}"#, " ".repeat(padding)).into_bytes()
    };
    let send = |body: Vec<u8>| {
        world
            .api
            .post(format!("/api/v2/admin{PATH}"))
            .as_(&world.editor)
            .body("application/json", body)
            .send()
    };
    let _taken = send(body(20 << 20)).await.expect(422);
    let _too_large = send(body((20 << 20) + 1)).await.expect(413);
    let _not_utf8 =
        send(b"{\"files\": [{\"name\": \"a\", \"text\": \"\xc3\x28\"}]}".to_vec()).await.expect(400);
}
