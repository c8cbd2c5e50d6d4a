use crate::support::{BASE, World, delivery, session_id, topic_id};
use bus::{Handler as _, Outcome};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use events::{
    Language,
    profile::{AccountStatus, Role, UserCreated, UserUpdated},
    thematic_cards::{CardKind, CardRescheduled, CardReviewed, RescheduleCause},
};
use insta::assert_json_snapshot;
use scheduler::{EasyDays, study_day};
use serde_json::{Value, json};
use testing::{Answer, Caller};
use thematic_cards::commands::rebase::rebase;

async fn change(world: &World, student: &Caller, seen: &str, body: &Value) -> Answer {
    world
        .api
        .patch(format!("{BASE}/settings"))
        .as_(&world.today(student))
        .header("if-match", seen)
        .json(body)
        .send()
        .await
}

#[tokio::test]
async fn everybody_begins_alike() {
    let world = World::new().await;
    let answer = world.api.get(format!("{BASE}/settings")).as_(&Caller::student()).send().await;
    assert_eq!(answer.header("etag"), Some("\"0\""));
    assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "desiredRetention": 0.9,
        "language": "en",
        "newWords": 20,
        "week": [
          100,
          100,
          100,
          100,
          100,
          100,
          100
        ],
        "zone": "Europe/Amsterdam"
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn what_is_left_out_stays_and_null_takes_away() {
    let world = World::new().await;
    let student = Caller::student();
    let exam = json!({ "on": "2025-06-01", "topics": [topic_id()] });
    let first =
        change(&world, &student, "\"0\"", &json!({ "exam": exam, "language": "ru" })).await.expect(200);
    assert_eq!((first.header("etag"), &first.json()["exam"]), (Some("\"1\""), &exam));
    let second = change(&world, &student, "\"1\"", &json!({ "newWords": 7 })).await.expect(200).json();
    assert_eq!((&second["exam"], &second["language"], &second["newWords"]), (&exam, &json!("ru"), &json!(7)));
    let third = change(&world, &student, "\"2\"", &json!({ "exam": null })).await.expect(200).json();
    assert_eq!((third.get("exam"), &third["newWords"]), (None, &json!(7)));
    assert_eq!(world.get(&student, "/settings").await, third);
    assert_eq!(world.get(&Caller::student(), "/settings").await["newWords"], 20);
}

#[tokio::test]
async fn no_choice_of_another_device_is_lost() {
    let world = World::new().await;
    let student = Caller::student();
    change(&world, &student, "\"0\"", &json!({ "newWords": 7 })).await.expect(200);
    change(&world, &student, "\"0\"", &json!({ "newWords": 9 })).await.expect(412);
    change(&world, &student, "\"1\"", &json!({ "newWords": 9 })).await.expect(200);
    world
        .api
        .patch(format!("{BASE}/settings"))
        .as_(&world.today(&student))
        .json(&json!({}))
        .send()
        .await
        .expect(428);
}

#[tokio::test]
async fn a_choice_that_cannot_be_is_refused_with_its_field() {
    let world = World::new().await;
    for (body, pointer) in [
        (json!({ "desiredRetention": 0.79 }), "/desiredRetention"),
        (json!({ "desiredRetention": 0.951 }), "/desiredRetention"),
        (json!({ "newWords": 201 }), "/newWords"),
        (json!({ "week": [100, 100, 100, 100, 100, 100, 101] }), "/week"),
        (json!({ "week": [0, 0, 0, 0, 0, 0, 0] }), "/week"),
        (json!({ "week": [100] }), "/week"),
        (json!({ "exam": { "on": "2025-06-01", "topics": [] } }), "/exam/topics"),
        (json!({ "exam": { "on": "then", "topics": [topic_id()] } }), "/exam/on"),
        (json!({ "zone": "Mars/Olympus" }), "/zone"),
        (json!({ "colour": "red" }), "/colour"),
    ] {
        let refused = change(&world, &Caller::student(), "\"0\"", &body).await.expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{body}");
    }
}

#[tokio::test]
async fn another_retention_moves_cards_that_are_learnt() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "easy").await.expect(201);
    let before = world.get(&student, "/cards").await["items"][0]["dueAt"].clone();
    change(&world, &student, "\"0\"", &json!({ "desiredRetention": 0.95 })).await.expect(200);

    assert_eq!(rebase(&world.app, student.id()).await.expect("the store"), 1);
    let after = world.get(&student, "/cards").await["items"][0]["dueAt"].clone();
    assert!(after.as_str() < before.as_str(), "{before} is now {after}");
    assert_eq!(rebase(&world.app, student.id()).await.expect("the store"), 0, "once");
    let told = world.published::<CardRescheduled>().await;
    assert_eq!(told.iter().map(|moved| moved.cause).collect::<Vec<_>>(), [RescheduleCause::Settings]);
}

#[tokio::test]
async fn an_answer_tells_which_retention_is_desired() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Recall, 1, "easy").await.expect(201);
    change(&world, &student, "\"0\"", &json!({ "desiredRetention": 0.85 })).await.expect(200);
    // The cards are not computed anew yet: the answer is, by what is chosen now.
    world.rate(&student, "brood", CardKind::Recall, 2, "easy").await.expect(201);
    let told = world.published::<CardReviewed>().await;
    let mut desired: Vec<_> = told.iter().map(|answer| answer.desired_retention).collect();
    desired.sort_by(|one, other| one.partial_cmp(other).expect("numbers"));
    assert_eq!(desired, [Some(0.85), Some(0.9)]);
}

#[tokio::test]
async fn a_day_brings_as_many_new_words_as_were_chosen() {
    let world = World::with_words(&["brood", "water", "ei", "fruit"]).await;
    let student = Caller::student();
    change(&world, &student, "\"0\"", &json!({ "newWords": 2 })).await.expect(200);
    let count = async |number: u128| {
        let session = world.arrange(&student, session_id(number), &json!({})).await.expect(201).json();
        session["cards"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(count(1).await, 2);
    world.rate(&student, "brood", CardKind::Recognition, 1, "easy").await.expect(201);
    assert_eq!(count(2).await, 1);
    world.clock.advance(TimeDelta::days(1));
    assert_eq!(count(3).await, 3, "two words, and another kind of the one that is known");
}

#[tokio::test]
async fn the_day_of_the_zone_that_was_chosen_counts() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    // 9:00 UTC on Monday is 22:00 in Auckland; four hours later it is Tuesday there, and no new day before 4:00.
    change(&world, &student, "\"0\"", &json!({ "newWords": 1, "zone": "Pacific/Auckland" }))
        .await
        .expect(200);
    world.rate(&student, "brood", CardKind::Recognition, 1, "easy").await.expect(201);
    world.clock.advance(TimeDelta::hours(5));
    let count = async |number: u128| {
        let session = world.arrange(&student, session_id(number), &json!({})).await.expect(201).json();
        session["cards"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(count(1).await, 0);
    world.clock.advance(TimeDelta::hours(2));
    assert_eq!(count(2).await, 2, "a new word, and another kind of the one that is known");
}

const LEMMAS: [&str; 12] =
    ["brood", "bord", "glas", "mes", "ei", "fruit", "zout", "sap", "bier", "vlees", "ontbijt", "water"];

/// The study days on which twelve cards return that were answered alike.
async fn returns(world: &World, student: &Caller) -> Vec<NaiveDate> {
    let cards = world.get(student, "/cards?limit=50").await;
    let due = cards["items"].as_array().expect("cards").iter().map(|card| {
        let due_at: DateTime<Utc> =
            card["dueAt"].as_str().and_then(|at| at.parse().ok()).expect("an instant");
        study_day(due_at, Amsterdam)
    });
    due.collect()
}

#[tokio::test]
async fn another_week_moves_what_would_return_on_a_day_off() {
    let world = World::with_words(&LEMMAS).await;
    let student = Caller::student();
    for (n, lemma) in (1..).zip(LEMMAS) {
        world.rate(&student, lemma, CardKind::Recall, n, "easy").await.expect(201);
    }
    let week = [100, 0, 100, 0, 100, 0, 100];
    let easy_days = EasyDays::new(week).expect("four days are left");
    let off = |days: Vec<NaiveDate>| days.iter().filter(|day| easy_days.share(**day) == 0).count();
    assert!(off(returns(&world, &student).await) > 0, "an even week has no days off");

    change(&world, &student, "\"0\"", &json!({ "week": week })).await.expect(200);
    assert_eq!(rebase(&world.app, student.id()).await.expect("the store"), LEMMAS.len());
    assert_eq!(off(returns(&world, &student).await), 0);

    change(&world, &student, "\"2\"", &json!({ "week": [100, 100, 100, 100, 100, 100, 100] }))
        .await
        .expect(200);
    rebase(&world.app, student.id()).await.expect("the store");
    assert!(off(returns(&world, &student).await) > 0, "and back");
}

/// The account of `student` is in this zone.
async fn move_account(world: &World, student: &Caller, zone: &str, sequence: u64) {
    let updated = UserUpdated {
        user_id: student.id(),
        interface_language: Language::Nl,
        time_zone: zone.to_owned(),
        updated_at: world.clock.now(),
    };
    world.deliver_as(sequence, updated).await;
}

#[tokio::test]
async fn the_zone_follows_the_account_in_any_order_of_arrival() {
    let world = World::new().await;
    let student = Caller::student();
    let created = UserCreated {
        user_id: student.id(),
        role: Role::Student,
        status: AccountStatus::Active,
        interface_language: Language::Nl,
        time_zone: "America/Paramaribo".to_owned(),
        created_by: None,
        created_at: world.clock.now(),
    };
    world.deliver_as(1, created.clone()).await;
    assert_eq!(world.get(&student, "/settings").await["zone"], "America/Paramaribo");
    for _ in 0..2 {
        move_account(&world, &student, "Asia/Tokyo", 3).await;
    }
    move_account(&world, &student, "Europe/Paris", 2).await;
    world.deliver_as(1, created).await;
    assert_eq!(world.get(&student, "/settings").await["zone"], "Asia/Tokyo");
}

#[tokio::test]
async fn a_zone_that_is_chosen_here_stays_whatever_the_account_says() {
    let world = World::new().await;
    let student = Caller::student();
    change(&world, &student, "\"0\"", &json!({ "zone": "Asia/Tokyo" })).await.expect(200);
    move_account(&world, &student, "Europe/Paris", 2).await;
    assert_eq!(world.get(&student, "/settings").await["zone"], "Asia/Tokyo");
    change(&world, &student, "\"2\"", &json!({ "zone": "Europe/Paris" })).await.expect(200);
    move_account(&world, &student, "Europe/Rome", 3).await;
    assert_eq!(world.get(&student, "/settings").await["zone"], "Europe/Rome", "it follows again");
}

#[tokio::test]
async fn the_forecast_begins_with_the_day_of_the_account() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    world.clock.advance(TimeDelta::hours(11));
    let first = || async { world.get(&student, "/statistics/forecast").await["days"][0]["day"].clone() };
    assert_eq!(first().await, "2025-03-03", "Monday evening in Amsterdam");
    move_account(&world, &student, "Asia/Tokyo", 2).await;
    assert_eq!(first().await, "2025-03-04", "Tuesday morning in Tokyo");
}

#[tokio::test]
async fn a_zone_that_is_none_is_rejected_and_the_forgotten_stay_so() {
    let world = World::new().await;
    let student = Caller::student();
    let wrong = UserUpdated {
        user_id: student.id(),
        interface_language: Language::Nl,
        time_zone: "Mars/Olympus".to_owned(),
        updated_at: world.clock.now(),
    };
    let outcome = world.app.handle(delivery(wrong)).await;
    assert!(matches!(outcome, Outcome::Reject(_)), "{outcome:?}");
    let forgotten = mongodb::bson::doc! { "_id": student.id().to_string() };
    world.store.database().collection("forgotten").insert_one(forgotten).await.expect("the store");
    move_account(&world, &student, "Asia/Tokyo", 2).await;
    assert!(world.app.students.get(student.id()).await.expect("the store").is_none());
}
