#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod backoff;
#[cfg(feature = "blob")]
mod bucket;
mod claim_check;
#[cfg(feature = "cli")]
pub mod cli;
mod client;
mod config;
mod consumer;
mod encoder;
pub mod failpoint;
mod follower;
mod framing;
mod headers;
#[cfg(test)]
mod hostile;
mod metrics;
#[cfg(feature = "mongo")]
pub mod mongo;
mod outbox;
mod outgoing;
#[cfg(feature = "postgres")]
pub mod postgres;
mod producer;
mod registry;
mod relay;

#[cfg(feature = "blob")]
pub use bucket::{PayloadBucket, PayloadsConfig};
pub use claim_check::{CLAIM_LIMIT, INLINE_LIMIT, PayloadStore, Retrieved};
pub use config::{ConfigError, KafkaConfig, RegistryConfig};
pub use consumer::{
    ConnectedConsumer, Consumer, ConsumerError, Delivery, Handler, Outcome, ParkedEvent, ParkedKey,
    ParkingLot,
};
pub use encoder::{EncodeError, Encoder, Publications, ResolveError};
pub use follower::{ConnectedFollower, Follower, FollowerError, Freshness, Start};
pub use metrics::Metrics;
pub use outbox::{Backlog, Lease, OutboxSource, Pending};
pub use outgoing::{Meta, Outgoing, Rendition};
pub use producer::Producer;
pub use registry::{Registry, RegistryError};
pub use relay::{Relay, RelayWaker};

/// What a service needs of the bus: opened once at start. Cheap to clone.
#[derive(Clone)]
pub struct Bus {
    kafka: KafkaConfig,
    registry: Registry,
    producer: Producer,
    metrics: Metrics,
}

impl Bus {
    /// Reads the files that the configuration names and makes the clients. It waits for nobody: what is down is waited
    /// for by what needs it.
    pub fn open(
        kafka: KafkaConfig,
        registry: &RegistryConfig,
        metrics: &prometheus::Registry,
    ) -> Result<Self, ConfigError> {
        failpoint::arm();
        let metrics = Metrics::register(metrics)?;
        Ok(Self {
            registry: Registry::connect(registry)?,
            producer: Producer::connect(&kafka, &metrics)?,
            kafka,
            metrics,
        })
    }

    /// The Schema Registry.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The producer, for a [`Relay`].
    pub fn producer(&self) -> &Producer {
        &self.producer
    }
}
