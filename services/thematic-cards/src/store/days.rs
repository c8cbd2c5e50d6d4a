//! What a student did, day by day: counters, moved in one transaction with the note that the fact was seen.

use crate::domain::day::{Added, Numbers};
use anyhow::Context;
use bson::{Document, doc};
use bus::mongo;
use chrono::NaiveDate;
use futures::TryStreamExt;
use ids::{EventId, UserId};
use mongodb::{Collection, Database};
use serde::Deserialize;

/// Where days are kept.
pub const COLLECTION: &str = "days";

/// Adds an answer to its day, once however often the event comes; `sign` is -1 where it is taken back.
///
/// # Errors
/// The store.
pub async fn add(
    database: &Database,
    event: EventId,
    student: UserId,
    added: &Added,
    sign: i64,
) -> anyhow::Result<()> {
    let mut session = database.client().start_session().await?;
    session.start_transaction().await?;
    if !mongo::first_time(&mut session, database, crate::NAME, event).await? {
        return Ok(session.abort_transaction().await?);
    }
    let days: Collection<Document> = database.collection(COLLECTION);
    let whose = doc! { "student_id": student.to_string(), "day": added.day.to_string() };
    let update = doc! { "$inc": added.increments(sign), "$set": whose };
    days.update_one(doc! { "_id": id_of(student, added.day) }, update)
        .upsert(true)
        .session(&mut session)
        .await
        .context("the counters of a day")?;
    Ok(session.commit_transaction().await?)
}

fn id_of(student: UserId, day: NaiveDate) -> String {
    format!("{student}/{day}")
}

/// A day, with what was done on it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// What was done.
    #[serde(flatten)]
    pub numbers: Numbers,
}

/// The days of `student` on which something was done, `first` to `last`, in order.
///
/// # Errors
/// The store.
pub async fn between(
    database: &Database,
    student: UserId,
    first: NaiveDate,
    last: NaiveDate,
) -> anyhow::Result<Vec<Day>> {
    let days: Collection<Day> = database.collection(COLLECTION);
    let range = doc! { "_id": { "$gte": id_of(student, first), "$lte": id_of(student, last) } };
    let found = days.find(range).sort(doc! { "_id": 1 }).await.context("days of a student")?;
    found.try_collect().await.context("days of a student")
}
