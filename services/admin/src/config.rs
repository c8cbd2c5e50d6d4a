//! What admin alone is told.

use boot::{Section, config::Invalid};
use serde::Deserialize;

/// Section `media`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaConfig {
    /// The bucket of what everybody may hear, which the gateway shows below `/media/`.
    pub bucket: String,
}

impl Section for MediaConfig {
    const NAME: &'static str = "media";

    fn validate(&self) -> Result<(), Invalid> {
        if self.bucket.is_empty() { Err(Invalid::new("bucket", "expected a name")) } else { Ok(()) }
    }
}
