//! Whether the revocations are up to date.

use std::fmt;
use std::sync::Arc;

/// Says whether everything that was revoked until a moment ago is known here.
#[derive(Clone)]
pub struct Feed(Arc<dyn Fn() -> bool + Send + Sync>);

impl Feed {
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
