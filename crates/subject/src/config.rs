use boot::{Section, config::Invalid};
use serde::Deserialize;

/// Section `exports`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportsConfig {
    /// The bucket that every service puts its part of an export into, under its own name, and pii reads.
    pub bucket: String,
}

impl Section for ExportsConfig {
    const NAME: &'static str = "exports";

    fn validate(&self) -> Result<(), Invalid> {
        if self.bucket.is_empty() { Err(Invalid::new("bucket", "expected a name")) } else { Ok(()) }
    }
}
