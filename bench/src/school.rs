//! A school that has been at it for a while: its store is filled as the service would have left it.

use crate::{
    bare::insert_all,
    cards::{Cards, word_id},
};
use anyhow::{Context, Result};
use boot::{Clock, SystemClock};
use bus::RelayWaker;
use chrono::{DateTime, TimeDelta, Utc};
use documents::Aggregate;
use events::thematic_cards::CardKind;
use ids::UserId;
use mongodb::{
    Collection,
    bson::{Document, doc, serialize_to_document},
};
use thematic_cards::{
    domain::{card::Card, question::card_id, sitting::StudySession},
    store::deck,
};

/// The cards of a word: each noun of the bench has these.
const KINDS: [CardKind; 3] = [CardKind::Recognition, CardKind::Recall, CardKind::Article];

/// Students who have answered so many cards each, long enough ago that most of them wait.
pub(crate) struct School {
    cards: Cards,
    /// What the service writes of a sitting.
    sitting: Document,
}

impl School {
    /// So many students with so many cards each, of which so many `answers` are kept.
    pub(crate) async fn open(students: usize, each: usize, answers: usize) -> Result<Self> {
        let words = each.div_ceil(KINDS.len());
        let encoder = thematic_cards::publications().resolve_offline();
        let cards = Cards::with_words(encoder, RelayWaker::default(), students, words).await?;
        let answered = Self::answered_card(&cards).await?;
        let (now, database) = (SystemClock.now(), cards.scratch().database());
        let collection: Collection<Document> = database.collection(Card::COLLECTION);
        collection.delete_many(doc! {}).await?;
        let answered = with_answers(answered, answers);
        for student in cards.students() {
            let learnt = |number| learnt(&answered, student.id(), number, now);
            insert_all(&collection, each, learnt).await?;
            deck::keep(database, &deck::read(database, student.id(), now).await?).await?;
        }
        cards.sit_down(0).await?;
        let sessions: Collection<Document> = database.collection(StudySession::COLLECTION);
        let sitting = sessions.find_one(doc! {}).await?.context("a sitting")?;
        Ok(Self { cards, sitting })
    }

    async fn answered_card(cards: &Cards) -> Result<Card> {
        cards.answer().await?;
        let first = card_id(cards.students()[0].id(), word_id(0), CardKind::Recall);
        Ok(cards.app().cards.get(first).await?.context("the card of an answer")?.into_state())
    }

    /// One of the students sits down: each in turn, over all numbers.
    pub(crate) async fn sit_down(&self, number: usize) -> Result<()> {
        self.cards.sit_down(number).await
    }

    /// What a sitting cannot do without.
    pub(crate) async fn read_and_insert(&self, number: usize) -> Result<()> {
        let database = self.cards.scratch().database();
        let students = self.cards.students();
        let student = students[number % students.len()].id().to_string();
        let decks: Collection<Document> = database.collection(deck::COLLECTION);
        let copy = decks.find_one(doc! { "_id": student }).await?;
        copy.context("the copy of a deck")?;
        let mut sitting = self.sitting.clone();
        sitting.insert("_id", mongodb::bson::oid::ObjectId::new());
        database.collection::<Document>("bare_sessions").insert_one(sitting).await?;
        Ok(())
    }
}

/// With as many answers in its log, again and again those that it has.
fn with_answers(mut card: Card, answers: usize) -> Card {
    card.log = card.log.iter().cycle().take(answers).cloned().collect();
    card
}

/// A card of `student` that was learnt and asked several times; three of four of them wait.
fn learnt(answered: &Card, student: UserId, number: usize, now: DateTime<Utc>) -> Result<Document> {
    let (word, kind) = (word_id(number / KINDS.len()), KINDS[number % KINDS.len()]);
    let days = TimeDelta::days(i64::try_from(number % 20)? - 14);
    let mut card = answered.clone();
    card.id = card_id(student, word, kind);
    card.student_id = student;
    card.word_id = word;
    card.kind = kind;
    card.changed_at = Some(now - TimeDelta::days(1));
    card.introduced_on = Some((now - TimeDelta::days(60)).date_naive());
    card.state.phase = scheduler::Phase::Review;
    card.state.step = 0;
    card.state.interval_days = 20;
    card.state.due_at = Some(now + days);
    card.state.last = card.state.last.map(|last| scheduler::Answered {
        at: now + days - TimeDelta::days(20),
        day: (now + days - TimeDelta::days(20)).date_naive(),
        ..last
    });
    let mut document = serialize_to_document(&card)?;
    document.insert("rev", 1_i64);
    Ok(document)
}
