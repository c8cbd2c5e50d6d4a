//! What a teacher sees of a student.

use super::set_if_newer;
use crate::domain::progress::Added;
use chrono::{DateTime, Utc};
use events::thematic_cards::{CardRescheduled, CardReviewUndone, CardReviewed};
use futures::TryStreamExt;
use ids::{CardId, TopicId, UserId, WordId};
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

/// A card, and when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardDue {
    card: CardId,
    student: UserId,
    topic: TopicId,
    word: WordId,
    due_at: Option<DateTime<Utc>>,
}

impl CardDue {
    /// After an answer.
    pub fn of_answer(answer: &CardReviewed) -> Self {
        Self {
            card: answer.card_id,
            student: answer.user_id,
            topic: answer.topic_id,
            word: answer.word_id,
            due_at: (!answer.set_aside).then_some(answer.due_at),
        }
    }

    /// After the taking back of an answer.
    pub fn of_undone(undone: &CardReviewUndone) -> Self {
        Self {
            card: undone.card_id,
            student: undone.user_id,
            topic: undone.topic_id,
            word: undone.word_id,
            due_at: undone.due_at,
        }
    }

    /// After anything else that moved it.
    pub fn of_rescheduled(moved: &CardRescheduled) -> Self {
        Self {
            card: moved.card_id,
            student: moved.user_id,
            topic: moved.topic_id,
            word: moved.word_id,
            due_at: moved.due_at,
        }
    }
}

/// Notes when a card is due, unless something newer is known of it.
///
/// # Errors
/// The store.
pub async fn record_card(database: &Database, card: CardDue, sequence: i64) -> mongodb::error::Result<()> {
    let fields = doc! {
        "student_id": card.student.to_string(),
        "topic_id": card.topic.to_string(),
        "word_id": card.word.to_string(),
        "due_at": card.due_at.map(BsonDate::from_chrono),
    };
    set_if_newer(&database.collection(CARDS), card.card.to_string(), sequence, fields).await
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
    let counted = Counted {
        student: answer.user_id,
        topic: answer.topic_id,
        word: answer.word_id,
        added: Added::by(answer),
        mistakes: &answer.mistakes,
    };
    count(database, session, counted, 1).await
}

/// Takes an answer from the counters that it was added to, within the transaction of `session`.
///
/// # Errors
/// The store.
pub async fn take_answer_off(
    database: &Database,
    session: &mut ClientSession,
    undone: &CardReviewUndone,
) -> mongodb::error::Result<()> {
    let counted = Counted {
        student: undone.user_id,
        topic: undone.topic_id,
        word: undone.word_id,
        added: Added::by_undone(undone),
        mistakes: &undone.mistakes,
    };
    count(database, session, counted, -1).await
}

/// What is counted of an answer, and where.
struct Counted<'a> {
    student: UserId,
    topic: TopicId,
    word: WordId,
    added: Added,
    mistakes: &'a [String],
}

async fn count(
    database: &Database,
    session: &mut ClientSession,
    counted: Counted<'_>,
    sign: i64,
) -> mongodb::error::Result<()> {
    let Counted { student, topic, word, added, mistakes } = counted;
    let students: Collection<Document> = database.collection(STUDENTS);
    let counters = doc! {
        "$inc": {
            "answers": sign,
            "correct": sign * added.correct,
            "due_answers": sign * added.due_answers,
            "due_recalled": sign * added.due_recalled,
        },
        "$max": { "last_active_at": BsonDate::from_chrono(added.active_at) },
    };
    let of_student = doc! { "_id": student.to_string() };
    students.update_one(of_student, counters).upsert(true).session(&mut *session).await?;

    let mut word_counters = doc! { "answers": sign, "wrong": sign * (1 - added.correct) };
    for mistake in mistakes {
        word_counters.insert(format!("mistakes.{mistake}"), sign);
    }
    let words: Collection<Document> = database.collection(WORDS);
    let whose = doc! {
        "student_id": student.to_string(),
        "topic_id": topic.to_string(),
        "word_id": word.to_string(),
    };
    let update = doc! { "$inc": word_counters, "$set": whose };
    words
        .update_one(doc! { "_id": format!("{student}/{word}") }, update)
        .upsert(true)
        .session(session)
        .await
        .map(drop)
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

impl WrongWord {
    /// A kind of mistake whose only answers were taken back was not made.
    fn without_what_was_taken_back(mut self) -> Self {
        self.mistakes.retain(|_, times| *times > 0);
        self
    }
}

/// The words that `student` got wrong most often, at most [`HARD_WORDS`].
///
/// # Errors
/// The store.
pub async fn wrong_words(database: &Database, student: UserId) -> mongodb::error::Result<Vec<WrongWord>> {
    let found: Vec<WrongWord> = database
        .collection(WORDS)
        .find(doc! { "student_id": student.to_string(), "wrong": { "$gt": 0_i64 } })
        .sort(doc! { "wrong": -1 })
        .limit(HARD_WORDS)
        .await?
        .try_collect()
        .await?;
    Ok(found.into_iter().map(WrongWord::without_what_was_taken_back).collect())
}

fn texts(students: &[UserId]) -> Bson {
    students.iter().map(|student| Bson::String(student.to_string())).collect::<Vec<_>>().into()
}
