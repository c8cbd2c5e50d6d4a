//! What every Kafka client of the bus reports.
//!
//! A failed log-in or TLS handshake reaches a producer only as a delivery that timed out. librdkafka tells the reason in
//! its error callback, so that is where it is logged and counted.

use crate::Metrics;
use rdkafka::{ClientContext, Statistics, config::RDKafkaLogLevel, error::KafkaError};

/// Reports errors and log lines of one client.
#[derive(Clone)]
pub(crate) struct Report {
    /// What the client is for: `relay`, `consumer`, `follower`.
    pub(crate) client: &'static str,
    pub(crate) metrics: Metrics,
}

impl ClientContext for Report {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, message: &str) {
        let client = self.client;
        match level {
            // Errors come again, with their code, through `error`.
            RDKafkaLogLevel::Debug | RDKafkaLogLevel::Info => tracing::debug!(client, facility, "{message}"),
            _ => tracing::info!(client, facility, "{message}"),
        }
    }

    fn error(&self, error: KafkaError, reason: &str) {
        let code = code(&error);
        self.metrics.client_errors.with_label_values(&[self.client, &code]).inc();
        tracing::warn!(client = self.client, code, reason, "kafka client error");
    }

    fn stats(&self, _: Statistics) {}
}

/// The name of an error, as a label.
pub(crate) fn code(error: &KafkaError) -> String {
    error.rdkafka_error_code().map_or_else(|| "Other".to_owned(), |code| format!("{code:?}"))
}
