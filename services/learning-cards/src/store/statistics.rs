//! How a student's words stand, in numbers.

use crate::domain::{entry::Entry, word::OwnWord};
use bson::{Document, doc};
use chrono::{DateTime, Utc};
use documents::Aggregate;
use futures::TryStreamExt;
use ids::{OwnWordId, UserId};
use mongodb::{Collection, Database};
use scheduler::{
    Week,
    cohort::{Ask, Progress, Stage},
};
use serde::Deserialize;
use std::collections::HashMap;

fn words(database: &Database) -> Collection<Document> {
    database.collection(OwnWord::COLLECTION)
}

/// Words that go through the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct OfStage {
    /// What they go through.
    #[serde(rename = "_id")]
    pub stage: Stage,
    /// How many they are.
    pub words: i64,
    /// Answers to them.
    pub answers: i64,
    /// Right ones of those.
    pub correct: i64,
}

/// The words of `student`, by what they go through.
///
/// # Errors
/// The store.
pub async fn by_stage(database: &Database, student: UserId) -> mongodb::error::Result<Vec<OfStage>> {
    let pipeline = [
        doc! { "$match": { "student_id": student.to_string(), "removed": false } },
        doc! { "$group": {
            "_id": "$progress.stage",
            "words": { "$sum": 1_i64 },
            "answers": { "$sum": { "$toLong": "$progress.answers" } },
            "correct": { "$sum": { "$toLong": "$progress.correct" } },
        } },
    ];
    words(database).aggregate(pipeline).with_type::<OfStage>().await?.try_collect().await
}

/// Answers to one kind of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct OfAsk {
    /// What was asked.
    #[serde(rename = "_id")]
    pub asked: Ask,
    /// Answers to it.
    pub answers: i64,
    /// Right ones of those.
    pub correct: i64,
}

/// The answers of `student` since `since` that words keep, by what was asked.
///
/// # Errors
/// The store.
pub async fn by_ask(
    database: &Database,
    student: UserId,
    since: DateTime<Utc>,
) -> mongodb::error::Result<Vec<OfAsk>> {
    let answered = documents::instant::bson(since);
    let pipeline = [
        doc! { "$match": {
            "student_id": student.to_string(), "answered_at": { "$gte": answered }, "removed": false,
        } },
        doc! { "$project": { "log.answer": 1 } },
        doc! { "$unwind": "$log" },
        doc! { "$match": { "log.answer.answered_at": { "$gte": since.timestamp_millis() } } },
        doc! { "$group": {
            "_id": "$log.answer.asked",
            "answers": { "$sum": 1_i64 },
            "correct": { "$sum": { "$cond": ["$log.answer.correct", 1_i64, 0_i64] } },
        } },
    ];
    words(database).aggregate(pipeline).with_type::<OfAsk>().await?.try_collect().await
}

/// How many words of `student` are in each cycle, by cycles passed.
///
/// # Errors
/// The store.
pub async fn by_cycle(database: &Database, student: UserId) -> mongodb::error::Result<HashMap<u8, i64>> {
    #[derive(Deserialize)]
    struct Row {
        #[serde(rename = "_id")]
        passed: u8,
        words: i64,
    }
    let pipeline = [
        doc! { "$match": {
            "student_id": student.to_string(), "removed": false, "progress.stage": "learning",
        } },
        doc! { "$group": { "_id": "$progress.passed", "words": { "$sum": 1_i64 } } },
    ];
    let rows = words(database).aggregate(pipeline).with_type::<Row>().await?;
    let rows: Vec<Row> = rows.try_collect().await?;
    Ok(rows.into_iter().map(|row| (row.passed, row.words)).collect())
}

/// Where the words of `student` stand that are in their cycles, or have an echo until `until`; at most `most`.
///
/// # Errors
/// The store.
pub async fn moving(
    database: &Database,
    student: UserId,
    until: Week,
    most: i64,
) -> mongodb::error::Result<Vec<Progress>> {
    #[derive(Deserialize)]
    struct Row {
        progress: Progress,
    }
    let echoes = doc! { "progress.stage": "graduated", "progress.echo_from": { "$lte": until.to_string() } };
    let moving = doc! {
        "student_id": student.to_string(),
        "removed": false,
        "$or": [{ "progress.stage": "learning" }, echoes],
    };
    let words = words(database).clone_with_type::<Row>();
    let found = words.find(moving).limit(most);
    let rows: Vec<Row> = found.projection(doc! { "progress": 1 }).await?.try_collect().await?;
    Ok(rows.into_iter().map(|row| row.progress).collect())
}

/// A word that is hard.
#[derive(Clone, Debug, Deserialize)]
pub struct HardWord {
    /// The word.
    #[serde(rename = "_id")]
    pub id: OwnWordId,
    /// What it is.
    pub entry: Entry,
    /// Where it stands.
    pub progress: Progress,
}

/// The words of `student` that were forgotten most often, by that and then by wrong answers.
///
/// # Errors
/// The store.
pub async fn hardest(
    database: &Database,
    student: UserId,
    most: i64,
) -> mongodb::error::Result<Vec<HardWord>> {
    let forgotten =
        doc! { "student_id": student.to_string(), "removed": false, "progress.lapses": { "$gt": 0 } };
    let words = words(database).clone_with_type::<HardWord>();
    let found = words
        .find(forgotten)
        .sort(doc! { "progress.lapses": -1, "_id": 1 })
        .limit(most)
        .projection(doc! { "entry": 1, "progress": 1 });
    let mut hardest: Vec<HardWord> = found.await?.try_collect().await?;
    let wrong = |word: &HardWord| word.progress.answers.saturating_sub(word.progress.correct);
    hardest.sort_by_key(|word| std::cmp::Reverse((word.progress.lapses, wrong(word))));
    Ok(hardest)
}
