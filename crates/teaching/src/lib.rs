#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

use chrono::{DateTime, Utc};
use documents::set_if_newer;
use futures::{Stream, TryStreamExt};
use ids::UserId;
use mongodb::{
    Collection, Database, IndexModel,
    bson::{DateTime as BsonDate, Document, doc},
};
use serde::Deserialize;
use subject::documents::is_forgotten;

fn links(database: &Database) -> Collection<Document> {
    database.collection("links")
}

/// Makes the indexes that the queries need.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> mongodb::error::Result<()> {
    let by_teacher =
        IndexModel::builder().keys(doc! { "teacher_id": 1, "linked": 1, "student_id": 1 }).build();
    links(database).create_index(by_teacher).await?;
    let of_student = IndexModel::builder().keys(doc! { "student_id": 1, "linked": 1 }).build();
    links(database).create_index(of_student).await.map(drop)
}

/// A student of a teacher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taught {
    /// The student.
    pub student_id: UserId,
    /// Since when they have this teacher; none where that was not told.
    pub since: Option<DateTime<Utc>>,
}

/// A fact about a link.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The student.
    pub student_id: UserId,
    /// The teacher.
    pub teacher_id: UserId,
    /// Since when the one teaches the other; none when they no longer do.
    pub since: Option<DateTime<Utc>>,
    /// Its place among the facts about this link.
    pub sequence: i64,
}

/// Keeps a link, whichever way it goes, unless something newer is known, or one of the two is forgotten.
///
/// # Errors
/// The store.
pub async fn record(database: &Database, link: Link) -> anyhow::Result<()> {
    let Link { student_id, teacher_id, since, sequence } = link;
    for person in [student_id, teacher_id] {
        if is_forgotten(database, person).await? {
            return Ok(());
        }
    }
    let fields = doc! {
        "student_id": student_id.to_string(),
        "teacher_id": teacher_id.to_string(),
        "linked": since.is_some(),
        "linked_at": since.map(BsonDate::from_chrono),
    };
    let id = format!("{student_id}/{teacher_id}");
    Ok(set_if_newer(&links(database), id, "sequence", sequence, fields).await?)
}

#[derive(Deserialize)]
struct Row {
    student_id: UserId,
    #[serde(with = "documents::instant::option", default)]
    linked_at: Option<DateTime<Utc>>,
}

impl From<Row> for Taught {
    fn from(row: Row) -> Self {
        Self { student_id: row.student_id, since: row.linked_at }
    }
}

/// The student of this id, if `teacher` teaches them now.
///
/// # Errors
/// The store.
pub async fn student_of(
    database: &Database,
    teacher: UserId,
    student: UserId,
) -> mongodb::error::Result<Option<Taught>> {
    let link = doc! { "_id": format!("{student}/{teacher}"), "linked": true };
    let found = links(database).clone_with_type::<Row>().find_one(link).await?;
    Ok(found.map(Taught::from))
}

/// The students of `teacher`, in the order of their ids.
///
/// # Errors
/// The store.
pub async fn students_of(database: &Database, teacher: UserId) -> mongodb::error::Result<Vec<Taught>> {
    let own = doc! { "teacher_id": teacher.to_string(), "linked": true };
    let found = links(database).clone_with_type::<Row>().find(own).sort(doc! { "student_id": 1 }).await?;
    found.map_ok(Taught::from).try_collect().await
}

/// The teachers of `student`.
///
/// # Errors
/// The store.
pub async fn teachers_of(database: &Database, student: UserId) -> mongodb::error::Result<Vec<UserId>> {
    #[derive(Deserialize)]
    struct Row {
        teacher_id: UserId,
    }
    let own = doc! { "student_id": student.to_string(), "linked": true };
    let found = links(database).clone_with_type::<Row>().find(own).await?;
    found.map_ok(|row| row.teacher_id).try_collect().await
}

#[derive(Deserialize)]
struct Teacher {
    #[serde(rename = "_id")]
    teacher_id: UserId,
}

/// Everybody who teaches somebody now.
///
/// # Errors
/// The store.
pub async fn teachers(
    database: &Database,
) -> mongodb::error::Result<impl Stream<Item = mongodb::error::Result<UserId>> + use<>> {
    let pipeline = [doc! { "$match": { "linked": true } }, doc! { "$group": { "_id": "$teacher_id" } }];
    let found = links(database).aggregate(pipeline).with_type::<Teacher>().await?;
    Ok(found.map_ok(|teacher| teacher.teacher_id))
}
