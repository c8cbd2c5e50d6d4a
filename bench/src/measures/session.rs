//! The next sitting of a student with ten thousand cards, three quarters of which wait: from the request to the 201 with its
//! twenty cards, through router, access, rule and store. Against the bare driver, which reads the same copy of the deck and
//! inserts as large a sitting, in the same database.
//!
//! One after the other, and as a hundred students a second sit down whether or not those before them have their cards.

use crate::{
    Figure, Size, arrivals,
    cards::{Cards, word_id},
    figure::Better,
    rounds::{Reading, Readings, alternate},
};
use anyhow::{Context, Result};
use boot::{Clock, SystemClock};
use bus::RelayWaker;
use chrono::{DateTime, TimeDelta, Utc};
use documents::Aggregate;
use events::thematic_cards::CardKind;
use hdrhistogram::Histogram;
use ids::UserId;
use mongodb::{
    Collection,
    bson::{Document, doc, serialize_to_document},
};
use std::time::Duration;
use thematic_cards::{
    domain::{card::Card, question::card_id, sitting::StudySession},
    store::deck,
};
use tokio::time::Instant;

/// The 99th percentile, in milliseconds, alone and at the rate.
const FLOOR_MS: f64 = 20.0;
/// Students a second.
const RATE: f64 = 100.0;

const STUDENTS: usize = 20;
const CARDS: usize = 10_000;
/// The cards of a word: each noun of the bench has these.
const KINDS: [CardKind; 3] = [CardKind::Recognition, CardKind::Recall, CardKind::Article];
/// Answers that stay in a card.
const ANSWERS: usize = 10;
/// What one insert adds.
const CHUNK: usize = 1000;

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let each = size.pick(CARDS, 120);
    let school = School::open(size.pick(STUDENTS, 2), each).await?;
    let count = size.pick(1000, 5);
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || one_by_one(count, async |number| school.read_and_insert(number).await).await,
        async || one_by_one(count, async |number| school.cards.sit_down(number).await).await,
    )
    .await?;
    let alone = figure(each, "one after the other", &measured, &bare);
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || at_rate(count, async |number| school.read_and_insert(number).await).await,
        async || at_rate(count, async |number| school.cards.sit_down(number).await).await,
    )
    .await?;
    Ok(vec![alone, figure(each, "at 100 students a second", &measured, &bare)])
}

fn figure(cards: usize, how: &str, measured: &[Histogram<u64>], bare: &[Histogram<u64>]) -> Figure {
    let name = format!("session: p99 with {cards} cards, {how}");
    Figure::new(name, "ms", Better::Lower, p99(measured), p99(bare)).floor(FLOOR_MS).enough(500)
}

fn p99(rounds: &[Histogram<u64>]) -> Readings {
    let reading = |round: &Histogram<u64>| Reading {
        value: round.value_at_percentile(99.0) as f64 / 1000.0,
        samples: round.len(),
    };
    rounds.iter().map(reading).collect()
}

/// How long each took, in microseconds.
async fn one_by_one(count: usize, one: impl AsyncFn(usize) -> Result<()>) -> Result<Histogram<u64>> {
    let mut took = Vec::with_capacity(count);
    for number in 0..count {
        let began = Instant::now();
        one(number).await?;
        took.push(began.elapsed());
    }
    histogram(took)
}

/// How long each took from its arrival, in microseconds.
async fn at_rate(count: usize, one: impl AsyncFn(usize) -> Result<()>) -> Result<Histogram<u64>> {
    let took = arrivals::each(RATE, count, async |number, arrived| {
        one(number).await?;
        Ok(arrived.elapsed())
    });
    histogram(took.await?)
}

fn histogram(took: Vec<Duration>) -> Result<Histogram<u64>> {
    let mut latencies = Histogram::new(3)?;
    for latency in took {
        latencies.record(u64::try_from(latency.as_micros())?)?;
    }
    Ok(latencies)
}

/// Students who have answered so many cards each, long enough ago that most of them wait.
struct School {
    cards: Cards,
    /// What the service writes of a sitting.
    sitting: Document,
}

impl School {
    async fn open(students: usize, each: usize) -> Result<Self> {
        let words = each.div_ceil(KINDS.len());
        let encoder = thematic_cards::publications().resolve_offline();
        let cards = Cards::with_words(encoder, RelayWaker::default(), students, words).await?;
        let answered = Self::answered_card(&cards).await?;
        let (now, database) = (SystemClock.now(), cards.scratch().database());
        let collection: Collection<Document> = database.collection(Card::COLLECTION);
        collection.delete_many(doc! {}).await?;
        for student in cards.students() {
            let all: Vec<Document> = (0..each)
                .map(|number| learnt(&answered, student.id(), number, now))
                .collect::<Result<_>>()?;
            for chunk in all.chunks(CHUNK) {
                collection.insert_many(chunk).await?;
            }
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

    /// What a sitting cannot do without.
    async fn read_and_insert(&self, number: usize) -> Result<()> {
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

/// A card of `student` that was learnt and asked several times; three of four of them wait.
fn learnt(answered: &Card, student: UserId, number: usize, now: DateTime<Utc>) -> Result<Document> {
    let (word, kind) = (word_id(number / KINDS.len()), KINDS[number % KINDS.len()]);
    let days = TimeDelta::days(i64::try_from(number % 20)? - 14);
    let mut card = answered.clone();
    card.id = card_id(student, word, kind);
    card.student_id = student;
    card.word_id = word;
    card.kind = kind;
    card.log = card.log.iter().cycle().take(ANSWERS).cloned().collect();
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
