use crate::support::{World, noun, word_id};
use chrono::TimeDelta;
use events::{
    PartOfSpeech,
    learning_cards::{WordAdded, WordRemoved, WordSource},
};
use learning_cards::commands::delete_removed::delete_removed;
use serde_json::{Value, json};
use testing::Caller;

fn lemmas(page: &Value) -> Vec<&str> {
    page["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|word| word["lemma"].as_str().expect("text"))
        .collect()
}

#[tokio::test]
async fn a_word_is_added_with_where_it_was_met() {
    let world = World::new().await;
    let student = Caller::student();
    let path = format!("/words/{}", word_id(&student, "brood"));
    let word = world.put(&student, &path, &noun("brood")).await.expect(201).json();
    assert_eq!(
        (&word["headword"], &word["lemma"], &word["partOfSpeech"]),
        (&json!("het brood"), &json!("brood"), &json!("noun"))
    );
    assert_eq!(
        word["contexts"][0]["sentence"],
        json!({ "text": "Dit is het brood.", "parts": [{ "start": 11, "end": 16 }] })
    );
    assert_eq!(
        (&word["progress"]["stage"], &word["rev"], word.get("same")),
        (&json!("waiting"), &json!(1), None)
    );
    let told = world.published::<WordAdded>().await;
    assert_eq!((told.len(), told[0].user_id), (1, student.id()));
    assert_eq!((told[0].part_of_speech, told[0].source), (PartOfSpeech::Noun, WordSource::Manual));
    assert_eq!(told[0].lemma, None, "what a student types stays here");
}

#[tokio::test]
async fn a_sentence_with_another_form_of_the_word_has_its_gap() {
    let world = World::new().await;
    let student = Caller::student();
    let word = word_id(&student, "opbellen");
    let body = json!({ "lemma": "opbellen", "glosses": { "en": "to ring up" } });
    world.put(&student, &format!("/words/{word}"), &body).await.expect(201);
    let path = format!("/words/{word}/contexts/{}", uuid::Uuid::from_u128(7));
    let met = json!({ "sentence": { "text": "Zij belt haar moeder elke avond op." } });
    let first = world.put(&student, &path, &met).await.expect(201).json();
    assert_eq!(
        first["contexts"][0]["sentence"]["parts"],
        json!([{ "start": 4, "end": 8 }, { "start": 32, "end": 34 }])
    );
    assert_eq!(world.put(&student, &path, &met).await.expect(200).json(), first);
}

#[tokio::test]
async fn adding_twice_adds_once_and_is_answered_the_same() {
    let world = World::new().await;
    let student = Caller::student();
    let path = format!("/words/{}", word_id(&student, "brood"));
    let first = world.put(&student, &path, &noun("brood")).await.expect(201).json();
    world.clock.advance(TimeDelta::minutes(1));
    let again = world.put(&student, &path, &noun("brood")).await.expect(200).json();
    assert_eq!(first, again);
    assert_eq!(world.published::<WordAdded>().await.len(), 1);
    world.put(&student, &path, &noun("ei")).await.expect(409);
    world.put(&Caller::student(), &path, &noun("brood")).await.expect(409);
}

#[tokio::test]
async fn a_word_that_is_there_already_is_named() {
    let world = World::new().await;
    let student = Caller::student();
    let first = world.add(&student, "brood").await;
    world.add(&Caller::student(), "brood").await;
    let path = format!("/words/{}", word_id(&student, "another"));
    let body = json!({ "lemma": "Brood", "glosses": { "en": "bread" } });
    let answer = world.put(&student, &path, &body).await.expect(201).json();
    assert_eq!(answer["same"], json!([{ "wordId": first, "headword": "het brood" }]));

    let verb = json!({ "lemma": "brood", "partOfSpeech": "verb", "glosses": { "en": "to brood" } });
    let path = format!("/words/{}", word_id(&student, "a verb"));
    let answer = world.put(&student, &path, &verb).await.expect(201).json();
    assert_eq!(answer["same"].as_array().map(Vec::len), Some(1), "not the noun, but what may be a verb");
}

#[tokio::test]
async fn a_word_that_cannot_be_is_refused_with_its_fields() {
    let world = World::new().await;
    let student = Caller::student();
    let path = format!("/words/{}", word_id(&student, "x"));
    let mut many = noun("brood");
    many["contexts"] = (0..21)
        .map(|n| {
            json!({
        "contextId": uuid::Uuid::from_u128(n), "sentence": { "text": "Vers brood." } })
        })
        .collect();
    let context = |sentence: Value| {
        let mut word = noun("brood");
        word["contexts"][0]["sentence"] = sentence;
        word
    };
    for (body, pointer) in [
        (json!({ "lemma": "", "glosses": { "en": "x" } }), "/lemma"),
        (json!({ "lemma": "x", "glosses": {} }), "/glosses"),
        (json!({ "lemma": "x", "glosses": { "english": "x" } }), "/glosses/?"),
        (json!({ "lemma": "x", "glosses": { "en": "x" }, "tags": ["a", " "] }), "/tags/1"),
        (json!({ "lemma": "x", "glosses": { "en": "x" }, "source": { "kind": "list" } }), "/source/kind"),
        (json!({ "lemma": "x", "glosses": { "en": "x" }, "noun": { "colour": 1 } }), "/noun/colour"),
        (context(json!({ "text": "" })), "/contexts/0/sentence/text"),
        (
            context(json!({ "text": "Brood", "parts": [{ "start": 0, "end": 9 }] })),
            "/contexts/0/sentence/parts",
        ),
        (many, "/contexts"),
    ] {
        let answer = world.put(&student, &path, &body).await.expect(422).json();
        assert_eq!(answer["errors"][0]["pointer"], pointer, "{answer}");
    }
}

#[tokio::test]
async fn a_word_is_changed_by_a_merge_patch() {
    let world = World::new().await;
    let student = Caller::student();
    let id = world.add(&student, "brood").await;
    let path = format!("/words/{id}");
    let body = json!({
        "lemma": "de broodtrommel", "note": "van school", "glosses": { "ru": null, "nl": "trommel" },
        "tags": ["eten", "school"], "noun": { "articles": ["de"] },
    });
    let changed = world.patch(&student, &path, 1, &body).await.expect(200);
    assert_eq!(changed.header("etag"), Some("\"2\""));
    let changed = changed.json();
    assert_eq!((&changed["headword"], &changed["note"]), (&json!("de broodtrommel"), &json!("van school")));
    assert_eq!(changed["glosses"], json!({ "en": "brood (en)", "nl": "trommel" }));
    let cleared =
        world.patch(&student, &path, 2, &json!({ "note": null, "tags": ["school"] })).await.expect(200);
    assert_eq!((&cleared.json()["note"], &cleared.json()["tags"]), (&Value::Null, &json!(["school"])));
}

#[tokio::test]
async fn a_change_of_what_has_changed_is_refused() {
    let world = World::new().await;
    let student = Caller::student();
    let path = format!("/words/{}", world.add(&student, "brood").await);
    world.patch(&student, &path, 1, &json!({ "note": "a" })).await.expect(200);
    world.patch(&student, &path, 1, &json!({ "note": "b" })).await.expect(412);
    world.patch(&Caller::student(), &path, 2, &json!({ "note": "c" })).await.expect(404);
    let unseen = world.api.patch(format!("{}{path}", crate::support::BASE)).as_(&world.now(&student));
    unseen.json(&json!({ "note": "d" })).send().await.expect(428);
}

#[tokio::test]
async fn one_meaning_stays() {
    let world = World::new().await;
    let student = Caller::student();
    let path = format!("/words/{}", world.add(&student, "brood").await);
    let none = world.patch(&student, &path, 1, &json!({ "glosses": { "en": null, "ru": null } })).await;
    assert_eq!(none.expect(422).json()["errors"][0]["pointer"], "/glosses");
}

#[tokio::test]
async fn a_word_is_removed_and_taken_back() {
    let world = World::new().await;
    let student = Caller::student();
    let id = world.add(&student, "brood").await;
    let path = format!("/words/{id}");
    for _ in 0..2 {
        world.delete(&student, &path).await.expect(204);
        world.clock.advance(TimeDelta::minutes(1));
    }
    world.get(&student, &path).await.expect(404);
    assert_eq!(lemmas(&world.get(&student, "/words").await.expect(200).json()), Vec::<&str>::new());
    assert_eq!(world.published::<WordRemoved>().await.len(), 1);

    for _ in 0..2 {
        world.post(&student, &format!("{path}/restorations"), &json!({})).await.expect(200);
        world.clock.advance(TimeDelta::minutes(1));
    }
    assert_eq!(lemmas(&world.get(&student, "/words").await.expect(200).json()), ["brood"]);
    assert_eq!(world.published::<WordAdded>().await.len(), 2, "added, and taken back");
}

#[tokio::test]
async fn the_word_of_another_student_does_not_exist() {
    let world = World::new().await;
    let id = world.add(&Caller::student(), "brood").await;
    let other = Caller::student();
    world.get(&other, &format!("/words/{id}")).await.expect(404);
    world.delete(&other, &format!("/words/{id}")).await.expect(404);
    world.post(&other, &format!("/words/{id}/restorations"), &json!({})).await.expect(404);
}

#[tokio::test]
async fn the_list_is_sorted_filtered_and_paged() {
    let world = World::new().await;
    let student = Caller::student();
    for lemma in ["brood", "water", "ei"] {
        world.add(&student, lemma).await;
    }
    world.add(&Caller::student(), "vlees").await;
    let water = format!("/words/{}", word_id(&student, "water"));
    world.patch(&student, &water, 1, &json!({ "tags": ["drinken"] })).await.expect(200);

    for (query, expected) in [
        ("", vec!["ei", "water", "brood"]),
        ("?sort=addedAt", vec!["brood", "water", "ei"]),
        ("?sort=lemma", vec!["brood", "ei", "water"]),
        ("?sort=queue", vec!["ei", "water", "brood"]),
        ("?tag=drinken", vec!["water"]),
        ("?stage=waiting&q=bro", vec!["brood"]),
        ("?q=WATER%20en", vec!["water"]),
        ("?q=.*", vec!["ei", "water", "brood"]),
        ("?stage=leech", vec![]),
    ] {
        let page = world.get(&student, &format!("/words{query}")).await.expect(200).json();
        assert_eq!(lemmas(&page), expected, "{query}");
    }
    let first = world.get(&student, "/words?limit=2").await.expect(200).json();
    let next = first["nextCursor"].as_str().expect("more").to_owned();
    let second = world.get(&student, &format!("/words?limit=2&cursor={next}")).await.expect(200).json();
    assert_eq!((lemmas(&first), lemmas(&second)), (vec!["ei", "water"], vec!["brood"]));
    world.get(&student, &format!("/words?stage=waiting&cursor={next}")).await.expect(422);
    world.get(&Caller::student(), &format!("/words?cursor={next}")).await.expect(422);
    world.get(&student, "/words?sort=colour").await.expect(422);
}

#[tokio::test]
async fn a_removed_word_is_deleted_after_thirty_days() {
    let world = World::new().await;
    let student = Caller::student();
    let (kept, gone) = (world.add(&student, "ei").await, world.add(&student, "brood").await);
    world.delete(&student, &format!("/words/{gone}")).await.expect(204);
    world.clock.advance(TimeDelta::days(29));
    assert_eq!(delete_removed(&world.app).await.expect("the store"), 0);
    world.clock.advance(TimeDelta::days(1));
    assert_eq!(
        delete_removed(&world.app).await.expect("the store"),
        0,
        "what it tells waits to be published"
    );

    let words = world.store.database().collection::<bson::Document>("words");
    let told = bson::doc! { "$unset": { "outbox": 1, "outbox_at": 1 } };
    words.update_many(bson::doc! {}, told).await.expect("the store");
    assert_eq!(delete_removed(&world.app).await.expect("the store"), 1);
    world.post(&student, &format!("/words/{gone}/restorations"), &json!({})).await.expect(404);
    world.word(&student, kept).await;
}
