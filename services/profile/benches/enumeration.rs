//! Whether the time of an answer tells who has an account: pairs of requests, one about an address with an account and one
//! about an address without, in random order, and Welch's t of the two samples. Below 4.5 nothing can be told (Goodwill et
//! al., "A testing methodology for side-channel resistance validation", 2011).
//!
//! `make enumeration pairs=10000` on an idle machine, against the test servers.

#[path = "../tests/api/support.rs"]
#[expect(dead_code, reason = "the benchmark needs few of the helpers of the tests")]
mod support;

use chrono::TimeDelta;
use serde_json::json;
use std::{future::Future, io::Write, time::Instant};
use support::{World, new_device, new_user, registration, with};
use testing::Answer;

const LIMIT: f64 = 4.5;
const WRONG: &str = "another horse";

/// Mean and variance as they come (Welford).
#[derive(Default)]
struct Sample {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Sample {
    fn add(&mut self, value: f64) {
        self.count += 1.0;
        let before = value - self.mean;
        self.mean += before / self.count;
        self.squares += before * (value - self.mean);
    }

    /// The variance of the mean.
    fn variance_of_mean(&self) -> f64 {
        self.squares / (self.count - 1.0) / self.count
    }
}

fn welch(one: &Sample, other: &Sample) -> f64 {
    (one.mean - other.mean) / (one.variance_of_mean() + other.variance_of_mean()).sqrt()
}

/// Microseconds until the answer, which must have this status.
async fn time(asked: impl Future<Output = Answer>, status: u16) -> f64 {
    let began = Instant::now();
    let answer = asked.await;
    let took = began.elapsed();
    answer.expect(status);
    took.as_secs_f64() * 1e6
}

/// One operation about an address.
#[derive(Clone, Copy)]
enum Operation {
    LogIn,
    Register,
    AskForReset,
    Reset,
    AskForVerification,
}

impl Operation {
    const ALL: [(Self, &'static str); 5] = [
        (Self::LogIn, "log in"),
        (Self::Register, "register"),
        (Self::AskForReset, "ask for a reset"),
        (Self::Reset, "reset with a wrong code"),
        (Self::AskForVerification, "ask for a verification"),
    ];

    async fn time(self, world: &World, email: &str) -> f64 {
        match self {
            Self::LogIn => time(world.post_session(email, WRONG, new_device()), 401).await,
            Self::Register => {
                let body = with(&registration(email), "password", WRONG);
                time(world.put_user(new_user(), &body), 201).await
            }
            Self::AskForReset => time(world.ask_for_reset(email), 202).await,
            Self::Reset => {
                world.ask_for_reset(email).await.expect(202);
                time(world.reset_password(email, "00000-00000", WRONG), 422).await
            }
            Self::AskForVerification => {
                let post = world.api.post("/api/v2/profile/email-verifications");
                time(post.json(&json!({ "email": email })).send(), 202).await
            }
        }
    }
}

/// As long for everybody, so that no time is that of a longer text.
fn some_address() -> String {
    format!("{}@example.org", new_user())
}

/// An account that somebody uses: its address is proved. Whoever asks for a verification has not proved theirs yet.
async fn account(operation: Operation, world: &World) -> String {
    let email = some_address();
    match operation {
        Operation::AskForVerification => drop(world.newcomer(&email).await),
        _ => drop(world.register(&email).await),
    }
    email
}

async fn measure(operation: Operation, pairs: usize) -> (Sample, Sample) {
    let world = World::new().await;
    let account = account(operation, &world).await;
    let (mut known, mut unknown) = (Sample::default(), Sample::default());
    for pair in 0..pairs {
        // Long enough for every count to be full again.
        world.clock.advance(TimeDelta::hours(1));
        let stranger = some_address();
        // Random by the id that was just made, so that no drift of the machine favours one.
        if stranger.as_bytes()[0].is_multiple_of(2) {
            known.add(operation.time(&world, &account).await);
            unknown.add(operation.time(&world, &stranger).await);
        } else {
            unknown.add(operation.time(&world, &stranger).await);
            known.add(operation.time(&world, &account).await);
        }
        if pair % 500 == 0 {
            sqlx::query("truncate outbox").execute(&world.pool()).await.expect("emptied");
        }
    }
    (known, unknown)
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let pairs = arguments.next().map_or(10_000, |pairs| pairs.parse().expect("how many pairs"));
    let only = arguments.next();
    let mut out = std::io::stdout();
    let mut told = false;
    for (operation, name) in Operation::ALL {
        if only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        let (known, unknown) = measure(operation, pairs).await;
        let t = welch(&known, &unknown);
        told |= t.abs() >= LIMIT;
        writeln!(out, "{name}: {pairs} pairs, {:.0} and {:.0} us, t = {t:.2}", known.mean, unknown.mean)
            .expect("written");
    }
    assert!(!told, "the time tells who has an account");
}
