//! The Schema Registry, read-only: which id a schema has, and which schema an id means.
//!
//! Registration happens at release, so there is no call for it here. An answer of "no such thing" and an answer that
//! did not come are different errors: the first is final, the second is waited out.

use crate::{RegistryConfig, config::ConfigError};
use reqwest::{Client, Response, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, de::DeserializeOwned};
use std::sync::Arc;

const CONTENT_TYPE: &str = "application/vnd.schemaregistry.v1+json";
/// Error codes of the Confluent API: no such subject, no such version, no such schema.
const NOT_FOUND: [u32; 3] = [40401, 40402, 40403];

/// A client of the registry. Cheap to clone.
#[derive(Clone)]
pub struct Registry(Arc<Inner>);

struct Inner {
    http: Client,
    url: String,
    username: String,
    password: SecretString,
}

/// Why the registry gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// It answered that it has no such thing.
    #[error("the registry has no {what}")]
    Unknown {
        /// What was asked for.
        what: String,
    },
    /// It answered that this user may not ask.
    #[error("the registry refuses: {status}")]
    Refused {
        /// 401 or 403.
        status: StatusCode,
    },
    /// It did not answer, or not sensibly. Try again.
    #[error("the registry is not available: {reason}")]
    Unavailable {
        /// What happened instead.
        reason: String,
    },
}

#[derive(Deserialize)]
struct Registered {
    id: u32,
}

#[derive(Deserialize)]
struct Schema {
    schema: String,
}

#[derive(Deserialize)]
struct Problem {
    error_code: u32,
}

impl Registry {
    /// Makes the client; it calls nobody yet.
    pub fn connect(config: &RegistryConfig) -> Result<Self, ConfigError> {
        // Apicurio 3.3 leaves requests of an HTTP/2 connection unread at times, and then every later one of it: a start
        // waited for a minute and more.
        let http = boot::http_client_builder(Some(&config.ca_file))
            .and_then(|builder| Ok(builder.http1_only().build()?))
            .map_err(ConfigError::Registry)?;
        Ok(Self(Arc::new(Inner {
            http,
            url: config.url.as_str().trim_end_matches('/').to_owned(),
            username: config.username.clone(),
            password: config.password_file.secret().clone(),
        })))
    }

    /// The id under which `subject` has exactly this schema.
    pub async fn id(&self, subject: &str, schema: &str) -> Result<u32, RegistryError> {
        let request = self.0.http.post(format!("{}/subjects/{subject}", self.0.url));
        let body = serde_json::json!({ "schema": schema, "schemaType": "AVRO" });
        let what = || format!("such schema under {subject}");
        let registered: Registered = self.call(request.body(body.to_string()), what).await?;
        Ok(registered.id)
    }

    /// The text of the schema with this id.
    pub async fn schema(&self, id: u32) -> Result<String, RegistryError> {
        let request = self.0.http.get(format!("{}/schemas/ids/{id}", self.0.url));
        let schema: Schema = self.call(request, || format!("schema with id {id}")).await?;
        Ok(schema.schema)
    }

    async fn call<T: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
        what: impl FnOnce() -> String,
    ) -> Result<T, RegistryError> {
        let answer = request
            .basic_auth(&self.0.username, Some(self.0.password.expose_secret()))
            .header("content-type", CONTENT_TYPE)
            .header("accept", CONTENT_TYPE)
            .send()
            .await
            .map_err(unavailable)?;
        match answer.status() {
            StatusCode::OK => answer.json().await.map_err(unavailable),
            StatusCode::NOT_FOUND if is_not_found(answer).await => {
                Err(RegistryError::Unknown { what: what() })
            }
            status @ (StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) => {
                Err(RegistryError::Refused { status })
            }
            status => Err(RegistryError::Unavailable { reason: format!("it answered {status}") }),
        }
    }
}

/// A 404 counts when the registry says it, not when something in between does.
async fn is_not_found(answer: Response) -> bool {
    answer.json::<Problem>().await.is_ok_and(|problem| NOT_FOUND.contains(&problem.error_code))
}

fn unavailable(error: reqwest::Error) -> RegistryError {
    let mut reason = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(deeper) = cause {
        reason = format!("{reason}: {deeper}");
        cause = deeper.source();
    }
    RegistryError::Unavailable { reason }
}
