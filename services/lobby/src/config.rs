//! What only the lobby needs to be told.

use boot::{Section, config::Invalid};
use serde::Deserialize;
use std::time::Duration;

/// Section `catalogue`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CatalogueConfig {
    /// Seconds between two readings of profile's catalogue.
    pub refresh_seconds: u64,
}

impl Default for CatalogueConfig {
    fn default() -> Self {
        Self { refresh_seconds: 60 }
    }
}

impl CatalogueConfig {
    /// Time between two readings.
    pub fn refresh_every(&self) -> Duration {
        Duration::from_secs(self.refresh_seconds)
    }
}

impl Section for CatalogueConfig {
    const NAME: &'static str = "catalogue";

    fn validate(&self) -> Result<(), Invalid> {
        match self.refresh_seconds {
            1..=3600 => Ok(()),
            _ => Err(Invalid::new("refresh_seconds", "1 to 3600")),
        }
    }
}

/// Section `notices`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NoticesConfig {
    /// Streams that may be open at once; each takes a connection of `http.max_connections`.
    pub streams: usize,
    /// Streams that one user may have open at once.
    pub streams_per_user: usize,
    /// Seconds between two looks at whether the token of a stream still holds.
    pub look_again_seconds: u64,
}

impl Default for NoticesConfig {
    fn default() -> Self {
        Self { streams: 512, streams_per_user: 8, look_again_seconds: 5 }
    }
}

impl NoticesConfig {
    /// Time between two looks at whether the token of a stream still holds.
    pub fn look_again(&self) -> Duration {
        Duration::from_secs(self.look_again_seconds)
    }
}

impl Section for NoticesConfig {
    const NAME: &'static str = "notices";

    fn validate(&self) -> Result<(), Invalid> {
        match self {
            Self { streams: 65_537.., .. } => Err(Invalid::new("streams", "0 to 65536")),
            Self { look_again_seconds: 0 | 61.., .. } => Err(Invalid::new("look_again_seconds", "1 to 60")),
            _ => Ok(()),
        }
    }
}
