//! Logging in and staying logged in.
//!
//! A log-in is an Argon2id hash and little else: so it is held against a bare pool of as many threads, which computes the
//! same hashes over the same work memory and does nothing besides. What is left is what profile, its store and its queue
//! cost. A rotation of a refresh token is held against the one conditional update at its heart.

use crate::{
    Figure, Size,
    arrivals::{self, rate},
    figure::{Better, Judged},
    profile_here::{LogIn, Profile, Session},
    rounds::{Reading, Readings, alternate},
};
use anyhow::{Context, Result, ensure};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use boot::SystemRandom;
use futures::future::try_join_all;
use hdrhistogram::Histogram;
use profile::credentials::passwords::Cost;
use sqlx::PgPool;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::Semaphore,
    task::spawn_blocking,
    time::{Instant, sleep_until},
};

const RATE_FLOOR: f64 = 0.90;
const RATE_GOAL: f64 = 0.97;
/// The share of what the cores can hash.
pub(super) const USUAL_LOAD: f64 = 0.7;
const P99_FLOOR: f64 = 1.25;
const P99_GOAL: f64 = 1.1;
/// So many times what the cores can hash.
pub(super) const FLOOD: f64 = 10.0;
const GOODPUT_FLOOR: f64 = 0.85;
const GOODPUT_GOAL: f64 = 0.95;
const ROTATIONS_FLOOR: f64 = 1500.0;
const ROTATIONS_GOAL: f64 = 4000.0;
const PEOPLE: usize = 64;

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let profile = Arc::new(Profile::open(size.pick(PEOPLE, 4)).await?);
    let bare = Arc::new(BarePool::new(Profile::cores())?);
    let capacity = bare.rate(size.pick(200, 4)).await?.value;
    Ok(vec![
        log_in_rate(size, &profile, &bare).await?,
        usual_load(size, &profile, &bare, capacity).await?,
        flood(size, &profile, &bare, capacity).await?,
        rotations(size, &profile).await?,
    ])
}

async fn log_in_rate(size: Size, profile: &Profile, bare: &BarePool) -> Result<Figure> {
    let count = size.pick(300, 4);
    let (bare, measured) = alternate(
        size.rounds(),
        async || bare.rate(count).await,
        async || {
            rate(count, 4 * Profile::cores(), async || {
                ensure!(profile.log_in().await? == LogIn::Done, "the queue is full");
                Ok(())
            })
            .await
        },
    )
    .await?;
    Ok(Figure::new("identity: log-ins", "1/s", Better::Higher, readings(measured), readings(bare))
        .judged_by(Judged::Ratio)
        .floor(RATE_FLOOR)
        .goal(RATE_GOAL)
        .enough(200))
}

async fn usual_load(
    size: Size,
    profile: &Arc<Profile>,
    bare: &Arc<BarePool>,
    capacity: f64,
) -> Result<Figure> {
    let count = size.pick(600, 4);
    let arrivals = arrivals::at_rate(USUAL_LOAD * capacity, count, &SystemRandom);
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || latencies(&arrivals, bare, |bare: Arc<BarePool>| async move { bare.hash().await }).await,
        async || {
            latencies(&arrivals, profile, |profile: Arc<Profile>| async move {
                ensure!(profile.log_in().await? == LogIn::Done, "the queue is full below its load");
                Ok(())
            })
            .await
        },
    )
    .await?;
    let name = "identity: p99 of a log-in at 70 % load";
    Ok(Figure::new(name, "ms", Better::Lower, p99(&measured), p99(&bare))
        .judged_by(Judged::Ratio)
        .floor(P99_FLOOR)
        .goal(P99_GOAL)
        .enough(500))
}

/// Those who are let in under a flood, a second, against what the cores can hash without one.
async fn flood(size: Size, profile: &Arc<Profile>, bare: &BarePool, capacity: f64) -> Result<Figure> {
    let count = size.pick(4000, 8);
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || bare.rate(size.pick(200, 4)).await,
        async || {
            let arrivals = arrivals::at_rate(FLOOD * capacity, count, &SystemRandom);
            goodput(&arrivals, profile).await
        },
    )
    .await?;
    let name = "identity: log-ins that succeed at ten times the load";
    Ok(Figure::new(name, "1/s", Better::Higher, readings(measured), readings(bare))
        .judged_by(Judged::Ratio)
        .floor(GOODPUT_FLOOR)
        .goal(GOODPUT_GOAL)
        .enough(100))
}

async fn goodput(arrivals: &[Duration], profile: &Arc<Profile>) -> Result<Reading> {
    let began = Instant::now();
    let mut asked = Vec::with_capacity(arrivals.len());
    for at in arrivals {
        sleep_until(began + *at).await;
        let profile = Arc::clone(profile);
        asked.push(tokio::spawn(async move { profile.log_in().await }));
    }
    let mut let_in = 0_u64;
    for outcome in try_join_all(asked).await? {
        let_in += u64::from(outcome? == LogIn::Done);
    }
    Ok(Reading { value: let_in as f64 / began.elapsed().as_secs_f64(), samples: let_in })
}

/// Rotations a second and core, of as many sessions at once as there are people.
async fn rotations(size: Size, profile: &Profile) -> Result<Figure> {
    let each = size.pick(50, 2);
    let mut sessions = profile.sessions().await?;
    let updates = BareUpdates::open(profile.database().pool(), sessions.len()).await?;
    let (bare, measured) = alternate(
        size.rounds(),
        async || updates.rate(each).await,
        async || rotate(profile, &mut sessions, each).await,
    )
    .await?;
    let name = "identity: refresh rotations a core";
    Ok(Figure::new(name, "1/s", Better::Higher, readings(measured), readings(bare))
        .floor(ROTATIONS_FLOOR)
        .goal(ROTATIONS_GOAL)
        .enough(1000))
}

async fn rotate(profile: &Profile, sessions: &mut [Session], each: usize) -> Result<Reading> {
    let (began, count) = (Instant::now(), sessions.len() * each);
    try_join_all(sessions.iter_mut().map(async |session| {
        for _ in 0..each {
            profile.refresh(session).await?;
        }
        anyhow::Ok(())
    }))
    .await?;
    Ok(a_core(count, began.elapsed()))
}

fn a_core(count: usize, took: Duration) -> Reading {
    let value = count as f64 / took.as_secs_f64() / Profile::cores() as f64;
    Reading { value, samples: count as u64 }
}

/// Rows with a generation, and nothing else.
struct BareUpdates {
    pool: PgPool,
    rows: i32,
}

impl BareUpdates {
    async fn open(pool: PgPool, rows: usize) -> Result<Self> {
        let rows = i32::try_from(rows)?;
        sqlx::query("create table bare_sessions (id int primary key, generation bigint not null)")
            .execute(&pool)
            .await?;
        sqlx::query("insert into bare_sessions select id, 0 from generate_series(1, $1) as id")
            .bind(rows)
            .execute(&pool)
            .await?;
        Ok(Self { pool, rows })
    }

    async fn rate(&self, each: usize) -> Result<Reading> {
        let began = Instant::now();
        try_join_all((1..=self.rows).map(async |row| {
            for _ in 0..each {
                sqlx::query(
                    "update bare_sessions set generation = generation + 1 where id = $1 and generation >= 0",
                )
                .bind(row)
                .execute(&self.pool)
                .await?;
            }
            anyhow::Ok(())
        }))
        .await?;
        Ok(a_core(usize::try_from(self.rows)? * each, began.elapsed()))
    }
}

/// As many threads as cores, that hash.
pub(super) struct BarePool {
    cores: Arc<Semaphore>,
    at_once: usize,
    params: Params,
    memory: Arc<Mutex<Vec<Vec<Block>>>>,
}

impl BarePool {
    pub(super) fn new(cores: usize) -> Result<Self> {
        let Cost { memory_kib, passes, lanes } = Cost::FLOOR;
        let params = Params::new(memory_kib, passes, lanes, None).ok().context("the floor of the cost")?;
        Ok(Self { cores: Arc::new(Semaphore::new(cores)), at_once: cores, params, memory: Arc::default() })
    }

    async fn hash(&self) -> Result<()> {
        let turn = Arc::clone(&self.cores).acquire_owned().await?;
        let (params, memories) = (self.params.clone(), Arc::clone(&self.memory));
        spawn_blocking(move || {
            let mut memory =
                memories.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
            memory.resize(params.block_count(), Block::default());
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            let mut output = [0; 32];
            let hashed = argon2.hash_password_into_with_memory(
                b"a password",
                b"a salt of 16 byt",
                &mut output,
                &mut memory,
            );
            memories.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
            drop(turn);
            hashed.ok().context("a hash")
        })
        .await?
    }

    pub(super) async fn rate(&self, count: usize) -> Result<Reading> {
        rate(count, 2 * self.at_once, async || self.hash().await).await
    }
}

/// How long each took from its arrival, in microseconds.
async fn latencies<S: Send + Sync + 'static, F>(
    arrivals: &[Duration],
    subject: &Arc<S>,
    ask: impl Fn(Arc<S>) -> F,
) -> Result<Histogram<u64>>
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    let began = Instant::now();
    let mut asked = Vec::with_capacity(arrivals.len());
    for at in arrivals {
        let due = began + *at;
        sleep_until(due).await;
        let answer = ask(Arc::clone(subject));
        asked.push(tokio::spawn(async move {
            answer.await?;
            anyhow::Ok(due.elapsed())
        }));
    }
    let mut latencies = Histogram::new(3)?;
    for latency in try_join_all(asked).await? {
        latencies.record(u64::try_from(latency?.as_micros())?)?;
    }
    Ok(latencies)
}

fn p99(rounds: &[Histogram<u64>]) -> Readings {
    let reading = |round: &Histogram<u64>| Reading {
        value: round.value_at_percentile(99.0) as f64 / 1000.0,
        samples: round.len(),
    };
    rounds.iter().map(reading).collect()
}

fn readings(readings: Vec<Reading>) -> Readings {
    readings.into_iter().collect()
}
