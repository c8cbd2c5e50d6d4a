//! What the traces of a service say.

use opentelemetry::trace::TracerProvider as _;
use opentelemetry_sdk::{
    error::OTelSdkResult,
    trace::{SdkTracerProvider, SpanData, SpanExporter},
};
use std::sync::{Arc, Mutex, PoisonError};
use tracing::{level_filters::LevelFilter, subscriber::DefaultGuard};
use tracing_subscriber::{Layer, layer::SubscriberExt};

/// Spans that were recorded, as text: names, attributes, and the events within them. Clones are the same.
#[derive(Clone, Debug, Default)]
pub struct Traces(Arc<Mutex<Vec<String>>>);

impl Traces {
    /// Records what this thread does until the guard is dropped, as a service does that has a receiver of traces.
    #[must_use]
    pub fn record(&self) -> DefaultGuard {
        let provider = SdkTracerProvider::builder().with_simple_exporter(self.clone()).build();
        let layer = tracing_opentelemetry::layer()
            .with_tracer(provider.tracer("test"))
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_filter(LevelFilter::INFO);
        tracing::subscriber::set_default(tracing_subscriber::registry().with(layer))
    }

    /// Every span that has ended.
    #[must_use]
    pub fn spans(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// None of these texts stands in any span, and `seen` does: a search that finds nothing proves something only if it can
    /// find.
    ///
    /// # Panics
    /// It is not so; the panic names the canary and shows the span, which holds nothing but what a test put in.
    pub fn assert_hold_none_of(&self, canaries: &[(&str, &str)], seen: &str) {
        let spans = self.spans();
        assert!(
            spans.iter().any(|span| span.contains(seen)),
            "not even {seen} is found in {} spans",
            spans.len()
        );
        for (name, text) in canaries {
            assert!(text.len() >= 6, "{name} is too short to be looked for");
            let open = spans.iter().find(|span| span.to_lowercase().contains(&text.to_lowercase()));
            assert!(open.is_none(), "{name} lies open in a trace: {open:?}");
        }
    }
}

impl SpanExporter for Traces {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        let told = batch.iter().map(|span| format!("{span:?}"));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(told);
        Ok(())
    }
}
