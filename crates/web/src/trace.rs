//! The trace that a request belongs to (W3C Trace Context).
//!
//! The subscriber that `boot` installs turns tracing spans into OpenTelemetry spans; the current trace is
//! read from them. Without that subscriber there is no trace, and nothing here invents one.

use http::HeaderMap;
use opentelemetry::trace::{SpanContext, SpanId, TraceContextExt, TraceFlags, TraceId, TraceState};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

/// The trace id of the current span, 32 hexadecimal digits.
pub fn current_id() -> Option<String> {
    id_of(&Span::current())
}

pub(crate) fn id_of(span: &Span) -> Option<String> {
    let context = span.context();
    let context = context.span().span_context().clone();
    context.is_valid().then(|| context.trace_id().to_string())
}

/// Makes `span` part of the caller's trace, when the caller named a valid one.
pub(crate) fn join(span: &Span, headers: &HeaderMap) {
    if let Some(remote) = remote_context(headers) {
        // Refused only where no OpenTelemetry layer listens: then there is no trace to join.
        let _not_traced = span.set_parent(opentelemetry::Context::new().with_remote_span_context(remote));
    }
}

/// Reads `traceparent` and `tracestate` (<https://www.w3.org/TR/trace-context/>); `None` when absent or invalid.
fn remote_context(headers: &HeaderMap) -> Option<SpanContext> {
    let mut given = headers.get_all("traceparent").iter();
    let (Some(only), None) = (given.next(), given.next()) else { return None };

    let mut parts = only.to_str().ok()?.split('-');
    let (version, trace, span, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let lengths = (version.len(), trace.len(), span.len(), flags.len()) == (2, 32, 16, 2);
    let lower_hex = [version, trace, span, flags]
        .iter()
        .all(|part| part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
    let extra_only_later = version != "00" || parts.next().is_none();
    if !(lengths && lower_hex && extra_only_later) || version == "ff" {
        return None;
    }

    let state = headers
        .get("tracestate")
        .and_then(|state| state.to_str().ok())
        .and_then(|state| state.parse::<TraceState>().ok())
        .unwrap_or_default();
    let context = SpanContext::new(
        TraceId::from_hex(trace).ok()?,
        SpanId::from_hex(span).ok()?,
        TraceFlags::new(u8::from_str_radix(flags, 16).ok()? & TraceFlags::SAMPLED.to_u8()),
        true,
        state,
    );
    context.is_valid().then_some(context)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(traceparent: &str) -> Option<SpanContext> {
        let mut headers = HeaderMap::new();
        headers.insert("traceparent", traceparent.parse().unwrap());
        remote_context(&headers)
    }

    #[test]
    fn a_valid_traceparent_is_read() {
        let context = parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").unwrap();
        assert_eq!(context.trace_id().to_string(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert_eq!(context.span_id().to_string(), "00f067aa0ba902b7");
        assert!(context.is_sampled() && context.is_remote());
    }

    #[test]
    fn a_later_version_may_have_more_parts() {
        assert!(parse("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more").is_some());
    }

    #[test]
    fn an_invalid_traceparent_starts_a_new_trace() {
        for bad in [
            "",
            "00",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e47361-0f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e473+-00f067aa0ba902b7-01",
        ] {
            assert!(parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn two_traceparents_are_none() {
        let mut headers = HeaderMap::new();
        let valid = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        headers.append("traceparent", valid.parse().unwrap());
        headers.append("traceparent", valid.parse().unwrap());
        assert!(remote_context(&headers).is_none());
    }
}
