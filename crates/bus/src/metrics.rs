//! What the bus counts. One set per process, on the registry that the ops port serves.

use prometheus::{
    Gauge, GaugeVec, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry, core::Collector,
    histogram_opts,
};

/// Every metric of the bus. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Metrics {
    /// `bus_client_errors_total{client, code}`: what librdkafka reports of brokers, log-ins and TLS.
    pub(crate) client_errors: IntCounterVec,
    /// `bus_outbox_depth`: events that are committed and not yet published.
    pub(crate) outbox_depth: IntGauge,
    /// `bus_outbox_age_seconds`: how long the oldest of them has waited.
    pub(crate) outbox_age: Gauge,
    /// `bus_relay_leads`: 1 where this instance holds the lease of its service's outbox.
    pub(crate) relay_leads: IntGauge,
    /// `bus_relay_published_total{topic}`.
    pub(crate) published: IntCounterVec,
    /// `bus_relay_failures_total{topic, code}`: deliveries that will be tried again.
    pub(crate) publish_failures: IntCounterVec,
    /// `bus_consumer_lag{group, topic, partition}`: records between the stored offset and the end.
    pub(crate) lag: IntGaugeVec,
    /// `bus_consumer_offset{group, topic, partition}`: the next record to be stored.
    pub(crate) offset: IntGaugeVec,
    /// `bus_handler_seconds{group, type, outcome}`: one try of a handler.
    pub(crate) handler: HistogramVec,
    /// `bus_consumer_skipped_total{group, type}`: records of types that this group does not consume.
    pub(crate) skipped: IntCounterVec,
    /// `bus_dead_letters_total{group, topic}`.
    pub(crate) dead_letters: IntCounterVec,
    /// `bus_parked_keys{group, topic}`.
    pub(crate) parked_keys: IntGaugeVec,
    /// `bus_rebalances_total{group, kind}`: `assign` and `revoke`.
    pub(crate) rebalances: IntCounterVec,
    /// `bus_follower_stale_seconds{topic}`: since when a follower may lack something.
    pub(crate) follower_stale: GaugeVec,
    /// `bus_follower_unreadable_total{topic}`: records that a follower had to pass over.
    pub(crate) follower_unreadable: IntCounterVec,
}

impl Metrics {
    /// Registers all of them; the names must be free.
    pub fn register(registry: &Registry) -> Result<Self, prometheus::Error> {
        let counter =
            |name, help, labels: &[&str]| on(registry, IntCounterVec::new(Opts::new(name, help), labels)?);
        let gauge =
            |name, help, labels: &[&str]| on(registry, IntGaugeVec::new(Opts::new(name, help), labels)?);
        Ok(Self {
            client_errors: counter(
                "bus_client_errors_total",
                "Errors that a Kafka client reports: brokers, log-ins, TLS",
                &["client", "code"],
            )?,
            outbox_depth: on(
                registry,
                IntGauge::new("bus_outbox_depth", "Events committed and not yet published")?,
            )?,
            outbox_age: on(
                registry,
                Gauge::new("bus_outbox_age_seconds", "Age of the oldest unpublished event")?,
            )?,
            relay_leads: on(
                registry,
                IntGauge::new("bus_relay_leads", "1 where this instance publishes the outbox")?,
            )?,
            published: counter(
                "bus_relay_published_total",
                "Records acknowledged by the broker",
                &["topic"],
            )?,
            publish_failures: counter(
                "bus_relay_failures_total",
                "Deliveries that failed and are tried again",
                &["topic", "code"],
            )?,
            lag: gauge(
                "bus_consumer_lag",
                "Records between the stored offset and the end",
                &["group", "topic", "partition"],
            )?,
            offset: gauge(
                "bus_consumer_offset",
                "The next record to be handled",
                &["group", "topic", "partition"],
            )?,
            handler: on(
                registry,
                HistogramVec::new(
                    histogram_opts!(
                        "bus_handler_seconds",
                        "One try of a handler",
                        vec![0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0]
                    ),
                    &["group", "type", "outcome"],
                )?,
            )?,
            skipped: counter(
                "bus_consumer_skipped_total",
                "Records of types that the group does not consume",
                &["group", "type"],
            )?,
            dead_letters: counter(
                "bus_dead_letters_total",
                "Records sent to a dead-letter topic",
                &["group", "topic"],
            )?,
            parked_keys: gauge("bus_parked_keys", "Keys that wait for a redrive", &["group", "topic"])?,
            rebalances: counter("bus_rebalances_total", "Assignments and revocations", &["group", "kind"])?,
            follower_stale: on(
                registry,
                GaugeVec::new(
                    Opts::new(
                        "bus_follower_stale_seconds",
                        "How old the last proof is that a follower lacks nothing",
                    ),
                    &["topic"],
                )?,
            )?,
            follower_unreadable: counter(
                "bus_follower_unreadable_total",
                "Records that a follower could not decode and passed over",
                &["topic"],
            )?,
        })
    }
}

fn on<C: Collector + Clone + 'static>(registry: &Registry, metric: C) -> Result<C, prometheus::Error> {
    registry.register(Box::new(metric.clone()))?;
    Ok(metric)
}
