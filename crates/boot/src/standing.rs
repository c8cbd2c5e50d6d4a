//! How an instance of a service stands.

use crate::Readiness;
use chrono::{DateTime, Utc};

/// What an operator asks of an instance first: what it is, since when it runs, and what it lacks. Clones are of the same
/// instance.
#[derive(Clone)]
pub struct Standing {
    /// The service's name.
    pub service: &'static str,
    /// The service's version.
    pub version: &'static str,
    /// When the process began.
    pub started_at: DateTime<Utc>,
    /// What it must have before it can serve.
    pub readiness: Readiness,
}
