//! What students did, one document a student.

use super::texts;
use crate::domain::progress::{Answer, Progress};
use anyhow::Context;
use chrono::NaiveDate;
use futures::TryStreamExt;
use ids::UserId;
use mongodb::{
    ClientSession, Collection, Database,
    bson::{doc, serialize_to_document},
};
use std::collections::HashMap;

fn students(database: &Database) -> Collection<Progress> {
    database.collection("students")
}

/// Counts an answer that was given, by which so many cards became leeches.
///
/// # Errors
/// The store.
pub async fn give(
    database: &Database,
    session: &mut ClientSession,
    answer: &Answer,
    leeches: i64,
    today: NaiveDate,
) -> anyhow::Result<()> {
    let id = doc! { "_id": answer.student_id.to_string() };
    let known = students(database).find_one(id.clone()).session(&mut *session).await?;
    let mut progress = known.unwrap_or_else(|| Progress::none(answer.student_id));
    progress.give(answer, leeches, today);
    let mut fields = serialize_to_document(&progress).context("a student's progress")?;
    fields.remove("_id");
    students(database).update_one(id, doc! { "$set": fields }).upsert(true).session(session).await?;
    Ok(())
}

/// What each of these students did; one who did nothing is absent.
///
/// # Errors
/// The store.
pub async fn of_students(
    database: &Database,
    ids: &[UserId],
) -> mongodb::error::Result<HashMap<UserId, Progress>> {
    let found = students(database).find(doc! { "_id": { "$in": texts(ids) } }).await?;
    found.map_ok(|progress| (progress.student_id, progress)).try_collect().await
}
