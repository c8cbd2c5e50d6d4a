//! Students' weeks of own words, one document a student and week. Each fact sets a part of it, so that it may come again, and
//! before the one that opens the week.

use super::texts;
use crate::domain::cohort::{Closed, Cohort, Opened};
use anyhow::Context;
use futures::TryStreamExt;
use ids::{OwnWordId, UserId};
use mongodb::{
    Collection, Database, IndexModel,
    bson::{DateTime as BsonDate, Document, doc, serialize_to_bson},
    options::IndexOptions,
};
use scheduler::Week;
use std::time::Duration;

/// How long a week is kept after it began: half a year.
const KEPT: Duration = Duration::from_secs(26 * 7 * 24 * 60 * 60);

fn cohorts(database: &Database) -> Collection<Cohort> {
    database.collection("cohorts_of_students")
}

/// Makes the indexes that the queries need, and the one by which old weeks are forgotten.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> mongodb::error::Result<()> {
    let latest = IndexModel::builder().keys(doc! { "student_id": 1, "iso_week": -1 }).build();
    let kept = IndexOptions::builder().expire_after(KEPT).build();
    let old = IndexModel::builder().keys(doc! { "begins_at": 1 }).options(kept).build();
    cohorts(database).create_indexes([latest, old]).await.map(drop)
}

/// A part of what is known of a week.
#[derive(Clone, Debug)]
pub enum Part {
    /// What it began with.
    Opened(Opened),
    /// A cycle was passed by so many words.
    Cycle(&'static str, i64),
    /// A word passed the last cycle.
    Graduated(OwnWordId),
    /// What came of it.
    Closed(Closed),
}

/// Keeps a part of a student's week.
///
/// # Errors
/// The store.
pub async fn record(database: &Database, student: UserId, week: Week, part: Part) -> anyhow::Result<()> {
    let mut set = doc! {
        "student_id": student.to_string(),
        "iso_week": week.to_string(),
        "begins_at": BsonDate::from_chrono(week.begins_at()),
    };
    let mut update = Document::new();
    match part {
        Part::Opened(opened) => {
            set.insert("opened", serialize_to_bson(&opened).context("what a week began with")?);
        }
        Part::Cycle(cycle, words) => {
            set.insert(format!("cycles.{cycle}"), words);
        }
        Part::Graduated(word) => {
            update.insert("$addToSet", doc! { "graduated_ids": word.to_string() });
        }
        Part::Closed(closed) => {
            set.insert("closed", serialize_to_bson(&closed).context("what came of a week")?);
        }
    }
    update.insert("$set", set);
    let id = doc! { "_id": format!("{student}/{week}") };
    cohorts(database).update_one(id, update).upsert(true).await?;
    Ok(())
}

/// The last weeks of a student, the latest first, `limit` at most.
///
/// # Errors
/// The store.
pub async fn latest(database: &Database, student: UserId, limit: i64) -> mongodb::error::Result<Vec<Cohort>> {
    let of_student = doc! { "student_id": student.to_string() };
    let found = cohorts(database).find(of_student).sort(doc! { "iso_week": -1 }).limit(limit).await?;
    found.try_collect().await
}

/// What these students had in these weeks.
///
/// # Errors
/// The store.
pub async fn of_class(
    database: &Database,
    students: &[UserId],
    weeks: &[String],
) -> mongodb::error::Result<Vec<Cohort>> {
    let theirs = doc! { "student_id": { "$in": texts(students) }, "iso_week": { "$in": weeks } };
    cohorts(database).find(theirs).await?.try_collect().await
}
