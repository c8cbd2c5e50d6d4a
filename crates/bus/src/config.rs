//! How to reach Kafka and the Schema Registry: the sections `kafka` and `registry` of a service's configuration.

use rdkafka::ClientConfig;
use serde::Deserialize;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Section `kafka`: SASL_SSL with SCRAM-SHA-512 and a client certificate. There is no other way in.
#[derive(Debug, Clone, Deserialize)]
pub struct KafkaConfig {
    /// `host:port`, several divided by commas.
    pub brokers: String,
    /// The service: its SCRAM user, the name in its certificate and its consumer group.
    pub username: String,
    /// The file that holds the password of `username` and nothing else.
    pub password_file: PathBuf,
    /// Certificates of the authority that signed the brokers', PEM.
    pub ca_file: PathBuf,
    /// The service's own certificate, PEM.
    pub certificate_file: PathBuf,
    /// The key of that certificate, PEM.
    pub key_file: PathBuf,
    /// Which of several instances this is, for static membership: the same after a restart, and no other's. Without it
    /// every start of a consumer is a rebalance.
    #[serde(default)]
    pub instance: Option<String>,
}

/// Section `registry`: the Confluent API of a Schema Registry, over TLS with a read-only user.
#[derive(Debug, Clone, Deserialize)]
pub struct RegistryConfig {
    /// Root of the Confluent API, such as `https://localhost:20081/apis/ccompat/v7`.
    pub url: String,
    /// The user.
    pub username: String,
    /// The file that holds the password of `username` and nothing else.
    pub password_file: PathBuf,
    /// Certificates of the authority that signed the registry's, PEM.
    pub ca_file: PathBuf,
}

/// A configuration that cannot work. It is found at start, not at first use.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value is empty.
    #[error("{setting} is empty")]
    Empty {
        /// The variable to set.
        setting: &'static str,
    },
    /// A file that a setting names cannot be read.
    #[error("cannot read {}, which {setting} names", path.display())]
    Unreadable {
        /// The variable to correct.
        setting: &'static str,
        /// The file.
        path: PathBuf,
        /// Why not.
        #[source]
        cause: io::Error,
    },
    /// The certificates of the registry's authority are no PEM.
    #[error("TALL_REGISTRY__CA_FILE holds no usable certificate")]
    Certificate(#[source] reqwest::Error),
    /// librdkafka refuses the settings.
    #[error("the Kafka client cannot be made")]
    Kafka(#[from] rdkafka::error::KafkaError),
    /// A metric of this name exists already: a second `Bus` on one metrics registry.
    #[error("the metrics cannot be registered")]
    Metrics(#[from] prometheus::Error),
}

impl KafkaConfig {
    /// Every value is there and every file can be read.
    pub fn validate(&self) -> Result<(), ConfigError> {
        filled("TALL_KAFKA__BROKERS", &self.brokers)?;
        filled("TALL_KAFKA__USERNAME", &self.username)?;
        secret("TALL_KAFKA__PASSWORD_FILE", &self.password_file)?;
        for (setting, path) in [
            ("TALL_KAFKA__CA_FILE", &self.ca_file),
            ("TALL_KAFKA__CERTIFICATE_FILE", &self.certificate_file),
            ("TALL_KAFKA__KEY_FILE", &self.key_file),
        ] {
            read(setting, path)?;
        }
        Ok(())
    }

    /// What producers and consumers have in common.
    pub(crate) fn client(&self) -> Result<ClientConfig, ConfigError> {
        self.validate()?;
        let mut client = ClientConfig::new();
        client
            .set("bootstrap.servers", &self.brokers)
            .set("client.id", &self.username)
            .set("security.protocol", "SASL_SSL")
            .set("sasl.mechanism", "SCRAM-SHA-512")
            .set("sasl.username", &self.username)
            .set("sasl.password", secret("TALL_KAFKA__PASSWORD_FILE", &self.password_file)?)
            .set("ssl.ca.location", self.ca_file.to_string_lossy())
            .set("ssl.certificate.location", self.certificate_file.to_string_lossy())
            .set("ssl.key.location", self.key_file.to_string_lossy())
            .set("socket.nagle.disable", "true")
            // A broker that is back is found again within half a second, not within librdkafka's ten.
            .set("reconnect.backoff.ms", "50")
            .set("reconnect.backoff.max.ms", "500")
            .set("topic.metadata.refresh.interval.ms", "60000");
        Ok(client)
    }
}

impl RegistryConfig {
    /// Every value is there and every file can be read.
    pub fn validate(&self) -> Result<(), ConfigError> {
        filled("TALL_REGISTRY__URL", &self.url)?;
        filled("TALL_REGISTRY__USERNAME", &self.username)?;
        self.password()?;
        self.authority().map(drop)
    }

    pub(crate) fn password(&self) -> Result<String, ConfigError> {
        secret("TALL_REGISTRY__PASSWORD_FILE", &self.password_file)
    }

    pub(crate) fn authority(&self) -> Result<Vec<u8>, ConfigError> {
        read("TALL_REGISTRY__CA_FILE", &self.ca_file).map(String::into_bytes)
    }
}

fn filled(setting: &'static str, value: &str) -> Result<(), ConfigError> {
    if value.trim().is_empty() { Err(ConfigError::Empty { setting }) } else { Ok(()) }
}

fn read(setting: &'static str, path: &Path) -> Result<String, ConfigError> {
    fs::read_to_string(path).map_err(|cause| ConfigError::Unreadable {
        setting,
        path: path.to_owned(),
        cause,
    })
}

/// The first line of a file that is not empty.
fn secret(setting: &'static str, path: &Path) -> Result<String, ConfigError> {
    let text = read(setting, path)?;
    filled(setting, &text)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
