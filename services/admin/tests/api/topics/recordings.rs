use crate::support::{World, id, recording, sound, word_body};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// A topic with `brood` in it, and what the list says of it.
async fn world() -> (World, String, String) {
    let world = World::new().await;
    let topic = world.topic(1).await;
    let word = world.word(2, &topic, "brood").await;
    (world, topic, word)
}

async fn listed(world: &World, topic: &str) -> Value {
    world.get(&format!("/topics/{topic}/recordings")).await.expect(200).json()["items"].clone()
}

async fn hand_in(world: &World, topic: &str, recordings: &[Value]) -> Value {
    let body = json!({ "recordings": recordings });
    world.post(&format!("/topics/{topic}/recordings"), &body).await.expect(200).json()
}

fn effect(answer: &Value) -> &Value {
    &answer["items"][0]["effect"]
}

#[tokio::test]
async fn a_word_is_heard_once_it_is_published() {
    let (world, topic, word) = world().await;
    assert_eq!(
        listed(&world, &topic).await,
        json!([{ "itemId": word, "title": "brood", "says": "het brood" }])
    );

    let answer = hand_in(&world, &topic, &[recording(&word, "het brood", 30)]).await;
    assert_eq!(answer["counts"], json!({ "recorded": 1 }));
    let given = &answer["items"][0]["recording"];
    assert_eq!(given["voice"], json!({ "computer": "espeak-ng nl" }));
    assert_eq!(listed(&world, &topic).await[0]["recording"], *given);
    assert_eq!(world.updates().await.len(), 0, "nothing was published");

    world.publish(&word).await;
    let updates = world.updates().await;
    let [update] = updates.as_slice() else { panic!("one update: {updates:?}") };
    let events::admin::Snapshot::Word(heard) = &update.snapshot else { panic!("a word") };
    let audio = heard.audio.as_ref().expect("a recording");
    assert_eq!((json!(audio.url), audio.synthetic), (given["url"].clone(), true));

    let object = audio.url.strip_prefix("/media/").expect("below the gateway");
    assert_eq!(world.blobs.bytes(object), Some(sound(30)));
    let versions = world.get(&format!("/items/{word}/versions")).await.expect(200).json();
    assert_eq!(versions["items"][0]["recording"], *given);
}

#[tokio::test]
async fn a_recording_is_handed_in_once() {
    let (world, topic, word) = world().await;
    let body = [recording(&word, "het brood", 30)];
    assert_eq!(effect(&hand_in(&world, &topic, &body).await), "recorded");
    let etag = world.etag(&word).await;

    assert_eq!(effect(&hand_in(&world, &topic, &body).await), "unchanged");
    assert_eq!((world.etag(&word).await, world.blobs.names().len()), (etag, 1));
}

#[tokio::test]
async fn a_persons_voice_replaces_a_computers_and_the_history_shows_it() {
    let (world, topic, word) = world().await;
    let _computers = hand_in(&world, &topic, &[recording(&word, "het brood", 30)]).await;
    let mut persons = recording(&word, "het brood", 31);
    persons["voice"] = json!("person");
    assert_eq!(effect(&hand_in(&world, &topic, &[persons]).await), "recorded");

    let late = hand_in(&world, &topic, &[recording(&word, "het brood", 32)]).await;
    assert_eq!(effect(&late), "kept");
    assert_eq!(late["items"][0]["recording"]["voice"], "person");
    assert_eq!(world.blobs.names().len(), 2, "what no word takes is not stored");

    let item = world.get(&format!("/items/{word}")).await.expect(200).json();
    let told = item["history"].as_array().expect("lines").iter();
    let told: Vec<_> = told.map(|line| (line["act"].clone(), line["recording"]["voice"].clone())).collect();
    let expected = [
        (json!("created"), Value::Null),
        (json!("recorded"), json!({ "computer": "espeak-ng nl" })),
        (json!("recorded"), json!("person")),
    ];
    assert_eq!(told, expected);
    assert_eq!(item["recording"]["voice"], "person");
}

#[tokio::test]
async fn a_word_that_is_said_otherwise_now_waits_for_another_recording() {
    let (world, topic, word) = world().await;
    let _taken = hand_in(&world, &topic, &[recording(&word, "het brood", 30)]).await;
    world.publish(&word).await;

    let mut corrected = word_body(&topic, "brood");
    corrected["word"]["noun"]["articles"] = json!(["de"]);
    let etag = world.etag(&word).await;
    let _edited = world.put_seen(&format!("/items/{word}"), &etag, &corrected).await.expect(200);
    assert_eq!(
        listed(&world, &topic).await,
        json!([{ "itemId": word, "title": "brood", "says": "de brood" }])
    );
    let differences = world.get(&format!("/items/{word}/differences")).await.expect(200).json();
    let pointers: Vec<_> =
        differences["changes"].as_array().expect("a list").iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/word/noun/articles", "/recording"]);

    world.publish(&word).await;
    let update = world.updates().await.pop().expect("an update");
    let events::admin::Snapshot::Word(silent) = update.snapshot else { panic!("a word") };
    assert_eq!(silent.audio, None);
    let old = hand_in(&world, &topic, &[recording(&word, "het brood", 30)]).await;
    assert_eq!(old["items"][0]["problem"]["code"], "other-text");
}

#[tokio::test]
async fn each_recording_is_judged_by_itself() {
    let (world, topic, word) = world().await;
    let names = ["appel", "kaas", "melk", "peer", "rijst", "soep", "vis"];
    let mut words = Vec::new();
    for (number, lemma) in (3..).zip(names) {
        words.push(world.word(number, &topic, lemma).await);
    }
    let file = |word: &str, lemma: &str, bytes: &[u8]| {
        json!({
            "itemId": word, "says": format!("het {lemma}"), "voice": { "computer": "espeak-ng nl" },
            "audio": STANDARD.encode(bytes),
        })
    };
    let whole = sound(30);
    let mut broken = file(&words[0], "appel", &whole);
    broken["audio"] = json!("no base64");
    let bodies = [
        broken,
        file(&words[1], "kaas", b"<script>alert(1)</script>"),
        file(&words[2], "melk", &whole[..whole.len() - 1]),
        file(&words[3], "peer", b""),
        file(&words[4], "rijst", &vec![0xff; 300 << 10]),
        file(&words[5], "soep", &sound(400)),
        file(&id(99), "niets", &whole),
        file(&topic, "eten", &whole),
        file(&word, "brood", &whole),
    ];
    let answer = hand_in(&world, &topic, &bodies).await;
    let codes: Vec<_> =
        answer["items"].as_array().expect("a list").iter().map(|it| &it["problem"]["code"]).collect();
    let expected = [
        "not-base64",
        "not-mp3",
        "truncated",
        "empty",
        "too-large",
        "too-long",
        "unknown-word",
        "other-text",
    ];
    assert_eq!(codes[..8], expected);
    assert_eq!(answer["items"][8]["effect"], "recorded");
    assert_eq!(world.blobs.names().len(), 1);
}

#[tokio::test]
async fn what_a_request_may_not_say_is_refused_whole() {
    let (world, topic, word) = world().await;
    let path = format!("/topics/{topic}/recordings");
    let one = recording(&word, "het brood", 30);
    let mut nameless = one.clone();
    nameless["voice"] = json!({ "computer": "" });
    let cases = [
        (json!([]), "/recordings"),
        (json!([one, one]), "/recordings/1/itemId"),
        (json!([nameless]), "/recordings/0/voice/computer"),
    ];
    for (recordings, pointer) in cases {
        let refused = world.post(&path, &json!({ "recordings": recordings })).await.expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
    assert_eq!(world.blobs.names(), [""; 0]);
    let unknown = format!("/topics/{}/recordings", id(98));
    world.post(&unknown, &json!({ "recordings": [one] })).await.expect(404);
    world.get(&unknown).await.expect(404);
    world.get(&format!("/topics/{word}/recordings")).await.expect(404);
}

#[tokio::test]
async fn an_archived_word_is_neither_listed_nor_recorded() {
    let (world, topic, word) = world().await;
    world.step(&word, 50, "archive").await.expect(201);
    assert_eq!(listed(&world, &topic).await, json!([]));
    let answer = hand_in(&world, &topic, &[recording(&word, "het brood", 30)]).await;
    assert_eq!(answer["items"][0]["problem"]["code"], "archived");
}

#[tokio::test]
async fn an_import_leaves_recordings_alone() {
    use crate::support::{file, files, fresh_id};
    let world = World::new().await;
    let import = |lemmas: &[&str]| (format!("/imports/{}", fresh_id()), files(&[file(lemmas)]));
    let (path, body) = import(&["brood"]);
    let imported = world.put(&path, &body).await.expect(201).json();
    let ids = [0, 1].map(|place| imported["items"][place]["itemId"].as_str().expect("an id").to_owned());
    let [topic, word] = ids;
    let _taken = hand_in(&world, &topic, &[recording(&word, "het brood", 30)]).await;

    let (path, body) = import(&["brood", "melk"]);
    world.put(&path, &body).await.expect(201);
    let listed = listed(&world, &topic).await;
    let heard: Vec<_> =
        listed.as_array().expect("a list").iter().map(|it| it.get("recording").is_some()).collect();
    assert_eq!(heard, [true, false]);
}
