//! Devices that were offline hand in what was done.

use crate::support::{BASE, World, noun, review_id, word_id};
use chrono::{DateTime, TimeDelta, Utc};
use events::learning_cards::{WordAdded, WordReviewed};
use ids::OwnWordId;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use testing::{Answer, Caller};

/// A device: its student, its clock against ours, and what it knows.
struct Device<'a> {
    world: &'a World,
    student: &'a Caller,
    ahead: TimeDelta,
    cursor: Option<String>,
    known: BTreeMap<String, Value>,
}

impl<'a> Device<'a> {
    fn of(world: &'a World, student: &'a Caller) -> Self {
        Self { world, student, ahead: TimeDelta::zero(), cursor: None, known: BTreeMap::new() }
    }

    async fn send(&self, facts: &[Value]) -> Answer {
        let mut body = json!({ "deviceTime": self.world.clock.now() + self.ahead, "facts": facts });
        if let Some(cursor) = &self.cursor {
            body["cursor"] = json!(cursor);
        }
        let request = self.world.api.post(format!("{BASE}/sync")).as_(&self.world.now(self.student));
        request.json(&body).send().await
    }

    /// Hands in, and takes what it lacks.
    async fn sync(&mut self, facts: &[Value]) -> Value {
        let answer = self.send(facts).await.expect(200).json();
        for word in answer["words"].as_array().expect("words") {
            self.known.insert(word["wordId"].as_str().expect("an id").to_owned(), word.clone());
        }
        self.cursor = answer["cursor"].as_str().map(str::to_owned);
        answer
    }
}

fn results(answer: &Value) -> Vec<&str> {
    let results = answer["results"].as_array().expect("results");
    results.iter().map(|result| result["result"].as_str().expect("a result")).collect()
}

fn word(id: OwnWordId, lemma: &str) -> Value {
    json!({ "fact": "word", "wordId": id, "body": noun(lemma) })
}

fn review(id: OwnWordId, n: u128, asked: &str, rating: &str, at: DateTime<Utc>) -> Value {
    json!({
        "fact": "review", "id": review_id(n), "wordId": id,
        "body": { "asked": asked, "answer": { "way": "self-rated", "rating": rating }, "answeredAt": at },
    })
}

fn change(id: OwnWordId, n: u128, body: &Value, tags: &Value, at: DateTime<Utc>) -> Value {
    json!({ "fact": "change", "id": review_id(n), "wordId": id, "changedAt": at, "body": body, "tags": tags })
}

fn removal(id: OwnWordId, n: u128, at: DateTime<Utc>) -> Value {
    json!({ "fact": "removal", "id": review_id(n), "wordId": id, "removedAt": at })
}

fn restoration(id: OwnWordId, n: u128, at: DateTime<Utc>) -> Value {
    json!({ "fact": "restoration", "id": review_id(n), "wordId": id, "restoredAt": at })
}

#[tokio::test]
async fn each_fact_is_judged_by_itself() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, ei) = (world.add(&student, "brood").await, word_id(&student, "ei"));
    let theirs = world.add(&Caller::student(), "brood").await;
    world.get(&student, "/cohorts/current").await.expect(200);
    let now = world.clock.now();
    let good = review(brood, 1, "see", "good", now);
    let mut long = review(brood, 3, "see", "good", now);
    long["body"]["answer"] = json!({ "way": "typed", "text": "x".repeat(10_000) });
    let facts = [
        good.clone(),
        review(theirs, 2, "see", "good", now),
        long,
        review(brood, 1, "see", "again", now),
        json!({ "fact": "poem", "id": review_id(5), "lines": 4 }),
        json!(7),
        good,
        // It is added by the fact that follows.
        change(ei, 8, &json!({ "note": "van de kip" }), &json!({}), now),
        word(ei, "ei"),
        change(brood, 9, &json!({ "tags": ["eten"] }), &json!({}), now),
    ];
    let answer = Device::of(&world, &student).sync(&facts).await;
    assert_eq!(
        results(&answer),
        [
            "applied",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "duplicate",
            "applied",
            "applied",
            "rejected"
        ]
    );
    let problem = |n: usize| answer["results"][n]["problem"]["type"].as_str().unwrap_or_default().to_owned();
    assert_eq!(problem(1), "urn:tall:problem:not-found");
    assert_eq!(answer["results"][2]["problem"]["errors"][0]["pointer"], "/body/answer/text");
    assert_eq!(problem(3), "urn:tall:problem:review-id-in-use");
    assert_eq!(answer["results"][5].get("id"), None);
    assert_eq!(answer["results"][9]["problem"]["errors"][0]["code"], "one-by-one");
    assert_eq!(world.published::<WordReviewed>().await.len(), 1);
    assert_eq!(world.word(&student, ei).await["note"], "van de kip");
}

#[tokio::test]
async fn a_batch_that_is_sent_again_counts_once() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, ei) = (world.add(&student, "brood").await, word_id(&student, "ei"));
    world.get(&student, "/cohorts/current").await.expect(200);
    let now = world.clock.now();
    let facts = [
        review(brood, 1, "see", "good", now),
        word(ei, "ei"),
        change(ei, 2, &json!({ "note": "x" }), &json!({ "eten": true }), now),
        removal(brood, 3, now),
    ];
    let mut device = Device::of(&world, &student);
    assert_eq!(results(&device.sync(&facts).await), ["applied"; 4]);
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(results(&device.sync(&facts).await), ["duplicate"; 4]);
    assert_eq!(world.published::<WordAdded>().await.len(), 2);
}

#[tokio::test]
async fn two_devices_that_were_offline_agree_afterwards() {
    let mut ends = Vec::new();
    for phone_first in [true, false] {
        let world = World::new().await;
        let student = Caller::student();
        let (brood, ei) = (world.add(&student, "brood").await, world.add(&student, "ei").await);
        world.get(&student, "/cohorts/current").await.expect(200);
        let began = world.clock.now();
        world.clock.advance(TimeDelta::days(5));
        let at = |hours: i64| began + TimeDelta::hours(hours);
        let phone = [
            review(brood, 1, "see", "good", at(1)),
            review(brood, 2, "write", "good", at(73)),
            change(brood, 3, &json!({ "note": "van de phone" }), &json!({ "a": true, "b": false }), at(10)),
            removal(ei, 4, at(1)),
            removal(ei, 5, at(30)),
        ];
        let desk = [
            review(brood, 11, "recall", "good", at(25)),
            change(
                brood,
                13,
                &json!({ "note": "van de desk", "ipa": "broːt" }),
                &json!({ "b": true }),
                at(9),
            ),
            restoration(ei, 14, at(20)),
            review(ei, 15, "see", "again", at(2)),
        ];
        let (mut one, mut other) = (Device::of(&world, &student), Device::of(&world, &student));
        let (first, second) = if phone_first { (&phone[..], &desk[..]) } else { (&desk[..], &phone[..]) };
        assert!(!results(&one.sync(first).await).contains(&"rejected"));
        assert!(!results(&other.sync(second).await).contains(&"rejected"));
        one.sync(&[]).await;
        other.sync(&[]).await;
        assert_eq!(one.known, other.known, "both know the same");
        let mut words: Vec<Value> = one.known.into_values().collect();
        for word in &mut words {
            let word = word.as_object_mut().expect("a word");
            ["wordId", "rev", "changedAt"].iter().for_each(|name| drop(word.remove(*name)));
        }
        words.sort_by_key(|word| word["lemma"].to_string());
        ends.push(words);
    }
    assert_eq!(ends[0], ends[1], "in whatever order they came back");
    let [brood, ei] = [&ends[0][0], &ends[0][1]];
    assert_eq!((&brood["note"], &brood["ipa"]), (&json!("van de phone"), &json!("broːt")));
    assert_eq!((&brood["tags"], &brood["progress"]["cyclesPassed"]), (&json!(["a"]), &json!(3)));
    assert!(ei.get("removedAt").is_some(), "the last that was said of it");
}

#[tokio::test]
async fn a_clock_that_is_wrong_by_hours_is_put_right_and_reported() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    world.get(&student, "/cohorts/current").await.expect(200);
    world.clock.advance(TimeDelta::hours(1));
    let mut device = Device::of(&world, &student);
    device.ahead = TimeDelta::hours(3);
    let told = world.clock.now() + TimeDelta::hours(3) - TimeDelta::minutes(30);
    let fact = review(brood, 1, "see", "good", told);
    let answer = device.sync(std::slice::from_ref(&fact)).await;
    assert_eq!(answer["clockBehindMs"], -3 * 60 * 60 * 1000);
    let counted =
        (world.clock.now() - TimeDelta::minutes(30)).to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    assert_eq!(answer["results"][0]["countedAt"], counted);
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(results(&device.sync(&[fact]).await), ["duplicate"]);
}

#[tokio::test]
async fn a_device_is_told_what_it_lacks_and_no_more() {
    let world = World::new().await;
    let student = Caller::student();
    let mut device = Device::of(&world, &student);
    world.add(&student, "brood").await;
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(device.sync(&[]).await["words"].as_array().map(Vec::len), Some(1));
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(device.sync(&[]).await["words"], json!([]));
    let ei = world.add(&student, "ei").await;
    let lacked = device.sync(&[]).await;
    assert_eq!((&lacked["words"][0]["wordId"], &lacked["more"]), (&json!(ei), &json!(false)));
    world.clock.advance(TimeDelta::minutes(1));
    world.delete(&student, &format!("/words/{ei}")).await.expect(204);
    assert!(device.sync(&[]).await["words"][0].get("removedAt").is_some(), "what is gone is told too");
    assert_eq!(Device::of(&world, &Caller::student()).sync(&[]).await["words"], json!([]));
}

#[tokio::test]
async fn much_that_is_lacked_comes_in_parts() {
    let world = World::new().await;
    let student = Caller::student();
    let facts: Vec<_> =
        (0..501).map(|n| word(word_id(&student, &format!("{n}")), &format!("woord{n}"))).collect();
    let mut phone = Device::of(&world, &student);
    for part in facts.chunks(500) {
        assert!(results(&phone.sync(part).await).iter().all(|result| *result == "applied"));
    }
    world.clock.advance(TimeDelta::minutes(1));
    let mut desk = Device::of(&world, &student);
    assert_eq!(desk.sync(&[]).await["more"], true);
    assert_eq!(desk.sync(&[]).await["more"], false);
    assert_eq!(desk.known.len(), 501);
}

#[tokio::test]
async fn too_much_at_once_and_a_cursor_of_another_are_refused() {
    let world = World::new().await;
    let student = Caller::student();
    let refused = Device::of(&world, &student).send(&vec![json!({}); 501]).await.expect(422).json();
    assert_eq!(refused["errors"][0]["pointer"], "/facts");
    let mut device = Device::of(&world, &student);
    device.sync(&[]).await;
    let other = Caller::student();
    let thief = Device { cursor: device.cursor.clone(), ..Device::of(&world, &other) };
    thief.send(&[]).await.expect(422);
}
