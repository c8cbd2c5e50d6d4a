//! How a student stands, by topic: one pass over the student's cards in the store.

use crate::domain::card::Card;
use anyhow::Context;
use bson::{Bson, doc};
use chrono::{DateTime, Utc};
use documents::Aggregate;
use futures::TryStreamExt;
use ids::{TopicId, UserId};
use mongodb::Database;
use serde::Deserialize;
use std::collections::HashMap;

/// How a student stands in a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Standing {
    /// Cards that were answered at least once.
    pub met: i64,
    /// Those of them that wait to be asked.
    pub due: i64,
    /// Those of them that return after days: learnt.
    pub learnt: i64,
    /// Answers in all.
    pub answers: i64,
    /// Times that a learnt card was forgotten.
    pub lapses: i64,
    /// Answers to learnt cards when they were due.
    pub due_answers: i64,
    /// Those of them that were right.
    pub due_recalled: i64,
    /// When the last answer was given, in milliseconds since 1970.
    pub last_answer: Option<i64>,
}

impl Standing {
    /// True retention: the share of due, learnt cards that were recalled; none before there was one.
    pub fn true_retention(&self) -> Option<f64> {
        (self.due_answers > 0).then(|| self.due_recalled as f64 / self.due_answers as f64)
    }

    /// When the last answer was given.
    pub fn last_answered_at(&self) -> Option<DateTime<Utc>> {
        self.last_answer.and_then(DateTime::from_timestamp_millis)
    }
}

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "_id")]
    topic: TopicId,
    #[serde(flatten)]
    standing: Standing,
}

/// How `student` stands at `now`, by topic. Topics without an answer are absent.
///
/// # Errors
/// The store.
pub async fn of_student(
    database: &Database,
    student: UserId,
    now: DateTime<Utc>,
) -> anyhow::Result<HashMap<TopicId, Standing>> {
    let count_if = |condition: Bson| doc! { "$sum": { "$cond": [condition, 1_i64, 0_i64] } };
    let due = bson::bson!({ "$lte": ["$state.due_at", now.timestamp_millis()] });
    let learnt = bson::bson!({ "$eq": ["$state.phase", "review"] });
    let pipeline = [
        doc! { "$match": { "student_id": student.to_string() } },
        doc! { "$group": {
            "_id": "$topic_id",
            "met": { "$sum": 1_i64 },
            "due": count_if(due),
            "learnt": count_if(learnt),
            "answers": { "$sum": "$state.reviews" },
            "lapses": { "$sum": "$state.lapses" },
            "due_answers": { "$sum": "$due_answers" },
            "due_recalled": { "$sum": "$due_recalled" },
            "last_answer": { "$max": "$state.last.at" },
        } },
    ];
    let rows: Vec<Row> = database
        .collection::<Row>(Card::COLLECTION)
        .aggregate(pipeline)
        .with_type::<Row>()
        .await
        .context("standing of a student")?
        .try_collect()
        .await
        .context("standing of a student")?;
    Ok(rows.into_iter().map(|row| (row.topic, row.standing)).collect())
}
