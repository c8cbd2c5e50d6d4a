//! W3C trace context in and out of spans.

use http::HeaderMap;
use opentelemetry::{
    propagation::{Extractor, TextMapPropagator},
    trace::{SpanContext, TraceContextExt},
};
use opentelemetry_http::{HeaderExtractor, HeaderInjector};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use std::sync::LazyLock;
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

static W3C: LazyLock<TraceContextPropagator> = LazyLock::new(TraceContextPropagator::new);

/// Makes `span` a child of the caller's, as the headers `traceparent` and `tracestate` say. Call it right after
/// the span is made, before anything is logged in it. Headers that make no sense leave a new trace.
pub fn continue_from_headers(span: &Span, headers: &HeaderMap) {
    adopt(span, &HeaderExtractor(headers));
}

/// Makes `span` a child of the one that a stored `traceparent` names: an event from the outbox or from Kafka.
pub fn continue_from(span: &Span, traceparent: &str) {
    adopt(span, &Traceparent(traceparent));
}

fn adopt(span: &Span, carrier: &dyn Extractor) {
    let parent = W3C.extract(carrier);
    if parent.span().span_context().is_valid() && span.set_parent(parent).is_err() {
        tracing::debug!("a span that has begun keeps its trace");
    }
}

/// Adds `traceparent` and `tracestate` of the current span to the headers of an outgoing request.
pub fn inject(headers: &mut HeaderMap) {
    W3C.inject_context(&Span::current().context(), &mut HeaderInjector(headers));
}

/// The current span as a `traceparent`, to be stored with an event. Absent outside of any span.
#[must_use]
pub fn current_traceparent() -> Option<String> {
    span_context().map(|context| {
        let flags = context.trace_flags().to_u8();
        format!("00-{}-{}-{flags:02x}", context.trace_id(), context.span_id())
    })
}

/// The trace id of the current span, 32 hexadecimal digits: what an error answer carries as `instance`.
#[must_use]
pub fn current_trace_id() -> Option<String> {
    span_context().map(|context| context.trace_id().to_string())
}

fn span_context() -> Option<SpanContext> {
    let context = Span::current().context();
    let span_context = context.span().span_context().clone();
    span_context.is_valid().then_some(span_context)
}

struct Traceparent<'a>(&'a str);

impl Extractor for Traceparent<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        (key == "traceparent").then_some(self.0)
    }

    fn keys(&self) -> Vec<&str> {
        vec!["traceparent"]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use opentelemetry::trace::TracerProvider;
    use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider};
    use tracing_subscriber::layer::SubscriberExt;

    const KNOWN: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

    /// As in a service without a receiver of traces.
    fn traced(test: impl FnOnce()) {
        let provider = SdkTracerProvider::builder().with_sampler(Sampler::AlwaysOff).build();
        let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("test"));
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), test);
    }

    #[test]
    fn a_trace_goes_on_through_an_event_and_a_request() {
        traced(|| {
            let span = tracing::info_span!("consume");
            continue_from(&span, KNOWN);
            let _entered = span.enter();
            assert_eq!(current_trace_id().as_deref(), Some(TRACE));

            let stored = current_traceparent().expect("a span");
            assert!(
                stored.starts_with(&format!("00-{TRACE}-")) && stored != KNOWN,
                "a span of its own: {stored}"
            );

            let mut headers = HeaderMap::new();
            inject(&mut headers);
            let called = tracing::info_span!("serve");
            continue_from_headers(&called, &headers);
            assert_eq!(called.in_scope(current_trace_id).as_deref(), Some(TRACE));
        });
    }

    #[test]
    fn what_makes_no_sense_begins_a_trace() {
        traced(|| {
            for text in ["", "00-0-0-0", "00-00000000000000000000000000000000-b7ad6b7169203331-01"] {
                let span = tracing::info_span!("consume");
                continue_from(&span, text);
                let trace = span.in_scope(current_trace_id).expect("a trace of its own");
                assert_ne!(trace, TRACE);
            }
        });
    }

    #[test]
    fn outside_of_any_span_there_is_no_trace() {
        traced(|| assert_eq!((current_traceparent(), current_trace_id()), (None, None)));
    }
}
