//! Personal data: what it costs that every reading is noted first, and how long all keys take to be wrapped anew.
//!
//! A reading commits a link of the audit's chain and the event that tells of it, before it opens anything: so it is held
//! against one durable insert of as many bytes, on the same pool. Rewrapping is held against one statement that writes
//! the same columns of the same rows. While it goes on somebody reads without a pause, and none of their readings may fail.

use crate::{
    Figure, Size,
    figure::{Better, Judged},
    pii_here::Pii,
    rounds::{Reading, Readings, alternate},
};
use anyhow::{Result, ensure};
use hdrhistogram::Histogram;
use sqlx::PgPool;
use std::time::Instant;

const READ_FLOOR: f64 = 1.5;
const READ_GOAL: f64 = 1.2;
const REWRAP_FLOOR_S: f64 = 600.0;
const REWRAP_GOAL_S: f64 = 120.0;
/// About what a link and its event take.
const FACT: usize = 600;

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let pii = Pii::open().await?;
    let count = size.pick(1000, 4);
    let insert = BareInsert::open(pii.pool()).await?;
    let (bare, measured) = alternate(
        size.rounds(),
        async || p50(count, async || insert.one().await).await,
        async || p50(count, async || pii.read().await).await,
    )
    .await?;
    let name = "personal: p50 of an audited reading, against a durable insert";
    let figure = Figure::new(name, "ms", Better::Lower, measured.into_iter().collect(), readings(bare));
    Ok(vec![figure.judged_by(Judged::Ratio).floor(READ_FLOOR).goal(READ_GOAL).enough(500)])
}

/// A measure of its own: it takes many minutes.
pub(super) async fn rewrap(size: Size) -> Result<Vec<Figure>> {
    let people = size.pick(1_000_000, 50);
    let pii = Pii::open().await?;
    pii.add_people(people - 1).await?;
    pii.remember_keys().await?;
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || seconds(people, async || pii.write_old_keys_again().await).await,
        async || {
            pii.write_old_keys_again().await?;
            seconds(people, async || while_somebody_reads(&pii, people).await).await
        },
    )
    .await?;
    let figure = Figure::new(
        "personal: rewrap of all data keys",
        "s",
        Better::Lower,
        readings(measured),
        readings(bare),
    );
    Ok(vec![figure.floor(REWRAP_FLOOR_S).goal(REWRAP_GOAL_S).enough(1_000_000)])
}

/// Rewraps, and reads until that is done.
async fn while_somebody_reads(pii: &Pii, people: usize) -> Result<()> {
    let rewrapping = pii.rewrap();
    tokio::pin!(rewrapping);
    loop {
        tokio::select! {
            rewrapped = &mut rewrapping => {
                ensure!(rewrapped? == people as u64, "every data key is wrapped anew");
                return Ok(());
            }
            read = pii.read() => read?,
        }
    }
}

async fn seconds(people: usize, once: impl AsyncFn() -> Result<()>) -> Result<Reading> {
    let began = Instant::now();
    once().await?;
    Ok(Reading { value: began.elapsed().as_secs_f64(), samples: people as u64 })
}

async fn p50(count: usize, one: impl AsyncFn() -> Result<()>) -> Result<Reading> {
    let mut latencies = Histogram::<u64>::new(3)?;
    for _ in 0..count {
        let began = Instant::now();
        one().await?;
        latencies.record(u64::try_from(began.elapsed().as_micros())?)?;
    }
    Ok(Reading { value: latencies.value_at_percentile(50.0) as f64 / 1000.0, samples: latencies.len() })
}

fn readings(readings: Vec<Reading>) -> Readings {
    readings.into_iter().collect()
}

/// One durable insert, and nothing else.
struct BareInsert(PgPool);

impl BareInsert {
    async fn open(pool: PgPool) -> Result<Self> {
        sqlx::query("create table bare_facts (id bigserial primary key, fact bytea not null)")
            .execute(&pool)
            .await?;
        Ok(Self(pool))
    }

    async fn one(&self) -> Result<()> {
        sqlx::query("insert into bare_facts (fact) values ($1)")
            .bind(vec![7_u8; FACT])
            .execute(&self.0)
            .await?;
        Ok(())
    }
}
