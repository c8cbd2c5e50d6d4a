//! The deck of a student: one document with all their cards as they were at some moment, and the cards that changed since.
//!
//! Cards keep their logs, so that reading ten thousand of them to find the twenty to ask would be reading a hundred
//! megabytes. The kept deck is a copy that may be old, never wrong: what changed since is read by an index and put over it.
//! A copy that has grown old is made anew beside the requests ([`Shelver`]); one that is lost, too.

use crate::domain::{
    card::Card,
    deck::{Deck, DeckCard},
};
use anyhow::Context;
use bson::{Binary, Bson, Document, doc, spec::BinarySubtype};
use chrono::{DateTime, TimeDelta, Utc};
use documents::{Aggregate, instant, set_if_newer};
use futures::TryStreamExt;
use ids::UserId;
use mongodb::{Collection, Database};
use serde::Deserialize;
use std::{collections::HashSet, time::Duration};
use tokio::sync::mpsc;

/// Where decks are kept.
pub const COLLECTION: &str = "decks";
/// A change that was timed before the copy was made may have been written after it, so late at most: longer than a request
/// may take.
const OVERLAP: TimeDelta = TimeDelta::seconds(20);
/// No write of before is within the overlap any more.
const SETTLED_AFTER: Duration = Duration::from_secs(25);
/// So many cards that changed since the copy make it old.
const OLD_AFTER: usize = 64;

#[derive(Deserialize)]
struct Kept {
    #[serde(with = "instant")]
    as_of: DateTime<Utc>,
    cards: Binary,
}

/// A deck as it is now.
#[derive(Debug)]
pub struct Read {
    /// The deck.
    pub deck: Deck,
    as_of: DateTime<Utc>,
    changed_before: usize,
}

impl Read {
    /// Whether so much changed since the copy was made that the next reader should find another.
    pub fn is_old(&self) -> bool {
        self.changed_before >= OLD_AFTER
    }
}

/// The deck of `student` as it is now, which is `now`.
///
/// # Errors
/// The store.
pub async fn read(database: &Database, student: UserId, now: DateTime<Utc>) -> anyhow::Result<Read> {
    let decks: Collection<Kept> = database.collection(COLLECTION);
    let kept = decks.find_one(doc! { "_id": student.to_string() }).await.context("a deck")?;
    let copy = kept.and_then(|kept| Some((Deck::from_bytes(student, &kept.cards.bytes)?, kept.as_of)));
    let (mut deck, since) = match copy {
        Some((deck, as_of)) => (deck, Some(as_of - OVERLAP)),
        None => (Deck::empty(student), None),
    };
    let changed = changed_since(database, student, since).await.context("cards since a deck")?;
    // What is younger than the overlap would be read again anyhow.
    let changed_before = changed.iter().filter(|card| card.changed_at < now - OVERLAP).count();
    deck.put(changed);
    Ok(Read { deck, as_of: now, changed_before })
}

async fn changed_since(
    database: &Database,
    student: UserId,
    since: Option<DateTime<Utc>>,
) -> anyhow::Result<Vec<DeckCard>> {
    let mut query = doc! { "student_id": student.to_string() };
    if let Some(since) = since {
        query.insert("changed_at", doc! { "$gte": instant::bson(since) });
    }
    let cards: Collection<Document> = database.collection(Card::COLLECTION);
    let without_log =
        doc! { "log": 0, "outbox": 0, "outbox_at": 0, "rev": 0, "base_tally": 0, "mistakes": 0 };
    let mut found = cards.find(query).projection(without_log).batch_size(1000).await?;
    let mut changed = Vec::new();
    while let Some(mut card) = found.try_next().await? {
        card.insert("log", Bson::Array(Vec::new()));
        let card: Card = bson::deserialize_from_document(card).context("a card without its log")?;
        changed.push(DeckCard::of(&card));
    }
    Ok(changed)
}

/// Keeps a deck that was read as the copy for those who come after, unless a newer one is kept.
///
/// # Errors
/// The store.
pub async fn keep(database: &Database, read: &Read) -> anyhow::Result<()> {
    let decks: Collection<Document> = database.collection(COLLECTION);
    let student = read.deck.student.to_string();
    let cards = Binary { subtype: BinarySubtype::Generic, bytes: read.deck.to_bytes() };
    let fields = doc! { "student_id": &student, "cards": cards };
    set_if_newer(&decks, student, "as_of", instant::bson(read.as_of), fields)
        .await
        .context("the copy of a deck")
}

/// Whose decks are to be kept anew. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Shelver(mpsc::Sender<UserId>);

/// The other end of a [`Shelver`].
#[derive(Debug)]
pub struct Shelf(mpsc::Receiver<UserId>);

impl Shelver {
    /// A shelver, and what does its work.
    pub fn new() -> (Self, Shelf) {
        let (sender, receiver) = mpsc::channel(1024);
        (Self(sender), Shelf(receiver))
    }

    /// Asks for it when all that is being written now is older than the overlap: a copy made before would be read together with
    /// each card that was just written. Lost when the process ends; the next reader asks then.
    pub fn ask_when_settled(&self, student: UserId) {
        self.ask_after(SETTLED_AFTER, student);
    }

    fn ask_after(&self, wait: Duration, student: UserId) {
        let shelver = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            shelver.ask(student);
        });
    }

    /// Asks for it. Where too many wait already, the next reader asks again.
    pub fn ask(&self, student: UserId) {
        if self.0.try_send(student).is_err() {
            tracing::debug!("a copy of a deck waits for its next reader");
        }
    }
}

impl Shelf {
    /// Keeps decks until nobody can ask any more, or `stop`.
    ///
    /// # Errors
    /// None: what could not be kept is asked for again.
    pub async fn run(
        mut self,
        database: Database,
        clock: std::sync::Arc<dyn boot::Clock>,
        stop: boot::CancellationToken,
    ) -> anyhow::Result<()> {
        loop {
            let mut asked = Vec::new();
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                more = self.0.recv_many(&mut asked, 256) => if more == 0 { return Ok(()) },
            }
            for student in asked.into_iter().collect::<HashSet<_>>() {
                let kept = async { keep(&database, &read(&database, student, clock.now()).await?).await };
                if let Err(error) = kept.await {
                    tracing::warn!(error.message = format!("{error:#}"), "a deck was not kept");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[tokio::test]
    async fn a_deck_that_was_just_written_is_kept_when_its_writes_are_old() {
        assert!(OVERLAP.to_std().is_ok_and(|overlap| SETTLED_AFTER > overlap));
        let (shelver, Shelf(mut asked)) = Shelver::new();
        let (student, wait, began) =
            (UserId::new(Uuid::nil()), Duration::from_millis(50), tokio::time::Instant::now());
        shelver.ask_after(wait, student);
        assert_eq!(asked.recv().await, Some(student));
        assert!(began.elapsed() >= wait);
    }
}
