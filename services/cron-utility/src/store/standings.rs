//! How students stand, from what is kept of each.

use super::{cards, progress};
use crate::{
    App,
    domain::{progress::Progress, standing::Standing},
};
use chrono::NaiveDate;
use ids::UserId;
use mongodb::Database;
use std::collections::HashMap;
use teaching::Taught;

/// How students stand, and what each did.
#[derive(Debug, Default)]
pub struct Class {
    /// In the order of their ids.
    pub standings: Vec<Standing>,
    /// One who did nothing is absent.
    pub progress: HashMap<UserId, Progress>,
}

/// The class of a teacher: every student of theirs, each as of today.
///
/// # Errors
/// The store.
pub async fn class_of(app: &App, teacher: UserId) -> mongodb::error::Result<Class> {
    let students = teaching::students_of(&app.database, teacher).await?;
    class(&app.database, &students, app.today()).await
}

/// These students, each as of `today`.
///
/// # Errors
/// The store.
pub async fn class(
    database: &Database,
    students: &[Taught],
    today: NaiveDate,
) -> mongodb::error::Result<Class> {
    if students.is_empty() {
        return Ok(Class::default());
    }
    let ids = ids_of(students);
    let progress = progress::of_students(database, &ids).await?;
    let due = cards::due(database, &ids, today).await?;
    let standing = |taught: &Taught| {
        let id = taught.student_id;
        let nothing = Progress::none(id);
        let done = progress.get(&id).unwrap_or(&nothing);
        Standing::of(*taught, done, due.get(&id).copied().unwrap_or_default(), today)
    };
    let standings = students.iter().map(standing).collect();
    Ok(Class { standings, progress })
}

/// Their ids.
pub fn ids_of(students: &[Taught]) -> Vec<UserId> {
    students.iter().map(|taught| taught.student_id).collect()
}
