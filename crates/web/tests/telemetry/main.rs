//! The log line and the trace of a request, as a subscriber sees them.
//!
//! A binary of its own, and one test at a time: whether a log statement is enabled is cached per process.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use axum::routing::get as route;
use opentelemetry::trace::TracerProvider;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::SdkTracerProvider;
use serde_json::Value;
use tracing_subscriber::layer::SubscriberExt;
use utoipa_axum::router::OpenApiRouter;
use web::{Api, ApiError, ApiResult, LayerSettings, Layers};

use axum::body::Body;
use http::{HeaderMap, Request};
use http_body_util::BodyExt;
use prometheus::Registry;
use tower::ServiceExt;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct Answer {
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn trace_id(&self) -> &str {
        self.headers["trace-id"].to_str().unwrap()
    }
}

async fn call(routes: OpenApiRouter, path: &str, headers: &[(&'static str, &str)]) -> Answer {
    let layers = Layers::new(&LayerSettings::default(), &Registry::new()).unwrap();
    let router = Api::new("test").v2(routes).router((), &layers);
    let mut request = Request::get(path).body(Body::empty()).unwrap();
    for (name, value) in headers {
        request.headers_mut().append(*name, value.parse().unwrap());
    }
    let (head, body) = router.oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { headers: head.headers, body: String::from_utf8(body.to_vec()).unwrap() }
}

/// Calls once under a subscriber like the one of `boot`, and gives the answer with the log lines.
fn observed(path: &str, headers: &[(&'static str, &str)]) -> (Answer, Vec<Value>) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    opentelemetry::global::set_text_map_propagator(TraceContextPropagator::new());
    let lines = Lines::default();
    let writer = lines.clone();
    let tracer = SdkTracerProvider::builder().build().tracer("test");
    let subscriber = tracing_subscriber::registry()
        .with(tracing_opentelemetry::layer().with_tracer(tracer))
        .with(tracing_subscriber::fmt::layer().json().with_writer(move || writer.clone()));

    let current = async || boot::trace::current_traceparent().unwrap_or_default();
    let broken =
        async || -> ApiResult<()> { Err(ApiError::internal(anyhow::anyhow!("inner").context("outer"))) };
    let routes =
        OpenApiRouter::default().route("/words/{id}", route(current)).route("/broken", route(broken));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answer =
        tracing::subscriber::with_default(subscriber, || runtime.block_on(call(routes, path, headers)));
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    (answer, text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

const CALLERS: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

#[test]
fn a_request_is_one_line_with_template_status_and_time_and_without_what_was_sent() {
    let (_, lines) =
        observed("/api/v2/test/words/canary-path?q=canary-query", &[("authorization", "canary-token")]);
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!(line["span"]["http.request.method"], "GET");
    assert_eq!(line["span"]["http.route"], "/api/v2/test/words/{id}");
    assert_eq!(line["span"]["http.response.status_code"], 200);
    assert!(line["fields"]["event.duration"].as_u64().unwrap() > 0);
    assert!(!line.to_string().contains("canary"), "{line}");
}

#[test]
fn a_handler_is_in_the_callers_trace() {
    let (answer, _) = observed("/api/v2/test/words/1", &[("traceparent", CALLERS)]);
    assert_eq!(answer.trace_id(), "4bf92f3577b34da6a3ce929d0e0e4736");
    assert!(answer.body.starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-"), "{}", answer.body);
    assert!(!answer.body.contains("00f067aa0ba902b7"), "a span of its own");
}

#[test]
fn without_a_caller_or_with_a_senseless_one_a_trace_begins() {
    for headers in [
        &[][..],
        &[("traceparent", "00-0-0-0")],
        &[("traceparent", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")],
    ] {
        let (answer, _) = observed("/api/v2/test/words/1", headers);
        let id = answer.trace_id();
        assert!(id.len() == 32 && id != "4bf92f3577b34da6a3ce929d0e0e4736", "{id}");
        assert!(answer.body.contains(id));
    }
}

#[test]
fn a_defect_is_logged_once_with_its_cause_and_cited_by_its_trace() {
    let (answer, lines) = observed("/api/v2/test/broken", &[("traceparent", CALLERS)]);
    assert_eq!(
        serde_json::from_str::<Value>(&answer.body).unwrap()["instance"],
        "4bf92f3577b34da6a3ce929d0e0e4736"
    );
    let causes: Vec<_> = lines.iter().filter(|line| line.to_string().contains("outer: inner")).collect();
    assert_eq!(causes.len(), 1);
    assert_eq!(causes[0]["level"], "ERROR");
    assert_eq!(lines.last().unwrap()["fields"]["error.code"], "internal");
}
