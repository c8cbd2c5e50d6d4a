//! Devices that were offline hand in what was done.

use crate::support::{BASE, World, card, full_word, review_id, topic, topic_id, word_id};
use chrono::{DateTime, TimeDelta, Utc};
use events::thematic_cards::{CardKind, CardReviewed};
use serde_json::{Value, json};
use testing::{Answer, Caller};

/// A device: its student, its clock against ours, and what it knows.
struct Device<'a> {
    world: &'a World,
    student: &'a Caller,
    ahead: TimeDelta,
    cursor: Option<String>,
    known: std::collections::BTreeMap<String, Value>,
}

impl<'a> Device<'a> {
    fn of(world: &'a World, student: &'a Caller) -> Self {
        Self { world, student, ahead: TimeDelta::zero(), cursor: None, known: Default::default() }
    }

    async fn send(&self, facts: &[Value]) -> Answer {
        let mut body = json!({ "deviceTime": self.world.clock.now() + self.ahead, "facts": facts });
        if let Some(cursor) = &self.cursor {
            body["cursor"] = json!(cursor);
        }
        let request = self.world.api.post(format!("{BASE}/sync")).as_(&self.world.today(self.student));
        request.json(&body).send().await
    }

    /// Hands in, and takes what it lacks.
    async fn sync(&mut self, facts: &[Value]) -> Value {
        let answer = self.send(facts).await.expect(200).json();
        for card in answer["cards"].as_array().expect("cards") {
            self.known.insert(card["cardId"].as_str().expect("an id").to_owned(), card.clone());
        }
        self.cursor = answer["cursor"].as_str().map(str::to_owned);
        answer
    }
}

fn results(answer: &Value) -> Vec<&str> {
    let results = answer["results"].as_array().expect("results");
    results.iter().map(|result| result["result"].as_str().expect("a result")).collect()
}

fn review(student: &Caller, n: u128, lemma: &str, rating: &str, at: DateTime<Utc>) -> Value {
    json!({
        "fact": "review",
        "id": review_id(n),
        "cardId": card(student, lemma, CardKind::Recall),
        "body": {
            "wordId": word_id(lemma), "kind": "recall", "answer": { "way": "self-rated", "rating": rating },
            "answeredAt": at,
        },
    })
}

fn undo(student: &Caller, n: u128, lemma: &str, of: u128, at: DateTime<Utc>) -> Value {
    json!({
        "fact": "undo",
        "id": review_id(n),
        "cardId": card(student, lemma, CardKind::Recall),
        "body": { "wordId": word_id(lemma), "kind": "recall", "reviewId": review_id(of), "undoneAt": at },
    })
}

fn mark(student: &Caller, n: u128, lemma: &str, mark: &str, at: DateTime<Utc>) -> Value {
    json!({
        "fact": "mark",
        "id": review_id(n),
        "cardId": card(student, lemma, CardKind::Recall),
        "body": { "wordId": word_id(lemma), "kind": "recall", "mark": mark, "markedAt": at },
    })
}

#[tokio::test]
async fn each_fact_is_judged_by_itself() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    let now = world.clock.now();
    let mut device = Device::of(&world, &student);
    let good = review(&student, 1, "brood", "good", now);
    let mut of_another = review(&Caller::student(), 2, "brood", "good", now);
    of_another["cardId"] = json!(card(&Caller::student(), "brood", CardKind::Recall));
    let mut long = review(&student, 3, "water", "good", now);
    long["body"]["answer"] = json!({ "way": "typed", "text": "x".repeat(10_000) });
    let clash = review(&student, 1, "brood", "again", now);
    let odd = json!({ "fact": "poem", "id": review_id(5), "lines": 4 });
    let answer = device.sync(&[good.clone(), of_another, long, clash, odd, json!(7), good]).await;
    assert_eq!(
        results(&answer),
        ["applied", "rejected", "rejected", "rejected", "rejected", "rejected", "duplicate"]
    );
    let problem = |n: usize| answer["results"][n]["problem"]["type"].as_str().unwrap_or_default().to_owned();
    assert_eq!(problem(1), "urn:tall:problem:not-found");
    assert_eq!(answer["results"][2]["problem"]["errors"][0]["pointer"], "/answer/text");
    assert_eq!(problem(3), "urn:tall:problem:review-id-in-use");
    assert_eq!(
        (&answer["results"][4]["id"], problem(4)),
        (&json!(review_id(5)), "urn:tall:problem:invalid-fields".into())
    );
    assert_eq!(answer["results"][5].get("id"), None);
    assert_eq!(world.published::<CardReviewed>().await.len(), 1);
}

#[tokio::test]
async fn a_batch_that_is_sent_again_counts_once() {
    let world = World::with_words(&["brood", "water", "ei"]).await;
    let student = Caller::student();
    let now = world.clock.now();
    let facts: Vec<_> = (1..)
        .zip(["brood", "water", "ei"])
        .map(|(n, lemma)| review(&student, n, lemma, "good", now))
        .collect();
    let mut device = Device::of(&world, &student);
    assert_eq!(results(&device.sync(&facts).await), ["applied"; 3]);
    assert_eq!(results(&device.sync(&facts).await), ["duplicate"; 3]);
    assert_eq!(world.published::<CardReviewed>().await.len(), 3);
}

#[tokio::test]
async fn two_devices_that_were_offline_agree_afterwards() {
    let world = World::with_words(&["brood", "water", "ei"]).await;
    let student = Caller::student();
    let began = world.clock.now();
    world.clock.advance(TimeDelta::days(6));
    let at = |hours: i64| began + TimeDelta::hours(hours);
    let phone = [
        review(&student, 1, "brood", "good", at(1)),
        review(&student, 2, "brood", "easy", at(30)),
        review(&student, 3, "water", "again", at(2)),
        mark(&student, 4, "ei", "suspended", at(3)),
    ];
    let desk = [
        review(&student, 11, "brood", "again", at(20)),
        undo(&student, 12, "water", 3, at(4)),
        review(&student, 13, "water", "easy", at(50)),
        mark(&student, 14, "ei", "resumed", at(2)),
        review(&student, 15, "ei", "good", at(1)),
    ];
    let mut ends = Vec::new();
    for (first, second) in [(&phone[..], &desk[..]), (&desk[..], &phone[..])] {
        // Another student with the same days, whose devices come back in the other order.
        let same = Caller::student();
        let theirs = |facts: &[Value]| -> Vec<Value> {
            let text = serde_json::to_string(facts).expect("facts");
            let text = ["brood", "water", "ei"].iter().fold(text, |text, lemma| {
                let card = |who: &Caller| card(who, lemma, CardKind::Recall).to_string();
                text.replace(&card(&student), &card(&same))
            });
            serde_json::from_str(&text).expect("facts")
        };
        let (mut one, mut other) = (Device::of(&world, &same), Device::of(&world, &same));
        assert!(!results(&one.sync(&theirs(first)).await).contains(&"rejected"));
        assert!(!results(&other.sync(&theirs(second)).await).contains(&"rejected"));
        one.sync(&[]).await;
        other.sync(&[]).await;
        assert_eq!(one.known, other.known, "both know the same");
        let mut states: Vec<Value> = one.known.into_values().collect();
        for state in &mut states {
            // Of a new card each student has another one, and days are spread by card.
            let state = state.as_object_mut().expect("a state");
            ["cardId", "dueAt", "intervalDays"].iter().for_each(|name| drop(state.remove(*name)));
        }
        states.sort_by_key(|state| state["wordId"].to_string());
        ends.push(states);
    }
    assert_eq!(ends[0], ends[1], "in whatever order they came back");
    let suspended = ends[0].iter().filter(|state| state["setAside"] == "suspended").count();
    assert_eq!((ends[0].len(), suspended), (3, 1));
}

#[tokio::test]
async fn a_clock_that_is_wrong_by_hours_is_put_right_and_reported() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let mut device = Device::of(&world, &student);
    device.ahead = TimeDelta::hours(3);
    let told = world.clock.now() + TimeDelta::hours(3) - TimeDelta::minutes(30);
    let answer = device.sync(&[review(&student, 1, "brood", "good", told)]).await;
    assert_eq!(answer["clockBehindMs"], -3 * 60 * 60 * 1000);
    assert_eq!(answer["results"][0]["countedAt"], "2025-03-03T08:30:00.000Z");
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(results(&device.sync(&[review(&student, 1, "brood", "good", told)]).await), ["duplicate"]);
}

#[tokio::test]
async fn answers_of_1970_and_of_the_future_count_within_bounds() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    let mut device = Device::of(&world, &student);
    let epoch = DateTime::UNIX_EPOCH;
    let future = world.clock.now() + TimeDelta::days(3000);
    let facts = [review(&student, 1, "brood", "good", epoch), review(&student, 2, "water", "good", future)];
    let answer = device.sync(&facts).await;
    assert_eq!(answer.get("clockBehindMs"), None, "the clock is right, the facts are odd");
    assert_eq!(answer["results"][0]["countedAt"], "2024-09-04T09:00:00.000Z");
    assert_eq!(answer["results"][1]["countedAt"], "2025-03-03T09:00:00.000Z");
}

#[tokio::test]
async fn a_device_is_told_what_it_lacks_and_no_more() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    let mut device = Device::of(&world, &student);
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(device.sync(&[]).await["cards"].as_array().map(Vec::len), Some(1));
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(device.sync(&[]).await["cards"], json!([]));
    world.rate(&student, "water", CardKind::Recall, 2, "good").await.expect(201);
    let lacked = device.sync(&[]).await;
    assert_eq!((&lacked["cards"][0]["wordId"], &lacked["more"]), (&json!(word_id("water")), &json!(false)));
    assert_eq!(Device::of(&world, &Caller::student()).sync(&[]).await["cards"], json!([]));
}

#[tokio::test]
async fn much_that_is_lacked_comes_in_parts() {
    let lemmas: Vec<String> = (0..520).map(|n| format!("woord{n}")).collect();
    let world = World::with_words(&lemmas.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let student = Caller::student();
    let now = world.clock.now();
    let mut phone = Device::of(&world, &student);
    for part in lemmas.chunks(500) {
        let facts: Vec<_> = part
            .iter()
            .map(|lemma| review(&student, word_id(lemma).as_uuid().as_u128(), lemma, "good", now))
            .collect();
        assert!(results(&phone.sync(&facts).await).iter().all(|result| *result == "applied"));
    }
    world.clock.advance(TimeDelta::minutes(1));
    let mut desk = Device::of(&world, &student);
    assert_eq!(desk.sync(&[]).await["more"], true);
    assert_eq!(desk.sync(&[]).await["more"], false);
    assert_eq!(desk.known.len(), 520);
}

#[tokio::test]
async fn too_much_at_once_and_a_cursor_of_another_are_refused() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let many = vec![json!({}); 501];
    let refused = Device::of(&world, &student).send(&many).await.expect(422).json();
    assert_eq!(refused["errors"][0]["pointer"], "/facts");
    let mut device = Device::of(&world, &student);
    device.sync(&[]).await;
    let other = Caller::student();
    let thief = Device { cursor: device.cursor.clone(), ..Device::of(&world, &other) };
    thief.send(&[]).await.expect(422);
}

#[tokio::test]
async fn what_is_taken_along_is_what_returns_and_what_is_new() {
    let world = World::new().await;
    world.publish(topic(1)).await;
    for lemma in ["brood", "water", "ei", "sap"] {
        world.publish(full_word(lemma)).await;
    }
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.rate(&student, "water", CardKind::Recall, 2, "easy").await.expect(201);
    let along = world.get(&student, "/offline?days=2").await;
    assert_eq!(
        along["scheduler"],
        json!({
            "algorithm": "fsrs-6", "parameters": 0, "desiredRetention": 0.9, "week": [100, 100, 100, 100, 100, 100, 100],
        })
    );
    let cards: Vec<_> = along["cards"]
        .as_array()
        .expect("cards")
        .iter()
        .map(|card| (card["card"]["word"]["lemma"].as_str().expect("a lemma"), card.get("state").is_some()))
        .collect();
    assert_eq!(cards[0], ("brood", true), "it returns in ten minutes");
    // Water returns later; tomorrow it and brood are asked the other way round.
    let mut new: Vec<_> = cards[1..].to_vec();
    new.sort_unstable();
    assert_eq!(new, [("brood", false), ("ei", false), ("sap", false), ("water", false)]);
    let all = along["cards"].as_array().expect("cards");
    let resting = all.iter().filter(|card| card.get("notBefore").is_some());
    let mut resting: Vec<_> =
        resting.map(|card| (&card["card"]["word"]["lemma"], &card["newWord"])).collect();
    resting.sort_unstable_by_key(|(lemma, _)| lemma.as_str());
    assert_eq!(
        resting,
        [(&json!("brood"), &json!(false)), (&json!("water"), &json!(false))],
        "until tomorrow"
    );
    assert_eq!(along["cards"][0]["state"]["step"], 1);
    assert_eq!(
        (&along["metToday"], along.get("exam")),
        (&json!({ "day": "2025-03-03", "words": 2, "kinds": 0 }), None)
    );
    world.api.get(format!("{BASE}/offline?days=15")).as_(&student).send().await.expect(422);
}

#[tokio::test]
async fn an_exam_is_taken_along_with_what_of_it_is_unseen() {
    let world = World::new().await;
    world.publish(topic(1)).await;
    for lemma in ["brood", "water", "ei"] {
        world.publish(full_word(lemma)).await;
    }
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recognition, 1, "good").await.expect(201);
    let exam = json!({ "on": "2025-03-05", "topics": [topic_id()] });
    let settings = world.api.patch(format!("{BASE}/settings")).as_(&student).header("if-match", "\"0\"");
    settings.json(&json!({ "exam": exam, "newWords": 1 })).send().await.expect(200);

    let along = world.get(&student, "/offline?days=2").await;

    assert_eq!(along["exam"], json!({ "on": "2025-03-05", "unseen": 3, "metToday": 1 }));
    let cards = along["cards"].as_array().expect("cards");
    let told: Vec<_> = cards.iter().map(|card| (&card["newWord"], &card["ofExam"])).collect();
    assert_eq!(
        told,
        [(&json!(false), &json!(true)), (&json!(true), &json!(true)), (&json!(true), &json!(true))]
    );
    world.clock.advance(TimeDelta::days(2));
    assert_eq!(world.get(&student, "/offline?days=2").await.get("exam"), None, "it is today");
}
