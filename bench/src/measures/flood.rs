//! What profile holds in memory while far more people log in than it can hash.
//!
//! The service itself, as it is shipped, called over HTTP by strangers who come from a network each, so that no throttle
//! spares it. Nobody has an account: the hash is computed all the same. Its memory (VmRSS) is looked at while they come, at
//! ten times what the cores can hash, and the most of it held against the most at the usual load, in a process of its own
//! each. A queue without a bound grows with the flood.

use super::identity::{BarePool, FLOOD, USUAL_LOAD};
use crate::{
    Figure, Size, arrivals,
    figure::{Better, Judged},
    profile_here::Profile,
    programs::{Process, Program, migrate},
    rounds::{Reading, alternate},
};
use anyhow::{Result, ensure};
use boot::{Random, SystemRandom};
use reqwest::StatusCode;
use serde_json::json;
use std::{future::Future, net::Ipv4Addr, pin::pin, time::Duration};
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

const FLOOR: f64 = 1.5;
const GOAL: f64 = 1.2;
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// Longer than anybody waits in the queue.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    migrate("profile").await?;
    let capacity = BarePool::new(Profile::cores())?.rate(size.pick(200, 4)).await?.value;
    let seconds = size.pick(15.0, 0.3);
    let (usual, flooded) = alternate(
        size.rounds().min(3),
        async || most_memory(USUAL_LOAD * capacity, seconds).await,
        async || most_memory(FLOOD * capacity, seconds).await,
    )
    .await?;
    let name = "flood: memory at ten times the load";
    let (usual, flooded) = (usual.into_iter().collect(), flooded.into_iter().collect());
    let figure = Figure::new(name, "MB", Better::Lower, flooded, usual);
    Ok(vec![figure.judged_by(Judged::Ratio).floor(FLOOR).goal(GOAL).enough(100)])
}

/// The most that a process holds from its start while log-ins arrive at this rate a second.
async fn most_memory(rate: f64, seconds: f64) -> Result<Reading> {
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build()?;
    let profile = Program::service("profile", None)?;
    let (running, _) = profile.start(&client).await?;
    let (url, count) = (format!("http://{}/api/v2/profile/sessions", profile.http), (rate * seconds).ceil());
    let coming = arrivals::each(rate, count as usize, async |_, _| log_in(&client, &url).await);
    let value = most_during(&running, coming).await?;
    running.stop().await?;
    Ok(Reading { value, samples: count as u64 })
}

/// The most memory, in MB, that is seen until `work` is done.
async fn most_during<T>(process: &Process, work: impl Future<Output = Result<T>>) -> Result<f64> {
    let (mut work, mut most) = (pin!(work), process.rss_mb()?);
    let mut look = interval(LOOK_EVERY);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            done = work.as_mut() => return done.map(|_| most),
            _ = look.tick() => most = most.max(process.rss_mb()?),
        }
    }
}

/// A stranger without an account: refused after the hash, or at once because too many wait.
async fn log_in(client: &reqwest::Client, url: &str) -> Result<()> {
    let random: &dyn Random = &SystemRandom;
    let (device, network) = (Uuid::from_bytes(random.array()), Ipv4Addr::from(random.array::<4>()));
    let body = json!({
        "email": format!("{device}@example.org"), "password": "not a password of anybody", "device": { "id": device }
    });
    let request = client.post(url).header("X-Client-Version", "web/1.4.0").json(&body);
    // As the gateway says whom it speaks for.
    let answer = request.header("X-Forwarded-For", network.to_string()).send().await?;
    let status = answer.status();
    ensure!(
        matches!(status, StatusCode::UNAUTHORIZED | StatusCode::SERVICE_UNAVAILABLE),
        "a stranger is answered {status}: {}",
        answer.text().await?
    );
    Ok(())
}
