//! What students did, one document a student.

use super::texts;
use crate::domain::progress::Progress;
use anyhow::Context;
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

/// Changes what is known of a student, in the transaction of `session`.
///
/// # Errors
/// The store.
pub async fn change(
    database: &Database,
    session: &mut ClientSession,
    student: UserId,
    rule: impl FnOnce(&mut Progress),
) -> anyhow::Result<()> {
    let id = doc! { "_id": student.to_string() };
    let known = students(database).find_one(id.clone()).session(&mut *session).await?;
    let mut progress = known.unwrap_or_else(|| Progress::none(student));
    rule(&mut progress);
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
