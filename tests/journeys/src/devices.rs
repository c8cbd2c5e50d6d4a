//! A device on which somebody stays logged in, as a client does it.

use crate::people::{Credentials, Gateway, Reply, new_id};
use anyhow::Context;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ids::DeviceId;
use reqwest::Method;
use serde_json::{Value, json};

/// A session and its tokens, of which the device keeps the newest.
#[derive(Clone, Debug)]
pub struct Device {
    gateway: Gateway,
    credentials: Credentials,
    id: DeviceId,
    access_token: String,
    refresh_token: String,
}

impl Device {
    pub(crate) async fn begin(gateway: Gateway, credentials: Credentials) -> anyhow::Result<Self> {
        let id = new_id(DeviceId::v7);
        let mut device =
            Self { gateway, credentials, id, access_token: String::new(), refresh_token: String::new() };
        let reply = device.log_in_anew().await?;
        anyhow::ensure!(reply.status == 201, "{}: {}", reply.status, reply.body);
        Ok(device)
    }

    /// Logs in with the password; the tokens of before are dropped.
    ///
    /// # Errors
    /// No answer.
    pub async fn log_in_anew(&mut self) -> anyhow::Result<Reply> {
        let reply = self.gateway.post_session_of(self.id, &self.credentials).await?;
        self.keep(reply)
    }

    /// Changes the tokens for new ones.
    ///
    /// # Errors
    /// No answer.
    pub async fn refresh(&mut self) -> anyhow::Result<Reply> {
        let body = json!({ "refreshToken": self.refresh_token, "deviceId": self.id });
        let path = "/api/v2/profile/sessions/refreshes";
        let reply = self.gateway.send(Method::POST, path, None, Some(&body)).await?;
        self.keep(reply)
    }

    /// Asks for something.
    ///
    /// # Errors
    /// No answer.
    pub async fn get(&self, path: &str) -> anyhow::Result<Reply> {
        self.gateway.send(Method::GET, path, Some(&self.access_token), None).await
    }

    /// The key that signed the access token.
    ///
    /// # Errors
    /// It is no token.
    pub fn signed_by(&self) -> anyhow::Result<String> {
        let header = self.access_token.split('.').next().context("a token")?;
        let header: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header)?)?;
        Ok(header["kid"].as_str().context("a key id")?.to_owned())
    }

    /// The version of the key that sealed the refresh token, which stands in it: its form, the length, the version.
    ///
    /// # Errors
    /// It is no token.
    pub fn sealed_by(&self) -> anyhow::Result<String> {
        let sealed = URL_SAFE_NO_PAD.decode(&self.refresh_token)?;
        let (length, rest) = sealed.get(1..).and_then(<[u8]>::split_first).context("a sealed token")?;
        let version = rest.get(..usize::from(*length)).context("a version")?;
        Ok(std::str::from_utf8(version)?.to_owned())
    }

    fn keep(&mut self, reply: Reply) -> anyhow::Result<Reply> {
        let token = |name: &str| reply.body[name].as_str().map(str::to_owned);
        if let (Some(access), Some(refresh)) = (token("accessToken"), token("refreshToken")) {
            (self.access_token, self.refresh_token) = (access, refresh);
        }
        Ok(reply)
    }
}
