use crate::support::{World, review_id, typed};
use chrono::TimeDelta;
use events::thematic_cards::{CardReviewed, CardState, Rating};
use insta::assert_json_snapshot;
use serde_json::json;
use testing::Caller;

#[tokio::test]
async fn a_right_answer() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let answer = world.answer(&student, &card, review_id(1), &typed(&card, "het brood")).await;
    assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "answeredAt": "2025-03-03T09:00:00.000Z",
        "answers": 1,
        "correct": true,
        "dueAt": "2025-03-03T09:10:00.000Z",
        "expected": "het brood",
        "intervalDays": 0,
        "lapses": 0,
        "mistakes": [],
        "phase": "learning",
        "rating": "good",
        "setAside": false
      },
      "status": 201
    }
    "#);
}

#[tokio::test]
async fn the_wrong_article_is_named() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let answer =
        world.answer(&student, &card, review_id(1), &typed(&card, "de brood")).await.expect(201).json();
    assert_eq!((&answer["correct"], &answer["rating"]), (&json!(false), &json!("hard")));
    assert_eq!(answer["mistakes"], json!([{ "kind": "article", "start": 0, "end": 2, "expected": "het" }]));
}

#[tokio::test]
async fn a_wrong_answer_comes_back_in_a_minute() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let answer =
        world.answer(&student, &card, review_id(1), &typed(&card, "de fiets")).await.expect(201).json();
    assert_eq!((&answer["rating"], &answer["dueAt"]), (&json!("again"), &json!("2025-03-03T09:01:00.000Z")));
}

#[tokio::test]
async fn a_student_may_judge_their_own_answer() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let mut body = typed(&card, "");
    body["answer"] = json!({ "way": "self-rated", "rating": "easy" });
    let answer = world.answer(&student, &card, review_id(1), &body).await.expect(201).json();
    assert_eq!((&answer["correct"], &answer["phase"]), (&json!(true), &json!("review")));
    assert!(world.published::<CardReviewed>().await[0].self_rated);
}

#[tokio::test]
async fn answering_twice_counts_once_and_is_answered_the_same() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let body = typed(&card, "het brood");
    let first = world.answer(&student, &card, review_id(1), &body).await.expect(201).json();
    world.clock.advance(TimeDelta::minutes(10));
    let again = world.answer(&student, &card, review_id(1), &body).await.expect(200).json();
    assert_eq!(first, again);
    assert_eq!(world.published::<CardReviewed>().await.len(), 1);
}

#[tokio::test]
async fn the_first_outcome_is_given_again_when_the_card_has_moved_on() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let body = typed(&card, "het brood");
    let first = world.answer(&student, &card, review_id(1), &body).await.expect(201).json();
    world.clock.advance(TimeDelta::minutes(12));
    let mut later = typed(&card, "het brood");
    later["answeredAt"] = json!("2025-03-03T09:12:00Z");
    world.answer(&student, &card, review_id(2), &later).await.expect(201);
    let again = world.answer(&student, &card, review_id(1), &body).await.expect(200).json();
    assert_eq!(first, again);
}

#[tokio::test]
async fn ten_requests_at_once_have_one_effect() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let body = typed(&card, "het brood");
    let requests = (0..10).map(|_| world.answer(&student, &card, review_id(1), &body));
    let answers = futures::future::join_all(requests).await;
    assert!(answers.iter().all(|answer| answer.status().is_success()), "{answers:?}");
    assert_eq!(world.published::<CardReviewed>().await.len(), 1);
}

#[tokio::test]
async fn another_answer_under_the_same_id_is_a_conflict() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    world.answer(&student, &card, review_id(1), &typed(&card, "het brood")).await.expect(201);
    let answer =
        world.answer(&student, &card, review_id(1), &typed(&card, "de brood")).await.expect(409).json();
    assert_eq!(answer["type"], "urn:tall:problem:review-id-in-use");
}

#[tokio::test]
async fn the_card_of_another_student_does_not_exist() {
    let world = World::with_words(&["brood"]).await;
    let card = world.first_card(&Caller::student()).await;
    world.answer(&Caller::student(), &card, review_id(1), &typed(&card, "het brood")).await.expect(404);
    assert_eq!(world.published::<CardReviewed>().await, []);
}

#[tokio::test]
async fn the_fact_tells_all_that_a_teacher_needs() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    world.answer(&student, &card, review_id(1), &typed(&card, "de brood")).await.expect(201);
    let facts = world.published::<CardReviewed>().await;
    let fact = facts.first().expect("a fact");
    assert_eq!((fact.user_id, fact.review_id), (student.id(), review_id(1)));
    assert_eq!(
        (fact.rating, fact.correct, fact.mistakes.as_slice()),
        (Rating::Hard, false, &["article".to_owned()][..])
    );
    assert_eq!((fact.state_before, fact.recalled_when_due), (CardState::New, None));
}

#[tokio::test]
async fn a_clock_that_runs_ahead_is_taken_as_now() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let mut body = typed(&card, "het brood");
    body["answeredAt"] = json!("2031-01-01T00:00:00Z");
    world.answer(&student, &card, review_id(1), &body).await.expect(201);
    assert_eq!(world.published::<CardReviewed>().await[0].answered_at, world.clock.now());
}

#[tokio::test]
async fn an_answer_that_cannot_be_is_refused_with_its_field() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let good = typed(&card, "het brood");
    let long = "a".repeat(501);
    for (field, value, pointer) in [
        ("answer", json!({ "way": "typed", "text": long }), "/answer/text"),
        ("answer", json!({ "way": "sung" }), "/answer/way"),
        ("answer", json!({ "way": "self-rated", "rating": "perfect" }), "/answer/rating"),
        ("durationMs", json!(3_600_001), "/durationMs"),
        ("durationMs", json!(-1), "/durationMs"),
        ("answeredAt", json!("yesterday"), "/answeredAt"),
        ("kind", json!("unknown"), "/kind"),
        ("rating", json!("good"), "/rating"),
    ] {
        let mut body = good.clone();
        body[field] = value;
        let answer = world.answer(&student, &card, review_id(1), &body).await.expect(422).json();
        let given = answer["errors"][0]["pointer"].as_str().unwrap_or_default();
        assert!(pointer.starts_with(given) && given.len() > 1, "{field}: {answer}");
    }
    assert_eq!(world.published::<CardReviewed>().await, []);
}
