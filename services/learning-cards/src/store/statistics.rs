//! How a student's words stand, in numbers.

use crate::domain::{entry::Entry, word::OwnWord};
use bson::{Document, doc};
use documents::Aggregate;
use futures::TryStreamExt;
use ids::{OwnWordId, UserId};
use mongodb::{Collection, Database};
use scheduler::cohort::{Progress, Stage};
use serde::Deserialize;

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
