//! Students.

use crate::domain::student::{Settings, Student};
use documents::{Aggregate, Documents, Error, Filter, Stored};
use futures::TryStreamExt;
use ids::UserId;
use mongodb::{
    Database,
    bson::{Document, doc},
};
use serde::Deserialize;

/// Notes that `student` is here, so that Mondays open weeks for them. Repeatable, and mostly one read.
///
/// # Errors
/// The store.
pub async fn enrolled(students: &Documents<Student>, student: UserId) -> Result<Stored<Student>, Error> {
    if let Some(known) = students.get(student).await?.filter(|known| known.enrolled) {
        return Ok(known);
    }
    let enrolled =
        students.change_or_create(student, Filter::any(), || Student::new(student), Student::enrol);
    let enrolled = enrolled.await.map_err(Error::of_change)?;
    Ok(enrolled.unwrap_or_else(|| Stored { state: Student::new(student), rev: 0 }))
}

/// The same, without the revision.
///
/// # Errors
/// The store.
pub async fn enrol(students: &Documents<Student>, student: UserId) -> Result<Student, Error> {
    enrolled(students, student).await.map(Stored::into_state)
}

/// What `student` has set, who may not be enrolled yet.
///
/// # Errors
/// The store.
pub async fn settings(students: &Documents<Student>, student: UserId) -> Result<Settings, Error> {
    Ok(students.get(student).await?.map_or_else(Settings::default, |known| known.into_state().settings))
}

/// Up to `most` students behind `after` for whom weeks are opened, in the order of their ids.
///
/// # Errors
/// The store.
pub async fn with_weeks(
    database: &Database,
    after: Option<UserId>,
    most: i64,
) -> mongodb::error::Result<Vec<UserId>> {
    #[derive(Deserialize)]
    struct Row {
        #[serde(rename = "_id")]
        id: UserId,
    }
    let mut query = doc! { "active": true, "suspended": { "$ne": true }, "enrolled": { "$ne": false } };
    if let Some(after) = after {
        query.insert("_id", doc! { "$gt": after.to_string() });
    }
    let rows: Vec<Row> = database
        .collection::<Document>(Student::COLLECTION)
        .clone_with_type()
        .find(query)
        .sort(doc! { "_id": 1 })
        .limit(most)
        .projection(doc! { "_id": 1 })
        .await?
        .try_collect()
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
