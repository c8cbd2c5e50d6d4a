//! What admin publishes, as it arrives: once, again, late and in any order.

use crate::support::{BASE, World, archived, topic, topic_id, word, word_id};
use events::{
    admin::ContentKind,
    thematic_cards::{TopicRefreshed, WordChange, WordChanged},
};
use serde_json::Value;
use testing::Caller;

async fn topics(world: &World) -> Value {
    world.api.get(format!("{BASE}/topics")).as_(&Caller::student()).send().await.expect(200).json()["items"]
        .clone()
}

#[tokio::test]
async fn a_word_may_come_before_its_topic() {
    let world = World::new().await;
    world.publish(word("brood", 1)).await;
    assert_eq!(topics(&world).await.as_array().map(Vec::len), Some(0));
    world.publish(topic(1)).await;
    assert_eq!(topics(&world).await[0]["words"], 1);
}

#[tokio::test]
async fn the_same_publication_again_tells_nothing() {
    let world = World::new().await;
    for _ in 0..2 {
        world.publish(topic(1)).await;
        world.publish(word("brood", 1)).await;
    }
    assert_eq!(world.published::<TopicRefreshed>().await.len(), 1);
    let changes: Vec<_> =
        world.published::<WordChanged>().await.iter().map(|changed| changed.change).collect();
    assert_eq!(changes, [WordChange::Added]);
}

#[tokio::test]
async fn an_older_version_that_comes_late_is_passed_over() {
    let world = World::new().await;
    world.publish(word("brood", 3)).await;
    world.publish(word("brood", 2)).await;
    let changed = world.published::<WordChanged>().await;
    assert_eq!(changed.iter().map(|changed| changed.version).collect::<Vec<_>>(), [3]);
}

#[tokio::test]
async fn an_archived_word_is_asked_no_more() {
    let world = World::with_words(&["brood", "water"]).await;
    world.archive(archived(word_id("brood"), ContentKind::Word, 2)).await;
    assert_eq!(topics(&world).await[0]["words"], 1);
    let last =
        world.published::<WordChanged>().await.into_iter().find(|one| one.change == WordChange::Withdrawn);
    assert_eq!(last.map(|withdrawn| withdrawn.lemma), Some("brood".into()));
}

#[tokio::test]
async fn an_archived_topic_is_listed_no_more_and_may_come_back() {
    let world = World::with_words(&["brood"]).await;
    world.archive(archived(topic_id(), ContentKind::Topic, 2)).await;
    assert_eq!(topics(&world).await.as_array().map(Vec::len), Some(0));
    world.publish(topic(3)).await;
    assert_eq!(topics(&world).await.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn an_archiving_that_overtakes_its_publication_stands() {
    let world = World::new().await;
    world.archive(archived(topic_id(), ContentKind::Topic, 2)).await;
    world.publish(topic(1)).await;
    assert_eq!(topics(&world).await.as_array().map(Vec::len), Some(0));
}
