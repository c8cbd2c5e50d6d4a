//! What a device takes along, and what comes of it afterwards.

use crate::support::{BASE, World, noun, review_id, word_id};
use serde_json::{Value, json};
use testing::Caller;

fn lemmas(package: &Value) -> Vec<&str> {
    let words = package["words"].as_array().expect("words").iter();
    words.map(|word| word["word"]["lemma"].as_str().expect("a lemma")).collect()
}

async fn package(world: &World, student: &Caller, days: u32) -> Value {
    world.get(student, &format!("/offline?days={days}")).await.expect(200).json()
}

#[tokio::test]
async fn the_week_comes_along_with_all_that_asking_its_words_takes() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    let along = package(&world, &student, 3).await;
    assert_eq!(
        along["scheduler"],
        json!({
            "algorithm": "cohort/1", "cycleDays": [1, 2, 4, 6], "echoGaps": [1, 2, 4, 8],
            "mostReturns": 3, "leechLapses": 8,
        })
    );
    assert_eq!(along["zone"], "Europe/Amsterdam");
    assert!(along.get("language").is_none(), "none was chosen");
    assert_eq!((&along["cohort"]["week"], &along["cohort"]["newWords"]), (&json!("2025-W10"), &json!(1)));
    let word = &along["words"][0];
    assert_eq!(word["word"]["wordId"], json!(brood));
    assert_eq!(
        word["word"]["progress"]["run"],
        json!({ "week": "2025-W10", "from": "2025-03-03", "passedBefore": 0 })
    );
    let asked: Vec<&Value> =
        word["questions"].as_array().expect("questions").iter().map(|question| &question["asked"]).collect();
    assert_eq!(asked, ["see", "recall", "write", "use", "echo"]);
    assert_eq!(word["questions"][2]["expected"], json!({ "word": "het brood", "plural": "brooden" }));
    assert_eq!(word["questions"][3]["prompt"], "Dit is het ….");
    assert_eq!(word.get("notBefore"), None);

    world.judge(&student, brood, 1, "see", "again").await;
    let along = package(&world, &student, 3).await;
    assert_eq!(
        along["words"][0]["word"]["progress"]["tried"],
        json!({ "day": "2025-03-03", "asked": "see", "correct": false, "returns": 0, "again": true })
    );
}

#[tokio::test]
async fn what_comes_with_the_weeks_after_it_comes_along_and_waits_for_them() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    world.graduate(&student, brood).await;
    world.add(&student, "water").await;
    assert_eq!(lemmas(&package(&world, &student, 2).await), [""; 0], "the echo is due from Monday on");
    let along = package(&world, &student, 3).await;
    assert_eq!(lemmas(&along), ["brood"], "Saturday to Monday; what waits in the queue stays at home");
    assert_eq!(along["words"][0]["notBefore"], "2025-03-10T03:00:00.000Z");
    assert_eq!(along["words"][0]["word"]["progress"]["echoFrom"], "2025-W11");
}

#[tokio::test]
async fn the_cursor_of_the_package_tells_only_what_changed_since() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    world.get(&student, "/cohorts/current").await.expect(200);
    world.go_to("2025-03-04");
    let along = package(&world, &student, 3).await;
    world.go_to("2025-03-05");
    let fact = json!({
        "fact": "review", "id": review_id(1), "wordId": brood,
        "body": {
            "asked": "see", "answer": { "way": "self-rated", "rating": "good" },
            "answeredAt": "2025-03-04T12:00:00Z",
        },
    });
    let hand_in = |facts: Value, cursor: &Value| {
        let body = json!({ "deviceTime": world.clock.now(), "facts": facts, "cursor": cursor });
        let world = world.clone();
        let student = student.clone();
        async move { world.post(&student, "/sync", &body).await.expect(200).json() }
    };
    let nothing = hand_in(json!([]), &along["cursor"]).await;
    assert_eq!(nothing["words"], json!([]), "the package has the rest");
    let answer = hand_in(json!([fact]), &along["cursor"]).await;
    assert_eq!(answer["results"][0]["result"], "applied");
    assert_eq!(answer["words"][0]["progress"]["cyclesPassed"], 1, "passed on the day of the answer");
}

#[tokio::test]
async fn nobody_takes_what_is_not_theirs_or_packs_for_a_month() {
    let world = World::new().await;
    let student = Caller::student();
    world.put(&student, &format!("/words/{}", word_id(&student, "brood")), &noun("brood")).await.expect(201);
    assert_eq!(package(&world, &Caller::student(), 14).await["words"], json!([]));
    for days in ["0", "15", "x"] {
        let path = format!("{BASE}/offline?days={days}");
        let refused = world.api.get(path).as_(&world.now(&student)).send().await;
        refused.expect(422);
    }
}
