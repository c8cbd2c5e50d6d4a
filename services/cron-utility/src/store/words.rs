//! How often students got each word right and wrong.

use super::texts;
use crate::domain::{
    card::Moved,
    progress::{Answer, difficulty, share},
    word::Word,
};
use futures::TryStreamExt;
use ids::{TopicId, UserId};
use mongodb::{
    ClientSession, Collection, Database, IndexModel,
    bson::{Document, doc},
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Words that are looked at to find the hard ones among them: those that were wrong most often.
pub const CANDIDATES: i64 = 200;

fn words(database: &Database) -> Collection<Document> {
    database.collection("words_of_students")
}

/// Makes the indexes that the queries need.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> mongodb::error::Result<()> {
    let wrong = IndexModel::builder().keys(doc! { "student_id": 1, "wrong": -1 }).build();
    words(database).create_index(wrong).await.map(drop)
}

/// Adds an answer to the counters of its word so many times; -1 takes it away.
///
/// # Errors
/// The store.
pub async fn count(
    database: &Database,
    session: &mut ClientSession,
    answer: &Answer,
    times: i64,
    moved: Moved,
) -> mongodb::error::Result<()> {
    let tally = &answer.tally;
    let mut counters = doc! {
        "answers": times * tally.answers,
        "wrong": times * tally.wrong(),
        "due_answers": times * tally.due_answers,
        "due_recalled": times * tally.due_recalled,
        "lapses": moved.lapses,
    };
    for (kind, count) in &tally.mistakes {
        counters.insert(format!("mistakes.{kind}"), times * count);
    }
    let mut of_student = doc! { "student_id": answer.student_id.to_string() };
    match &answer.word {
        Word::Taught { topic_id, word_id } => {
            of_student.insert("topic_id", topic_id.to_string());
            of_student.insert("word_id", word_id.to_string());
        }
        Word::Own { own_word_id, lemma } => {
            of_student.insert("own_word_id", own_word_id.to_string());
            of_student.insert("lemma", lemma.clone());
        }
    }
    let id = id_of(answer.student_id, &answer.word);
    let update = doc! { "$inc": counters, "$set": of_student };
    words(database).update_one(id, update).upsert(true).session(session).await.map(drop)
}

/// Forgets how a word went.
///
/// # Errors
/// The store.
pub async fn remove(
    database: &Database,
    session: &mut ClientSession,
    student: UserId,
    word: &Word,
) -> mongodb::error::Result<()> {
    words(database).delete_one(id_of(student, word)).session(session).await.map(drop)
}

fn id_of(student: UserId, word: &Word) -> Document {
    doc! { "_id": format!("{student}/{word}") }
}

/// A word that was wrong at least once.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Answers in all.
    pub answers: i64,
    /// Wrong ones.
    pub wrong: i64,
    /// Times that it was forgotten after it was learnt.
    pub lapses: i64,
    /// Answers to its learnt cards that were due.
    pub due_answers: i64,
    /// Those of them that were recalled.
    pub due_recalled: i64,
    /// How often each kind of mistake was made; of one student alone.
    pub mistakes: BTreeMap<String, i64>,
    /// Students who got it wrong.
    pub students: i64,
}

/// A word, with how it went.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct WrongWord {
    /// The word.
    #[serde(flatten)]
    pub word: Word,
    /// How it went.
    #[serde(flatten)]
    pub counts: Counts,
}

/// Orders words by how hard they are, the hardest first.
pub fn hardest_first(words: &mut [WrongWord]) {
    words.sort_by(|one, other| {
        other.difficulty().total_cmp(&one.difficulty()).then_with(|| one.place().cmp(&other.place()))
    });
}

impl WrongWord {
    /// Its place among words that are alike otherwise.
    pub fn place(&self) -> String {
        self.word.to_string()
    }

    /// How hard it is, 0 to 1.
    pub fn difficulty(&self) -> f64 {
        difficulty(self.counts.wrong, self.counts.answers)
    }

    /// True retention; none before there was a due answer.
    pub fn retention(&self) -> Option<f64> {
        share(self.counts.due_recalled, self.counts.due_answers)
    }
}

/// The words that a student got wrong most often, of one topic or of all, [`CANDIDATES`] at most.
///
/// # Errors
/// The store.
pub async fn wrong_words(
    database: &Database,
    student: UserId,
    topic: Option<TopicId>,
) -> mongodb::error::Result<Vec<WrongWord>> {
    let words = words(database).clone_with_type::<WrongWord>();
    words.find(wrong(&[student], topic)).sort(most_often()).limit(CANDIDATES).await?.try_collect().await
}

/// The words that these students together got wrong most often, of one topic or of all, [`CANDIDATES`] at most.
///
/// # Errors
/// The store.
pub async fn wrong_words_of_class(
    database: &Database,
    students: &[UserId],
    topic: Option<TopicId>,
) -> mongodb::error::Result<Vec<WrongWord>> {
    let sum = |field: &str| doc! { "$sum": format!("${field}") };
    let by_word = doc! {
        "_id": "$word_id",
        "word_id": { "$first": "$word_id" },
        "topic_id": { "$first": "$topic_id" },
        "answers": sum("answers"),
        "wrong": sum("wrong"),
        "lapses": sum("lapses"),
        "due_answers": sum("due_answers"),
        "due_recalled": sum("due_recalled"),
        "students": { "$sum": 1_i64 },
    };
    let mut taught = wrong(students, topic);
    // Own words are each student's own.
    taught.insert("word_id", doc! { "$exists": true });
    let pipeline = [
        doc! { "$match": taught },
        doc! { "$group": by_word },
        doc! { "$sort": most_often() },
        doc! { "$limit": CANDIDATES },
    ];
    words(database).aggregate(pipeline).with_type::<WrongWord>().await?.try_collect().await
}

fn wrong(students: &[UserId], topic: Option<TopicId>) -> Document {
    let mut wrong = doc! { "student_id": { "$in": texts(students) }, "wrong": { "$gt": 0_i64 } };
    if let Some(topic) = topic {
        wrong.insert("topic_id", topic.to_string());
    }
    wrong
}

fn most_often() -> Document {
    doc! { "wrong": -1, "_id": 1 }
}
