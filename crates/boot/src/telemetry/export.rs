//! Spans to an OTLP receiver.

use crate::{PublicUrl, http::http_client};
use anyhow::Context as _;
use axum::body::Bytes;
use futures::future::BoxFuture;
use http::{Request, Response};
use opentelemetry_http::{HttpClient, HttpError};
use opentelemetry_otlp::{SpanExporter, WithExportConfig, WithHttpConfig};
use std::{path::Path, time::Duration};
use tokio::runtime::Handle;

const TIMEOUT: Duration = Duration::from_secs(3);

/// An exporter that posts protobuf to `<endpoint>/v1/traces`, where these authorities say who that is.
pub(super) fn over_http(endpoint: &PublicUrl, ca: Option<&Path>) -> anyhow::Result<SpanExporter> {
    let client = RuntimeClient { client: http_client(ca)?, runtime: Handle::current() };
    SpanExporter::builder()
        .with_http()
        .with_http_client(client)
        .with_endpoint(format!("{}/v1/traces", endpoint.as_str().trim_end_matches('/')))
        .with_timeout(TIMEOUT)
        .build()
        .context("TALL_TELEMETRY__OTLP_ENDPOINT")
}

/// The batch processor has a thread of its own, outside the runtime that the client's connections live in.
#[derive(Debug)]
struct RuntimeClient {
    client: reqwest::Client,
    runtime: Handle,
}

impl HttpClient for RuntimeClient {
    fn send_bytes<'client, 'call>(
        &'client self,
        request: Request<Bytes>,
    ) -> BoxFuture<'call, Result<Response<Bytes>, HttpError>>
    where
        'client: 'call,
        Self: 'call,
    {
        let client = self.client.clone();
        let sent = self.runtime.spawn(async move { client.send_bytes(request).await });
        Box::pin(async move { sent.await? })
    }
}
