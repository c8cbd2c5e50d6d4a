//! W3C trace context in and out of spans.

use http::HeaderMap;
use opentelemetry::{
    global,
    propagation::Extractor,
    trace::{SpanContext, TraceContextExt},
};
use opentelemetry_http::{HeaderExtractor, HeaderInjector};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

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
    let parent = global::get_text_map_propagator(|propagator| propagator.extract(carrier));
    if parent.span().span_context().is_valid() && span.set_parent(parent).is_err() {
        tracing::debug!("a span that has begun keeps its trace");
    }
}

/// Adds `traceparent` and `tracestate` of the current span to the headers of an outgoing request.
pub fn inject(headers: &mut HeaderMap) {
    let context = Span::current().context();
    global::get_text_map_propagator(|propagator| {
        propagator.inject_context(&context, &mut HeaderInjector(headers));
    });
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
