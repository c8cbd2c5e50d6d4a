//! Calls to others.

use anyhow::{Context as _, ensure};
use serde::de::DeserializeOwned;
use std::{path::Path, time::Duration};

/// An HTTP client with time-outs (2 s to connect, 10 s in all), without redirects, proxies or cookies, that
/// trusts the certificates of `ca` (a PEM bundle), or those of the machine when there is none.
///
/// Clones share connections: make one, keep it.
///
/// # Errors
/// The bundle cannot be read or holds no certificate.
pub fn http_client(ca: Option<&Path>) -> anyhow::Result<reqwest::Client> {
    http_client_builder(ca)?.build().context("an HTTP client")
}

/// As [`http_client`], for whoever wants something more of it.
///
/// # Errors
/// The bundle cannot be read or holds no certificate.
pub fn http_client_builder(ca: Option<&Path>) -> anyhow::Result<reqwest::ClientBuilder> {
    let mut builder = reqwest::Client::builder()
        .user_agent("tall")
        .connect_timeout(Duration::from_secs(2))
        .timeout(Duration::from_secs(10))
        .pool_idle_timeout(Duration::from_secs(30))
        .pool_max_idle_per_host(8)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy();
    if let Some(path) = ca {
        let pem = std::fs::read(path).with_context(|| format!("certificates of {}", path.display()))?;
        let certificates = reqwest::Certificate::from_pem_bundle(&pem)
            .with_context(|| format!("{} is no bundle of PEM certificates", path.display()))?;
        anyhow::ensure!(!certificates.is_empty(), "{} holds no certificate", path.display());
        builder = builder.tls_certs_only(certificates);
    }
    Ok(builder)
}

/// The body of an answer, of at most `largest` bytes, whatever its sender says about its length.
///
/// # Errors
/// It breaks off, or is larger.
pub async fn read_body(mut answer: reqwest::Response, largest: usize) -> anyhow::Result<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.context("an answer")? {
        ensure!(body.len() + chunk.len() <= largest, "an answer of more than {largest} bytes");
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The JSON of an answer, of at most `largest` bytes.
///
/// # Errors
/// It breaks off, is larger, or is something else.
pub async fn read_json<T: DeserializeOwned>(answer: reqwest::Response, largest: usize) -> anyhow::Result<T> {
    // Serde's message may quote what it read.
    serde_json::from_slice(&read_body(answer, largest).await?)
        .map_err(|error| anyhow::anyhow!("not the JSON that was expected: {:?}", error.classify()))
}
