//! From the 2xx of a log-out to the refusal of its access token by every service.
//!
//! Profile commits the end of the session and the fact in one transaction; the relay publishes it; each service follows the
//! topic by itself and refuses the token from then on. There are as many verifiers here as the stack has services, each
//! with a follower of its own, and the last of them counts. People log out whether or not those before them are refused.
//!
//! The bare way is the one of `visible`: a librdkafka producer and consumer, which write nothing.

use super::visible::{self, latencies, readings, record};
use crate::{Figure, Size, arrivals, figure::Better, profile_here::Profile, rounds::alternate, stack};
use access::Verifier;
use anyhow::{Result, ensure};
use boot::SystemClock;
use bus::Bus;
use futures::future::try_join_all;
use hdrhistogram::Histogram;
use std::{sync::Arc, time::Duration};
use tokio::{
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};
use tokio_util::sync::CancellationToken;

const P99_FLOOR_MS: f64 = 2000.0;
const P99_GOAL_MS: f64 = 100.0;
/// Log-outs a second: a school at the end of a lesson.
const RATE: f64 = 50.0;
const LOOK_EVERY: Duration = Duration::from_millis(1);
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let people = size.pick(500, 4);
    let bus = stack::bus()?;
    let profile = Profile::open_to_publish(people, &bus).await?;
    let everywhere = Everywhere::follow(&profile, &bus).await?;
    let bare = visible::bare().await?;
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || bare.round(people).await,
        async || log_everybody_out(&profile, &bus, &everywhere).await,
    )
    .await?;
    everywhere.leave().await?;
    let figure = |name: &str, percentile| {
        let (measured, bare) = (readings(&measured, percentile), readings(&bare, percentile));
        Figure::new(
            format!("log-out: {name} until every service refuses"),
            "ms",
            Better::Lower,
            measured,
            bare,
        )
        .enough(500)
    };
    Ok(vec![figure("p50", 50.0), figure("p99", 99.0).floor(P99_FLOOR_MS).goal(P99_GOAL_MS)])
}

async fn log_everybody_out(profile: &Profile, bus: &Bus, everywhere: &Everywhere) -> Result<Histogram<u64>> {
    let sessions = profile.sessions().await?;
    // What the log-ins tell would come first.
    let (relay, stop) = (profile.relay(bus).await?, CancellationToken::new());
    let relaying = tokio::spawn(relay.run(stop.clone()));
    let refused_after = arrivals::each(RATE, sessions.len(), async |number, _| {
        let session = &sessions[number];
        ensure!(everywhere.all_accept(session.access_token()).await, "a token is refused before its log-out");
        profile.log_out(session).await?;
        let answered = Instant::now();
        timeout(PATIENCE, everywhere.all_refuse(session.access_token())).await?;
        Ok(answered.elapsed())
    })
    .await;
    stop.cancel();
    relaying.await?;
    let mut round = latencies()?;
    for latency in refused_after? {
        record(&mut round, latency)?;
    }
    Ok(round)
}

/// The verifiers of all services.
struct Everywhere {
    verifiers: Vec<Verifier>,
    stop: CancellationToken,
    following: Vec<JoinHandle<Result<()>>>,
}

impl Everywhere {
    async fn follow(profile: &Profile, bus: &Bus) -> Result<Self> {
        let mut everywhere =
            Self { verifiers: Vec::new(), stop: CancellationToken::new(), following: Vec::new() };
        let mut caught_up = Vec::new();
        for _service in stack::services()? {
            let verifier = profile.verifier().await?;
            let follower = verifier.revocations().follower(Arc::new(SystemClock)).connect(bus)?;
            caught_up.push(follower.freshness());
            let stop = everywhere.stop.clone();
            everywhere.following.push(tokio::spawn(async move { Ok(follower.run(stop).await?) }));
            everywhere.verifiers.push(verifier);
        }
        let caught_up =
            caught_up.iter().map(async |freshness| timeout(PATIENCE, freshness.caught_up()).await);
        try_join_all(caught_up).await?;
        Ok(everywhere)
    }

    async fn all_accept(&self, token: &str) -> bool {
        for verifier in &self.verifiers {
            if verifier.verify(token).await.is_err() {
                return false;
            }
        }
        true
    }

    async fn all_refuse(&self, token: &str) {
        for verifier in &self.verifiers {
            while verifier.verify(token).await.is_ok() {
                sleep(LOOK_EVERY).await;
            }
        }
    }

    async fn leave(self) -> Result<()> {
        self.stop.cancel();
        for task in self.following {
            task.await??;
        }
        Ok(())
    }
}
