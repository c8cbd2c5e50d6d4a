//! Who knows what is true now: which keys sign, and whether a session still is.

use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use async_trait::async_trait;
use boot::Peer;
use http::StatusCode;
use ids::UserId;
use reqwest::Response;
use serde::Deserialize;

use crate::{Identity, Jwks};

/// The source of what tokens are checked against. Profile is its own; everybody else asks profile.
#[async_trait]
pub trait Authority: Send + Sync + 'static {
    /// The keys that sign access tokens.
    async fn keys(&self) -> anyhow::Result<Jwks>;

    /// Whether this session is neither revoked nor outdated, now. An error means that nobody knows.
    async fn is_current(&self, caller: &Identity) -> anyhow::Result<bool>;
}

/// Profile, on its internal listener: whoever could answer in its place could make tokens.
#[derive(Debug, Clone)]
pub struct ProfileAuthority {
    profile: Peer,
}

/// What profile says of a session that goes on.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CurrentSession {
    user_id: UserId,
    role: String,
    epoch: i64,
}

impl ProfileAuthority {
    const PATIENCE: Duration = Duration::from_secs(2);
    const LARGEST_KEY_SET: usize = 64 * 1024;
    const LARGEST_SESSION: usize = 4 * 1024;

    /// Profile, called as a peer.
    pub fn new(profile: Peer) -> Self {
        Self { profile }
    }

    async fn get(&self, path: &str) -> reqwest::Result<Response> {
        self.profile.get(&format!("/internal/v1/profile/{path}")).timeout(Self::PATIENCE).send().await
    }
}

#[async_trait]
impl Authority for ProfileAuthority {
    async fn keys(&self) -> anyhow::Result<Jwks> {
        let answer = self.get("jwks.json").await.context("profile's keys")?;
        ensure!(answer.status().is_success(), "profile answers {} for its keys", answer.status());
        boot::read_json(answer, Self::LARGEST_KEY_SET).await.context("profile's keys")
    }

    async fn is_current(&self, caller: &Identity) -> anyhow::Result<bool> {
        let answer = self.get(&format!("sessions/{}", caller.session)).await.context("profile's sessions")?;
        match answer.status() {
            StatusCode::OK => {}
            StatusCode::NOT_FOUND => return Ok(false),
            status => bail!("profile answers {status} for a session"),
        }
        let session: CurrentSession =
            boot::read_json(answer, Self::LARGEST_SESSION).await.context("a session")?;
        // HTTP spells a role with hyphens.
        let role = caller.role.as_str().replace('_', "-");
        Ok((session.user_id, session.role, session.epoch) == (caller.user, role, caller.epoch))
    }
}
