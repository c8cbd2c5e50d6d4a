//! Who knows what is true now: which keys sign, and whether a session still is.

use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use async_trait::async_trait;
use http::{HeaderMap, StatusCode};

use crate::{AccessConfig, Identity, Jwks};

/// The source of what tokens are checked against. Profile is its own; everybody else asks profile.
#[async_trait]
pub trait Authority: Send + Sync + 'static {
    /// The keys that sign access tokens.
    async fn keys(&self) -> anyhow::Result<Jwks>;

    /// Whether this session is neither revoked nor outdated, now. An error means that nobody knows.
    async fn is_current(&self, caller: &Identity, token: &str) -> anyhow::Result<bool>;
}

/// Profile, over HTTP.
#[derive(Debug, Clone)]
pub struct ProfileAuthority {
    client: reqwest::Client,
    root: String,
}

impl ProfileAuthority {
    const PATIENCE: Duration = Duration::from_secs(2);
    const LARGEST_KEY_SET: usize = 64 * 1024;

    /// Profile as the configuration says, through this client.
    pub fn new(config: &AccessConfig, client: reqwest::Client) -> Self {
        let root = config.profile_url.as_str().trim_end_matches('/').to_owned();
        Self { client, root: format!("{root}/api/v2/profile") }
    }

    fn get(&self, path: &str) -> reqwest::RequestBuilder {
        let mut headers = HeaderMap::new();
        boot::trace::inject(&mut headers);
        self.client.get(format!("{}/{path}", self.root)).headers(headers).timeout(Self::PATIENCE)
    }
}

#[async_trait]
impl Authority for ProfileAuthority {
    async fn keys(&self) -> anyhow::Result<Jwks> {
        let mut response = self.get("jwks.json").send().await.context("profile's keys")?;
        ensure!(response.status().is_success(), "profile answers {} for its keys", response.status());

        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.context("profile's keys")? {
            ensure!(body.len() + chunk.len() <= Self::LARGEST_KEY_SET, "profile's keys are too many");
            body.extend_from_slice(&chunk);
        }
        serde_json::from_slice(&body).context("profile's keys are no JWKS")
    }

    async fn is_current(&self, _: &Identity, token: &str) -> anyhow::Result<bool> {
        let asked =
            self.get("sessions/current").bearer_auth(token).send().await.context("profile's sessions")?;
        match asked.status() {
            status if status.is_success() => Ok(true),
            StatusCode::UNAUTHORIZED => Ok(false),
            status => bail!("profile answers {status} for a session"),
        }
    }
}
