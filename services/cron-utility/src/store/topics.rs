//! Topics that students have mastered.

use chrono::{DateTime, Utc};
use documents::set_if_newer;
use events::thematic_cards::TopicMastered;
use futures::TryStreamExt;
use ids::{TopicId, UserId};
use mongodb::{
    Collection, Database, IndexModel,
    bson::{DateTime as BsonDate, Document, doc},
};
use serde::Deserialize;

fn topics(database: &Database) -> Collection<Document> {
    database.collection("topics_of_students")
}

/// Makes the indexes that the queries need.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> mongodb::error::Result<()> {
    let mastered = IndexModel::builder().keys(doc! { "student_id": 1, "mastered_at": -1 }).build();
    topics(database).create_index(mastered).await.map(drop)
}

/// Keeps that a topic was mastered. It may be told again when the topic has changed: the latest stands.
///
/// # Errors
/// The store.
pub async fn record(database: &Database, fact: &TopicMastered) -> mongodb::error::Result<()> {
    let fields = doc! {
        "student_id": fact.user_id.to_string(),
        "topic_id": fact.topic_id.to_string(),
        "level": fact.level.as_str(),
        "words": i64::from(fact.words),
        "mastered_at": BsonDate::from_chrono(fact.mastered_at),
    };
    let id = format!("{}/{}", fact.user_id, fact.topic_id);
    let at = fact.mastered_at.timestamp_millis();
    set_if_newer(&topics(database), id, "sequence", at, fields).await
}

/// A topic that a student has mastered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MasteredTopic {
    /// The topic.
    pub topic_id: TopicId,
    /// Its level.
    pub level: String,
    /// How many words it had.
    pub words: i64,
    /// When.
    #[serde(with = "documents::instant")]
    pub mastered_at: DateTime<Utc>,
}

/// The topics that a student has mastered, the latest first.
///
/// # Errors
/// The store.
pub async fn mastered(database: &Database, student: UserId) -> mongodb::error::Result<Vec<MasteredTopic>> {
    let of_student = doc! { "student_id": student.to_string() };
    let latest_first = doc! { "mastered_at": -1, "topic_id": 1 };
    let topics = topics(database).clone_with_type::<MasteredTopic>();
    topics.find(of_student).sort(latest_first).await?.try_collect().await
}
