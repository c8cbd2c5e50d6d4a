//! What a teacher sees of the words of a student's own dictionary.

use crate::support::{CLASS, STUDENTS, World, answer, cohort_opened, own_word};
use bus::Outcome;
use events::{
    PartOfSpeech,
    learning_cards::{CohortClosed, CycleCompleted, WordCycle, WordGraduated, WordRemoved, WordReviewed},
    thematic_cards::Rating,
};
use ids::{CohortId, OwnWordId, UserId};
use serde_json::{Value, json};
use testing::Caller;
use uuid::Uuid;

const WEEK: &str = "2025-W10";

async fn pair(world: &World) -> (Caller, UserId) {
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    (teacher, student)
}

async fn seen(world: &World, teacher: &Caller, path: String) -> Value {
    world.api.get(path).as_(teacher).send().await.expect(200).json()
}

async fn detail(world: &World, teacher: &Caller, student: UserId) -> Value {
    seen(world, teacher, format!("{STUDENTS}/{student}")).await
}

fn removed(student: UserId, n: i64) -> WordRemoved {
    WordRemoved {
        user_id: student,
        word_id: own_word(student, 1, Rating::Good).word_id,
        lemma: Some("fiets".into()),
        part_of_speech: PartOfSpeech::Noun,
        taught_word_ids: Vec::new(),
        merged_into_id: None,
        removed_at: own_word(student, 1, Rating::Good).answered_at + chrono::TimeDelta::minutes(n),
    }
}

#[tokio::test]
async fn answers_to_own_words_count_with_the_others_once() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    for _ in 0..2 {
        world.deliver(1, answer(student, 1, Rating::Good)).await;
        world.deliver(1, own_word(student, 1, Rating::Again)).await;
        world.deliver(2, own_word(student, 2, Rating::Good)).await;
    }
    let detail = detail(&world, &teacher, student).await;
    assert_eq!(
        (&detail["answers"], &detail["correct"], &detail["weekMinutes"]),
        (&json!(3), &json!(2), &json!(1))
    );
    assert_eq!(detail["due"]["today"], 1, "own words come by the week");
    assert_eq!(detail["mistakes"][0]["kind"], "article");
    let own = json!([{
        "wordId": own_word(student, 1, Rating::Good).word_id, "headword": "fiets",
        "answers": 2, "wrong": 1, "lapses": 0, "mistakes": { "article": 1 },
    }]);
    assert_eq!((&detail["ownWords"], &detail["topics"]), (&own, &json!([])));
}

#[tokio::test]
async fn what_no_dictionary_knows_is_the_students_own() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    world.deliver(1, WordReviewed { lemma: None, ..own_word(student, 1, Rating::Again) }).await;
    let detail = detail(&world, &teacher, student).await;
    assert_eq!(detail["ownWords"][0].get("headword"), None);
}

#[tokio::test]
async fn own_words_of_a_student_are_no_words_of_the_class() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    world.deliver(1, own_word(student, 1, Rating::Again)).await;
    world.deliver(1, answer(student, 2, Rating::Again)).await;
    let words = seen(&world, &teacher, format!("{CLASS}/hard-words")).await;
    assert_eq!(words["items"].as_array().map(Vec::len), Some(1), "{words}");
    let of_student = seen(&world, &teacher, format!("{STUDENTS}/{student}/hard-words")).await;
    assert_eq!(of_student["items"].as_array().map(Vec::len), Some(2), "{of_student}");
}

#[tokio::test]
async fn a_leech_that_is_removed_is_none_and_a_late_answer_does_not_bring_it_back() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let forgotten = |n, lapses| WordReviewed { lapses, ..own_word(student, n, Rating::Again) };
    world.deliver(8, forgotten(8, 8)).await;
    let before = detail(&world, &teacher, student).await;
    assert_eq!((&before["leeches"], &before["leechCards"][0]["headword"]), (&json!(1), &json!("fiets")));

    for _ in 0..2 {
        world.deliver(10, removed(student, 10)).await;
        world.deliver(9, forgotten(9, 9)).await;
    }
    let after = detail(&world, &teacher, student).await;
    assert_eq!(
        (&after["leeches"], &after["leechCards"], &after["ownWords"]),
        (&json!(0), &json!([]), &json!([]))
    );
    assert_eq!(after["answers"], 2, "what was done stays counted");

    world.deliver(12, forgotten(12, 9)).await;
    let back = detail(&world, &teacher, student).await;
    assert_eq!(
        (&back["leeches"], &back["ownWords"][0]["wrong"]),
        (&json!(1), &json!(1)),
        "it was taken back"
    );
}

#[tokio::test]
async fn a_removal_may_come_before_the_word() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    world.deliver(5, removed(student, 5)).await;
    world.deliver(4, own_word(student, 4, Rating::Again)).await;
    let detail = detail(&world, &teacher, student).await;
    assert_eq!((&detail["ownWords"], &detail["answers"]), (&json!([]), &json!(1)));
}

fn graduated(student: UserId, n: u128) -> WordGraduated {
    WordGraduated {
        user_id: student,
        word_id: OwnWordId::new(Uuid::from_u128(500 + n)),
        lemma: None,
        part_of_speech: PartOfSpeech::Unknown,
        taught_word_ids: Vec::new(),
        iso_week: WEEK.into(),
        answers: 6,
        lapses: 0,
        graduated_at: own_word(student, n, Rating::Good).answered_at,
    }
}

fn cycle_completed(student: UserId, cycle: WordCycle) -> CycleCompleted {
    CycleCompleted {
        user_id: student,
        cohort_id: CohortId::derive(student.as_uuid(), WEEK),
        iso_week: WEEK.into(),
        cycle,
        words: 23,
        completed_at: own_word(student, 1, Rating::Good).answered_at,
    }
}

fn closed(student: UserId) -> CohortClosed {
    CohortClosed {
        user_id: student,
        cohort_id: CohortId::derive(student.as_uuid(), WEEK),
        iso_week: WEEK.into(),
        words: 23,
        graduated: 17,
        unfinished: 5,
        set_aside: 1,
        echoes: 4,
        echoes_passed: 3,
        echoes_forgotten: 1,
        closed_at: own_word(student, 1, Rating::Good).answered_at,
    }
}

#[tokio::test]
async fn a_week_of_own_words_is_shown_as_far_as_it_has_come_in_any_order_of_its_facts() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let cohorts = async || detail(&world, &teacher, student).await["cohorts"].clone();
    // What it refers to comes later.
    for n in [1, 2, 1] {
        world.deliver(1, graduated(student, n)).await;
    }
    world.deliver(2, cycle_completed(student, WordCycle::Recall)).await;
    let early =
        json!([{ "isoWeek": WEEK, "words": 0, "graduated": 2, "cyclesCompleted": ["recall"], "echoes": 0 }]);
    assert_eq!(cohorts().await, early);

    for _ in 0..2 {
        world.deliver(1, cohort_opened(student, WEEK)).await;
        world.deliver(3, cycle_completed(student, WordCycle::See)).await;
    }
    let open = json!([{
        "isoWeek": WEEK, "words": 23, "graduated": 2, "cyclesCompleted": ["see", "recall"], "echoes": 4,
    }]);
    assert_eq!(cohorts().await, open);
    let class = seen(&world, &teacher, CLASS.to_owned()).await;
    assert_eq!(class["weeks"][0]["ownWords"], json!({ "students": 1, "words": 23, "graduated": 2 }));

    for _ in 0..2 {
        world.deliver(4, closed(student)).await;
        world.deliver(1, cohort_opened(student, WEEK)).await;
    }
    let outcome = json!({ "unfinished": 5, "setAside": 1, "echoesPassed": 3, "echoesForgotten": 1 });
    let over = cohorts().await;
    assert_eq!((&over[0]["graduated"], &over[0]["outcome"]), (&json!(17), &outcome));
}

#[tokio::test]
async fn only_the_last_thirteen_weeks_are_shown_the_latest_first() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    for week in 1..=20 {
        world.deliver(1, cohort_opened(student, &format!("2025-W{week:02}"))).await;
    }
    let cohorts = detail(&world, &teacher, student).await["cohorts"].clone();
    let weeks: Vec<_> =
        cohorts.as_array().expect("weeks").iter().map(|week| week["isoWeek"].clone()).collect();
    assert_eq!((weeks.len(), &weeks[0], &weeks[12]), (13, &json!("2025-W20"), &json!("2025-W08")));
}

#[tokio::test]
async fn a_week_that_is_none_and_a_cycle_of_another_kind_are_rejected() {
    let world = World::new().await;
    let (_, student) = pair(&world).await;
    for absurd in ["", "2025", "2025-W60", "week 10", "$set"] {
        let outcome = world.hand(1, cohort_opened(student, absurd)).await;
        assert!(matches!(outcome, Outcome::Reject(_)), "{absurd}: {outcome:?}");
    }
    let outcome = world.hand(1, cycle_completed(student, WordCycle::Unknown)).await;
    assert!(matches!(outcome, Outcome::Reject(_)), "{outcome:?}");
}
