//! AWS Secrets Manager, or a server that speaks its API.

use crate::{SecretError, SecretStore};
use aws_sdk_secretsmanager::{
    Client,
    error::{ProvideErrorMetadata, SdkError},
};
use boot::{
    PublicUrl, ReadableFile, SecretFile, Section,
    aws::{AwsAccess, AwsIdentity, sdk_config},
    config::Invalid,
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::time::Duration;

/// Section `secrets`.
#[derive(Clone, Debug, Deserialize)]
pub struct SecretsConfig {
    /// A local server; AWS itself when there is none.
    pub endpoint: Option<PublicUrl>,
    /// The authorities that may say who the server is; those of the machine when there is no such file.
    pub ca_file: Option<ReadableFile>,
    /// `eu-central-1`.
    pub region: String,
    /// The identity; without one, the role of the machine.
    pub access_key_id: Option<String>,
    /// The file of its secret key.
    pub secret_key_file: Option<SecretFile>,
    /// First part of every name.
    #[serde(default = "SecretsConfig::default_prefix")]
    pub prefix: String,
    /// How often secrets are fetched anew.
    #[serde(default = "SecretsConfig::default_refresh")]
    pub refresh_seconds: u64,
}

impl SecretsConfig {
    fn default_prefix() -> String {
        "tall".to_owned()
    }

    const fn default_refresh() -> u64 {
        60
    }

    fn identity(&self) -> Result<Option<AwsIdentity>, Invalid> {
        AwsIdentity::from_parts(self.access_key_id.as_deref(), self.secret_key_file.as_ref())
    }
}

impl Section for SecretsConfig {
    const NAME: &'static str = "secrets";

    fn validate(&self) -> Result<(), Invalid> {
        self.identity()?;
        match self.refresh_seconds {
            1..=3600 => Ok(()),
            _ => Err(Invalid::new("refresh_seconds", "expected 1 to 3600")),
        }
    }
}

/// AWS Secrets Manager.
#[derive(Clone, Debug)]
pub struct SecretsManager {
    client: Client,
    prefix: String,
    refresh_every: Duration,
}

impl SecretsManager {
    /// A client; the first connection is made by the first secret.
    ///
    /// # Errors
    /// Half an identity is configured, or a file of authorities that holds none.
    pub async fn connect(config: &SecretsConfig) -> anyhow::Result<Self> {
        let identity = config.identity()?;
        let access = AwsAccess {
            endpoint: config.endpoint.clone(),
            ca: config.ca_file.clone(),
            region: config.region.clone(),
            identity,
        };
        Ok(Self {
            client: Client::new(&sdk_config(&access).await?),
            prefix: config.prefix.clone(),
            refresh_every: Duration::from_secs(config.refresh_seconds),
        })
    }
}

#[async_trait::async_trait]
impl SecretStore for SecretsManager {
    async fn fetch(&self, name: &str) -> Result<SecretString, SecretError> {
        let id = format!("{}/{name}", self.prefix);
        let answer = self.client.get_secret_value().secret_id(id).send().await;
        match answer {
            Ok(output) => output.secret_string.map(SecretString::from).ok_or_else(|| {
                SecretError::Malformed { name: name.to_owned(), problem: "expected text, not binary" }
            }),
            Err(error) => Err(explain(name, error)),
        }
    }

    /// Secrets Manager keeps a value as long as a label is on it, and has only two of its own: a value that is replaced
    /// twice would be gone without the label that is given here.
    async fn replace(&self, name: &str, value: SecretString, label: &str) -> Result<(), SecretError> {
        let put = self
            .client
            .put_secret_value()
            .secret_id(format!("{}/{name}", self.prefix))
            .secret_string(value.expose_secret())
            .version_stages(CURRENT)
            .version_stages(label);
        put.send().await.map(drop).map_err(|error| explain(name, error))
    }

    fn refresh_every(&self) -> Duration {
        self.refresh_every
    }
}

/// The label of the value that is fetched.
const CURRENT: &str = "AWSCURRENT";

fn explain<E>(name: &str, error: SdkError<E>) -> SecretError
where
    E: ProvideErrorMetadata + std::error::Error + Send + Sync + 'static,
{
    let name = name.to_owned();
    match error.code() {
        Some("ResourceNotFoundException" | "InvalidRequestException") => SecretError::Absent(name),
        Some("AccessDeniedException" | "UnrecognizedClientException" | "DecryptionFailure") => {
            SecretError::Denied(name)
        }
        _ => SecretError::Unavailable { name, cause: Box::new(error) },
    }
}
