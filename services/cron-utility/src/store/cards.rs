//! Cards of students: when they are due, and which are leeches.

use super::texts;
use crate::domain::{
    card::{Card, Moved, Told},
    day_begins_at,
    standing::{DAYS_AHEAD, Due},
};
use chrono::{Days, NaiveDate};
use futures::TryStreamExt;
use ids::UserId;
use mongodb::{
    ClientSession, Collection, Database, IndexModel,
    bson::{DateTime as BsonDate, doc},
    options::IndexOptions,
};
use serde::Deserialize;
use std::collections::HashMap;

/// Leeches of one student that are shown, the latest.
pub const LEECHES: i64 = 50;

fn cards(database: &Database) -> Collection<Card> {
    database.collection("cards")
}

/// Makes the indexes that the queries need.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> mongodb::error::Result<()> {
    let due = IndexModel::builder().keys(doc! { "student_id": 1, "due_at": 1 }).build();
    let only_leeches = doc! { "leech_since": { "$exists": true } };
    let leeches = IndexModel::builder()
        .keys(doc! { "student_id": 1, "leech_since": -1 })
        .options(IndexOptions::builder().partial_filter_expression(only_leeches).build())
        .build();
    cards(database).create_indexes([due, leeches]).await.map(drop)
}

/// What came of a fact about a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It was news, by which counters move.
    News(Moved),
    /// Something newer was known.
    Late,
    /// It is known that the student has removed the card since.
    Removed,
}

/// Keeps what a fact says of a card, unless something newer is known.
///
/// # Errors
/// The store.
pub async fn record(
    database: &Database,
    session: &mut ClientSession,
    told: &Told,
) -> mongodb::error::Result<Heard> {
    let known = find(database, session, &told.id).await?;
    match Card::after(known.as_ref(), told) {
        Some((card, moved)) => put(database, session, card).await.map(|()| Heard::News(moved)),
        None if known.is_some_and(|known| known.removed) => Ok(Heard::Removed),
        None => Ok(Heard::Late),
    }
}

/// Keeps that a student has removed a card, unless something newer is known.
///
/// # Errors
/// The store.
pub async fn remove(
    database: &Database,
    session: &mut ClientSession,
    told: &Told,
) -> mongodb::error::Result<Heard> {
    let known = find(database, session, &told.id).await?;
    match Card::removed(known.as_ref(), told) {
        Some((card, moved)) => put(database, session, card).await.map(|()| Heard::News(moved)),
        None => Ok(Heard::Late),
    }
}

async fn find(
    database: &Database,
    session: &mut ClientSession,
    id: &str,
) -> mongodb::error::Result<Option<Card>> {
    cards(database).find_one(doc! { "_id": id }).session(session).await
}

async fn put(database: &Database, session: &mut ClientSession, card: Card) -> mongodb::error::Result<()> {
    let id = doc! { "_id": &card.id };
    cards(database).replace_one(id, card).upsert(true).session(session).await.map(drop)
}

#[derive(Deserialize)]
struct DueRow {
    #[serde(rename = "_id")]
    student_id: UserId,
    days: Vec<i64>,
}

/// How many cards of each of these students are due by the end of `today`, and on each of the days after it.
///
/// # Errors
/// The store.
pub async fn due(
    database: &Database,
    students: &[UserId],
    today: NaiveDate,
) -> mongodb::error::Result<HashMap<UserId, Due>> {
    let ends: Vec<_> = (1..=DAYS_AHEAD as u64 + 1)
        .map(|day| day_begins_at(today.checked_add_days(Days::new(day)).unwrap_or(today)))
        .map(BsonDate::from_chrono)
        .collect();
    let last = ends.last().copied().unwrap_or(BsonDate::MAX);
    let due = doc! { "student_id": { "$in": texts(students) }, "due_at": { "$lt": last } };
    let mut counts = doc! { "_id": "$student_id" };
    let fields: Vec<_> = (0..ends.len()).map(|day| format!("day_{day}")).collect();
    for (field, end) in fields.iter().zip(&ends) {
        counts.insert(field, doc! { "$sum": { "$cond": [{ "$lt": ["$due_at", *end] }, 1_i64, 0_i64] } });
    }
    let shown = fields.iter().map(|field| format!("${field}")).collect::<Vec<_>>();
    let pipeline =
        [doc! { "$match": due }, doc! { "$group": counts }, doc! { "$project": { "days": shown } }];
    let found: Vec<DueRow> =
        cards(database).aggregate(pipeline).with_type::<DueRow>().await?.try_collect().await?;
    Ok(found.into_iter().map(|row| (row.student_id, due_of(&row.days))).collect())
}

/// From how many are due by the end of each day.
fn due_of(by_the_end: &[i64]) -> Due {
    let mut due = Due { today: by_the_end.first().copied().unwrap_or_default(), ..Due::default() };
    for (day, two) in due.coming.iter_mut().zip(by_the_end.windows(2)) {
        *day = two[1] - two[0];
    }
    due
}

/// The leeches of a student, the latest first, [`LEECHES`] at most.
///
/// # Errors
/// The store.
pub async fn leeches(database: &Database, student: UserId) -> mongodb::error::Result<Vec<Card>> {
    let of_student = doc! { "student_id": student.to_string(), "leech_since": { "$exists": true } };
    let latest = doc! { "leech_since": -1 };
    cards(database).find(of_student).sort(latest).limit(LEECHES).await?.try_collect().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_apart() {
        assert_eq!(due_of(&[5, 5, 7, 7, 7, 7, 7, 10]), Due { today: 5, coming: [0, 2, 0, 0, 0, 0, 3] });
        assert_eq!(due_of(&[]), Due::default());
    }
}
