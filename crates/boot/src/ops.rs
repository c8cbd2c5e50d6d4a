//! The operator's port: health and metrics.

use crate::Readiness;
use axum::{
    Router,
    extract::State,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};
use prometheus::{Encoder, IntGaugeVec, Opts, Registry, TextEncoder, process_collector::ProcessCollector};
use serde_json::json;

#[derive(Clone)]
struct Ops {
    readiness: Readiness,
    metrics: Registry,
}

/// `/health/live`, `/health/ready` and `/metrics`.
pub(crate) fn router(readiness: Readiness, metrics: Registry) -> Router {
    Router::new()
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .route("/metrics", get(metrics_page))
        .with_state(Ops { readiness, metrics })
}

/// A registry that already tells the process's memory, CPU time and files, and the build.
pub(crate) fn registry(service: &str, version: &str) -> anyhow::Result<Registry> {
    let registry = Registry::new();
    registry.register(Box::new(ProcessCollector::for_self()))?;
    let build = IntGaugeVec::new(
        Opts::new("tall_build_info", "1, with the service and its version as labels."),
        &["service", "version"],
    )?;
    build.with_label_values(&[service, version]).set(1);
    registry.register(Box::new(build))?;
    Ok(registry)
}

/// Alive as long as it answers.
async fn live() -> Response {
    answer(StatusCode::OK, &json!({ "status": "live" }))
}

/// 200, or 503 with what is lacking.
async fn ready(State(ops): State<Ops>) -> Response {
    let reasons = ops.readiness.reasons();
    if reasons.is_empty() {
        return answer(StatusCode::OK, &json!({ "status": "ready" }));
    }
    answer(StatusCode::SERVICE_UNAVAILABLE, &json!({ "status": "not-ready", "reasons": reasons }))
}

/// Prometheus text format.
async fn metrics_page(State(ops): State<Ops>) -> Response {
    let mut text = Vec::new();
    match TextEncoder::new().encode(&ops.metrics.gather(), &mut text) {
        Ok(()) => ([(CONTENT_TYPE, prometheus::TEXT_FORMAT)], text).into_response(),
        Err(error) => {
            tracing::error!(error = %error, "metrics could not be encoded");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn answer(status: StatusCode, body: &serde_json::Value) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
