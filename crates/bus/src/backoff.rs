//! Waiting between tries: twice as long each time up to a bound, less a part that differs between instances.

use std::{
    hash::{BuildHasher, RandomState},
    time::Duration,
};

/// Doubles from `first` to `most`.
#[derive(Debug)]
pub(crate) struct Backoff {
    first: Duration,
    most: Duration,
    tries: u32,
    // Seeded by the operating system once per process: instances that failed together do not return together.
    jitter: RandomState,
}

impl Backoff {
    pub(crate) fn new(first: Duration, most: Duration) -> Self {
        Self { first, most, tries: 0, jitter: RandomState::new() }
    }

    /// For what must not be given up: a broker, a registry, a store that is down.
    pub(crate) fn for_outage() -> Self {
        Self::new(Duration::from_millis(100), Duration::from_secs(5))
    }

    /// Half of the step for certain, the other half by chance.
    pub(crate) fn next(&mut self) -> Duration {
        let step = self.first.saturating_mul(1 << self.tries.min(20)).min(self.most);
        self.tries += 1;
        let share = self.jitter.hash_one(self.tries) % 1000;
        step / 2 + (step / 2).mul_f64(share as f64 / 1000.0)
    }

    pub(crate) fn reset(&mut self) {
        self.tries = 0;
    }

    pub(crate) async fn wait(&mut self) {
        tokio::time::sleep(self.next()).await;
    }
}

/// A store that neither answers nor fails is one that failed.
pub(crate) async fn within<T>(
    patience: Duration,
    work: impl Future<Output = anyhow::Result<T>>,
) -> anyhow::Result<T> {
    match tokio::time::timeout(patience, work).await {
        Ok(result) => result,
        Err(_) => Err(anyhow::anyhow!("no answer within {} s", patience.as_secs())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_doubles_within_its_bounds() {
        let mut backoff = Backoff::new(Duration::from_millis(100), Duration::from_millis(1000));
        for step in [100, 200, 400, 800, 1000, 1000, 1000] {
            let wait = backoff.next();
            assert!((step / 2..=step).contains(&(wait.as_millis() as u64)), "{wait:?} for {step}");
        }
        backoff.reset();
        assert!(backoff.next() <= Duration::from_millis(100));
    }

    #[test]
    fn it_never_overflows() {
        let mut backoff = Backoff::for_outage();
        assert!((0..100).all(|_| backoff.next() <= Duration::from_secs(5)));
    }
}
