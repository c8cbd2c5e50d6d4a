//! Argon2id (RFC 9106) behind a bounded queue.
//!
//! A hash takes a core and twenty megabytes for tens of milliseconds, and anybody may ask for one. So at most one runs per
//! core, a bounded number waits, and the next is told at once to come back later: under a flood the process keeps its
//! memory, and those who got in are still served in time. Who is sent away costs nothing else, where the place in the queue
//! is taken before an account is looked up ([`Passwords::enter`]). The permit goes into the blocking task with the work,
//! because a caller who hangs up stops waiting but does not stop the hash.

use crate::domain::Password;
use argon2::{Algorithm, Argon2, Block, Params, PasswordHash, Version, password_hash::phc};
use prometheus::{Histogram, HistogramOpts, IntCounter, IntGauge, Registry};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use subtle::ConstantTimeEq;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What a hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// The least that may be configured (OWASP Password Storage Cheat Sheet: m=19 MiB, t=2, p=1).
    pub const FLOOR: Self = Self { memory_kib: 19_456, passes: 2, lanes: 1 };
}

/// The queue is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords are being checked; come back in {}s", .retry_after.as_secs())]
pub struct Busy {
    /// When there is likely to be room again.
    pub retry_after: Duration,
}

/// Why no hash came of it.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// To be tried again later.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// A stored hash that cannot be read, or a task that died.
    #[error("the password cannot be checked: {0}")]
    Broken(String),
}

/// What a password is worth against a stored hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Not the password.
    Wrong,
    /// The password.
    Right,
    /// The password, hashed at another cost than today's: hash it anew.
    RightAtOldCost,
}

/// Hashes and checks passwords. Clones share one queue.
#[derive(Clone)]
pub struct Passwords {
    shared: Arc<Shared>,
}

struct Shared {
    params: Params,
    decoy: PasswordHash,
    /// Everyone inside: those who wait and those who hash.
    admission: Arc<Semaphore>,
    cores: Arc<Semaphore>,
    /// One work memory per core, kept from hash to hash.
    memory: Mutex<Vec<Vec<Block>>>,
    metrics: Metrics,
}

/// Room in the queue for one password, for as long as it lives.
pub struct Place {
    shared: Arc<Shared>,
    admission: OwnedSemaphorePermit,
}

/// Room in the queue and a core; freed when the work is done, not when its caller is gone.
struct Turn {
    _admission: OwnedSemaphorePermit,
    _core: OwnedSemaphorePermit,
}

impl Passwords {
    /// At most `cores` hashes at a time and `waiting` callers behind them. `decoy_salt` salts the hash that is checked where
    /// there is no account.
    pub fn new(
        cost: Cost,
        cores: usize,
        waiting: usize,
        decoy_salt: [u8; 16],
        registry: &Registry,
    ) -> anyhow::Result<Self> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None)?;
        let decoy = stored_form(&params, &decoy_salt, &[0; Params::DEFAULT_OUTPUT_LEN])?;
        let shared = Shared {
            params,
            decoy,
            admission: Arc::new(Semaphore::new(cores + waiting)),
            cores: Arc::new(Semaphore::new(cores)),
            memory: Mutex::new(Vec::with_capacity(cores)),
            metrics: Metrics::register(registry)?,
        };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// A place in the queue, for a password that is to be hashed or checked once more is known.
    ///
    /// # Errors
    /// When the queue is full.
    pub fn enter(&self) -> Result<Place, Busy> {
        let shared = self.shared.clone();
        let admission = shared.admission.clone().try_acquire_owned().map_err(|_| shared.refuse())?;
        Ok(Place { shared, admission })
    }

    /// The hash of a new password, in PHC form.
    pub async fn hash(&self, password: &Password, salt: [u8; 16]) -> Result<String, HashError> {
        let params = self.shared.params.clone();
        let computed = self.enter()?.compute(password, params, salt.to_vec()).await?;
        let hash = stored_form(&self.shared.params, &salt, &computed).map_err(broken)?;
        Ok(hash.to_string())
    }

    /// Checks a password as [`Place::check`] does, if there is room.
    pub async fn check(&self, password: &Password, stored: Option<&str>) -> Result<Verdict, HashError> {
        self.enter()?.check(password, stored).await
    }
}

impl Place {
    /// Checks a password. Without a stored hash the answer is [`Verdict::Wrong`], after the same work.
    pub async fn check(self, password: &Password, stored: Option<&str>) -> Result<Verdict, HashError> {
        let shared = self.shared.clone();
        let known = stored.map(PasswordHash::new).transpose().map_err(broken)?;
        let hash = known.as_ref().unwrap_or(&shared.decoy);
        let params = Params::try_from(hash).map_err(broken)?;
        let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else {
            return Err(HashError::Broken("a stored hash has no salt or no output".to_owned()));
        };

        let computed = self.compute(password, params, salt.to_vec()).await?;

        let equal = bool::from(computed.as_slice().ct_eq(expected.as_bytes()));
        Ok(match (equal && known.is_some(), shared.is_current(hash)) {
            (false, _) => Verdict::Wrong,
            (true, true) => Verdict::Right,
            (true, false) => Verdict::RightAtOldCost,
        })
    }

    async fn compute(self, password: &Password, params: Params, salt: Vec<u8>) -> Result<Vec<u8>, HashError> {
        let (shared, password) = (self.shared.clone(), password.clone());
        let turn = self.turn().await?;
        tokio::task::spawn_blocking(move || {
            let hash = shared.compute(&password, params, &salt);
            drop(turn);
            hash
        })
        .await
        .map_err(broken)?
    }

    async fn turn(self) -> Result<Turn, HashError> {
        let waited = self.shared.metrics.waiting();
        let core = self.shared.cores.clone().acquire_owned().await.map_err(broken)?;
        drop(waited);
        Ok(Turn { _admission: self.admission, _core: core })
    }
}

impl Shared {
    fn refuse(&self) -> Busy {
        self.metrics.refused.inc();
        Busy { retry_after: Duration::from_secs(2) }
    }

    fn is_current(&self, hash: &PasswordHash) -> bool {
        hash.params == self.decoy.params && hash.version == self.decoy.version
    }

    fn compute(&self, password: &Password, params: Params, salt: &[u8]) -> Result<Vec<u8>, HashError> {
        let _timer = self.metrics.hashing.start_timer();
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        memory.resize(params.block_count(), Block::default());
        let mut output = vec![0; params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN)];

        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hashed = argon2.hash_password_into_with_memory(password.expose(), salt, &mut output, &mut memory);

        wipe(&mut memory);
        self.memory.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
        hashed.map(|()| output).map_err(broken)
    }
}

/// All of it at once: block by block, as `zeroize` does it, takes half as long again.
fn wipe(memory: &mut [Block]) {
    memory.fill(Block::default());
    zeroize::optimization_barrier(memory);
}

fn stored_form(params: &Params, salt: &[u8], output: &[u8]) -> anyhow::Result<PasswordHash> {
    Ok(PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: phc::ParamsString::try_from(params)?,
        salt: Some(phc::Salt::new(salt)?),
        hash: Some(phc::Output::new(output)?),
    })
}

fn broken(cause: impl std::fmt::Display) -> HashError {
    HashError::Broken(cause.to_string())
}

struct Metrics {
    waiting: IntGauge,
    waited: Histogram,
    hashing: Histogram,
    refused: IntCounter,
}

/// Counts one caller as waiting for as long as it lives, even when that caller hangs up.
struct Waiting<'a> {
    gauge: &'a IntGauge,
    _timer: prometheus::HistogramTimer,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.gauge.dec();
    }
}

impl Metrics {
    fn register(registry: &Registry) -> anyhow::Result<Self> {
        let buckets = vec![0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];
        let histogram = |name: &str, help: &str| {
            Histogram::with_opts(HistogramOpts::new(name, help).buckets(buckets.clone()))
        };
        let metrics = Self {
            waiting: IntGauge::new("profile_password_queue_waiting", "Callers waiting for a password hash")?,
            waited: histogram(
                "profile_password_queue_seconds",
                "Time from being admitted to getting a core",
            )?,
            hashing: histogram("profile_password_hash_seconds", "Time of one password hash")?,
            refused: IntCounter::new(
                "profile_password_queue_refused_total",
                "Callers told to come back later",
            )?,
        };
        registry.register(Box::new(metrics.waiting.clone()))?;
        registry.register(Box::new(metrics.waited.clone()))?;
        registry.register(Box::new(metrics.hashing.clone()))?;
        registry.register(Box::new(metrics.refused.clone()))?;
        Ok(metrics)
    }

    fn waiting(&self) -> Waiting<'_> {
        self.waiting.inc();
        Waiting { gauge: &self.waiting, _timer: self.waited.start_timer() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::future::join_all;

    const SALT: [u8; 16] = *b"a salt for tests";

    fn passwords(cost: Cost, waiting: usize) -> Passwords {
        Passwords::new(cost, 1, waiting, [7; 16], &Registry::new()).expect("a queue")
    }

    fn password(text: &str) -> Password {
        Password::parse(&text.into()).expect("a password")
    }

    #[tokio::test]
    async fn the_cost_stands_in_the_hash() {
        let hash = passwords(Cost::FLOOR, 1).hash(&password("correct horse"), SALT).await.expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    }

    #[tokio::test]
    async fn only_the_password_is_right() {
        let passwords = passwords(Cost::FLOOR, 1);
        let hash = passwords.hash(&password("correct horse"), SALT).await.expect("a hash");
        let check = |text| {
            let (passwords, hash, password) = (passwords.clone(), hash.clone(), password(text));
            async move { passwords.check(&password, Some(&hash)).await.expect("a verdict") }
        };
        assert_eq!(check("correct horse").await, Verdict::Right);
        assert_eq!(check("Correct horse").await, Verdict::Wrong);
    }

    #[tokio::test]
    async fn a_hash_of_another_cost_is_right_and_old() {
        let dearer = Cost { passes: 3, ..Cost::FLOOR };
        let hash = passwords(dearer, 1).hash(&password("correct horse"), SALT).await.expect("a hash");
        let verdict = passwords(Cost::FLOOR, 1).check(&password("correct horse"), Some(&hash)).await;
        assert_eq!(verdict.expect("a verdict"), Verdict::RightAtOldCost);
    }

    #[tokio::test]
    async fn without_an_account_nothing_is_right_and_the_work_is_the_same() {
        let passwords = passwords(Cost::FLOOR, 1);
        let verdict = passwords.check(&password("correct horse"), None).await.expect("a verdict");
        assert_eq!(verdict, Verdict::Wrong);
        assert_eq!(passwords.shared.metrics.hashing.get_sample_count(), 1);
    }

    #[tokio::test]
    async fn beyond_the_queue_callers_are_told_to_come_back() {
        let passwords = passwords(Cost::FLOOR, 2);
        let anyone = password("correct horse");
        let outcomes = join_all((0..10).map(|_| passwords.check(&anyone, None))).await;
        let busy = outcomes.iter().filter(|outcome| matches!(outcome, Err(HashError::Busy(_)))).count();
        assert_eq!(busy, 7, "one hashes, two wait");
        assert_eq!(passwords.shared.metrics.refused.get(), 7);
    }

    #[tokio::test]
    async fn work_memory_is_reused_and_wiped() {
        let passwords = passwords(Cost::FLOOR, 4);
        let anyone = password("correct horse");
        for outcome in join_all((0..4).map(|_| passwords.check(&anyone, None))).await {
            outcome.expect("a verdict");
        }
        let memory = passwords.shared.memory.lock().expect("memory");
        assert_eq!(memory.len(), 1, "as many as cores");
        assert!(memory[0].iter().all(|block| block.as_ref().iter().all(|word| *word == 0)));
    }

    #[tokio::test]
    async fn verdicts_over_memory_that_is_shared_in_turn_are_right_each_time() {
        let passwords = Passwords::new(Cost::FLOOR, 2, 20, [7; 16], &Registry::new()).expect("a queue");
        let hash = passwords.hash(&password("correct horse"), SALT).await.expect("a hash");
        let texts = ["correct horse", "another horse"].into_iter().cycle().take(12);

        let verdicts = join_all(texts.map(|text| {
            let (passwords, hash, password) = (&passwords, &hash, password(text));
            async move { passwords.check(&password, Some(hash)).await.expect("a verdict") }
        }))
        .await;

        assert_eq!(verdicts, [Verdict::Right, Verdict::Wrong].repeat(6));
        assert!(passwords.shared.memory.lock().expect("memory").len() <= 2, "as many as cores");
    }

    #[tokio::test]
    async fn a_place_is_kept_until_it_is_used_or_given_up() {
        let passwords = passwords(Cost::FLOOR, 0);
        let anyone = password("correct horse");
        let place = passwords.enter().expect("a place");
        assert!(matches!(passwords.check(&anyone, None).await, Err(HashError::Busy(_))));
        assert_eq!(place.check(&anyone, None).await.expect("a verdict"), Verdict::Wrong);

        drop(passwords.enter().expect("the place is free"));
        passwords.check(&anyone, None).await.expect("it is free again");
    }

    #[tokio::test]
    async fn a_caller_who_hangs_up_leaves_no_hole_in_the_bound() {
        let passwords = passwords(Cost::FLOOR, 0);
        let anyone = password("correct horse");
        let hash = tokio::time::timeout(Duration::from_millis(1), passwords.check(&anyone, None)).await;
        assert!(hash.is_err(), "the caller hung up");
        let next = passwords.check(&anyone, None).await;
        assert!(matches!(next, Err(HashError::Busy(_))), "the hash still has the core");
    }
}
