//! What no client of ours sends, and what may come of it all the same. Files that mean no good: [`super::imports`].

use crate::support::{World, noun, text, word_id};
use bson::{Document, doc};
use events::learning_cards::WordReviewed;
use mongodb::Collection;
use serde_json::{Value, json};
use testing::{Caller, assert_mistakes_lie_within, odd_texts};
use uuid::Uuid;

#[tokio::test]
async fn whatever_is_typed_is_judged_and_its_mistakes_lie_within_it() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    world.get(&student, "/cohorts/current").await.expect(200);
    world.answer(&student, brood, 0, &world.typed("see", "het\0brood")).await.expect(422);
    let odd = odd_texts();
    for (n, given) in (1..).zip(&odd) {
        let body = world.typed("see", given);
        let answer = world.answer(&student, brood, n, &body).await.expect(201).json();
        assert_mistakes_lie_within(&answer, given);
        assert_eq!(world.answer(&student, brood, n, &body).await.expect(200).json(), answer, "{given:?}");
    }
    assert_eq!(world.published::<WordReviewed>().await.len(), odd.len());
}

#[tokio::test]
async fn a_word_in_any_script_is_kept_or_refused_and_breaks_nothing() {
    let world = World::new().await;
    let student = Caller::student();
    for given in odd_texts().into_iter().chain(["het\0brood".to_owned()]) {
        let mut body = noun("brood");
        body["lemma"] = json!(given);
        let id = word_id(&student, &given);
        let status = world.put(&student, &format!("/words/{id}"), &body).await.status();
        assert!([201, 422].contains(&status.as_u16()), "{status} {given:?}");
    }
    let page = world.get(&student, "/words?limit=200").await.expect(200).json();
    let lemmas: Vec<String> =
        page["items"].as_array().expect("items").iter().map(|word| text(&word["lemma"])).collect();
    assert!(
        lemmas.iter().any(|lemma| lemma == "хлеб") && lemmas.iter().any(|lemma| lemma == "面包"),
        "{lemmas:?}"
    );
    assert!(lemmas.iter().all(|lemma| !lemma.contains('\u{0}')), "{lemmas:?}");
    world.get(&student, "/cohorts/current").await.expect(200);
    world.arrange(&student, 1, &json!({})).await;
}

#[tokio::test]
async fn the_review_id_of_another_student_is_free() {
    let world = World::new().await;
    for student in [Caller::student(), Caller::student()] {
        let brood = world.add(&student, "brood").await;
        world.get(&student, "/cohorts/current").await.expect(200);
        world.judge(&student, brood, 1, "see", "good").await;
    }
    assert_eq!(world.published::<WordReviewed>().await.len(), 2);
}

#[tokio::test]
async fn a_word_that_never_was_cannot_be_answered() {
    let world = World::new().await;
    let student = Caller::student();
    let unknown = word_id(&student, "eenhoorn");
    world.answer(&student, unknown, 1, &world.judged("see", "good")).await.expect(404);
    assert_eq!(world.published::<WordReviewed>().await, []);
}

/// One word, so many times over, each of another lemma, the later ones at the end of the queue.
async fn many_words(world: &World, student: &Caller, count: u128) {
    world.add(student, "brood").await;
    let words: Collection<Document> = world.store.database().collection("words");
    let mut word = words.find_one(doc! {}).await.expect("the store").expect("a word");
    word.remove("outbox");
    word.remove("outbox_at");
    let (key, rank) = (word.get_str("key").expect("a key").to_owned(), word.get_i64("rank").expect("a rank"));
    let numbers: Vec<u128> = (1..=count).collect();
    for part in numbers.chunks(5_000) {
        let copies = part.iter().map(|number| {
            let mut copy = word.clone();
            let behind = i64::try_from(*number).expect("small");
            copy.extend(doc! {
                "_id": Uuid::from_u128(*number).to_string(), "key": format!("{key}{number}"), "rank": rank + behind,
            });
            copy
        });
        words.insert_many(copies).await.expect("the store");
    }
}

#[tokio::test]
async fn a_student_with_a_hundred_thousand_words_is_served_as_any_other() {
    const WORDS: u128 = 100_000;
    let world = World::new().await;
    let student = Caller::student();
    many_words(&world, &student, WORDS).await;
    let cohort = world.get(&student, "/cohorts/current").await.expect(200).json();
    assert_eq!(cohort["words"].as_array().map(Vec::len), Some(20), "a week is as long as any other");
    let session = world.arrange(&student, 1, &json!({})).await;
    assert_eq!(session["words"].as_array().map(Vec::len), Some(20));
    let page = world.get(&student, "/words?limit=200").await.expect(200).json();
    assert_eq!(page["items"].as_array().map(Vec::len), Some(200));
    let along: Value = world.get(&student, "/offline?days=14").await.expect(200).json();
    assert!(along["words"].as_array().is_some_and(|words| words.len() >= 20));
    world.get(&student, "/statistics").await.expect(200);
    world.add(&student, "water").await;
    let told = json!({ "deviceTime": world.clock.now(), "facts": [] });
    let lacked = world.post(&student, "/sync", &told).await.expect(200).json();
    assert!(lacked["words"].as_array().is_some_and(|words| (1..=1_000).contains(&words.len())), "in parts");
}
