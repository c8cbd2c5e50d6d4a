//! Who teaches whom: our copy of profile's links.

use super::set_if_newer;
use futures::TryStreamExt;
use ids::UserId;
use mongodb::{
    Collection, Database, IndexModel,
    bson::{Document, doc},
};

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
    links(database).create_index(by_teacher).await.map(drop)
}

/// Keeps whether `teacher` teaches `student`, unless something newer is known.
///
/// # Errors
/// The store.
pub async fn record(
    database: &Database,
    student: UserId,
    teacher: UserId,
    linked: bool,
    sequence: i64,
) -> mongodb::error::Result<()> {
    let fields =
        doc! { "student_id": student.to_string(), "teacher_id": teacher.to_string(), "linked": linked };
    set_if_newer(&links(database), format!("{student}/{teacher}"), sequence, fields).await
}

/// Whether `teacher` teaches `student` now.
///
/// # Errors
/// The store.
pub async fn teaches(database: &Database, teacher: UserId, student: UserId) -> mongodb::error::Result<bool> {
    let link = doc! { "_id": format!("{student}/{teacher}"), "linked": true };
    Ok(links(database).find_one(link).await?.is_some())
}

/// Up to `limit` students of `teacher` behind `after`, in the order of their ids.
///
/// # Errors
/// The store, or a stored id that is none.
pub async fn students_of(
    database: &Database,
    teacher: UserId,
    after: Option<UserId>,
    limit: i64,
) -> anyhow::Result<Vec<UserId>> {
    let mut query = doc! { "teacher_id": teacher.to_string(), "linked": true };
    if let Some(after) = after {
        query.insert("student_id", doc! { "$gt": after.to_string() });
    }
    let found: Vec<Document> =
        links(database).find(query).sort(doc! { "student_id": 1 }).limit(limit).await?.try_collect().await?;
    found.iter().map(|link| Ok(link.get_str("student_id")?.parse()?)).collect()
}
