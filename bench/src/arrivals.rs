//! When work arrives: whether or not the work before it is done.
//!
//! Users do not wait for each other. A generator that does (a closed loop) sends less exactly while the subject is slow,
//! and leaves out the waits that matter ("coordinated omission").

use crate::rounds::Reading;
use anyhow::Result;
use boot::{Random, SystemRandom};
use futures::{
    future::try_join_all,
    stream::{self, StreamExt, TryStreamExt},
};
use std::time::{Duration, Instant};
use tokio::time::sleep_until;

/// Instants after a start, at random with this mean rate a second (a Poisson process): now and then several come at
/// once, as they do.
pub(crate) fn at_rate(rate: f64, count: usize, random: &dyn Random) -> Vec<Duration> {
    let mut at = 0.0;
    let arrivals = (0..count).map(|_| {
        // 1 - fraction is above zero, which the logarithm needs.
        at -= (1.0 - random.fraction()).ln() / rate;
        Duration::from_secs_f64(at)
    });
    arrivals.collect()
}

/// Calls `one` at every arrival at this mean rate a second, without waiting, and gives what came of each. `one` is told which
/// arrival it is, and when that was.
pub(crate) async fn each<T>(
    rate: f64,
    count: usize,
    one: impl AsyncFn(usize, tokio::time::Instant) -> Result<T>,
) -> Result<Vec<T>> {
    let began = tokio::time::Instant::now();
    let arrivals = at_rate(rate, count, &SystemRandom);
    try_join_all(arrivals.into_iter().enumerate().map(async |(number, after)| {
        sleep_until(began + after).await;
        one(number, began + after).await
    }))
    .await
}

/// Things done a second, so many `at_once`: each of them begins when one before it is done (a closed loop), which tells what
/// can be done at most and nothing of waits.
pub(crate) async fn rate(count: usize, at_once: usize, one: impl AsyncFn() -> Result<()>) -> Result<Reading> {
    let began = Instant::now();
    stream::iter(0..count).map(|_| Ok(one())).try_buffer_unordered(at_once).try_collect::<()>().await?;
    Ok(Reading { value: count as f64 / began.elapsed().as_secs_f64(), samples: count as u64 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use testing::SeededRandom;

    #[test]
    fn they_come_in_order_and_at_the_rate() {
        let arrivals = at_rate(200.0, 20_000, &SeededRandom::new(1));
        assert!(arrivals.is_sorted());
        let rate = arrivals.len() as f64 / arrivals.last().expect("some").as_secs_f64();
        assert!((195.0..205.0).contains(&rate), "{rate} a second");
    }

    #[test]
    fn some_come_close_together() {
        let arrivals = at_rate(200.0, 1000, &SeededRandom::new(1));
        let close = arrivals.windows(2).filter(|pair| pair[1] - pair[0] < Duration::from_millis(1)).count();
        assert!(close > 100, "{close} of 1000 within a millisecond");
    }
}
