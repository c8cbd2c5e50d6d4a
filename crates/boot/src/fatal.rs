//! Errors that trying again does not mend.

/// The mark that [`fatal`] puts on an error.
#[derive(Debug)]
pub struct Fatal(anyhow::Error);

impl std::fmt::Display for Fatal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:#}", self.0)
    }
}

impl std::error::Error for Fatal {}

/// Marks an error as beyond repair: [`retry_until_ready`](crate::Readiness::retry_until_ready) gives up on it,
/// and the service fails at start.
pub fn fatal(error: impl Into<anyhow::Error>) -> anyhow::Error {
    anyhow::Error::new(Fatal(error.into()))
}
