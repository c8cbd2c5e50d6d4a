//! Words that a student answered in another module: they are not asked again on the same day.

use anyhow::Context;
use bson::{Document, doc};
use chrono::{DateTime, Utc};
use documents::instant;
use futures::TryStreamExt;
use ids::{UserId, WordId};
use mongodb::{Collection, Database, IndexModel, options::IndexOptions};
use serde::Deserialize;
use std::{collections::HashSet, time::Duration};

/// Where they are kept.
pub const COLLECTION: &str = "elsewhere";
/// A study day is over by then in every zone.
const KEPT: Duration = Duration::from_secs(3 * 24 * 60 * 60);

/// Makes the indexes. Repeatable.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> anyhow::Result<()> {
    let collection: Collection<Document> = database.collection(COLLECTION);
    let forgotten = IndexOptions::builder().name("forgotten".to_owned()).expire_after(KEPT).build();
    let of_student = IndexOptions::builder().name("of_student".to_owned()).build();
    let indexes = [
        IndexModel::builder().keys(doc! { "answered_at": 1 }).options(forgotten).build(),
        IndexModel::builder().keys(doc! { "student_id": 1, "answered_at": 1 }).options(of_student).build(),
    ];
    collection.create_indexes(indexes).await.context("indexes of words that were asked elsewhere")?;
    Ok(())
}

/// `student` answered `word` at `at`, in another module. Repeatable, and in any order.
///
/// # Errors
/// The store.
pub async fn note(
    database: &Database,
    student: UserId,
    word: WordId,
    at: DateTime<Utc>,
) -> anyhow::Result<()> {
    let collection: Collection<Document> = database.collection(COLLECTION);
    let id = doc! { "_id": format!("{student}/{word}") };
    let update = doc! {
        "$set": { "student_id": student.to_string(), "word_id": word.to_string() },
        "$max": { "answered_at": instant::bson(at) },
    };
    collection.update_one(id, update).upsert(true).await.context("a word that was asked elsewhere")?;
    Ok(())
}

/// The words that `student` answered in another module since `since`.
///
/// # Errors
/// The store.
pub async fn since(
    database: &Database,
    student: UserId,
    since: DateTime<Utc>,
) -> anyhow::Result<HashSet<WordId>> {
    #[derive(Deserialize)]
    struct Noted {
        word_id: WordId,
    }
    let collection: Collection<Noted> = database.collection(COLLECTION);
    let query = doc! { "student_id": student.to_string(), "answered_at": { "$gte": instant::bson(since) } };
    let noted = collection.find(query).await.context("words that were asked elsewhere")?;
    let noted: Vec<Noted> = noted.try_collect().await.context("words that were asked elsewhere")?;
    Ok(noted.into_iter().map(|noted| noted.word_id).collect())
}
