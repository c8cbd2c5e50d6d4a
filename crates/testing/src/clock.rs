//! Time that a test sets.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::{Arc, Mutex, PoisonError};

/// A clock that stands until a test moves it. Clones show the same time.
#[derive(Clone, Debug)]
pub struct FrozenClock(Arc<Mutex<DateTime<Utc>>>);

impl FrozenClock {
    /// Stands at an instant in RFC 3339, `2025-03-03T09:00:00Z`.
    #[must_use]
    pub fn at(instant: &str) -> Self {
        let instant = instant.parse().unwrap_or_else(|error| panic!("{instant} is no instant: {error}"));
        Self(Arc::new(Mutex::new(instant)))
    }

    /// Moves on, or back.
    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }

    /// Jumps.
    pub fn set(&self, to: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = to;
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A Monday morning in March: a day like any other, no change of the clocks near.
impl Default for FrozenClock {
    fn default() -> Self {
        Self::at("2025-03-03T09:00:00Z")
    }
}

impl boot::Clock for FrozenClock {
    fn now(&self) -> DateTime<Utc> {
        self.now()
    }
}
