use crate::support::{World, file, file_text, files, id};
use admin::domain::{errand::Import, item::Item};
use bson::{Document, doc};
use documents::Aggregate;
use insta::assert_json_snapshot;
use mongodb::Collection;
use serde_json::{Value, json};
use std::time::Duration;
use testing::{Answer, Caller};

impl World {
    async fn import(&self, number: u32, body: &Value) -> Answer {
        self.put(&format!("/imports/{}", id(number)), body).await
    }

    fn documents<T: Aggregate>(&self) -> Collection<Document> {
        self.database().collection(T::COLLECTION)
    }

    /// What a list shows: title, status, times that it was written.
    async fn shown(&self) -> Vec<(String, String)> {
        let page = self.get("/items").await.expect(200).json();
        let items = page["items"].as_array().expect("a list").iter();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        items.map(|item| (text(&item["title"]), text(&item["status"]))).collect()
    }

    async fn item_named(&self, title: &str) -> Value {
        let page = self.get("/items").await.expect(200).json();
        let items = page["items"].as_array().expect("a list").iter();
        let found =
            items.into_iter().find(|item| item["title"] == title).expect("an item of this title").clone();
        let id = found["itemId"].as_str().expect("an id");
        self.get(&format!("/items/{id}")).await.expect(200).json()
    }
}

fn drafts(titles: &[&str]) -> Vec<(String, String)> {
    titles.iter().map(|title| ((*title).to_owned(), "draft".to_owned())).collect()
}

#[tokio::test]
async fn an_import_makes_drafts_and_tells_nobody() {
    let world = World::new().await;
    let imported = world.import(1, &files(&[file(&["brood", "kaas"])])).await;

    assert_json_snapshot!(imported, @r#"
    {
      "body": {
        "counts": {
          "new": 3
        },
        "importId": "0195a000-0000-7000-8000-000000000001",
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
          },
          {
            "effect": "new",
            "itemId": "b960bf8c-5132-5d8f-b5f1-960a749cc01b",
            "kind": "word",
            "title": "kaas"
          }
        ]
      },
      "status": 201
    }
    "#);
    assert_eq!(world.shown().await, drafts(&["Eten", "brood", "kaas"]));
    assert!(world.updates().await.is_empty());
    let word = world.item_named("brood").await;
    assert_eq!(word["history"][0]["importId"], json!(id(1)));
    assert_eq!(word["topicId"], world.item_named("Eten").await["itemId"]);
}

#[tokio::test]
async fn importing_twice_imports_once() {
    let world = World::new().await;
    let body = files(&[file(&["brood"])]);
    let first = world.import(1, &body).await.expect(201);
    world.publish(first.json()["items"][1]["itemId"].as_str().expect("an id")).await;
    let again = world.import(1, &body).await.expect(200);

    assert_eq!(again.json(), first.json());
    let word = world.item_named("brood").await;
    assert_eq!(word["status"], "published");
    assert_eq!(word["history"].as_array().expect("a list").len(), 4, "created and three steps");
}

#[tokio::test]
async fn an_id_belongs_to_one_import() {
    let world = World::new().await;
    let body = files(&[file(&["brood"])]);
    let _imported = world.import(1, &body).await.expect(201);

    let _other_files = world.import(1, &files(&[file(&["kaas"])])).await.expect(409);
    let broken = json!({ "files": [{ "name": "eten.a1.toml", "text": "" }] });
    let _broken_files = world.import(1, &broken).await.expect(409);
    let request = world.api.put(format!("/api/v2/admin/imports/{}", id(1))).as_(&Caller::educational_admin());
    let _other_editor = request.json(&body).send().await.expect(409);
    assert_eq!(world.shown().await, drafts(&["Eten", "brood"]));
}

#[tokio::test]
async fn one_fault_in_one_file_imports_nothing() {
    let world = World::new().await;
    let broken = file_text(&["brood", "kaas"])
        .replace("eten", "drinken")
        .replacen(", ru = [\"хлеб\"]", "", 1)
        .replace("lemma = \"kaas\"", "lemma = \"brood\"");
    let body = files(&[file(&["brood"]), json!({ "name": "drinken.a1.toml", "text": broken })]);

    assert_json_snapshot!(world.import(1, &body).await, { ".body.instance" => "trace" }, @r#"
    {
      "body": {
        "detail": "2 fields are refused; see `errors`.",
        "errors": [
          {
            "code": "missing",
            "message": "drinken.a1.toml:13 word[0].gloss.ru: ru is missing",
            "pointer": "/files/1/text"
          },
          {
            "code": "duplicate-lemma",
            "message": "drinken.a1.toml:17 word[1].lemma: \"brood\" stands already in line 9",
            "pointer": "/files/1/text"
          }
        ],
        "status": 422,
        "title": "Fields refused",
        "type": "urn:tall:problem:invalid-fields"
      },
      "status": 422
    }
    "#);
    assert_eq!(world.shown().await, []);
    // The id is still free: nothing was begun.
    let _imported = world.import(1, &files(&[file(&["brood"])])).await.expect(201);
}

#[tokio::test]
async fn only_what_changed_becomes_a_draft_again() {
    let world = World::new().await;
    let first = world.import(1, &files(&[file(&["brood", "kaas"])])).await.expect(201).json();
    for item in first["items"].as_array().expect("a list") {
        world.publish(item["itemId"].as_str().expect("an id")).await;
    }
    let _archived =
        world.step(first["items"][2]["itemId"].as_str().expect("an id"), 20, "archive").await.expect(201);
    let changed =
        file_text(&["brood", "kaas", "ei"]).replacen("plural = \"broden\"", "plural = \"broodjes\"", 1);
    let second = world
        .import(2, &files(&[json!({ "name": "eten.a1.toml", "text": changed })]))
        .await
        .expect(201)
        .json();

    let effects: Vec<_> =
        second["items"].as_array().expect("a list").iter().map(|it| it["effect"].clone()).collect();
    assert_eq!(effects, ["unchanged", "changed", "archived", "new"]);
    let statuses: Vec<_> = world.shown().await.into_iter().map(|(_, status)| status).collect();
    assert_eq!(statuses, ["published", "draft", "draft", "archived"], "Eten, brood, ei, kaas");
    assert_eq!(
        world.item_named("brood").await["live"],
        true,
        "students see the old version until the new one is published"
    );
}

#[tokio::test]
async fn what_was_cut_off_in_the_middle_is_finished_by_its_repeat() {
    let world = World::new().await;
    let body = files(&[file(&["brood", "kaas"])]);
    let whole = world.import(1, &body).await.expect(201);
    // As if the process had been killed before the last word: it is not there, and nobody was answered.
    world.documents::<Item>().delete_one(doc! { "title": "kaas" }).await.expect("the store");
    let forget = doc! { "$unset": { "outcome": 1 } };
    world.documents::<Import>().update_one(doc! { "_id": id(1) }, forget).await.expect("the store");
    // Meanwhile somebody went on with what was there.
    let brood = whole.json()["items"][1]["itemId"].as_str().expect("an id").to_owned();
    world.publish(&brood).await;

    let finished = world.import(1, &body).await.expect(200);
    assert_eq!(finished.json(), whole.json());
    assert_eq!(world.item_named("brood").await["status"], "published");
    assert_eq!(world.item_named("kaas").await["status"], "draft");
}

#[tokio::test]
async fn a_request_may_be_given_up_at_any_moment() {
    let world = World::new().await;
    let lemmas: Vec<_> = (0..25).map(|number| format!("woord{number}")).collect();
    let lemmas: Vec<_> = lemmas.iter().map(String::as_str).collect();
    let body = files(&[file(&lemmas)]);
    let mut finished = None;
    for millisecond in 0..500 {
        let patience = Duration::from_millis(millisecond);
        if let Ok(answer) = tokio::time::timeout(patience, world.import(1, &body)).await {
            finished = Some(answer);
            break;
        }
    }
    let finished = finished.expect("half a second is enough").json();
    assert_eq!(finished["counts"], json!({ "new": 26 }), "however many requests it took");
    assert_eq!(
        world.documents::<Item>().count_documents(doc! { "rev": 1_i64 }).await.expect("the store"),
        26
    );
}

#[tokio::test]
async fn the_same_import_twice_at_once_imports_once() {
    let world = World::new().await;
    let body = files(&[file(&["brood", "kaas", "melk"])]);
    let answers = futures::future::join_all((0..4).map(|_| world.import(1, &body))).await;

    assert!(answers.iter().all(|answer| answer.json() == answers[0].json()));
    assert_eq!(answers.iter().filter(|answer| answer.status() == 201).count(), 1);
    assert_eq!(world.documents::<Item>().count_documents(doc! { "rev": 1_i64 }).await.expect("the store"), 4);
}

#[tokio::test]
async fn an_item_with_the_id_of_another_is_not_overwritten() {
    let world = World::new().await;
    let preview = world.post("/imports/previews", &files(&[file(&["brood"])])).await.expect(200).json();
    let derived = preview["items"][0]["itemId"].as_str().expect("an id").to_owned();
    let _squatter =
        world.put(&format!("/items/{derived}"), &crate::support::topic_body("drinken")).await.expect(201);

    let _refused = world.import(1, &files(&[file(&["brood"])])).await.expect(409);
    assert_eq!(world.get(&format!("/items/{derived}")).await.json()["content"]["topic"]["slug"], "drinken");
}
