use crate::support::World;
use serde_json::{Value, json};
use testing::Caller;

#[tokio::test]
async fn weeks_tell_what_was_met_graduated_and_remembered() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, ei) = (world.add(&student, "brood").await, world.add(&student, "ei").await);
    world.graduate(&student, brood).await;
    world.judge(&student, ei, 1, "see", "good").await;
    world.add(&student, "sap").await;
    let told = world.get(&student, "/statistics").await.expect(200).json();
    assert_eq!(
        told["weeks"],
        json!([{
            "week": "2025-W10", "met": 2, "graduated": 1, "setAside": 0, "echoesPassed": 0, "echoesForgotten": 0,
        }]),
        "of the week under way, what was done so far"
    );

    world.go_to("2025-03-11");
    world.get(&student, "/cohorts/current").await.expect(200);
    world.judge(&student, brood, 2, "echo", "again").await;
    world.judge(&student, ei, 3, "recall", "again").await;
    let told = world.get(&student, "/statistics").await.expect(200).json();
    let [first, second] = [&told["weeks"][0], &told["weeks"][1]];
    assert_eq!(
        (&first["week"], &first["met"], &first["graduated"]),
        (&json!("2025-W10"), &json!(2), &json!(1))
    );
    assert_eq!(
        second,
        &json!({
            "week": "2025-W11", "met": 0, "graduated": 0, "setAside": 0, "echoesPassed": 0, "echoesForgotten": 1,
            "trueRetention": 0.0,
        })
    );
    assert_eq!((&told["lately"]["met"], &told["lately"]["trueRetention"]), (&json!(2), &json!(0.0)));
    assert_eq!(
        told["words"],
        json!({
            "waiting": 0, "learning": 3, "graduated": 0, "known": 0, "leeches": 0, "answers": 7, "correct": 5,
        })
    );
    let hard = told["hardWords"].as_array().expect("words");
    assert_eq!(hard.len(), 2);
    assert_eq!(
        (&hard[0]["lapses"], &hard[0]["wrong"], &hard[1]["headword"].as_str().map(|word| &word[..4])),
        (&json!(1), &json!(1), &Some("het "))
    );
    let lately = world.get(&student, "/statistics?weeks=1").await.expect(200).json();
    assert_eq!((lately["weeks"].as_array().map(Vec::len), &lately["lately"]["met"]), (Some(1), &json!(0)));
}

#[tokio::test]
async fn a_student_who_did_nothing_has_numbers_all_the_same() {
    let world = World::new().await;
    let told = world.get(&Caller::student(), "/statistics?weeks=104").await.expect(200).json();
    assert_eq!((&told["weeks"], &told["words"]["waiting"]), (&json!([]), &json!(0)));
    assert_eq!(told["lately"].get("trueRetention"), None);
    for weeks in [0, 105] {
        world.get(&Caller::student(), &format!("/statistics?weeks={weeks}")).await.expect(422);
    }
}

#[tokio::test]
async fn each_cycle_tells_who_stands_before_it_and_how_it_was_answered() {
    let world = World::new().await;
    let student = Caller::student();
    let (brood, ei) = (world.add(&student, "brood").await, world.add(&student, "ei").await);
    world.graduate(&student, brood).await;
    world.judge(&student, ei, 1, "see", "again").await;
    world.judge(&student, ei, 2, "see", "good").await;
    let cycles =
        || async { world.get(&student, "/statistics?weeks=1").await.expect(200).json()["cycles"].clone() };
    let cycle = |asked, words, answers, correct| json!({ "asked": asked, "words": words, "answers": answers, "correct": correct });
    assert_eq!(
        cycles().await,
        json!([
            cycle("see", 1, 3, 2),
            cycle("recall", 0, 1, 1),
            cycle("write", 0, 1, 1),
            cycle("use", 0, 1, 1),
            cycle("echo", 1, 0, 0),
        ])
    );
    world.go_to("2025-03-17");
    assert_eq!(cycles().await[0], cycle("see", 1, 0, 0), "the answers are of weeks before");
}

#[tokio::test]
async fn the_forecast_has_the_cycles_of_the_week_and_what_monday_takes() {
    let world = World::new().await;
    let student = Caller::student();
    world.get(&student, "/settings").await.expect(200);
    world.patch(&student, "/settings", 1, &json!({ "wordsAWeek": 2 })).await.expect(200);
    for lemma in ["brood", "ei", "sap"] {
        world.add(&student, lemma).await;
    }
    let told = world.get(&student, "/statistics/forecast?days=8").await.expect(200).json();
    assert_eq!(told["secondsAnAnswer"], 8.0);
    let days = told["days"].as_array().expect("days");
    let counted: Vec<_> =
        days.iter().map(|day| [&day["words"], &day["newWords"], &day["echoes"]].map(Value::clone)).collect();
    let [none, two] = [[0, 0, 0], [2, 0, 0]];
    let expected = [[2, 2, 0], two, none, two, none, two, none, [1, 1, 2]];
    assert_eq!(json!(counted), json!(expected));
    assert_eq!((&days[0]["day"], &days[7]["day"]), (&json!("2025-03-03"), &json!("2025-03-10")));
    assert!(days[0]["minutes"].as_f64() > days[2]["minutes"].as_f64());
    let usual = world.get(&student, "/statistics/forecast").await.expect(200).json();
    assert_eq!(usual["days"].as_array().map(Vec::len), Some(30));
    for days in [0, 91] {
        world.get(&student, &format!("/statistics/forecast?days={days}")).await.expect(422);
    }
}
