//! Follows profile's catalogue of products.
//!
//! The lobby works on its own copy: in memory, and in the store for the next start. While profile is down the copy
//! stays as it is; a service that never had one is not ready.

use crate::{
    config::CatalogueConfig,
    domain::catalogue::{Catalogue, Snapshot},
};
use anyhow::Context as _;
use boot::{Clock, Peer};
use documents::{Documents, Filter};
use prometheus::{IntCounterVec, Opts, Registry};
use std::{sync::Arc, time::Duration};
use tokio::sync::watch;

/// The most that a catalogue may take, in bytes.
const LARGEST: usize = 1 << 20;

const PRODUCTS: &str = "/internal/v1/profile/products";

/// The catalogue as last seen. Clones see the same.
#[derive(Clone, Debug)]
pub struct Products(watch::Receiver<Arc<Catalogue>>);

impl Products {
    /// A catalogue that never changes, for tests.
    pub fn fixed(catalogue: Catalogue) -> Self {
        Self(watch::Sender::new(Arc::new(catalogue)).subscribe())
    }

    /// As last seen.
    pub fn now(&self) -> Arc<Catalogue> {
        self.0.borrow().clone()
    }
}

/// Reads profile's catalogue and keeps what it reads.
#[derive(Clone)]
pub struct Follower {
    profile: Peer,
    every: Duration,
    snapshots: Documents<Snapshot>,
    clock: Arc<dyn Clock>,
    reads: IntCounterVec,
}

impl Follower {
    /// A follower that has read nothing yet.
    ///
    /// # Errors
    /// The metric is registered already.
    pub fn new(
        config: &CatalogueConfig,
        profile: Peer,
        snapshots: Documents<Snapshot>,
        clock: Arc<dyn Clock>,
        metrics: &Registry,
    ) -> anyhow::Result<Self> {
        let reads = IntCounterVec::new(
            Opts::new("lobby_catalogue_reads_total", "Times that profile's catalogue was asked for"),
            &["outcome"],
        )?;
        metrics.register(Box::new(reads.clone()))?;
        Ok(Self { profile, every: config.refresh_every(), snapshots, clock, reads })
    }

    /// The first catalogue: the stored one, or else profile's.
    ///
    /// # Errors
    /// Neither is to be had.
    pub async fn first(&self) -> anyhow::Result<Catalogue> {
        match self.snapshots.get(Snapshot::ID.to_owned()).await? {
            Some(snapshot) => Ok(snapshot.into_state().catalogue),
            None => self.read().await,
        }
    }

    /// Reads anew, now and then for ever. Ends when nobody looks any more.
    ///
    /// # Errors
    /// None: profile may be down for as long as it likes.
    pub async fn follow(self, catalogue: watch::Sender<Arc<Catalogue>>) -> anyhow::Result<()> {
        loop {
            match self.read().await {
                Ok(read) => drop(catalogue.send_replace(Arc::new(read))),
                Err(error) => tracing::warn!(
                    error.message = format!("{error:#}"),
                    "profile's catalogue was not read; the known one stays"
                ),
            }
            tokio::select! {
                () = catalogue.closed() => return Ok(()),
                () = tokio::time::sleep(self.every) => {}
            }
        }
    }

    async fn read(&self) -> anyhow::Result<Catalogue> {
        let read = self.fetch().await;
        self.reads.with_label_values(&[if read.is_ok() { "read" } else { "failed" }]).inc();
        let catalogue = read?;
        let seen_at = self.clock.now();
        self.snapshots
            .change_or_create(Snapshot::ID.to_owned(), Filter::any(), Snapshot::none, |snapshot: Snapshot| {
                snapshot.keep(&catalogue, seen_at)
            })
            .await
            .context("keeping the catalogue")?;
        Ok(catalogue)
    }

    async fn fetch(&self) -> anyhow::Result<Catalogue> {
        let answer = self.profile.get(PRODUCTS).send().await?.error_for_status()?;
        boot::read_json(answer, LARGEST).await.context("profile's catalogue")
    }
}

/// A place for the catalogue, filled with `first`.
pub fn watched(first: Catalogue) -> (watch::Sender<Arc<Catalogue>>, Products) {
    let (sender, receiver) = watch::channel(Arc::new(first));
    (sender, Products(receiver))
}
