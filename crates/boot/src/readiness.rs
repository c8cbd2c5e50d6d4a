//! Whether this instance can serve, and if not, why.

use crate::{Random, fatal::Fatal};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    convert::Infallible,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

const FIRST_DELAY: Duration = Duration::from_millis(100);
const LONGEST_DELAY: Duration = Duration::from_secs(5);
/// A start that takes longer says what it waits for, and again after as long.
const SLOW_START: Duration = Duration::from_secs(5);

/// What this instance must have before it can serve, by name, and what of it is still lacking. Nothing lacking is ready.
///
/// Not ready means that it does not yet know what it must (keys, schemas). A dependency that is down while the
/// service can still serve is a metric and an alert, no reason here.
#[derive(Clone)]
pub struct Readiness {
    /// Why it is lacking, or none when it is there.
    needs: Arc<Mutex<BTreeMap<Cow<'static, str>, Option<String>>>>,
    random: Arc<dyn Random>,
}

impl Readiness {
    /// Ready, as nothing is lacking yet. `random` spreads the retries.
    #[must_use]
    pub fn new(random: Arc<dyn Random>) -> Self {
        Self { needs: Arc::default(), random }
    }

    /// `name` is lacking, and why. The reason is shown on the ops port: no secrets, no personal data.
    pub fn lacks(&self, name: impl Into<Cow<'static, str>>, reason: impl Into<String>) {
        self.edit(|needs| {
            needs.insert(name.into(), Some(reason.into()));
        });
    }

    /// `name` is there.
    pub fn has(&self, name: &'static str) {
        self.edit(|needs| {
            needs.insert(name.into(), None);
        });
    }

    /// Everything that this instance must have, by name, with the reason of what is lacking.
    #[must_use]
    pub fn needs(&self) -> BTreeMap<Cow<'static, str>, Option<String>> {
        self.edit(|needs| needs.clone())
    }

    /// What is lacking now, by name.
    #[must_use]
    pub fn reasons(&self) -> BTreeMap<Cow<'static, str>, String> {
        let needs = self.needs();
        needs.into_iter().filter_map(|(name, reason)| Some((name, reason?))).collect()
    }

    /// Nothing is lacking.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.edit(|needs| needs.values().all(Option::is_none))
    }

    fn edit<T>(&self, edit: impl FnOnce(&mut BTreeMap<Cow<'static, str>, Option<String>>) -> T) -> T {
        edit(&mut self.needs.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells every five seconds, one by one, what is lacking and why: for the log of a start that takes long.
    pub(crate) async fn tell_what_is_lacking(&self, tell: impl Fn(&str, &str)) -> Infallible {
        loop {
            tokio::time::sleep(SLOW_START).await;
            for (name, reason) in self.reasons() {
                tell(&name, &reason);
            }
        }
    }

    /// Tries until it works, and stays not ready until then.
    ///
    /// For what a service must have before it can serve: its schemas, its keys, its store. The pauses grow from
    /// 0.1 to 5 seconds, with jitter.
    ///
    /// # Errors
    /// Only what [`fatal`](crate::fatal()) marks as beyond repair, such as a schema that nobody registered.
    pub async fn retry_until_ready<T, F, Fut>(&self, name: &'static str, mut attempt: F) -> anyhow::Result<T>
    where
        F: FnMut() -> Fut,
        Fut: Future<Output = anyhow::Result<T>>,
    {
        let mut delay = FIRST_DELAY;
        self.lacks(name, "not tried yet");
        loop {
            match attempt().await {
                Ok(value) => {
                    self.has(name);
                    return Ok(value);
                }
                Err(error) if error.is::<Fatal>() => return Err(error.context(name)),
                Err(error) => {
                    tracing::warn!(dependency = name, error = format!("{error:#}"), "not available yet");
                    self.lacks(name, error.to_string());
                }
            }
            tokio::time::sleep(delay.mul_f64(0.5 + self.random.fraction())).await;
            delay = (delay * 2).min(LONGEST_DELAY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SystemRandom, fatal};
    use anyhow::anyhow;
    use std::sync::atomic::{AtomicU32, Ordering};

    fn readiness() -> Readiness {
        Readiness::new(Arc::new(SystemRandom))
    }

    #[tokio::test(start_paused = true)]
    async fn a_long_wait_is_told_again_and_again_and_a_short_one_never() {
        let readiness = readiness();
        let told = Mutex::new(Vec::new());
        let start = async {
            readiness.lacks("schemas", "waiting for the schema registry");
            tokio::time::sleep(Duration::from_secs(3)).await;
            readiness.has("schemas");
            readiness.lacks("store", "not tried yet");
            tokio::time::sleep(Duration::from_secs(8)).await;
        };
        tokio::select! {
            () = start => (),
            never = readiness.tell_what_is_lacking(|name, why| told.lock().unwrap().push(format!("{name}: {why}"))) => match never {},
        }
        assert_eq!(*told.lock().unwrap(), ["store: not tried yet", "store: not tried yet"]);
    }

    #[tokio::test(start_paused = true)]
    async fn what_fails_is_tried_again_and_named_until_it_works() {
        let (readiness, tries) = (readiness(), AtomicU32::new(0));
        let began = tokio::time::Instant::now();
        let attempt = || async {
            assert!(!readiness.is_ready(), "lacking from the first try on");
            match tries.fetch_add(1, Ordering::Relaxed) {
                before @ 0..=7 => Err(anyhow!("refused").context(format!("try {before}"))),
                before => Ok(before),
            }
        };

        assert_eq!(readiness.retry_until_ready("store", attempt).await.expect("in the end"), 8);

        assert!(readiness.is_ready());
        // 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5 and 5 seconds, each by 0.5 to 1.5.
        assert!((8.15..24.6).contains(&began.elapsed().as_secs_f64()), "{:?}", began.elapsed());
    }

    #[tokio::test(start_paused = true)]
    async fn while_it_fails_the_reason_is_the_last_error_and_not_its_causes() {
        let readiness = readiness();
        let attempt =
            || async { Err::<(), _>(anyhow!("password of 10.0.0.1 is wrong").context("the store refuses")) };

        let waited =
            tokio::time::timeout(Duration::from_secs(60), readiness.retry_until_ready("store", attempt));

        assert!(waited.await.is_err(), "for ever");
        assert_eq!(readiness.reasons().get("store").map(String::as_str), Some("the store refuses"));
    }

    #[test]
    fn what_has_come_is_named_without_a_reason_and_is_no_reason() {
        let readiness = readiness();
        readiness.lacks("schemas", "waiting for the schema registry");
        readiness.lacks("store", "not tried yet");
        readiness.has("store");

        let told: Vec<_> = readiness.needs().into_iter().collect();
        let schemas = ("schemas".into(), Some("waiting for the schema registry".to_owned()));
        assert_eq!(told, [schemas, ("store".into(), None)]);
        assert_eq!(readiness.reasons().keys().collect::<Vec<_>>(), ["schemas"]);
        readiness.has("schemas");
        assert!(readiness.is_ready());
    }

    #[tokio::test]
    async fn what_is_beyond_repair_is_not_tried_again() {
        let readiness = readiness();
        let attempt = || async { Err::<(), _>(fatal(anyhow!("not registered")).context("schemas")) };

        let error = readiness.retry_until_ready("registry", attempt).await.expect_err("given up");

        assert_eq!(format!("{error:#}"), "registry: schemas: not registered");
        assert!(!readiness.is_ready());
    }
}
