use crate::support::{STUDENTS, TABLE, World, answer, at, topic, topic_id, undone};
use chrono::TimeDelta;
use events::{
    Level,
    thematic_cards::{CardRescheduled, CardReviewed, Rating, RescheduleCause, TopicMastered},
};
use ids::{CardId, TopicId, UserId};
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::Caller;
use uuid::Uuid;

/// A teacher with one student.
async fn pair(world: &World) -> (Caller, UserId) {
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    (teacher, student)
}

async fn listed(world: &World, teacher: &Caller) -> Vec<Value> {
    page(world, teacher, "").await["items"].as_array().expect("items").clone()
}

async fn page(world: &World, teacher: &Caller, query: &str) -> Value {
    let teacher = teacher.clone().logged_in_at(world.clock.now());
    world.api.get(format!("{STUDENTS}{query}")).as_(&teacher).send().await.expect(200).json()
}

async fn of_student(world: &World, teacher: &Caller, student: UserId, what: &str) -> Value {
    page(world, teacher, &format!("/{student}{what}")).await
}

#[tokio::test]
async fn a_teacher_without_students_sees_an_empty_list() {
    let world = World::new().await;
    assert_eq!(listed(&world, &Caller::teacher()).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_student_who_did_nothing_yet_is_there() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let nothing = json!({
        "studentId": student, "needs": [], "due": { "today": 0, "coming": [0, 0, 0, 0, 0, 0, 0] },
        "answers": 0, "correct": 0, "weekAnswers": 0, "weekMinutes": 0, "leeches": 0,
    });
    assert_eq!(listed(&world, &teacher).await, [nothing]);
}

#[tokio::test]
async fn answers_are_counted_once_however_often_they_come() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    for _ in 0..3 {
        let right = CardReviewed { duration_ms: Some(50_000), ..answer(student, 1, Rating::Good) };
        world.deliver(1, right).await;
        world.deliver(1, answer(student, 2, Rating::Again)).await;
    }
    let seen = &listed(&world, &teacher).await[0];
    assert_eq!(
        (&seen["answers"], &seen["correct"], &seen["due"]["today"]),
        (&json!(2), &json!(1), &json!(2))
    );
    assert_eq!((&seen["weekAnswers"], &seen["weekMinutes"]), (&json!(2), &json!(1)));
    assert_eq!(seen["lastActiveAt"], "2025-03-03T09:02:00.000Z");
}

#[tokio::test]
async fn true_retention_counts_learnt_cards_that_were_due_within_thirty_days() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let due = |n, recalled_when_due| CardReviewed { recalled_when_due, ..answer(student, n, Rating::Good) };
    for (n, recalled) in [(1, Some(true)), (2, Some(true)), (3, Some(false)), (4, None)] {
        world.deliver(1, due(n, recalled)).await;
    }
    let retention = async || listed(&world, &teacher).await[0]["trueRetention"].as_f64();
    assert!((retention().await.expect("a share") - 2.0 / 3.0).abs() < 1e-9);

    world.clock.advance(TimeDelta::days(29));
    assert!(retention().await.is_some());
    world.clock.advance(TimeDelta::days(1));
    assert_eq!(retention().await, None);
}

#[tokio::test]
async fn retention_is_held_against_what_the_student_desires() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    // Three of four are recalled: too few of nine in ten, enough of eight in ten.
    for n in 1..=60 {
        let recalled = Some(n % 4 != 0);
        world
            .deliver(1, CardReviewed { recalled_when_due: recalled, ..answer(student, n, Rating::Good) })
            .await;
    }
    let needs = async || listed(&world, &teacher).await[0]["needs"].clone();
    let low = needs().await;
    let low = low.as_array().expect("needs").iter().find(|need| need["code"] == "low-retention");
    assert_eq!(low.expect("a need")["desired"], 0.9, "nobody told");

    let desired = CardReviewed { desired_retention: Some(0.8), ..answer(student, 61, Rating::Good) };
    world.deliver(1, desired).await;
    let codes = needs().await.as_array().expect("needs").iter().all(|need| need["code"] != "low-retention");
    assert!(codes, "{}", needs().await);
}

#[tokio::test]
async fn cards_are_told_by_the_day_on_which_they_are_due() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    // The day of study ends at 04:00, 03:00 UTC in winter.
    for (n, due_at) in [
        (1, "2025-02-01T12:00:00Z"),
        (2, "2025-03-04T02:59:59Z"),
        (3, "2025-03-04T03:00:00Z"),
        (4, "2025-03-11T02:59:59Z"),
        (5, "2025-03-11T03:00:00Z"),
    ] {
        let due_at = at(due_at);
        world.deliver(1, CardReviewed { due_at, ..answer(student, n, Rating::Good) }).await;
    }
    let due = &listed(&world, &teacher).await[0]["due"];
    assert_eq!(*due, json!({ "today": 2, "coming": [1, 0, 0, 0, 0, 0, 1] }));
}

#[tokio::test]
async fn an_older_state_of_a_card_does_not_move_its_due_date() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let mut newer = answer(student, 1, Rating::Good);
    newer.due_at += TimeDelta::days(30);
    world.deliver(5, newer).await;
    world.deliver(4, answer(student, 1, Rating::Again)).await;
    let seen = &listed(&world, &teacher).await[0];
    assert_eq!((&seen["due"]["today"], &seen["answers"]), (&json!(0), &json!(2)));
}

#[tokio::test]
async fn an_answer_that_is_taken_back_counts_no_more() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    world.deliver(1, topic()).await;
    let wrong = CardReviewed {
        recalled_when_due: Some(false),
        lapses: 8,
        duration_ms: Some(60_000),
        ..answer(student, 1, Rating::Again)
    };
    world.deliver(1, wrong.clone()).await;
    let before = &listed(&world, &teacher).await[0];
    assert_eq!(
        (&before["answers"], &before["leeches"], &before["due"]["today"]),
        (&json!(1), &json!(1), &json!(1))
    );
    for _ in 0..2 {
        world.deliver(2, undone(&wrong)).await;
    }
    let seen = &listed(&world, &teacher).await[0];
    for counted in ["answers", "correct", "weekAnswers", "weekMinutes", "leeches"] {
        assert_eq!(seen[counted], 0, "{counted}");
    }
    assert_eq!(seen["due"]["today"], 0);
    assert_eq!(seen.get("trueRetention"), None);
    let words = of_student(&world, &teacher, student, "/hard-words").await;
    assert_eq!(words["items"], json!([]), "and was no hard word");
    let mistakes = of_student(&world, &teacher, student, "/mistakes").await;
    assert_eq!(mistakes["kinds"], json!([]));
}

#[tokio::test]
async fn an_answer_that_is_taken_back_before_it_is_heard_of_counts_nothing() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let wrong = CardReviewed { lapses: 8, ..answer(student, 1, Rating::Again) };
    world.deliver(2, undone(&wrong)).await;
    assert_eq!(listed(&world, &teacher).await[0]["answers"], 0);
    world.deliver(1, wrong).await;
    let seen = &listed(&world, &teacher).await[0];
    assert_eq!(
        (&seen["answers"], &seen["leeches"], &seen["due"]["today"]),
        (&json!(0), &json!(0), &json!(0))
    );
}

#[tokio::test]
async fn a_card_that_is_set_aside_is_not_due() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let answered = CardReviewed { lapses: 8, ..answer(student, 1, Rating::Again) };
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
    let due = async || listed(&world, &teacher).await[0]["due"].clone();
    assert_eq!(due().await["today"], 1);
    world.deliver(2, moved(RescheduleCause::Suspended, None)).await;
    assert_eq!(due().await["today"], 0);
    world.deliver(4, moved(RescheduleCause::Resumed, Some(answered.due_at))).await;
    world.deliver(3, moved(RescheduleCause::Settings, None)).await;
    assert_eq!(due().await["today"], 1, "what is older comes too late");
    let tomorrow = answered.due_at + TimeDelta::days(1);
    world.deliver(5, moved(RescheduleCause::Buried, Some(tomorrow))).await;
    assert_eq!(due().await, json!({ "today": 0, "coming": [1, 0, 0, 0, 0, 0, 0] }));
    assert_eq!(listed(&world, &teacher).await[0]["leeches"], 1, "it is the same card");
    world.deliver(6, CardReviewed { set_aside: true, repetitions: 2, ..answered.clone() }).await;
    assert_eq!(due().await, json!({ "today": 0, "coming": [0, 0, 0, 0, 0, 0, 0] }));
}

#[tokio::test]
async fn who_does_nothing_for_a_week_needs_help() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let another = Caller::student().id();
    world.link(&teacher, another, true, 1).await;
    world.deliver(1, answer(student, 1, Rating::Good)).await;
    let needs = async |student: UserId| {
        let class = listed(&world, &teacher).await;
        let seen = class.iter().find(|seen| seen["studentId"] == student.to_string());
        seen.expect("the student")["needs"].clone()
    };
    world.clock.advance(TimeDelta::days(6));
    assert_eq!(needs(student).await, json!([]));
    world.clock.advance(TimeDelta::days(1));
    assert_eq!(needs(student).await, json!([{ "code": "inactive", "days": 7 }]));
    assert_eq!(needs(another).await, json!([{ "code": "inactive", "days": 7 }]), "who never began");
}

#[tokio::test]
async fn cards_that_become_leeches_are_counted_once_and_shown() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    world.deliver(1, topic()).await;
    for n in 1..=3 {
        let forgotten = |lapses| CardReviewed { lapses, ..answer(student, n, Rating::Again) };
        for _ in 0..2 {
            world.deliver(7, forgotten(7)).await;
            world.deliver(8, forgotten(8)).await;
            world.deliver(9, forgotten(9)).await;
        }
    }
    let seen = &listed(&world, &teacher).await[0];
    assert_eq!(
        (&seen["leeches"], &seen["needs"]),
        (&json!(3), &json!([{ "code": "leeches", "leeches": 3 }]))
    );
    let detail = of_student(&world, &teacher, student, "").await;
    let leeches = detail["leechCards"].as_array().expect("leeches");
    assert_eq!(leeches.len(), 3);
    assert_eq!(
        (&leeches[0]["lapses"], &leeches[0]["since"]),
        (&json!(9), &json!("2025-03-03T09:03:00.000Z"))
    );
    let words = of_student(&world, &teacher, student, "/hard-words").await;
    assert_eq!(words["items"][0]["lapses"], 9);
}

#[tokio::test]
async fn a_student_is_shown_with_days_mistakes_and_hard_words() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    world.deliver(1, topic()).await;
    world.deliver(1, answer(student, 1, Rating::Good)).await;
    world.deliver(1, answer(student, 2, Rating::Again)).await;
    world.deliver(1, mastered(student, topic_id(), 3)).await;
    let answer = world.api.get(format!("{STUDENTS}/{student}")).as_(&teacher).send().await;
    assert_json_snapshot!(answer, { ".body.studentId" => "[id]" }, @r#"
    {
      "body": {
        "answers": 2,
        "cohorts": [],
        "correct": 1,
        "days": [
          {
            "answers": 2,
            "correct": 1,
            "day": "2025-03-03",
            "minutes": 0
          }
        ],
        "due": {
          "coming": [
            0,
            0,
            0,
            0,
            0,
            0,
            0
          ],
          "today": 2
        },
        "lastActiveAt": "2025-03-03T09:02:00.000Z",
        "leechCards": [],
        "leeches": 0,
        "masteredTopics": [
          {
            "level": "A1",
            "masteredAt": "2025-03-04T09:00:00.000Z",
            "title": "Eten",
            "topicId": "00000000-0000-0000-0000-000000000064",
            "words": 28
          }
        ],
        "mistakes": [
          {
            "count": 1,
            "kind": "wrong",
            "share": 1.0
          }
        ],
        "needs": [],
        "ownWords": [],
        "studentId": "[id]",
        "topics": [
          {
            "hardWords": [
              {
                "answers": 1,
                "lapses": 0,
                "mistakes": {
                  "wrong": 1
                },
                "topicId": "00000000-0000-0000-0000-000000000064",
                "topicTitle": "Eten",
                "wordId": "00000000-0000-0000-0000-000000000002",
                "wrong": 1
              }
            ],
            "title": "Eten",
            "topicId": "00000000-0000-0000-0000-000000000064"
          }
        ],
        "weekAnswers": 2,
        "weekMinutes": 0
      },
      "status": 200
    }
    "#);
}

fn mastered(student: UserId, topic_id: TopicId, days: i64) -> TopicMastered {
    let mastered_at = at("2025-03-01T09:00:00Z") + TimeDelta::days(days);
    TopicMastered { user_id: student, topic_id, level: Level::A1, words: 28, mastered_at }
}

#[tokio::test]
async fn a_topic_that_is_mastered_again_is_shown_once_as_of_the_last_time() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    for days in [2, 5, 2, 5, 1] {
        world.deliver(1, mastered(student, topic_id(), days)).await;
    }
    world.deliver(1, mastered(student, TopicId::new(Uuid::from_u128(101)), 9)).await;
    let detail = of_student(&world, &teacher, student, "").await;
    let topics: Vec<_> = detail["masteredTopics"].as_array().expect("topics").iter().collect();
    assert_eq!(topics.len(), 2);
    assert_eq!(topics[1]["masteredAt"], "2025-03-06T09:00:00.000Z");
}

/// Words 1 and 2 of one topic, 3 of another: 1 is wrong once of once, 2 always, 3 was forgotten most often.
async fn three_hard_words(world: &World, student: UserId) {
    world.deliver(1, answer(student, 1, Rating::Again)).await;
    for n in 0..4_u128 {
        let card_id = CardId::new(Uuid::from_u128(n));
        world.deliver(1, CardReviewed { card_id, ..answer(student, 2, Rating::Again) }).await;
    }
    let topic_id = TopicId::new(Uuid::from_u128(200));
    let forgotten = |sequence, rating, recalled| CardReviewed {
        topic_id,
        lapses: 3,
        recalled_when_due: Some(recalled),
        repetitions: sequence,
        ..answer(student, 3, rating)
    };
    world.deliver(1, forgotten(1, Rating::Again, false)).await;
    world.deliver(2, forgotten(2, Rating::Good, true)).await;
}

async fn words(world: &World, teacher: &Caller, student: UserId, query: &str) -> Vec<u64> {
    let found = of_student(world, teacher, student, &format!("/hard-words{query}")).await;
    let last = |word: &Value| {
        let id: Uuid = word["wordId"].as_str().expect("an id").parse().expect("an id");
        u64::try_from(id.as_u128()).expect("a small one")
    };
    found["items"].as_array().expect("words").iter().map(last).collect()
}

#[tokio::test]
async fn hard_words_come_in_the_order_that_is_asked_for() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    three_hard_words(&world, student).await;
    assert_eq!(words(&world, &teacher, student, "").await, [2, 1, 3]);
    assert_eq!(words(&world, &teacher, student, "?sort=-lapses").await, [3, 2, 1]);
    assert_eq!(words(&world, &teacher, student, "?sort=trueRetention&limit=1").await, [3]);
    let of_topic = format!("?topicId={}", topic_id());
    assert_eq!(words(&world, &teacher, student, &of_topic).await, [2, 1]);
    let path = format!("{STUDENTS}/{student}/hard-words?sort=hardness");
    world.api.get(path).as_(&teacher).send().await.expect(422);
}

#[tokio::test]
async fn kinds_of_mistakes_are_told_by_month_and_week_and_an_absurd_one_is_another() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    for (n, mistakes) in [(1, vec!["article", "typo"]), (2, vec!["article"]), (3, vec!["$set", "a.b"])] {
        let mistakes = mistakes.into_iter().map(str::to_owned).collect();
        world.deliver(1, CardReviewed { mistakes, ..answer(student, n, Rating::Again) }).await;
    }
    let seen = of_student(&world, &teacher, student, "/mistakes").await;
    let kinds = json!([
        { "kind": "article", "count": 2, "share": 0.4 },
        { "kind": "other", "count": 2, "share": 0.4 },
        { "kind": "typo", "count": 1, "share": 0.2 },
    ]);
    assert_eq!(seen["kinds"], kinds);
    assert_eq!(seen["weeks"].as_array().map(Vec::len), Some(6));
    assert_eq!(seen["weeks"][0], json!({ "isoWeek": "2025-W10", "answers": 3, "kinds": kinds }));
    assert_eq!(seen["weeks"][1], json!({ "isoWeek": "2025-W09", "answers": 0, "kinds": [] }));
}

#[tokio::test]
async fn a_student_who_is_no_longer_taught_is_gone() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    world.link(&teacher, student, false, 2).await;
    world.link(&teacher, student, true, 1).await;
    assert_eq!(listed(&world, &teacher).await.len(), 0);
    for what in ["", "/hard-words", "/mistakes"] {
        world.api.get(format!("{STUDENTS}/{student}{what}")).as_(&teacher).send().await.expect(404);
    }
}

#[tokio::test]
async fn a_selection_is_by_need_and_who_needs_help_comes_first() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    let students: Vec<_> = (1..=4).map(|n| UserId::new(Uuid::from_u128(n))).collect();
    for student in &students {
        world.link(&teacher, *student, true, 1).await;
    }
    world.clock.advance(TimeDelta::days(8));
    let now = world.clock.now();
    for student in [students[0], students[2]] {
        let today = CardReviewed {
            answered_at: now,
            due_at: now + TimeDelta::days(9),
            ..answer(student, 1, Rating::Good)
        };
        world.deliver(1, today).await;
    }
    let chosen = async |query: &str| {
        let page = page(&world, &teacher, query).await;
        let id = |seen: &Value| seen["studentId"].as_str().expect("an id").parse().expect("an id");
        page["items"].as_array().expect("items").iter().map(id).collect::<Vec<UserId>>()
    };
    let [a, b, c, d] = [students[0], students[1], students[2], students[3]];
    assert_eq!(chosen("").await, [b, d, a, c]);
    assert_eq!(chosen("?needsHelp=true").await, [b, d]);
    assert_eq!(chosen("?needsHelp=false").await, [a, c]);
    assert_eq!(chosen("?need=inactive").await, [b, d]);
    assert_eq!(chosen("?need=leeches").await, []);
    assert_eq!(chosen("?sort=weekAnswers").await, [b, d, a, c]);
    assert_eq!(chosen("?sort=lastActiveAt").await, [b, d, a, c]);
    for absurd in ["?sort=name", "?need=love", "?needsHelp=perhaps"] {
        let teacher = teacher.clone().logged_in_at(world.clock.now());
        world.api.get(format!("{STUDENTS}{absurd}")).as_(&teacher).send().await.expect(422);
    }
}

#[tokio::test]
async fn a_class_is_paged() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    for _ in 0..5 {
        world.link(&teacher, Caller::student().id(), true, 1).await;
    }
    let mut query = "?limit=2".to_owned();
    let mut sizes = Vec::new();
    loop {
        let page = page(&world, &teacher, &query).await;
        sizes.push(page["items"].as_array().map_or(0, Vec::len));
        match page["nextCursor"].as_str() {
            Some(cursor) => query = format!("?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(sizes, [2, 2, 1]);
}

#[tokio::test]
async fn a_cursor_opens_no_other_list() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    for _ in 0..3 {
        world.link(&teacher, Caller::student().id(), true, 1).await;
    }
    let page = page(&world, &teacher, "?limit=1").await;
    let cursor = page["nextCursor"].as_str().expect("a cursor");
    let stolen = format!("{STUDENTS}?cursor={cursor}");
    world.api.get(stolen).as_(&Caller::teacher()).send().await.expect(422);
    for another in ["sort=-due", "needsHelp=false", "need=inactive"] {
        let path = format!("{STUDENTS}?{another}&cursor={cursor}");
        world.api.get(path).as_(&teacher).send().await.expect(422);
    }
}

#[tokio::test]
async fn the_table_has_a_row_a_student_and_no_name() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), UserId::new(Uuid::from_u128(1)));
    world.link(&teacher, student, true, 1).await;
    let due = CardReviewed {
        recalled_when_due: Some(true),
        duration_ms: Some(60_000),
        ..answer(student, 1, Rating::Good)
    };
    world.deliver(1, due).await;
    world.deliver(1, answer(student, 2, Rating::Again)).await;
    let table = world.api.get(TABLE).as_(&teacher).send().await.expect(200);
    assert_eq!(table.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
    assert_eq!(table.header("content-disposition"), Some("attachment; filename=\"students.csv\""));
    assert_eq!(table.header("cache-control"), Some("no-store"));
    let text = String::from_utf8(table.bytes().to_vec()).expect("text");
    insta::assert_snapshot!(text.replace("\r\n", "\n"), @"
    student_id,needs,due_today,due_in_7_days,answers,correct,answers_7_days,minutes_7_days,answers_30_days,true_retention_30_days,mistakes_30_days,leeches,last_active_at
    00000000-0000-0000-0000-000000000001,,2,0,2,1,2,1,2,1.0000,1,0,2025-03-03T09:02:00.000Z
    ");
}

#[tokio::test]
async fn facts_of_long_ago_count_in_all_and_on_no_day() {
    let world = World::new().await;
    let (teacher, student) = pair(&world).await;
    let long_ago = at("2024-01-01T12:00:00Z");
    let late = CardReviewed { answered_at: long_ago, ..answer(student, 1, Rating::Again) };
    world.deliver(1, late).await;
    let seen = &listed(&world, &teacher).await[0];
    assert_eq!((&seen["answers"], &seen["weekAnswers"]), (&json!(1), &json!(0)));
    assert_eq!(
        seen["needs"],
        json!([{ "code": "inactive", "days": 427 }]),
        "from one day of study to the other"
    );
}
