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
