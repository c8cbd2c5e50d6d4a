#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

#[cfg(feature = "documents")]
mod documents_store;
#[cfg(feature = "postgres")]
mod postgres_store;
mod standing;

#[cfg(feature = "postgres")]
pub use postgres_store::PostgresConfig;
pub use standing::standing;

use access::{Access, AccessConfig, Strictness};
use anyhow::Context as _;
use blob::S3Config;
use boot::{Context, InternalConfig, Running, Service};
use bus::{
    Bus, Consumer, Encoder, KafkaConfig, OutboxSource, ParkingLot, PayloadBucket, PayloadStore,
    PayloadsConfig, Publications, RegistryConfig, Relay, RelayWaker, ResolveError,
};
use secrets::{Keys, SecretStore, SecretsConfig, SecretsManager};
use std::sync::Arc;
use web::{Api, Cursors, LayerSettings, Layers};

/// What a service starts with. Clones are the same.
#[derive(Clone)]
pub struct Foundation {
    context: Context,
    bus: Bus,
    access: Access,
    layers: Layers,
    payloads: Arc<dyn PayloadStore>,
    secrets: Arc<dyn SecretStore>,
}

/// Declares the sections of the configuration that [`Foundation::lay`] reads, and that profile is called.
#[must_use]
pub fn sections(service: Service) -> Service {
    sections_with_access(service).calls("profile")
}

/// Declares the sections that [`Foundation::with_access`] reads.
#[must_use]
pub fn sections_with_access(service: Service) -> Service {
    service
        .section::<InternalConfig>()
        .section::<KafkaConfig>()
        .section::<RegistryConfig>()
        .section::<S3Config>()
        .section::<PayloadsConfig>()
        .section::<AccessConfig>()
        .section::<SecretsConfig>()
        .section::<LayerSettings>()
}

impl Foundation {
    /// Opens the bus, follows keys, revocations and client policies, and makes the layers. Tokens are checked with
    /// profile as `strictness` says while revocations are stale.
    ///
    /// # Errors
    /// The configuration cannot work.
    pub async fn lay(context: &Context, strictness: Strictness) -> anyhow::Result<Self> {
        let bus = open_bus(context)?;
        let access = Access::start(context, &bus, strictness)?;
        Self::with_access(context, bus, access).await
    }

    /// As [`Foundation::lay`], for profile, which is its own authority.
    ///
    /// # Errors
    /// The configuration cannot work.
    pub async fn with_access(context: &Context, bus: Bus, access: Access) -> anyhow::Result<Self> {
        let layers = Layers::new(&context.config::<LayerSettings>()?, context.metrics())?;
        let payloads = PayloadBucket::connect(context.config()?, context.config()?).await?;
        Ok(Self {
            context: context.clone(),
            bus,
            layers: layers.gate(access.policies.clone()).standing(context.standing()),
            access,
            payloads: Arc::new(payloads),
            secrets: Arc::new(SecretsManager::connect(&context.config()?).await?),
        })
    }

    /// The bus.
    #[must_use]
    pub fn bus(&self) -> &Bus {
        &self.bus
    }

    /// Who may call.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// Where secrets are kept, for a service that rotates its own.
    #[must_use]
    pub fn secret_store(&self) -> Arc<dyn SecretStore> {
        Arc::clone(&self.secrets)
    }

    /// The keys of a secret, waited for and followed.
    ///
    /// # Errors
    /// None that trying again could mend: those are waited for.
    pub async fn keys(&self, name: &'static str) -> anyhow::Result<Keys> {
        secrets::follow(&self.context, Arc::clone(&self.secrets), name).await
    }

    /// Signs the cursors of lists with the keys of the secret `name`, such as `reader/cursor`.
    ///
    /// # Errors
    /// As [`Foundation::keys`].
    pub async fn cursors(&self, name: &'static str) -> anyhow::Result<Cursors> {
        Ok(Cursors::new(self.keys(name).await?))
    }

    /// The encoder of what the service publishes: waits for the registry.
    ///
    /// # Errors
    /// A schema that nobody registered, by name, or a registry that refuses this service.
    pub async fn encoder(&self, publications: Publications) -> anyhow::Result<Arc<Encoder>> {
        let readiness = self.context.readiness();
        readiness.lacks("schemas", "waiting for the schema registry");
        let encoder = publications.resolve(self.bus.registry()).await.map_err(|error: ResolveError| {
            anyhow::Error::new(error).context("schemas: register those of this release first")
        })?;
        readiness.has("schemas");
        Ok(encoder)
    }

    /// Publishes from `outbox` until the service stops. What is too large for a topic goes through the bucket of payloads.
    pub fn relay(&self, outbox: Arc<dyn OutboxSource>, waker: &RelayWaker) {
        let relay = Relay::new(self.bus.producer().clone(), outbox);
        let relay = relay.payloads(Arc::clone(&self.payloads)).woken_by(waker);
        let stop = self.context.outflow_token();
        self.context.spawn_outflow("relay", async move {
            relay.run(stop).await;
            Ok(())
        });
    }

    /// Consumes until the service stops, and takes what was too large for a topic from the bucket of payloads.
    ///
    /// # Errors
    /// The consumer cannot work: see [`bus::ConsumerError`].
    pub fn consume(&self, consumer: Consumer, parking: Arc<dyn ParkingLot>) -> anyhow::Result<()> {
        let consumer = consumer.parking(parking).payloads(Arc::clone(&self.payloads));
        let connected = consumer.connect(&self.bus).context("consumer")?;
        let stop = self.context.intake_token();
        self.context.spawn_intake("consumer", async move { Ok(connected.run(stop).await?) });
        Ok(())
    }

    /// Serves the operations behind the layers: those for clients, and on a listener of its own those for other
    /// services.
    #[must_use]
    pub fn serve<S: Clone + Send + Sync + 'static>(&self, api: Api<S>, app: S) -> Running {
        let internal = api.internal_router(app.clone(), &self.layers);
        Running::serve(api.router(app, &self.layers)).internal(internal)
    }
}

/// Opens the bus as the sections `kafka` and `registry` say.
///
/// # Errors
/// The configuration cannot work.
pub fn open_bus(context: &Context) -> anyhow::Result<Bus> {
    Ok(Bus::open(context.config::<KafkaConfig>()?, &context.config::<RegistryConfig>()?, context.metrics())?)
}
