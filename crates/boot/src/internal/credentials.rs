//! The certificate of this service, followed while its files change.

use super::{
    InternalConfig, PeersConfig,
    certificate::{Ends, Fleet, Material},
};
use crate::{Context, config::Settings};
use anyhow::Context as _;
use prometheus::{IntCounterVec, IntGauge, Opts, Registry};
use rustls::{ServerConfig, pki_types::CertificateDer};
use std::sync::Arc;
use tokio::sync::watch;

/// What this service shows the others, and whom it believes. Clones follow the same files.
#[derive(Clone)]
pub(crate) struct Credentials {
    ends: watch::Receiver<Arc<Ends>>,
    pub(crate) fleet: Fleet,
    pub(crate) metrics: Metrics,
}

#[derive(Clone)]
pub(crate) struct Metrics {
    expires: IntGauge,
    reloads: IntCounterVec,
    pub(crate) handshakes: IntCounterVec,
}

impl Metrics {
    fn register(registry: &Registry) -> Result<Self, prometheus::Error> {
        let expires = IntGauge::new(
            "internal_certificate_expires_seconds",
            "When the certificate that other services are shown ends, in seconds since 1970.",
        )?;
        let reloads = IntCounterVec::new(
            Opts::new(
                "internal_certificate_reloads_total",
                "Times that the certificate's files had changed.",
            ),
            &["outcome"],
        )?;
        let handshakes = IntCounterVec::new(
            Opts::new(
                "internal_handshakes_total",
                "Connections that were opened with a certificate, accepted or refused, by the listener.",
            ),
            &["listener", "outcome"],
        )?;
        registry.register(Box::new(expires.clone()))?;
        registry.register(Box::new(reloads.clone()))?;
        registry.register(Box::new(handshakes.clone()))?;
        Ok(Self { expires, reloads, handshakes })
    }
}

impl Credentials {
    /// Reads the files, and follows them until the process ends.
    ///
    /// # Errors
    /// The configuration cannot work.
    pub(crate) fn follow(context: &Context) -> anyhow::Result<Self> {
        let config = context.config::<InternalConfig>()?;
        let service = context.service();
        let fleet =
            Fleet { domain: config.domain.clone(), addresses: Arc::new(addresses(&context.inner.settings)?) };
        let metrics = Metrics::register(context.metrics())?;
        let material = read(&config).context("the internal certificate")?;
        let first = fleet.ends(service, &material).context("the internal certificate")?;
        metrics.expires.set(first.expires_at);
        let (sender, ends) = watch::channel(Arc::new(first));
        let credentials = Self { ends, fleet, metrics };
        let follower = Follower { config, service, material, credentials: credentials.clone() };
        context.spawn_background("internal certificate", follower.run(sender));
        Ok(credentials)
    }

    /// How a connection is accepted now of whoever shows no certificate.
    pub(crate) fn server_for_everybody(&self) -> Arc<ServerConfig> {
        self.ends.borrow().server_for_everybody.clone()
    }

    /// How a connection is accepted now of whoever shows one.
    pub(crate) fn server(&self) -> Arc<ServerConfig> {
        self.ends.borrow().server.clone()
    }

    /// How others are called now.
    pub(crate) fn client(&self) -> reqwest::Client {
        self.ends.borrow().client.clone()
    }

    /// Whose this chain of certificates, verified already, is.
    pub(crate) fn name_of(&self, chain: Option<&[CertificateDer<'_>]>) -> anyhow::Result<super::PeerName> {
        let first = chain.and_then(<[_]>::first).context("no certificate")?;
        self.fleet.name_of(first)
    }
}

/// Every peer that is configured, by the service's name.
fn addresses(settings: &Settings) -> anyhow::Result<std::collections::BTreeMap<String, super::Address>> {
    let peers = settings.section::<PeersConfig>()?;
    let named = peers.names().map(|name| Ok((name.clone(), peers.address_of(&name)?)));
    named.collect()
}

fn read(config: &InternalConfig) -> anyhow::Result<Material> {
    let file = |path: &std::path::Path| std::fs::read(path).with_context(|| path.display().to_string());
    Ok(Material {
        certificate: file(&config.certificate_file)?,
        key: config.key_file.read_again().context("the key")?,
        authorities: file(&config.ca_file)?,
    })
}

struct Follower {
    config: InternalConfig,
    service: &'static str,
    /// What is in force.
    material: Material,
    credentials: Credentials,
}

impl Follower {
    /// Looks now and then, for ever. What does not fit together (a new certificate whose key is not there yet) is
    /// looked at again; until then the old one stays.
    async fn run(mut self, sender: watch::Sender<Arc<Ends>>) -> anyhow::Result<()> {
        loop {
            tokio::time::sleep(self.config.reload_every()).await;
            let outcome = match self.reload().await {
                Ok(None) => continue,
                Ok(Some(ends)) => {
                    tracing::info!(expires_at = ends.expires_at, "the internal certificate was read anew");
                    self.credentials.metrics.expires.set(ends.expires_at);
                    sender.send_replace(Arc::new(ends));
                    "taken"
                }
                Err(error) => {
                    tracing::warn!(
                        error = format!("{error:#}"),
                        "the internal certificate was not read anew; the old one stays"
                    );
                    "refused"
                }
            };
            self.credentials.metrics.reloads.with_label_values(&[outcome]).inc();
        }
    }

    async fn reload(&mut self) -> anyhow::Result<Option<Ends>> {
        let config = self.config.clone();
        let material = tokio::task::spawn_blocking(move || read(&config)).await??;
        if material.is_same(&self.material) {
            return Ok(None);
        }
        let ends = self.credentials.fleet.ends(self.service, &material)?;
        self.material = material;
        Ok(Some(ends))
    }
}
