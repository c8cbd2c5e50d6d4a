//! How fast a relay empties an outbox that filled up while the broker was away, in both stores, against a bare producer
//! that sends the very same records without waiting for any.
//!
//! The relay reads, publishes in order of each key, waits for the reports and deletes. The bare producer has its records
//! in memory, and waits for the reports.

use crate::{
    Figure, Size,
    answers::{Answers, CHUNK, Filled, drain},
    figure::{Better, Judged},
    kafka::{self, Topic},
    rounds::{Reading, Readings, alternate},
    stack,
};
use anyhow::Result;
use bus::{
    Outgoing,
    postgres::{self, PgOutbox},
};
use std::time::{Duration, Instant};
use testing::PgDatabase;

const FLOOR: f64 = 0.6;
const GOAL: f64 = 0.85;

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let events = Answers::open(thematic_cards::publications().resolve_offline()).await?;
    let in_postgres = Postgres(PgDatabase::fresh("bench", &postgres::MIGRATOR).await);
    Ok(vec![
        compare(size, "relay: PostgreSQL outbox", &events, size.pick(20_000, 100), async |rows| {
            in_postgres.fill(rows).await
        })
        .await?,
        compare(size, "relay: document outbox", &events, size.pick(10_000, 100), async |rows| {
            events.fill_documents(rows).await
        })
        .await?,
    ])
}

async fn compare(
    size: Size,
    name: &str,
    events: &Answers,
    count: usize,
    fill: impl AsyncFn(&[Outgoing]) -> Result<Filled>,
) -> Result<Figure> {
    let topic = Topic::fresh("relay").await?;
    let bus = stack::bus()?;
    let rows = events.rows(&topic, count)?;
    drain(&bus, fill(&rows).await?, count).await?;
    let records = kafka::read(&topic, count).await?;
    let producer = kafka::producer()?;
    let (bare, measured) = alternate(
        size.rounds(),
        async || {
            let began = Instant::now();
            kafka::send_all(&producer, &topic, &records).await?;
            Ok(began.elapsed())
        },
        async || drain(&bus, fill(&rows).await?, count).await,
    )
    .await?;
    let rates = |times: Vec<Duration>| times.into_iter().map(|took| rate(count, took)).collect::<Readings>();
    Ok(Figure::new(name, "events/s", Better::Higher, rates(measured), rates(bare))
        .judged_by(Judged::Ratio)
        .floor(FLOOR)
        .goal(GOAL)
        .enough(5000))
}

fn rate(count: usize, took: Duration) -> Reading {
    Reading { value: count as f64 / took.as_secs_f64(), samples: count as u64 }
}

/// A database with the tables of the bus.
struct Postgres(PgDatabase);

impl Postgres {
    async fn fill(&self, rows: &[Outgoing]) -> Result<Filled> {
        let pool = self.0.pool();
        for chunk in rows.chunks(CHUNK) {
            let mut transaction = pool.begin().await?;
            for row in chunk {
                postgres::enqueue(&mut transaction, row).await?;
            }
            transaction.commit().await?;
        }
        Ok(Filled::of(PgOutbox::new(pool)))
    }
}
