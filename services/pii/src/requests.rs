//! What exports and erasures need beside the store.

use anyhow::Context as _;
use blob::{BlobStore, S3Config, S3Store};
use boot::{Context, Section, config::Invalid};
use chrono::{DateTime, TimeDelta, Utc};
use events::catalog::Catalog;
use serde::Deserialize;
use std::sync::Arc;
use subject::ExportsConfig;
use tokio::sync::Notify;

/// Section `requests`: how long requests about personal data may take.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RequestsConfig {
    /// Days until a request must be answered (GDPR, article 12(3): a month).
    pub deadline_days: u16,
    /// Minutes after which a service that has not answered is asked again.
    pub ask_again_minutes: u16,
    /// Hours for which the archive of an export waits to be fetched.
    pub archive_hours: u16,
}

impl Default for RequestsConfig {
    fn default() -> Self {
        Self { deadline_days: 30, ask_again_minutes: 15, archive_hours: 24 }
    }
}

impl Section for RequestsConfig {
    const NAME: &'static str = "requests";

    fn validate(&self) -> Result<(), Invalid> {
        if !(1..=30).contains(&self.deadline_days) {
            return Err(Invalid::new("deadline_days", "expected 1 to 30"));
        }
        if self.ask_again_minutes == 0 {
            return Err(Invalid::new("ask_again_minutes", "expected 1 or more"));
        }
        if !(1..=168).contains(&self.archive_hours) {
            return Err(Invalid::new("archive_hours", "expected 1 to 168"));
        }
        Ok(())
    }
}

/// What exports and erasures need beside the store. Cheap to clone.
#[derive(Clone)]
pub struct Requests {
    /// The bucket of exports: everybody's parts, and the archives.
    pub blobs: Arc<dyn BlobStore>,
    /// Every service that answers, by name; pii too.
    pub services: Arc<[String]>,
    /// How long things may take.
    pub config: RequestsConfig,
    /// Is told when a request may have become complete.
    pub complete: Arc<Notify>,
}

impl Requests {
    /// Over this bucket, with the services of the catalogue.
    ///
    /// # Errors
    /// The catalogue is none, which a test of `events` rules out.
    pub fn new(blobs: Arc<dyn BlobStore>, config: RequestsConfig) -> anyhow::Result<Self> {
        let catalog = Catalog::embedded().context("the catalogue of topics")?;
        let services = catalog.answering().into_iter().map(str::to_owned).collect();
        Ok(Self { blobs, services, config, complete: Arc::default() })
    }

    /// As the configuration says.
    ///
    /// # Errors
    /// The configuration cannot work.
    pub async fn configured(context: &Context) -> anyhow::Result<Self> {
        let bucket = context.config::<ExportsConfig>()?.bucket;
        let blobs = S3Store::connect(&S3Config { bucket, ..context.config::<S3Config>()? }).await?;
        Self::new(Arc::new(blobs), context.config()?)
    }

    /// When a request of `at` must be answered.
    pub fn deadline(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        at + TimeDelta::days(self.config.deadline_days.into())
    }

    /// When an archive that is ready at `at` is deleted.
    pub fn archive_ends(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        at + TimeDelta::hours(self.config.archive_hours.into())
    }

    /// Requests that were last asked for before this are asked for again at `now`.
    pub fn asked_before(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now - TimeDelta::minutes(self.config.ask_again_minutes.into())
    }
}
