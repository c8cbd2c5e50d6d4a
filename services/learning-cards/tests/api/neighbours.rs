//! What thematic-cards tells: the two modules ask a word once a day between them.

use crate::support::{World, word_id};
use chrono::{DateTime, TimeDelta, Utc};
use events::{
    Level, PartOfSpeech,
    learning_cards::{WordAdded, WordReviewed},
    thematic_cards::{AnswerWay, CardKind, CardReviewed, CardState, Rating, WordChange, WordChanged},
};
use ids::{CardId, ReviewId, TopicId, UserId, WordId};
use testing::Caller;
use uuid::Uuid;

fn taught() -> WordId {
    WordId::new(Uuid::from_u128(500))
}

fn changed(lemma: &str, part_of_speech: PartOfSpeech, change: WordChange, version: i64) -> WordChanged {
    WordChanged {
        topic_id: TopicId::new(Uuid::from_u128(1)),
        word_id: taught(),
        version,
        change,
        lemma: lemma.to_owned(),
        part_of_speech,
        level: Level::A1,
        affects_progress: false,
        changed_at: DateTime::UNIX_EPOCH,
    }
}

fn reviewed(student: UserId, answered_at: DateTime<Utc>) -> CardReviewed {
    CardReviewed {
        user_id: student,
        review_id: ReviewId::new(Uuid::from_u128(1)),
        card_id: CardId::new(Uuid::from_u128(2)),
        card_kind: CardKind::Recall,
        word_id: taught(),
        topic_id: TopicId::new(Uuid::from_u128(1)),
        level: Level::A1,
        study_session_id: None,
        rating: Rating::Good,
        correct: true,
        self_rated: false,
        answer_way: AnswerWay::Typed,
        extra_practice: false,
        mistakes: vec![],
        state_before: CardState::New,
        state_after: CardState::Learning,
        set_aside: false,
        repetitions: 1,
        lapses: 0,
        recalled_when_due: None,
        retrievability_before: None,
        stability_days: None,
        desired_retention: None,
        duration_ms: None,
        scheduler: "fsrs-6/default".to_owned(),
        study_day: None,
        answered_at,
        received_at: answered_at,
        previous_due_at: None,
        due_at: answered_at,
    }
}

#[tokio::test]
async fn a_word_that_a_topic_asked_today_waits_until_tomorrow() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    world.add(&student, "ei").await;
    // The answer may be known before the word is.
    world.tell(reviewed(student.id(), world.clock.now() - TimeDelta::hours(1)), 1).await;
    world.tell(reviewed(Caller::student().id(), world.clock.now()), 1).await;
    world.tell(changed("Brood", PartOfSpeech::Noun, WordChange::Added, 1), 1).await;
    assert_eq!(world.asked(&student, 1).await, [("het ei".to_owned(), "see".to_owned())]);
    let along = world.get(&student, "/offline").await.expect(200).json();
    let held = |place: usize| {
        (along["words"][place]["word"]["lemma"].clone(), along["words"][place].get("notBefore"))
    };
    assert_eq!(held(0), ("ei".into(), None));
    assert_eq!(held(1), ("brood".into(), Some(&"2025-03-04T03:00:00.000Z".into())), "on a device too");
    world.go_to("2025-03-04");
    assert_eq!(world.asked(&student, 2).await.len(), 2);
}

#[tokio::test]
async fn another_kind_of_word_is_another_word() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    world.tell(changed("brood", PartOfSpeech::Verb, WordChange::Added, 1), 1).await;
    world.tell(reviewed(student.id(), world.clock.now()), 1).await;
    assert_eq!(world.asked(&student, 1).await.len(), 1);
}

#[tokio::test]
async fn answers_of_long_ago_are_passed_over() {
    let world = World::new().await;
    let student = Caller::student();
    world.tell(reviewed(student.id(), world.clock.now() - TimeDelta::days(400)), 1).await;
    let seen = world.store.database().collection::<bson::Document>("seen");
    assert_eq!(seen.count_documents(bson::doc! {}).await.expect("the store"), 0);
}

#[tokio::test]
async fn a_word_that_is_taught_is_told_by_its_lemma() {
    let world = World::new().await;
    let student = Caller::student();
    world.tell(changed("brood", PartOfSpeech::Noun, WordChange::Added, 2), 1).await;
    world.tell(changed("water", PartOfSpeech::Noun, WordChange::Changed, 1), 1).await;
    let brood = world.add(&student, "brood").await;
    let told = world.published::<WordAdded>().await;
    assert_eq!(
        (told[0].lemma.as_deref(), told[0].taught_word_ids.as_slice()),
        (Some("brood"), &[taught()][..])
    );
    world.judge(&student, brood, 1, "see", "good").await;
    assert_eq!(world.published::<WordReviewed>().await[0].taught_word_ids, [taught()]);

    world.tell(changed("brood", PartOfSpeech::Noun, WordChange::Withdrawn, 3), 1).await;
    world.clock.advance(TimeDelta::minutes(1));
    world.judge(&student, word_id(&student, "brood"), 2, "see", "good").await;
    assert_eq!(world.published::<WordReviewed>().await[1].lemma, None);
}
