//! What a student's memory is learnt from: the log of each card.

use crate::domain::card::Card;
use anyhow::Context;
use bson::doc;
use documents::Aggregate;
use futures::TryStreamExt;
use ids::{UndoId, UserId};
use mongodb::{Collection, Database};
use scheduler::{History, Review};
use serde::Deserialize;

/// A card as training sees it.
#[derive(Deserialize)]
struct Kept {
    log: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    review: Review,
    submission: Way,
    #[serde(default)]
    undone: Option<UndoId>,
}

#[derive(Deserialize)]
struct Way {
    #[serde(default)]
    practice: bool,
}

/// The histories of all cards of `student` whose logs are whole: training needs the first answer of a card.
///
/// # Errors
/// The store.
pub async fn of(database: &Database, student: UserId) -> anyhow::Result<Vec<History>> {
    let cards: Collection<Kept> = database.collection(Card::COLLECTION);
    let whole = doc! { "student_id": student.to_string(), "base.reviews": 0 };
    let seen = doc! { "log.review": 1, "log.undone": 1, "log.submission.practice": 1 };
    let found = cards.find(whole).projection(seen).batch_size(200).await.context("histories")?;
    let histories = found.map_ok(|card| {
        let counts = |entry: &&Entry| entry.undone.is_none() && !entry.submission.practice;
        History::new(card.log.iter().filter(counts).map(|entry| &entry.review))
    });
    histories.try_collect().await.context("histories of a student")
}
