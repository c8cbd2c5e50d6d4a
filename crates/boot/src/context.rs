//! What a service is given at start, and gives back.

use crate::{
    Clock, Peer, PeersConfig, Random, Readiness, Standing,
    config::{Section, Settings},
    internal::Credentials,
    tasks::{Failures, Phase},
};
use anyhow::Context as _;
use axum::Router;
use chrono::{DateTime, Utc};
use prometheus::Registry;
use std::{
    collections::BTreeSet,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
};
use tokio_util::sync::CancellationToken;

/// What the machine gives to a service: configuration, time, randomness, metrics, and a place for its
/// background work. Clones are the same context.
#[derive(Clone)]
pub struct Context {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) service: &'static str,
    pub(crate) version: &'static str,
    pub(crate) started_at: DateTime<Utc>,
    pub(crate) settings: Settings,
    pub(crate) declared: BTreeSet<&'static str>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) metrics: Registry,
    pub(crate) readiness: Readiness,
    pub(crate) intake: Phase,
    pub(crate) outflow: Phase,
    pub(crate) background: Phase,
    pub(crate) failures: Failures,
    pub(crate) credentials: Mutex<Option<Credentials>>,
}

impl Context {
    /// The service's name.
    #[must_use]
    pub fn service(&self) -> &'static str {
        self.inner.service
    }

    /// The service's version.
    #[must_use]
    pub fn version(&self) -> &'static str {
        self.inner.version
    }

    /// The environment, `local` or `production`.
    #[must_use]
    pub fn environment(&self) -> &str {
        self.inner.settings.environment()
    }

    /// A section of the configuration. It was checked before the service began.
    ///
    /// # Errors
    /// The service does not declare it (`Service::section`), or it has become wrong since (a file is gone).
    pub fn config<S: Section>(&self) -> anyhow::Result<S> {
        anyhow::ensure!(
            self.inner.declared.contains(S::NAME),
            "the section `{}` is used but not declared: add `.section::<...>()` to the service",
            S::NAME
        );
        self.inner.settings.section().context("configuration")
    }

    /// Another service, to be called over mTLS. The service says with `Service::calls` that it will.
    ///
    /// # Errors
    /// It did not say so, or the certificate of this service cannot be used.
    pub fn peer(&self, service: &str) -> anyhow::Result<Peer> {
        let address = self.config::<PeersConfig>()?.address_of(service)?;
        Ok(Peer::new(self.credentials()?, service, address.port))
    }

    /// What this service shows others: read once, then followed.
    pub(crate) fn credentials(&self) -> anyhow::Result<Credentials> {
        let mut known = self.inner.credentials.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(credentials) = &*known {
            return Ok(credentials.clone());
        }
        let credentials = Credentials::follow(self)?;
        *known = Some(credentials.clone());
        Ok(credentials)
    }

    /// The time.
    #[must_use]
    pub fn clock(&self) -> Arc<dyn Clock> {
        self.inner.clock.clone()
    }

    /// Randomness.
    #[must_use]
    pub fn random(&self) -> Arc<dyn Random> {
        self.inner.random.clone()
    }

    /// Where metrics are registered; `/metrics` on the ops port shows them.
    #[must_use]
    pub fn metrics(&self) -> &Registry {
        &self.inner.metrics
    }

    /// How this instance stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let Inner { service, version, started_at, readiness, .. } = &*self.inner;
        Standing { service, version, started_at: *started_at, readiness: readiness.clone() }
    }

    /// What this instance still lacks before it can serve.
    #[must_use]
    pub fn readiness(&self) -> &Readiness {
        &self.inner.readiness
    }

    /// As [`Readiness::retry_until_ready`].
    ///
    /// # Errors
    /// Only what [`fatal`](crate::fatal()) marks.
    pub async fn retry_until_ready<T, F, Fut>(&self, name: &'static str, attempt: F) -> anyhow::Result<T>
    where
        F: FnMut() -> Fut,
        Fut: Future<Output = anyhow::Result<T>>,
    {
        self.inner.readiness.retry_until_ready(name, attempt).await
    }

    /// Cancelled first, together with the listener: consumers stop and commit.
    #[must_use]
    pub fn intake_token(&self) -> CancellationToken {
        self.inner.intake.stop.clone()
    }

    /// Cancelled when no request and no consumer runs any more: relays flush what they have.
    #[must_use]
    pub fn outflow_token(&self) -> CancellationToken {
        self.inner.outflow.stop.clone()
    }

    /// Runs what takes work in: a consumer. It ends at [`Context::intake_token`].
    ///
    /// An error or a panic in it drains the service and makes the process exit with an error, so that the
    /// supervisor starts it anew. The same holds for the two below.
    pub fn spawn_intake(
        &self,
        name: &'static str,
        task: impl Future<Output = anyhow::Result<()>> + Send + 'static,
    ) {
        self.inner.intake.spawn(name, &self.inner.failures, task);
    }

    /// Runs what sends work out: a relay. It ends at [`Context::outflow_token`].
    pub fn spawn_outflow(
        &self,
        name: &'static str,
        task: impl Future<Output = anyhow::Result<()>> + Send + 'static,
    ) {
        self.inner.outflow.spawn(name, &self.inner.failures, task);
    }

    /// Runs what leaves nothing undone when it is dropped: a refresher, a follower. Nobody waits for its end.
    pub fn spawn_background(
        &self,
        name: &'static str,
        task: impl Future<Output = anyhow::Result<()>> + Send + 'static,
    ) {
        self.inner.background.spawn(name, &self.inner.failures, task);
    }
}

/// A service that has started.
pub struct Running {
    pub(crate) router: Router,
    pub(crate) internal: Option<Router>,
}

impl Running {
    /// Serves `router` on `TALL_HTTP__LISTEN` until the process is told to stop.
    ///
    /// Each request carries `axum::extract::ConnectInfo<SocketAddr>`, the peer of the connection.
    #[must_use]
    pub fn serve(router: Router) -> Self {
        Self { router, internal: None }
    }

    /// Serves `router` to other services on `TALL_INTERNAL__LISTEN`, over mTLS.
    ///
    /// Each request carries [`PeerName`](crate::PeerName), which service calls.
    #[must_use]
    pub fn internal(self, router: Router) -> Self {
        Self { internal: Some(router), ..self }
    }
}
