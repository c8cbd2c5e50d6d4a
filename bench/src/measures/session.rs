//! The next sitting of a student with ten thousand cards, three quarters of which wait: from the request to the 201 with its
//! twenty cards, through router, access, rule and store. Against the bare driver, which reads the same copy of the deck and
//! inserts as large a sitting, in the same database.
//!
//! One after the other, and as a hundred students a second sit down whether or not those before them have their cards.

use crate::{
    Figure, Size, arrivals,
    figure::Better,
    rounds::{Reading, Readings, alternate},
    school::School,
};
use anyhow::Result;
use hdrhistogram::Histogram;
use std::time::Duration;
use tokio::time::Instant;

/// The 99th percentile, in milliseconds, alone and at the rate.
const FLOOR_MS: f64 = 20.0;
/// Students a second.
const RATE: f64 = 100.0;

const STUDENTS: usize = 20;
const CARDS: usize = 10_000;
/// Answers that stay in a card.
const ANSWERS: usize = 10;

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let each = size.pick(CARDS, 120);
    let school = School::open(size.pick(STUDENTS, 2), each, ANSWERS).await?;
    let count = size.pick(1000, 5);
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || one_by_one(count, async |number| school.read_and_insert(number).await).await,
        async || one_by_one(count, async |number| school.sit_down(number).await).await,
    )
    .await?;
    let alone = figure(each, "one after the other", &measured, &bare);
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || at_rate(count, async |number| school.read_and_insert(number).await).await,
        async || at_rate(count, async |number| school.sit_down(number).await).await,
    )
    .await?;
    Ok(vec![alone, figure(each, "at 100 students a second", &measured, &bare)])
}

fn figure(cards: usize, how: &str, measured: &[Histogram<u64>], bare: &[Histogram<u64>]) -> Figure {
    let name = format!("session: p99 with {cards} cards, {how}");
    Figure::new(name, "ms", Better::Lower, p99(measured), p99(bare)).floor(FLOOR_MS).enough(500)
}

pub(super) fn p99(rounds: &[Histogram<u64>]) -> Readings {
    let reading = |round: &Histogram<u64>| Reading {
        value: round.value_at_percentile(99.0) as f64 / 1000.0,
        samples: round.len(),
    };
    rounds.iter().map(reading).collect()
}

/// How long each took, in microseconds.
pub(super) async fn one_by_one(
    count: usize,
    one: impl AsyncFn(usize) -> Result<()>,
) -> Result<Histogram<u64>> {
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
