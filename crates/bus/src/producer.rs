//! The one producer of a service: idempotent, `acks=all`, zstd.

use crate::{
    KafkaConfig, Metrics,
    client::{Report, code},
    config::ConfigError,
};
use rdkafka::{
    ClientConfig,
    error::{KafkaError, RDKafkaErrorCode},
    message::OwnedHeaders,
    producer::{FutureProducer, FutureRecord, Producer as _},
    util::Timeout,
};
use std::sync::{Arc, PoisonError, RwLock};

type Client = FutureProducer<Report>;

/// Writes records and waits for their delivery reports. Cheap to clone.
#[derive(Clone)]
pub struct Producer(Arc<Inner>);

struct Inner {
    config: ClientConfig,
    report: Report,
    client: RwLock<Client>,
}

/// A record to be written.
pub(crate) struct Record<'r> {
    pub(crate) topic: &'r str,
    pub(crate) key: Option<&'r [u8]>,
    pub(crate) payload: Option<&'r [u8]>,
    pub(crate) headers: OwnedHeaders,
}

/// A record that is not known to be written. It may be, so that trying again may write it twice.
#[derive(Debug, thiserror::Error)]
#[error("{topic}: {error}")]
pub(crate) struct Undelivered {
    pub(crate) topic: String,
    pub(crate) error: KafkaError,
}

impl Undelivered {
    pub(crate) fn code(&self) -> String {
        code(&self.error)
    }

    /// Whether only this topic or record is affected. Everything else is an outage: the next record fares no better.
    pub(crate) fn is_about_the_record(&self) -> bool {
        use RDKafkaErrorCode as Code;
        matches!(
            self.error.rdkafka_error_code(),
            Some(
                Code::UnknownTopicOrPartition
                    | Code::UnknownTopic
                    | Code::UnknownPartition
                    | Code::TopicAuthorizationFailed
                    | Code::InvalidTopic
                    | Code::MessageSizeTooLarge
                    | Code::InvalidMessage
                    | Code::InvalidRecord
                    | Code::PolicyViolation
            )
        )
    }
}

impl Producer {
    /// Makes the producer; it connects in the background, and a broker that is down is waited for.
    pub fn connect(kafka: &KafkaConfig, metrics: &Metrics) -> Result<Self, ConfigError> {
        // A report comes after at most this long, so that an outage is seen. It means: try again.
        Self::with(kafka.client(), [("message.timeout.ms", "30000".to_owned())], metrics)
    }

    /// `settings` are those that a test may want shorter.
    pub(crate) fn with(
        mut config: ClientConfig,
        settings: impl IntoIterator<Item = (&'static str, String)>,
        metrics: &Metrics,
    ) -> Result<Self, ConfigError> {
        config
            .set("enable.idempotence", "true")
            .set("acks", "all")
            .set("compression.type", "zstd")
            // A record waits for no other: at load they gather while requests are in flight.
            .set("linger.ms", "0")
            // As the Java clients do, so that a key is in one partition whoever writes it.
            .set("partitioner", "murmur2_random")
            .set("queue.buffering.max.kbytes", "65536");
        settings.into_iter().for_each(|(name, value)| {
            config.set(name, value);
        });
        let report = Report { client: "producer", metrics: metrics.clone() };
        let client = RwLock::new(config.create_with_context(report.clone())?);
        Ok(Self(Arc::new(Inner { config, report, client })))
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.report.metrics
    }

    /// Writes one record and waits until the broker has it.
    pub(crate) async fn publish(&self, record: Record<'_>) -> Result<(), Undelivered> {
        let message = FutureRecord {
            topic: record.topic,
            partition: None,
            payload: record.payload,
            key: record.key,
            timestamp: None,
            headers: Some(record.headers),
        };
        let client = self.client();
        match client.send(message, Timeout::Never).await {
            Ok(_) => Ok(()),
            Err((error, _)) => {
                self.replace_if_fatal(&client);
                Err(Undelivered { topic: record.topic.to_owned(), error })
            }
        }
    }

    fn client(&self) -> Client {
        self.0.client.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// An idempotent producer that met a fatal error never works again. Another takes its place.
    fn replace_if_fatal(&self, failed: &Client) {
        let Some((code, reason)) = failed.client().fatal_error() else { return };
        let mut current = self.0.client.write().unwrap_or_else(PoisonError::into_inner);
        if current.client().fatal_error().is_none() {
            return;
        }
        tracing::error!(?code, reason, "the kafka producer met a fatal error and is replaced");
        match self.0.config.create_with_context(self.0.report.clone()) {
            Ok(fresh) => *current = fresh,
            Err(error) => tracing::error!(%error, "the kafka producer cannot be replaced yet"),
        }
    }
}
