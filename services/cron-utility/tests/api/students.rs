use crate::support::{STUDENTS, World, answer, topic, undone};
use chrono::TimeDelta;
use events::thematic_cards::{CardRescheduled, CardReviewed, Rating, RescheduleCause};
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::Caller;

async fn listed(world: &World, teacher: &Caller) -> Vec<Value> {
    let page = world.api.get(STUDENTS).as_(teacher).send().await.expect(200).json();
    page["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn a_teacher_without_students_sees_an_empty_list() {
    let world = World::new().await;
    assert_eq!(listed(&world, &Caller::teacher()).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_student_who_did_nothing_yet_is_there() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    let seen = listed(&world, &teacher).await;
    assert_eq!(seen, [json!({ "studentId": student, "due": 0, "answers": 0, "correct": 0 })]);
}

#[tokio::test]
async fn answers_are_counted_once_however_often_they_come() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    for _ in 0..3 {
        world.deliver(1, answer(student, 1, Rating::Good)).await;
        world.deliver(1, answer(student, 2, Rating::Again)).await;
    }
    world.clock.advance(TimeDelta::minutes(11));
    let seen = &listed(&world, &teacher).await[0];
    assert_eq!((&seen["answers"], &seen["correct"], &seen["due"]), (&json!(2), &json!(1), &json!(1)));
    assert_eq!(seen["lastActiveAt"], "2025-03-03T09:02:00.000Z");
}

#[tokio::test]
async fn true_retention_counts_learnt_cards_that_were_due() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    for (n, recalled) in [(1, Some(true)), (2, Some(true)), (3, Some(false)), (4, None)] {
        let answered = CardReviewed { recalled_when_due: recalled, ..answer(student, n, Rating::Good) };
        world.deliver(1, answered).await;
    }
    let retention = listed(&world, &teacher).await[0]["trueRetention"].as_f64().expect("a share");
    assert!((retention - 2.0 / 3.0).abs() < 1e-9);
}

#[tokio::test]
async fn an_older_state_of_a_card_does_not_move_its_due_date() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    let mut newer = answer(student, 1, Rating::Good);
    newer.due_at += TimeDelta::days(30);
    world.deliver(5, newer).await;
    world.deliver(4, answer(student, 1, Rating::Again)).await;
    world.clock.advance(TimeDelta::minutes(14));
    assert_eq!(listed(&world, &teacher).await[0]["due"], 0);
}

#[tokio::test]
async fn an_answer_that_is_taken_back_counts_no_more() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    let wrong = CardReviewed { recalled_when_due: Some(false), ..answer(student, 1, Rating::Again) };
    world.deliver(1, wrong.clone()).await;
    for _ in 0..2 {
        world.deliver(2, undone(&wrong)).await;
    }
    world.clock.advance(TimeDelta::minutes(12));
    let seen = &listed(&world, &teacher).await[0];
    assert_eq!((&seen["answers"], &seen["correct"], &seen["due"]), (&json!(0), &json!(0), &json!(0)));
    assert_eq!(seen.get("trueRetention"), None);
    let shown = world.api.get(format!("{STUDENTS}/{student}")).as_(&teacher).send().await.expect(200).json();
    assert_eq!(shown["topics"], json!([]), "and was no hard word");
}

#[tokio::test]
async fn a_card_that_is_set_aside_is_not_due() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    let answered = answer(student, 1, Rating::Good);
    world.deliver(1, answered.clone()).await;
    let moved = |cause, due_at| CardRescheduled {
        user_id: student,
        card_id: answered.card_id,
        card_kind: answered.card_kind,
        word_id: answered.word_id,
        topic_id: answered.topic_id,
        cause,
        due_at,
        rescheduled_at: answered.answered_at,
    };
    world.clock.advance(TimeDelta::minutes(12));
    assert_eq!(listed(&world, &teacher).await[0]["due"], 1);
    world.deliver(2, moved(RescheduleCause::Suspended, None)).await;
    assert_eq!(listed(&world, &teacher).await[0]["due"], 0);
    world.deliver(4, moved(RescheduleCause::Resumed, Some(answered.due_at))).await;
    world.deliver(3, moved(RescheduleCause::Suspended, None)).await;
    assert_eq!(listed(&world, &teacher).await[0]["due"], 1, "what is older comes too late");
    world.deliver(5, CardReviewed { set_aside: true, ..answer(student, 1, Rating::Again) }).await;
    assert_eq!(listed(&world, &teacher).await[0]["due"], 0, "a leech");
}

#[tokio::test]
async fn hard_words_are_shown_by_topic() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    world.deliver(1, topic()).await;
    world.deliver(1, answer(student, 1, Rating::Good)).await;
    world.deliver(1, answer(student, 2, Rating::Again)).await;
    let answer = world.api.get(format!("{STUDENTS}/{student}")).as_(&teacher).send().await;
    assert_json_snapshot!(answer, { ".body.studentId" => "[id]" }, @r#"
    {
      "body": {
        "answers": 2,
        "correct": 1,
        "due": 0,
        "lastActiveAt": "2025-03-03T09:02:00.000Z",
        "studentId": "[id]",
        "topics": [
          {
            "hardWords": [
              {
                "answers": 1,
                "mistakes": {
                  "wrong": 1
                },
                "wordId": "00000000-0000-0000-0000-000000000002",
                "wrong": 1
              }
            ],
            "title": "Eten",
            "topicId": "00000000-0000-0000-0000-000000000064"
          }
        ]
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn a_student_who_is_no_longer_taught_is_gone() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    world.link(&teacher, student, false, 2).await;
    world.link(&teacher, student, true, 1).await;
    assert_eq!(listed(&world, &teacher).await.len(), 0);
    world.api.get(format!("{STUDENTS}/{student}")).as_(&teacher).send().await.expect(404);
}

#[tokio::test]
async fn a_class_is_paged() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    for _ in 0..5 {
        world.link(&teacher, Caller::student().id(), true, 1).await;
    }
    let mut path = format!("{STUDENTS}?limit=2");
    let mut sizes = Vec::new();
    loop {
        let page = world.api.get(path.clone()).as_(&teacher).send().await.expect(200).json();
        sizes.push(page["items"].as_array().map_or(0, Vec::len));
        match page["nextCursor"].as_str() {
            Some(cursor) => path = format!("{STUDENTS}?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(sizes, [2, 2, 1]);
}

#[tokio::test]
async fn a_cursor_of_another_teacher_opens_nothing() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    for _ in 0..3 {
        world.link(&teacher, Caller::student().id(), true, 1).await;
    }
    let page = world.api.get(format!("{STUDENTS}?limit=1")).as_(&teacher).send().await.expect(200).json();
    let stolen = format!("{STUDENTS}?cursor={}", page["nextCursor"].as_str().expect("a cursor"));
    world.api.get(stolen).as_(&Caller::teacher()).send().await.expect(422);
}
