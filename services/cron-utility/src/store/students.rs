//! What a teacher sees of a student.

use super::set_if_newer;
use crate::domain::progress::Added;
use chrono::{DateTime, Utc};
use events::thematic_cards::CardReviewed;
use futures::TryStreamExt;
use ids::{TopicId, UserId, WordId};
use mongodb::{
    ClientSession, Collection, Database, IndexModel,
    bson::{Bson, DateTime as BsonDate, Document, doc},
};
use serde::Deserialize;
use std::collections::HashMap;

const CARDS: &str = "cards";
const STUDENTS: &str = "students";
const WORDS: &str = "words_of_students";
/// Words of one student and topic that a teacher is shown as hard.
pub const HARD_WORDS: i64 = 200;

/// Makes the indexes that the queries need.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> mongodb::error::Result<()> {
    let index = |keys: Document| IndexModel::builder().keys(keys).build();
    let cards: Collection<Document> = database.collection(CARDS);
    cards.create_index(index(doc! { "student_id": 1, "due_at": 1 })).await?;
    let words: Collection<Document> = database.collection(WORDS);
    words.create_index(index(doc! { "student_id": 1, "wrong": -1 })).await?;
    Ok(())
}

/// Notes when the card of an answer is due, unless something newer is known of the card.
///
/// # Errors
/// The store.
pub async fn record_card(
    database: &Database,
    answer: &CardReviewed,
    sequence: i64,
) -> mongodb::error::Result<()> {
    let fields = doc! {
        "student_id": answer.user_id.to_string(),
        "topic_id": answer.topic_id.to_string(),
        "word_id": answer.word_id.to_string(),
        "due_at": BsonDate::from_chrono(answer.due_at),
    };
    set_if_newer(&database.collection(CARDS), answer.card_id.to_string(), sequence, fields).await
}

/// Adds an answer to the counters of its student and its word, within the transaction of `session`.
///
/// # Errors
/// The store.
pub async fn add_answer(
    database: &Database,
    session: &mut ClientSession,
    answer: &CardReviewed,
) -> mongodb::error::Result<()> {
    let added = Added::by(answer);
    let students: Collection<Document> = database.collection(STUDENTS);
    let counters = doc! {
        "$inc": {
            "answers": 1_i64,
            "correct": added.correct,
            "due_answers": added.due_answers,
            "due_recalled": added.due_recalled,
        },
        "$max": { "last_active_at": BsonDate::from_chrono(added.active_at) },
    };
    let student = doc! { "_id": answer.user_id.to_string() };
    students.update_one(student, counters).upsert(true).session(&mut *session).await?;

    let mut word_counters = doc! { "answers": 1_i64, "wrong": 1 - added.correct };
    for mistake in &answer.mistakes {
        word_counters.insert(format!("mistakes.{mistake}"), 1_i64);
    }
    let words: Collection<Document> = database.collection(WORDS);
    let of_student = doc! {
        "student_id": answer.user_id.to_string(),
        "topic_id": answer.topic_id.to_string(),
        "word_id": answer.word_id.to_string(),
    };
    let id = doc! { "_id": format!("{}/{}", answer.user_id, answer.word_id) };
    let update = doc! { "$inc": word_counters, "$set": of_student };
    words.update_one(id, update).upsert(true).session(session).await.map(drop)
}

/// What is known of a student as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Totals {
    /// Answers in all.
    #[serde(default)]
    pub answers: i64,
    /// Right ones.
    #[serde(default)]
    pub correct: i64,
    /// Answers to learnt cards that were due.
    #[serde(default)]
    pub due_answers: i64,
    /// Right ones of those.
    #[serde(default)]
    pub due_recalled: i64,
    /// When the last answer was given.
    #[serde(default)]
    pub last_active_at: Option<BsonDate>,
}

impl Totals {
    /// When the student was last active.
    pub fn last_active_at(&self) -> Option<DateTime<Utc>> {
        self.last_active_at.map(BsonDate::to_chrono)
    }
}

#[derive(Deserialize)]
struct StudentRow {
    #[serde(rename = "_id")]
    id: UserId,
    #[serde(flatten)]
    totals: Totals,
}

/// The totals of these students; one without an answer is absent.
///
/// # Errors
/// The store.
pub async fn totals(
    database: &Database,
    students: &[UserId],
) -> mongodb::error::Result<HashMap<UserId, Totals>> {
    let rows: Vec<StudentRow> = database
        .collection(STUDENTS)
        .find(doc! { "_id": { "$in": texts(students) } })
        .await?
        .try_collect()
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.totals)).collect())
}

#[derive(Deserialize)]
struct DueRow {
    #[serde(rename = "_id")]
    id: UserId,
    due: i64,
}

/// How many cards of each of these students are due at `now`.
///
/// # Errors
/// The store.
pub async fn due(
    database: &Database,
    students: &[UserId],
    now: DateTime<Utc>,
) -> mongodb::error::Result<HashMap<UserId, i64>> {
    let waiting = doc! {
        "student_id": { "$in": texts(students) },
        "due_at": { "$lte": BsonDate::from_chrono(now) },
    };
    let pipeline =
        [doc! { "$match": waiting }, doc! { "$group": { "_id": "$student_id", "due": { "$sum": 1_i64 } } }];
    let cards: Collection<Document> = database.collection(CARDS);
    let rows: Vec<DueRow> = cards.aggregate(pipeline).with_type::<DueRow>().await?.try_collect().await?;
    Ok(rows.into_iter().map(|row| (row.id, row.due)).collect())
}

/// A word that a student got wrong at least once.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct WrongWord {
    /// The word.
    pub word_id: WordId,
    /// Its topic.
    pub topic_id: TopicId,
    /// Answers in all.
    pub answers: i64,
    /// Wrong ones.
    pub wrong: i64,
    /// How often each kind of mistake was made.
    #[serde(default)]
    pub mistakes: HashMap<String, i64>,
}

/// The words that `student` got wrong most often, at most [`HARD_WORDS`].
///
/// # Errors
/// The store.
pub async fn wrong_words(database: &Database, student: UserId) -> mongodb::error::Result<Vec<WrongWord>> {
    database
        .collection(WORDS)
        .find(doc! { "student_id": student.to_string(), "wrong": { "$gt": 0_i64 } })
        .sort(doc! { "wrong": -1 })
        .limit(HARD_WORDS)
        .await?
        .try_collect()
        .await
}

fn texts(students: &[UserId]) -> Bson {
    students.iter().map(|student| Bson::String(student.to_string())).collect::<Vec<_>>().into()
}
