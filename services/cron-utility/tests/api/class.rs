use crate::support::{CLASS, World, answer, topic};
use chrono::TimeDelta;
use events::thematic_cards::{CardReviewed, Rating};
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::Caller;

/// Two students who answered, one who did not, and one of another teacher.
async fn school(world: &World) -> Caller {
    let teacher = Caller::teacher();
    let [anna, boris, clara, stranger] = [(); 4].map(|()| Caller::student().id());
    for student in [anna, boris, clara] {
        world.link(&teacher, student, true, 1).await;
    }
    world.link(&Caller::teacher(), stranger, true, 1).await;
    world.deliver(1, topic()).await;
    for student in [anna, boris, stranger] {
        world.deliver(1, answer(student, 1, Rating::Again)).await;
        let good = CardReviewed { duration_ms: Some(30_000), ..answer(student, 2, Rating::Good) };
        world.deliver(1, good).await;
    }
    world.deliver(1, answer(anna, 3, Rating::Again)).await;
    teacher
}

async fn seen(world: &World, teacher: &Caller, what: &str) -> Value {
    let teacher = teacher.clone().logged_in_at(world.clock.now());
    world.api.get(format!("{CLASS}{what}")).as_(&teacher).send().await.expect(200).json()
}

#[tokio::test]
async fn a_class_is_seen_at_a_glance() {
    let world = World::new().await;
    let teacher = school(&world).await;
    world.clock.advance(TimeDelta::days(7));
    let class = seen(&world, &teacher, "").await;
    assert_json_snapshot!(class, @r#"
    {
      "active": 0,
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
        "today": 5
      },
      "needHelp": 3,
      "needs": [
        {
          "code": "inactive",
          "students": 3
        }
      ],
      "students": 3,
      "weekAnswers": 0,
      "weekMinutes": 0,
      "weeks": [
        {
          "active": 0,
          "answers": 0,
          "isoWeek": "2025-W11",
          "minutes": 0,
          "ownWords": {
            "graduated": 0,
            "students": 0,
            "words": 0
          }
        },
        {
          "active": 2,
          "answers": 5,
          "correct": 0.4,
          "isoWeek": "2025-W10",
          "minutes": 1,
          "ownWords": {
            "graduated": 0,
            "students": 0,
            "words": 0
          }
        },
        {
          "active": 0,
          "answers": 0,
          "isoWeek": "2025-W09",
          "minutes": 0,
          "ownWords": {
            "graduated": 0,
            "students": 0,
            "words": 0
          }
        },
        {
          "active": 0,
          "answers": 0,
          "isoWeek": "2025-W08",
          "minutes": 0,
          "ownWords": {
            "graduated": 0,
            "students": 0,
            "words": 0
          }
        },
        {
          "active": 0,
          "answers": 0,
          "isoWeek": "2025-W07",
          "minutes": 0,
          "ownWords": {
            "graduated": 0,
            "students": 0,
            "words": 0
          }
        },
        {
          "active": 0,
          "answers": 0,
          "isoWeek": "2025-W06",
          "minutes": 0,
          "ownWords": {
            "graduated": 0,
            "students": 0,
            "words": 0
          }
        }
      ]
    }
    "#);
}

#[tokio::test]
async fn a_class_of_nobody_is_empty() {
    let world = World::new().await;
    let class = seen(&world, &Caller::teacher(), "").await;
    assert_eq!((&class["students"], &class["needs"]), (&json!(0), &json!([])));
    assert_eq!(seen(&world, &Caller::teacher(), "/hard-words").await, json!({ "items": [] }));
    assert_eq!(seen(&world, &Caller::teacher(), "/mistakes").await["kinds"], json!([]));
}

#[tokio::test]
async fn hard_words_of_a_class_are_those_of_its_students_together() {
    let world = World::new().await;
    let teacher = school(&world).await;
    let words = seen(&world, &teacher, "/hard-words").await;
    assert_json_snapshot!(words, @r#"
    {
      "items": [
        {
          "answers": 2,
          "lapses": 0,
          "students": 2,
          "topicId": "00000000-0000-0000-0000-000000000064",
          "topicTitle": "Eten",
          "wordId": "00000000-0000-0000-0000-000000000001",
          "wrong": 2
        },
        {
          "answers": 1,
          "lapses": 0,
          "students": 1,
          "topicId": "00000000-0000-0000-0000-000000000064",
          "topicTitle": "Eten",
          "wordId": "00000000-0000-0000-0000-000000000003",
          "wrong": 1
        }
      ]
    }
    "#);
}

#[tokio::test]
async fn mistakes_of_a_class_are_those_of_its_students_together() {
    let world = World::new().await;
    let teacher = school(&world).await;
    let mistakes = seen(&world, &teacher, "/mistakes").await;
    assert_eq!(mistakes["kinds"], json!([{ "kind": "wrong", "count": 3, "share": 1.0 }]));
    assert_eq!(mistakes["weeks"][0]["answers"], 5);
}
