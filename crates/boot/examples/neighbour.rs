//! A service that others call over mTLS, and that calls another one. The tests of `boot` play all the others and the
//! gateway.

use axum::{
    Extension, Router,
    http::{HeaderMap, StatusCode},
    routing::get,
};
use boot::{Context, InternalConfig, Peer, PeerName, Running, Service, trace};
use std::{process::ExitCode, time::Duration};
use tracing::Instrument;

fn main() -> ExitCode {
    let service = Service::new("neighbour", env!("CARGO_PKG_VERSION"), start);
    boot::run(service.section::<InternalConfig>().calls("harbour"))
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let harbour = context.peer("harbour")?;
    let public = Router::new()
        .route("/ask", get(move |headers: HeaderMap| ask(harbour.clone(), headers)))
        .route("/caller", get(public_caller));
    let internal = Router::new()
        .route(
            "/internal/v1/neighbour/caller",
            get(async |Extension(caller): Extension<PeerName>| caller.to_string()),
        )
        .route("/internal/v1/neighbour/slow", get(slow));
    Ok(Running::serve(public).internal(internal))
}

/// What the harbour answers, in the trace of whoever asks.
async fn ask(harbour: Peer, headers: HeaderMap) -> (StatusCode, String) {
    let span = tracing::info_span!("ask");
    trace::continue_from_headers(&span, &headers);
    async {
        match harbour.get("/internal/v1/harbour/flag").send().await {
            Ok(answer) => (answer.status(), answer.text().await.unwrap_or_default()),
            Err(error) => (StatusCode::BAD_GATEWAY, format!("{:#}", anyhow::Error::new(error))),
        }
    }
    .instrument(span)
    .await
}

async fn public_caller(caller: Option<Extension<PeerName>>) -> String {
    caller.map_or_else(|| "no service".to_owned(), |Extension(caller)| caller.to_string())
}

async fn slow() -> &'static str {
    tracing::info!("a slow request");
    tokio::time::sleep(Duration::from_millis(500)).await;
    "at last"
}
