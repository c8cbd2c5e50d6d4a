use crate::support::{World, archived, word, word_id};
use chrono::TimeDelta;
use events::{
    admin::ContentKind,
    thematic_cards::{CardKind, TopicMastered},
};
use testing::Caller;

/// Recalls a word until it is remembered for weeks.
async fn learn(world: &World, student: &Caller, lemma: &str, from: u128) {
    for n in from..from + 4 {
        world.rate(student, lemma, CardKind::Recall, n, "easy").await.expect(201);
        world.clock.advance(TimeDelta::days(30));
    }
}

async fn told(world: &World) -> Vec<i32> {
    world.hear_itself().await;
    world.published::<TopicMastered>().await.iter().map(|mastered| mastered.words).collect()
}

#[tokio::test]
async fn a_topic_is_mastered_by_its_last_word_and_told_once() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    learn(&world, &student, "brood", 1).await;
    assert_eq!(told(&world).await, [0; 0]);
    learn(&world, &student, "water", 10).await;
    assert_eq!(told(&world).await, [2]);
    world.rate(&student, "water", CardKind::Recall, 20, "easy").await.expect(201);
    assert_eq!(told(&world).await, [2]);
}

#[tokio::test]
async fn another_word_is_to_be_mastered_too_and_told_again() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    learn(&world, &student, "brood", 1).await;
    assert_eq!(told(&world).await, [1]);
    world.publish(word("water", 1)).await;
    world.rate(&student, "brood", CardKind::Recall, 9, "easy").await.expect(201);
    assert_eq!(told(&world).await, [1]);
    learn(&world, &student, "water", 10).await;
    let mut told = told(&world).await;
    told.sort_unstable();
    assert_eq!(told, [1, 2]);
}

#[tokio::test]
async fn a_word_that_is_taught_no_more_is_not_waited_for() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    world.archive(archived(word_id("water"), ContentKind::Word, 2)).await;
    learn(&world, &student, "brood", 1).await;
    assert_eq!(told(&world).await, [1]);
}

#[tokio::test]
async fn recognition_is_no_mastery() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    for n in 1..5 {
        world.rate(&student, "brood", CardKind::Recognition, n, "easy").await.expect(201);
        world.clock.advance(TimeDelta::days(30));
    }
    assert_eq!(told(&world).await, [0; 0]);
}
