use crate::support::{World, review_id};
use chrono::TimeDelta;
use events::learning_cards::{
    CycleCompleted, WordAsk, WordCycle, WordGraduated, WordReviewed, WordStage, WordStep,
};
use ids::OwnWordId;
use serde_json::json;
use testing::Caller;

/// A student with one word, in the present week.
async fn with_brood() -> (World, Caller, OwnWordId) {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    world.get(&student, "/cohorts/current").await.expect(200);
    (world, student, brood)
}

#[tokio::test]
async fn a_right_answer_passes_the_cycle() {
    let (world, student, brood) = with_brood().await;
    let answer = world.answer(&student, brood, 1, &world.typed("see", "brood (en)")).await.expect(201).json();
    assert_eq!(
        answer,
        json!({
            "correct": true, "rating": "good", "mistakes": [], "expected": "brood (en)", "step": "passed",
            "stage": "learning", "cyclesPassed": 1, "lapses": 0, "clamped": false,
        })
    );
    assert_eq!(world.word(&student, brood).await["progress"]["cyclesPassed"], 1);
}

#[tokio::test]
async fn a_wrong_answer_comes_back_and_keeps_the_word_in_its_cycle() {
    let (world, student, brood) = with_brood().await;
    let wrong = world.answer(&student, brood, 1, &world.typed("see", "water")).await.expect(201).json();
    assert_eq!(
        (&wrong["step"], &wrong["again"], &wrong["cyclesPassed"]),
        (&json!("kept"), &json!("see"), &json!(0))
    );
    assert_eq!(wrong["mistakes"][0]["kind"], "wrong");
    world.clock.advance(TimeDelta::minutes(1));
    let right = world.answer(&student, brood, 2, &world.typed("see", "brood (en)")).await.expect(201).json();
    assert_eq!(
        (&right["step"], right.get("again"), &right["cyclesPassed"]),
        (&json!("returned"), None, &json!(0))
    );
    world.go_to("2025-03-04");
    assert_eq!(world.asked(&student, 2).await, [("het brood".to_owned(), "see".to_owned())]);
}

#[tokio::test]
async fn the_article_is_what_writing_is_about() {
    let (world, student, brood) = with_brood().await;
    world.judge(&student, brood, 1, "see", "good").await;
    world.go_to("2025-03-04");
    let recalled =
        world.answer(&student, brood, 2, &world.typed("recall", "de brood")).await.expect(201).json();
    assert_eq!((&recalled["correct"], &recalled["rating"]), (&json!(false), &json!("hard")));
    assert_eq!(recalled["step"], "passed", "it was recalled");
    world.go_to("2025-03-06");
    let mut written = world.typed("write", "de brood");
    written["answer"]["plural"] = json!("brooden");
    let written = world.answer(&student, brood, 3, &written).await.expect(201).json();
    assert_eq!((&written["step"], &written["expected"]), (&json!("kept"), &json!("het brood, brooden")));
    assert_eq!(written["mistakes"][0]["form"], "word");
}

#[tokio::test]
async fn a_wrong_form_is_named_and_told_to_the_teacher() {
    let (world, student, brood) = with_brood().await;
    world.judge(&student, brood, 1, "see", "good").await;
    world.go_to("2025-03-04");
    world.judge(&student, brood, 2, "recall", "good").await;
    world.go_to("2025-03-06");
    let mut written = world.typed("write", "het brood");
    written["answer"]["plural"] = json!("broods");
    let written = world.answer(&student, brood, 3, &written).await.expect(201).json();
    assert_eq!(written["mistakes"][0]["kind"], "plural", "{written}");
    let told = world.published::<WordReviewed>().await.pop().expect("an answer");
    assert_eq!(told.mistakes, ["plural"]);
}

#[tokio::test]
async fn a_gap_is_filled_with_the_form_of_its_sentence() {
    let (world, student, brood) = with_brood().await;
    for (number, (day, asked)) in (1..).zip([("03", "see"), ("04", "recall"), ("06", "write")]) {
        world.go_to(&format!("2025-03-{day}"));
        world.judge(&student, brood, number, asked, "good").await;
    }
    world.go_to("2025-03-08");
    let session = world.arrange(&student, 1, &json!({})).await;
    let question = &session["words"][0]["question"];
    assert_eq!((&question["asked"], &question["prompt"]), (&json!("use"), &json!("Dit is het ….")));
    assert_eq!(question["expected"], json!({ "word": "brood" }));
    let mut body = world.typed("use", "Brood");
    body["contextId"] = question["contextId"].clone();
    let answer = world.answer(&student, brood, 9, &body).await.expect(201).json();
    assert_eq!((&answer["step"], &answer["stage"]), (&json!("graduated"), &json!("graduated")));

    let told = world.published::<WordGraduated>().await;
    assert_eq!((told.len(), told[0].iso_week.as_str(), told[0].answers), (1, "2025-W10", 4));
}

#[tokio::test]
async fn the_fact_tells_all_that_a_teacher_needs() {
    let (world, student, brood) = with_brood().await;
    let mut body = world.typed("see", "water");
    body["durationMs"] = json!(4200);
    world.answer(&student, brood, 1, &body).await.expect(201);
    let facts = world.published::<WordReviewed>().await;
    let fact = facts.first().expect("a fact");
    assert_eq!((fact.user_id, fact.word_id, fact.review_id), (student.id(), brood, review_id(1)));
    assert_eq!((fact.asked, fact.step, fact.correct), (WordAsk::See, WordStep::Kept, false));
    assert_eq!((fact.stage_before, fact.stage_after), (WordStage::Learning, WordStage::Learning));
    assert_eq!((fact.iso_week.as_str(), fact.duration_ms), ("2025-W10", Some(4200)));
    assert_eq!((fact.lemma.as_deref(), fact.mistakes.as_slice()), (None, &["wrong".to_owned()][..]));
}

#[tokio::test]
async fn answering_twice_counts_once_and_is_answered_the_same() {
    let (world, student, brood) = with_brood().await;
    let body = world.typed("see", "brood (en)");
    let first = world.answer(&student, brood, 1, &body).await.expect(201).json();
    world.clock.advance(TimeDelta::minutes(10));
    let again = world.answer(&student, brood, 1, &body).await.expect(200).json();
    assert_eq!(first, again);
    assert_eq!(world.published::<WordReviewed>().await.len(), 1);
    world.answer(&student, brood, 1, &world.typed("see", "x")).await.expect(409);
}

#[tokio::test]
async fn ten_requests_at_once_have_one_effect() {
    let (world, student, brood) = with_brood().await;
    let body = world.typed("see", "brood (en)");
    let requests = (0..10).map(|_| world.answer(&student, brood, 1, &body));
    let answers = futures::future::join_all(requests).await;
    assert!(answers.iter().all(|answer| answer.status().is_success()), "{answers:?}");
    assert_eq!(world.published::<WordReviewed>().await.len(), 1);
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_clamped_and_said() {
    let (world, student, brood) = with_brood().await;
    for (number, (instant, clamped)) in (1..).zip([
        ("2031-01-01T00:00:00Z", true),
        ("1970-01-01T00:00:00Z", true),
        ("2025-03-03T09:00:00.001Z", false),
    ]) {
        let mut body = world.judged("see", "good");
        body["answeredAt"] = json!(instant);
        let answer = world.answer(&student, brood, number, &body).await.expect(201).json();
        assert_eq!(answer["clamped"], clamped, "{instant}");
    }
    let facts = world.published::<WordReviewed>().await;
    assert_eq!(facts[0].answered_at, world.clock.now());
    assert!(facts.iter().all(|fact| fact.answered_at <= fact.received_at));
}

#[tokio::test]
async fn an_answer_that_arrives_late_takes_its_place() {
    let (world, student, brood) = with_brood().await;
    let monday = world.judged("see", "good");
    world.go_to("2025-03-04");
    // Tuesday's answer of one device arrives before Monday's of another.
    let early = world.judge(&student, brood, 2, "recall", "good").await;
    assert_eq!(early["step"], "practised", "the word is in its first cycle still");
    let late = world.answer(&student, brood, 1, &monday).await.expect(201).json();
    assert_eq!((&late["step"], &late["cyclesPassed"]), (&json!("passed"), &json!(2)));
}

#[tokio::test]
async fn the_word_of_another_student_cannot_be_answered() {
    let (world, _, brood) = with_brood().await;
    world.answer(&Caller::student(), brood, 1, &world.judged("see", "good")).await.expect(404);
    assert_eq!(world.published::<WordReviewed>().await, []);
}

#[tokio::test]
async fn a_cycle_is_completed_when_the_last_word_has_passed_it() {
    let (world, student, brood) = with_brood().await;
    let ei = world.add(&student, "ei").await;
    world.put(&student, &format!("/cohorts/current/words/{ei}"), &json!({})).await.expect(200);
    world.judge(&student, brood, 1, "see", "good").await;
    assert_eq!(world.published::<CycleCompleted>().await, []);
    world.judge(&student, ei, 2, "see", "again").await;
    assert_eq!(world.published::<CycleCompleted>().await, []);
    world.go_to("2025-03-04");
    world.judge(&student, ei, 3, "see", "good").await;
    world.judge(&student, brood, 4, "recall", "good").await;
    let told = world.published::<CycleCompleted>().await;
    assert_eq!((told.len(), told[0].cycle, told[0].words), (1, WordCycle::See, 2));
    assert_eq!(told[0].iso_week, "2025-W10");
}

#[tokio::test]
async fn an_answer_that_cannot_be_is_refused_with_its_field() {
    let (world, student, brood) = with_brood().await;
    let with = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut body = world.typed("see", "x");
        change(&mut body);
        body
    };
    for (body, pointer) in [
        (with(&|body| body["asked"] = json!("sing")), "/asked"),
        (with(&|body| body["language"] = json!("english")), "/language"),
        (with(&|body| body["durationMs"] = json!(3_600_001)), "/durationMs"),
        (with(&|body| body["answer"]["text"] = json!("é".repeat(501))), "/answer/text"),
        (with(&|body| body["answer"]["plural"] = json!("é".repeat(101))), "/answer/plural"),
        (with(&|body| body["answer"]["rating"] = json!("good")), "/answer"),
        (with(&|body| body["zone"] = json!("Mars/Olympus")), "/zone"),
        (with(&|body| body["answeredAt"] = json!("yesterday")), "/answeredAt"),
    ] {
        let answer = world.answer(&student, brood, 1, &body).await.expect(422).json();
        let at = answer["errors"][0]["pointer"].as_str().expect("a pointer").to_owned();
        assert!(at.starts_with(pointer), "{at} {pointer}");
    }
}
