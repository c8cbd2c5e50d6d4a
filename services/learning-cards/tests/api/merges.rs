//! Words that turn out to be one, words met in more sentences, the order of the queue, and words that are wanted back.

use crate::support::{World, noun, text, word_id};
use chrono::TimeDelta;
use events::learning_cards::{WordAdded, WordRemoved};
use ids::OwnWordId;
use learning_cards::{
    commands::merge_words::finish_merges,
    domain::word::{OwnWord, Recognised},
};
use serde_json::{Value, json};
use testing::Caller;
use uuid::Uuid;

async fn merge(world: &World, student: &Caller, kept: OwnWordId, gone: OwnWordId) -> testing::Answer {
    world.put(student, &format!("/words/{kept}/merges/{gone}?sameWord=true"), &json!({})).await
}

#[tokio::test]
async fn merging_twice_is_merging_once() {
    let world = World::new().await;
    let student = Caller::student();
    let kept = world.add(&student, "brood").await;
    let gone = OwnWordId::derive(student.id().as_uuid(), "another");
    let mut other = noun("Brood");
    other["glosses"] = json!({ "fr": "pain" });
    other["tags"] = json!(["eten"]);
    other["contexts"][0]["contextId"] = json!(Uuid::from_u128(78));
    world.put(&student, &format!("/words/{gone}"), &other).await.expect(201);
    world.get(&student, "/cohorts/current").await.expect(200);
    world.judge(&student, gone, 1, "see", "good").await;

    let once = merge(&world, &student, kept, gone).await.expect(200).json();
    assert_eq!(once["glosses"], json!({ "en": "brood (en)", "fr": "pain", "ru": "brood (ru)" }));
    assert_eq!((&once["tags"], once["contexts"].as_array().map(Vec::len)), (&json!(["eten"]), Some(2)));
    assert_eq!((&once["progress"]["answers"], &once["progress"]["cyclesPassed"]), (&json!(1), &json!(1)));
    world.clock.advance(TimeDelta::minutes(1));
    let twice = merge(&world, &student, kept, gone).await.expect(200).json();
    assert_eq!(once, twice);
    world.get(&student, &format!("/words/{gone}")).await.expect(404);
    let told = world.published::<WordRemoved>().await;
    assert_eq!((told.len(), told[0].merged_into_id), (1, Some(kept)));
}

#[tokio::test]
async fn what_is_answered_to_a_word_that_is_gone_counts_for_the_one_that_stayed() {
    let world = World::new().await;
    let student = Caller::student();
    let (kept, gone) = (world.add(&student, "brood").await, world.add(&student, "broodje").await);
    world.get(&student, "/cohorts/current").await.expect(200);
    merge(&world, &student, kept, gone).await.expect(200);
    world.judge(&student, gone, 1, "see", "good").await;
    let body = world.judged("see", "good");
    world.answer(&student, gone, 1, &body).await.expect(200);
    assert_eq!(world.word(&student, kept).await["progress"]["answers"], 1);
}

#[tokio::test]
async fn a_word_stands_in_its_week_for_the_one_that_it_took_over() {
    let world = World::new().await;
    let student = Caller::student();
    let gone = world.add(&student, "broodje").await;
    world.get(&student, "/cohorts/current").await.expect(200);
    let kept = world.add(&student, "brood").await;
    merge(&world, &student, kept, gone).await.expect(200);
    assert_eq!(world.asked(&student, 1).await, [("het brood".to_owned(), "see".to_owned())]);
}

#[tokio::test]
async fn what_cannot_be_merged_is_refused() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    let ei = world.add(&student, "ei").await;
    let water = world.add(&student, "water").await;
    let itself = merge(&world, &student, brood, brood).await.expect(409).json();
    assert_eq!(itself["type"], "urn:tall:problem:word-merged-with-itself");
    let others = world.add(&Caller::student(), "brood").await;
    merge(&world, &student, brood, others).await.expect(404);
    merge(&world, &student, brood, ei).await.expect(200);
    merge(&world, &student, ei, brood).await.expect(404);
    merge(&world, &student, water, ei).await.expect(409);
    world.post(&student, &format!("/words/{ei}/restorations"), &json!({})).await.expect(409);
    world.delete(&student, &format!("/words/{water}")).await.expect(204);
    merge(&world, &student, brood, water).await.expect(404);
}

#[tokio::test]
async fn words_that_take_over_each_other_at_once_leave_one() {
    let world = World::new().await;
    let student = Caller::student();
    let (one, other) = (world.add(&student, "brood").await, world.add(&student, "broodje").await);
    let (forth, back) =
        tokio::join!(merge(&world, &student, one, other), merge(&world, &student, other, one));
    assert!([&forth, &back].iter().any(|answer| answer.status() == 200), "{forth} {back}");
    let left = world.get(&student, "/words").await.expect(200).json();
    assert_eq!(left["items"].as_array().map(Vec::len), Some(1));
    let balance = world.published::<WordAdded>().await.len() - world.published::<WordRemoved>().await.len();
    assert_eq!(balance, 1);
}

#[tokio::test]
async fn a_word_is_met_in_more_sentences() {
    let world = World::new().await;
    let student = Caller::student();
    let word = world.add(&student, "brood").await;
    let path = |n: u128| format!("/words/{word}/contexts/{}", Uuid::from_u128(n));
    let sentence = json!({ "sentence": { "text": "Wij eten brood." }, "sourceId": "text-1" });
    let added = world.put(&student, &path(1), &sentence).await.expect(201).json();
    assert_eq!(added["contexts"][1]["sentence"]["parts"], json!([{ "start": 9, "end": 14 }]));
    let again = world.put(&student, &path(1), &sentence).await.expect(200).json();
    assert_eq!(added, again);
    let another = json!({ "sentence": { "text": "Zij eten brood." } });
    world.put(&student, &path(1), &another).await.expect(409);
    world.put(&student, &path(2), &json!({ "sentence": { "text": " " } })).await.expect(422);
    for n in 2..20 {
        world.put(&student, &path(n), &another).await.expect(201);
    }
    let full = world.put(&student, &path(20), &another).await.expect(409).json();
    assert_eq!(full["type"], "urn:tall:problem:too-many-contexts");
    for _ in 0..2 {
        world.delete(&student, &path(1)).await.expect(204);
    }
    assert_eq!(world.word(&student, word).await["contexts"].as_array().map(Vec::len), Some(19));
    world.put(&student, &path(20), &another).await.expect(201);
}

async fn queue(world: &World, student: &Caller) -> Vec<String> {
    let page = world.get(student, "/words?stage=waiting&sort=queue").await.expect(200).json();
    page["items"].as_array().expect("items").iter().map(|word| text(&word["lemma"])).collect()
}

#[tokio::test]
async fn the_queue_is_in_the_order_that_the_student_wants() {
    let world = World::new().await;
    let student = Caller::student();
    for lemma in ["a", "b", "c", "d"] {
        world.add(&student, lemma).await;
    }
    let id = |lemma| word_id(&student, lemma);
    let put = async |lemma, body: Value| {
        let path = format!("/words/{}/place", word_id(&student, lemma));
        world.put(&student, &path, &body).await
    };
    assert_eq!(queue(&world, &student).await, ["d", "c", "b", "a"]);
    for (lemma, place, expected) in [
        ("a", json!({ "at": "first" }), ["a", "d", "c", "b"]),
        ("d", json!({ "at": "last" }), ["a", "c", "b", "d"]),
        ("d", json!({ "at": "before", "wordId": id("c") }), ["a", "d", "c", "b"]),
        ("b", json!({ "at": "before", "wordId": id("c") }), ["a", "d", "b", "c"]),
        ("c", json!({ "at": "before", "wordId": id("a") }), ["c", "a", "d", "b"]),
        ("b", json!({ "at": "before", "wordId": id("b") }), ["c", "a", "d", "b"]),
        ("b", json!({ "at": "before", "wordId": id("a") }), ["c", "b", "a", "d"]),
        ("d", json!({ "at": "before", "wordId": id("b") }), ["c", "d", "b", "a"]),
        ("a", json!({ "at": "before", "wordId": id("d") }), ["c", "a", "d", "b"]),
    ] {
        for _ in 0..2 {
            put(lemma, place.clone()).await.expect(200);
            assert_eq!(queue(&world, &student).await, expected, "{lemma} {place}");
        }
    }
    put("a", json!({ "at": "before" })).await.expect(422);
    put("a", json!({ "at": "first", "wordId": id("b") })).await.expect(422);
    world.get(&student, "/cohorts/current").await.expect(200);
    let under_way = put("a", json!({ "at": "first" })).await.expect(409).json();
    assert_eq!(under_way["type"], "urn:tall:problem:word-not-waiting");
}

#[tokio::test]
async fn a_leech_is_brought_back_once() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    let mut number = 0;
    let mut day = world.clock.now();
    while world.word(&student, brood).await["progress"]["stage"] != "leech" {
        assert!(number < 30, "it is never set aside");
        world.clock.set(day);
        world.get(&student, "/cohorts/current").await.expect(200);
        world.judge(&student, brood, number, "see", "again").await;
        number += 1;
        day += TimeDelta::days(1);
    }
    for _ in 0..2 {
        world.clock.advance(TimeDelta::minutes(1));
        let path = format!("/words/{brood}/rescues");
        let back = world.post(&student, &path, &json!({})).await.expect(200).json();
        assert_eq!(back["progress"]["stage"], "waiting");
    }
}

#[tokio::test]
async fn words_that_differ_are_one_only_when_the_student_says_so() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, ei) = (world.add(&student, "brood").await, world.add(&student, "ei").await);
    let verb = OwnWordId::derive(student.id().as_uuid(), "verb");
    let body = json!({ "lemma": "brood", "partOfSpeech": "verb", "glosses": { "en": "to brood" } });
    world.put(&student, &format!("/words/{verb}"), &body).await.expect(201);
    for other in [ei, verb] {
        let path = format!("/words/{brood}/merges/{other}");
        let refused = world.put(&student, &path, &json!({})).await.expect(409).json();
        assert_eq!(refused["type"], "urn:tall:problem:words-differ");
        assert_eq!(world.word(&student, other).await["progress"]["stage"], "waiting", "both are whole");
        merge(&world, &student, brood, other).await.expect(200);
        world.put(&student, &path, &json!({})).await.expect(200);
    }
}

#[tokio::test]
async fn a_merge_that_was_cut_off_between_its_writes_is_completed() {
    let world = World::new().await;
    let student = Caller::student();
    let kept = world.add(&student, "brood").await;
    let gone = OwnWordId::derive(student.id().as_uuid(), "another");
    world.put(&student, &format!("/words/{gone}"), &noun("brood")).await.expect(201);
    world.get(&student, "/cohorts/current").await.expect(200);
    world.judge(&student, gone, 1, "see", "good").await;
    // The first write, and then the process ends.
    let now = world.clock.now();
    let rule = |word: OwnWord| word.merge_into(kept, &Recognised::default(), now);
    world.app.words.change(gone, documents::Filter::any(), rule).await.expect("the store");
    assert_eq!(finish_merges(&world.app).await.expect("the store"), 0, "it may be under way");
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(finish_merges(&world.app).await.expect("the store"), 1);
    let word = world.word(&student, kept).await;
    assert_eq!((&word["progress"]["answers"], &word["progress"]["cyclesPassed"]), (&json!(1), &json!(1)));
    assert_eq!(finish_merges(&world.app).await.expect("the store"), 0);
}
