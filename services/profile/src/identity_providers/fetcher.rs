use anyhow::{Context as _, ensure};
use boot::{http_client, read_body};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::{path::Path, pin::Pin, time::Duration};

/// How long a provider may take for one answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(4);
/// What a provider says at once: its metadata, its keys, a token.
const LARGEST: usize = 128 * 1024;

/// Calls providers: over TLS alone, without following them anywhere, within time and size.
#[derive(Debug, Clone)]
pub(super) struct Fetcher(reqwest::Client);

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
pub(super) struct NotFetched(pub(super) anyhow::Error);

impl Fetcher {
    /// Trusts these authorities, or those of the machine.
    pub(super) fn trusting(ca: Option<&Path>) -> anyhow::Result<Self> {
        Ok(Self(http_client(ca)?))
    }

    async fn fetch(&self, request: HttpRequest) -> anyhow::Result<HttpResponse> {
        ensure!(request.uri().scheme_str() == Some("https"), "an address without TLS");
        let mut request = reqwest::Request::try_from(request).context("a request")?;
        *request.timeout_mut() = Some(ANSWERS_WITHIN);
        let answer = self.0.execute(request).await?;
        let status = answer.status();
        ensure!(!status.is_redirection() && !status.is_server_error(), "an answer with status {status}");
        let headers = answer.headers().clone();
        let mut response = HttpResponse::new(read_body(answer, LARGEST).await?);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

impl<'c> AsyncHttpClient<'c> for Fetcher {
    type Error = NotFetched;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NotFetched>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move { self.fetch(request).await.map_err(NotFetched) })
    }
}
