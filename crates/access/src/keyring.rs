//! The keys as last seen at their authority.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use jsonwebtoken::DecodingKey;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::Authority;
use crate::jwks::KeySet;

/// Keeps the keys while their authority is down, and asks for them again when a token names an unknown one:
/// but not more often than a forger could make it useful.
pub(crate) struct Keyring {
    authority: Arc<dyn Authority>,
    known: RwLock<Arc<KeySet>>,
    last_asked: Mutex<Option<Instant>>,
}

/// What a refresh brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refreshed {
    /// All known keys are still published.
    Grown,
    /// A known key is not published any more: what was checked with it must be checked again.
    Withdrawn,
}

impl Keyring {
    /// The shortest time between two questions that tokens cause.
    const PAUSE: Duration = Duration::from_secs(10);

    pub(crate) fn new(authority: Arc<dyn Authority>) -> Self {
        Self { authority, known: RwLock::default(), last_asked: Mutex::default() }
    }

    pub(crate) fn known(&self) -> Arc<KeySet> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The key of this name, asked for when it is not known.
    pub(crate) async fn find(&self, kid: &str) -> (Option<DecodingKey>, Option<Refreshed>) {
        if let Some(key) = self.known().get(kid) {
            return (Some(key.clone()), None);
        }
        let mut last_asked = self.last_asked.lock().await;
        // Another request may have asked while this one waited for its turn.
        if let Some(key) = self.known().get(kid) {
            return (Some(key.clone()), None);
        }
        if last_asked.is_some_and(|asked| asked.elapsed() < Self::PAUSE) {
            return (None, None);
        }
        *last_asked = Some(Instant::now());
        let refreshed = self.refresh().await;
        if let Err(error) = &refreshed {
            tracing::warn!(error.message = %format_args!("{error:#}"), "the signing keys were not refreshed; the known ones stay");
        }
        (self.known().get(kid).cloned(), refreshed.ok())
    }

    /// Asks the authority. What is known stays when it does not answer, or answers nothing usable.
    pub(crate) async fn refresh(&self) -> anyhow::Result<Refreshed> {
        let published = KeySet::of(&self.authority.keys().await?);
        anyhow::ensure!(!published.is_empty(), "no usable signing key is published");

        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let refreshed = if known.is_within(&published) { Refreshed::Grown } else { Refreshed::Withdrawn };
        *known = Arc::new(published);
        Ok(refreshed)
    }
}
