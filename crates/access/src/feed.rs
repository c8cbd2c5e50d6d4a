//! Whether the revocations are up to date.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bus::Freshness;

/// Says whether everything that was revoked until a moment ago is known here.
#[derive(Clone)]
pub struct Feed(Arc<dyn Fn() -> bool + Send + Sync>);

impl Feed {
    /// Revocations may be this old before they count as stale. A follower proves itself every second.
    const STALE: Duration = Duration::from_secs(5);

    /// A feed that is as fresh as its follower.
    pub fn of(follower: Freshness) -> Self {
        Self::new(move || follower.staleness().is_some_and(|staleness| staleness < Self::STALE))
    }

    /// A feed whose freshness this tells.
    pub fn new(is_fresh: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(is_fresh))
    }

    pub(crate) fn is_fresh(&self) -> bool {
        (self.0)()
    }
}

impl fmt::Debug for Feed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Feed").field(&self.is_fresh()).finish()
    }
}
