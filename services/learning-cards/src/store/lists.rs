//! Which words are in which of a student's lists.

use crate::domain::word::OwnWord;
use bson::{Bson, Document, doc};
use chrono::{DateTime, Utc};
use documents::Aggregate;
use futures::TryStreamExt;
use ids::{OwnWordId, UserId, WordListId};
use mongodb::{Collection, Database};
use serde::Deserialize;
use std::collections::HashMap;

fn words(database: &Database) -> Collection<Document> {
    database.collection(OwnWord::COLLECTION)
}

/// How many words of `student` are in each of these lists; lists without words are left out.
///
/// # Errors
/// The store.
pub async fn counts(
    database: &Database,
    student: UserId,
    lists: &[WordListId],
) -> mongodb::error::Result<HashMap<WordListId, u64>> {
    #[derive(Deserialize)]
    struct Row {
        #[serde(rename = "_id")]
        list: WordListId,
        words: i64,
    }
    let these: Vec<Bson> = lists.iter().map(|list| list.to_string().into()).collect();
    let within = doc! { "lists": { "$in": these } };
    let mut kept = doc! { "student_id": student.to_string(), "removed": false };
    kept.extend(within.clone());
    let pipeline = [
        doc! { "$match": kept },
        doc! { "$unwind": "$lists" },
        doc! { "$match": within },
        doc! { "$group": { "_id": "$lists", "words": { "$sum": 1_i64 } } },
    ];
    let rows = words(database).aggregate(pipeline).with_type::<Row>().await?;
    let rows: Vec<Row> = rows.try_collect().await?;
    Ok(rows.into_iter().map(|row| (row.list, row.words.unsigned_abs())).collect())
}

/// Takes all words of `student` out of a list. Repeatable.
///
/// # Errors
/// The store.
pub async fn empty(
    database: &Database,
    student: UserId,
    list: WordListId,
    now: DateTime<Utc>,
) -> mongodb::error::Result<()> {
    let list = list.to_string();
    let within = doc! { "student_id": student.to_string(), "lists": &list };
    let out = doc! {
        "$pull": { "lists": &list },
        "$set": { "changed_at": documents::instant::bson(now) },
        "$inc": { "rev": 1_i64 },
    };
    words(database).update_many(within, out).await.map(drop)
}

/// Which of these words `student` has, removed ones not.
///
/// # Errors
/// The store.
pub async fn kept_among(
    database: &Database,
    student: UserId,
    ids: &[OwnWordId],
) -> mongodb::error::Result<u64> {
    let ids: Vec<Bson> = ids.iter().map(|id| id.to_string().into()).collect();
    let these = doc! { "_id": { "$in": ids }, "student_id": student.to_string(), "removed": false };
    words(database).count_documents(these).await
}
