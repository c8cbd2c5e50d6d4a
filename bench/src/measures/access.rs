//! CPU time that `access` adds to a request, with the token known and with a token never seen.
//!
//! The same router is called with and without the extractor, on one thread, and the thread's CPU time is divided by the
//! calls. Everything that the extractor costs is in the difference: reading the header, the digest, the cache and its
//! upkeep, the signature where it is cold, the clock, the revocations, the spans and metrics.

use crate::{
    Figure, Size,
    figure::Better,
    rounds::{Reading, Readings, alternate},
};
use access::{Student, Verifier};
use anyhow::{Context, Result, ensure};
use axum::{Router, routing::get};
use boot::{Clock, SystemClock};
use rustix::time::{ClockId, clock_gettime};
use std::{sync::Arc, thread};
use testing::{Api, Caller};

const WARM_FLOOR_US: f64 = 10.0;
const WARM_GOAL_US: f64 = 2.0;
const COLD_FLOOR_US: f64 = 90.0;
const COLD_GOAL_US: f64 = 65.0;

/// How the tokens of a round meet the cache.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tokens {
    /// One, which the round before has shown already.
    Known,
    /// Each for the first time.
    New,
}

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    // A thread of its own, with a runtime that never leaves it: its CPU time is that of the calls alone.
    let measuring = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let warm = compare(size, Tokens::Known, size.pick(50_000, 50)).await?;
            let cold = compare(size, Tokens::New, size.pick(3_000, 50)).await?;
            Ok(vec![
                figure("access: CPU added, token known", warm).floor(WARM_FLOOR_US).goal(WARM_GOAL_US),
                figure("access: CPU added, token new", cold).floor(COLD_FLOOR_US).goal(COLD_GOAL_US),
            ])
        })
    });
    tokio::task::spawn_blocking(|| measuring.join())
        .await?
        .map_err(|_| anyhow::anyhow!("the measuring thread panicked"))?
}

/// What a call costs without the extractor, and what the extractor adds to it.
struct Compared {
    without: Readings,
    added: Readings,
}

fn figure(name: &str, compared: Compared) -> Figure {
    Figure::new(name, "us", Better::Lower, compared.added, compared.without).enough(1000)
}

async fn compare(size: Size, tokens: Tokens, calls: usize) -> Result<Compared> {
    let verifier = access::testing::verifier(testing::caller::jwks(), Arc::new(SystemClock)).await;
    let guarded = router(get(guarded), &verifier);
    let open = router(get(open), &verifier);
    let known = Caller::student().logged_in_at(SystemClock.now());
    let (without, with) = alternate(
        size.rounds(),
        async || cpu_of(&open, &callers(tokens, calls, &known)).await,
        async || cpu_of(&guarded, &callers(tokens, calls, &known)).await,
    )
    .await?;
    let reading = |value| Reading { value, samples: calls as u64 };
    let added = without.iter().zip(&with).map(|(without, with)| reading(with - without)).collect();
    Ok(Compared { without: without.iter().copied().map(reading).collect(), added })
}

fn router(handler: axum::routing::MethodRouter<Verifier>, verifier: &Verifier) -> Api {
    Api::new(Router::new().route("/", handler).with_state(verifier.clone()))
}

async fn guarded(_: Student) {}

async fn open() {}

fn callers(tokens: Tokens, calls: usize, known: &Caller) -> Vec<Caller> {
    match tokens {
        Tokens::Known => vec![known.clone(); calls],
        Tokens::New => {
            let now = SystemClock.now();
            (0..calls).map(|_| Caller::student().logged_in_at(now)).collect()
        }
    }
}

/// Microseconds of CPU a call.
async fn cpu_of(api: &Api, callers: &[Caller]) -> Result<f64> {
    let began = cpu_seconds();
    for caller in callers {
        let answer = api.get("/").as_(caller).send().await;
        ensure!(answer.status() == 200, "a call with a good token: {answer}");
    }
    let spent = cpu_seconds() - began;
    let calls = u32::try_from(callers.len()).context("calls of a round")?;
    Ok(spent / f64::from(calls) * 1e6)
}

/// CPU time of this thread.
fn cpu_seconds() -> f64 {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    spent.tv_sec as f64 + spent.tv_nsec as f64 / 1e9
}
