//! Logs on stdout and traces over OTLP.
//!
//! A log line is one JSON object with the field names of the Elastic Common Schema, so that no shipper parses
//! it. Spans get ids always, so that one trace id runs from a request through the outbox to every consumer; they
//! are recorded and sent only when `TALL_TELEMETRY__OTLP_ENDPOINT` says where to.

mod ecs;
mod export;
pub mod trace;

pub use ecs::Identity;

use crate::{
    ReadableFile,
    config::{Invalid, PublicUrl, Section},
};
use anyhow::Context as _;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_sdk::{
    Resource,
    trace::{Sampler, SdkTracerProvider},
};
use serde::Deserialize;
use std::{io::Write, time::Duration};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::{Layer, filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

/// Section `telemetry`.
#[derive(Clone, Debug, Deserialize)]
pub struct TelemetryConfig {
    /// Which log events are written: `info`, or `info,bus=debug,sqlx=warn` by crate.
    #[serde(default = "TelemetryConfig::default_log")]
    pub log: String,
    /// Where traces go: the base address of an OTLP receiver over HTTP, such as `http://127.0.0.1:4318`.
    pub otlp_endpoint: Option<PublicUrl>,
    /// The authorities that may say who the receiver is; those of the machine when there is no such file.
    pub otlp_ca_file: Option<ReadableFile>,
    /// The share of traces that is recorded, 0 to 1; a trace that the caller sampled always is.
    #[serde(default = "TelemetryConfig::default_sampled")]
    pub sampled: f64,
}

impl TelemetryConfig {
    fn default_log() -> String {
        "info".to_owned()
    }

    const fn default_sampled() -> f64 {
        1.0
    }
}

impl Section for TelemetryConfig {
    const NAME: &'static str = "telemetry";

    fn validate(&self) -> Result<(), Invalid> {
        if self.log.parse::<Targets>().is_err() {
            return Err(Invalid::new("log", "expected a level, or `crate=level` with commas between"));
        }
        match self.sampled {
            0.0..=1.0 => Ok(()),
            _ => Err(Invalid::new("sampled", "expected a number from 0 to 1")),
        }
    }
}

/// Telemetry that was set up; flush it before leaving.
pub(crate) struct Telemetry {
    provider: SdkTracerProvider,
}

/// Where log lines go.
pub(crate) enum LogOutput {
    /// A service.
    Stdout,
    /// A command, whose stdout is its answer.
    Stderr,
}

impl Telemetry {
    /// Installs log output and tracing for the process. Called inside the runtime, once.
    pub(crate) fn install(
        config: &TelemetryConfig,
        identity: Identity,
        output: LogOutput,
    ) -> anyhow::Result<Self> {
        let provider = tracer_provider(config, &identity)?;
        let tracer = provider.tracer(identity.service);
        let write = match output {
            LogOutput::Stdout => |line: &[u8]| std::io::stdout().lock().write_all(line),
            LogOutput::Stderr => |line: &[u8]| std::io::stderr().lock().write_all(line),
        };
        let targets = config.log.parse::<Targets>().context("TALL_TELEMETRY__LOG")?;
        tracing_subscriber::registry()
            .with(
                tracing_opentelemetry::layer()
                    .with_tracer(tracer)
                    .with_location(false)
                    .with_threads(false)
                    .with_target(false)
                    .with_filter(LevelFilter::INFO),
            )
            .with(ecs::EcsLayer::new(identity, write).with_filter(targets))
            .try_init()
            .context("telemetry is set up once")?;
        std::panic::set_hook(Box::new(log_panic));
        Ok(Self { provider })
    }

    /// Sends what is still buffered.
    pub(crate) fn flush(&self, bound: Duration) {
        if let Err(error) = self.provider.shutdown_with_timeout(bound) {
            tracing::warn!(error = %error, "traces were not sent in full");
        }
    }
}

/// Without a receiver spans carry ids and nothing else, which costs next to nothing.
fn tracer_provider(config: &TelemetryConfig, identity: &Identity) -> anyhow::Result<SdkTracerProvider> {
    let Some(endpoint) = &config.otlp_endpoint else {
        return Ok(SdkTracerProvider::builder().with_sampler(Sampler::AlwaysOff).build());
    };
    let resource = Resource::builder_empty()
        .with_service_name(identity.service)
        .with_attribute(opentelemetry::KeyValue::new("service.version", identity.version))
        .with_attribute(opentelemetry::KeyValue::new(
            "deployment.environment.name",
            identity.environment.clone(),
        ))
        .build();
    Ok(SdkTracerProvider::builder()
        .with_resource(resource)
        .with_sampler(Sampler::ParentBased(Box::new(Sampler::TraceIdRatioBased(config.sampled))))
        .with_batch_exporter(export::over_http(endpoint, config.otlp_ca_file.as_deref())?)
        .build())
}

/// Logs where, and what as far as it stands in the source. A text that was formatted may quote what it must not
/// (docs/LOGGING.md); the place says which one it was.
fn log_panic(info: &std::panic::PanicHookInfo<'_>) {
    let message =
        info.payload().downcast_ref::<&'static str>().unwrap_or(&"a panic whose text is not logged");
    let location = info.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(error.message = *message, log.origin = location, "panicked");
}
