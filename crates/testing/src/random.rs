//! Randomness that repeats.

use rand::{Rng, SeedableRng, rngs::StdRng};
use std::sync::{Arc, Mutex, PoisonError};

/// The same bytes in every run, different ones at every call. Clones draw from the same source.
#[derive(Clone, Debug)]
pub struct SeededRandom(Arc<Mutex<StdRng>>);

impl SeededRandom {
    /// The source that `seed` determines.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }
}

impl Default for SeededRandom {
    fn default() -> Self {
        Self::new(1)
    }
}

impl boot::Random for SeededRandom {
    fn bytes(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }
}
