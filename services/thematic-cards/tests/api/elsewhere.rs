//! What a student answers in their own dictionary is not asked here on the same day.

use crate::support::{World, session_id, word_id};
use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use events::{
    PartOfSpeech,
    learning_cards::{WordAsk, WordReviewed, WordStage, WordStep},
    thematic_cards::Rating,
};
use ids::{EventId, OwnWordId, ReviewId};
use scheduler::{day_start, study_day};
use serde_json::json;
use testing::Caller;
use uuid::Uuid;

fn answered(world: &World, student: &Caller, lemma: &str) -> WordReviewed {
    let at = world.clock.now();
    WordReviewed {
        user_id: student.id(),
        review_id: ReviewId::new(Uuid::from_u128(1)),
        word_id: OwnWordId::new(Uuid::from_u128(2)),
        lemma: Some(lemma.to_owned()),
        part_of_speech: PartOfSpeech::Noun,
        taught_word_ids: Vec::new(),
        asked: WordAsk::Recall,
        rating: Rating::Good,
        correct: true,
        self_rated: false,
        mistakes: Vec::new(),
        step: WordStep::Passed,
        stage_before: WordStage::Learning,
        stage_after: WordStage::Learning,
        cycles_passed: 2,
        lapses: 0,
        iso_week: "2025-W10".into(),
        duration_ms: None,
        scheduler: "cohort/1".into(),
        answered_at: at,
        received_at: at,
    }
}

async fn asked(world: &World, student: &Caller, session: u128) -> Vec<serde_json::Value> {
    let session = world.arrange(student, session_id(session), &json!({})).await.expect(201).json();
    session["cards"].as_array().expect("cards").iter().map(|card| card["wordId"].clone()).collect()
}

#[tokio::test]
async fn a_word_that_was_answered_there_waits_until_tomorrow() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    for _ in 0..2 {
        world.deliver(EventId::new(Uuid::from_u128(1)), answered(&world, &student, "Brood")).await;
    }
    assert_eq!(asked(&world, &student, 1).await, [json!(word_id("water"))]);
    assert_eq!(asked(&world, &Caller::student(), 2).await.len(), 2, "by this student");
    world.clock.advance(TimeDelta::days(1));
    assert_eq!(asked(&world, &student, 3).await.len(), 2);
}

#[tokio::test]
async fn a_word_that_was_answered_there_is_taken_along_for_tomorrow() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    world.deliver(EventId::new(Uuid::from_u128(1)), answered(&world, &student, "brood")).await;
    let along = world.get(&student, "/offline?days=2").await;
    let waits: std::collections::BTreeMap<_, _> = along["cards"]
        .as_array()
        .expect("cards")
        .iter()
        .map(|card| {
            (card["card"]["word"]["lemma"].as_str().expect("a lemma"), card.get("notBefore").is_some())
        })
        .collect();
    assert_eq!(waits, [("brood", true), ("water", false)].into());
    let until = along["cards"].as_array().expect("cards").iter().find_map(|card| card.get("notBefore"));
    let until: DateTime<Utc> = until.and_then(|at| at.as_str()?.parse().ok()).expect("an instant");
    assert_eq!(until, day_start(study_day(world.clock.now(), Amsterdam) + Days::new(1), Amsterdam));
    world.clock.advance(TimeDelta::days(1));
    let along = world.get(&student, "/offline?days=2").await;
    assert!(along["cards"].as_array().expect("cards").iter().all(|card| card.get("notBefore").is_none()));
}

#[tokio::test]
async fn a_word_that_is_named_is_the_same_whatever_its_form() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let named = WordReviewed {
        lemma: None,
        taught_word_ids: vec![word_id("brood")],
        ..answered(&world, &student, "brood")
    };
    world.deliver(EventId::new(Uuid::from_u128(1)), named).await;
    assert_eq!(asked(&world, &student, 1).await, [json!(null); 0]);
}

#[tokio::test]
async fn another_part_of_speech_is_another_word() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let verb = WordReviewed { part_of_speech: PartOfSpeech::Verb, ..answered(&world, &student, "brood") };
    world.deliver(EventId::new(Uuid::from_u128(1)), verb).await;
    assert_eq!(asked(&world, &student, 1).await.len(), 1);
}
