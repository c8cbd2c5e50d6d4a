//! What topics teach, and what a student was asked of it today: our copy of what thematic-cards tells.

use crate::domain::{
    entry::{Entry, key_of},
    word::{OwnWord, Recognised},
};
use chrono::{DateTime, Utc};
use documents::set_if_newer;
use events::{
    PartOfSpeech,
    thematic_cards::{WordChange, WordChanged},
};
use futures::TryStreamExt;
use ids::{UserId, WordId};
use mongodb::{
    Collection, Database, IndexModel,
    bson::{Bson, DateTime as BsonDate, Document, doc},
    options::IndexOptions,
};
use serde::Deserialize;
use std::{collections::HashSet, time::Duration};

/// How long it is remembered that a word was asked in a topic: longer than the day that it matters on, in any zone.
pub const SEEN_FOR: Duration = Duration::from_secs(3 * 24 * 60 * 60);
/// Words of one key that topics teach, at most.
const MOST_TAUGHT: i64 = 50;

fn taught<T: Send + Sync>(database: &Database) -> Collection<T> {
    database.collection("taught")
}

fn seen<T: Send + Sync>(database: &Database) -> Collection<T> {
    database.collection("seen")
}

/// Makes the indexes that the queries need.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> mongodb::error::Result<()> {
    let by_key = IndexModel::builder().keys(doc! { "key": 1 }).build();
    taught::<Document>(database).create_index(by_key).await?;
    let of_student = IndexModel::builder().keys(doc! { "student_id": 1, "answered_at": 1 }).build();
    seen::<Document>(database).create_index(of_student).await?;
    let forgotten = IndexOptions::builder().expire_after(SEEN_FOR).build();
    let forgotten = IndexModel::builder().keys(doc! { "noted_at": 1 }).options(forgotten).build();
    seen::<Document>(database).create_index(forgotten).await.map(drop)
}

/// Keeps a word of a topic, unless something newer is known of it.
///
/// # Errors
/// The store.
pub async fn record(database: &Database, changed: &WordChanged) -> mongodb::error::Result<()> {
    let fields = doc! {
        "key": key_of(&changed.lemma),
        "part_of_speech": changed.part_of_speech.as_str(),
        "taught": changed.change != WordChange::Withdrawn,
    };
    let id = changed.word_id.to_string();
    set_if_newer(&taught(database), id, "sequence", changed.version, fields).await
}

#[derive(Deserialize)]
struct Taught {
    #[serde(rename = "_id")]
    word_id: WordId,
    key: String,
    part_of_speech: PartOfSpeech,
}

/// What others know of a word with this key.
///
/// # Errors
/// The store.
pub async fn recognised(database: &Database, key: &str, entry: &Entry) -> mongodb::error::Result<Recognised> {
    let same = doc! { "key": key, "taught": true };
    let found: Vec<Taught> =
        taught(database).find(same).sort(doc! { "_id": 1 }).limit(MOST_TAUGHT).await?.try_collect().await?;
    let same = found.into_iter().filter(|word| entry.is_kind(word.part_of_speech));
    Ok(Recognised { taught: same.map(|word| word.word_id).collect() })
}

/// Notes that `student` was asked a word of a topic.
///
/// # Errors
/// The store.
pub async fn see(
    database: &Database,
    student: UserId,
    word: WordId,
    answered_at: DateTime<Utc>,
) -> mongodb::error::Result<()> {
    let id = doc! { "_id": format!("{student}/{word}") };
    let latest = doc! {
        "$max": { "answered_at": BsonDate::from_chrono(answered_at) },
        "$set": { "student_id": student.to_string(), "word_id": word.to_string() },
        "$currentDate": { "noted_at": true },
    };
    seen::<Document>(database).update_one(id, latest).upsert(true).await.map(drop)
}

/// Whether `word` is among words that were seen.
pub fn has(seen: &HashSet<(String, PartOfSpeech)>, word: &OwnWord) -> bool {
    seen.iter().any(|(key, kind)| *key == word.key && word.entry.is_kind(*kind))
}

/// The keys of the words that `student` was asked in topics since `since`, with what kind of word each is.
///
/// # Errors
/// The store.
pub async fn seen_since(
    database: &Database,
    student: UserId,
    since: DateTime<Utc>,
) -> mongodb::error::Result<HashSet<(String, PartOfSpeech)>> {
    #[derive(Deserialize)]
    struct Seen {
        word_id: String,
    }
    let today =
        doc! { "student_id": student.to_string(), "answered_at": { "$gte": BsonDate::from_chrono(since) } };
    let found: Vec<Seen> = seen(database).find(today).await?.try_collect().await?;
    if found.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: Vec<Bson> = found.into_iter().map(|seen| seen.word_id.into()).collect();
    let words: Vec<Taught> =
        taught(database).find(doc! { "_id": { "$in": ids } }).await?.try_collect().await?;
    Ok(words.into_iter().map(|word| (word.key, word.part_of_speech)).collect())
}
