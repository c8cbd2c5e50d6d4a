//! How to reach Kafka and the Schema Registry: the sections `kafka` and `registry` of a service's configuration.

use boot::{PublicUrl, ReadableFile, SecretFile, Section, config::Invalid};
use rdkafka::ClientConfig;
use serde::Deserialize;

/// Of the name of an instance. Kafka takes 249 with the group and what is read.
const LONGEST_INSTANCE: usize = 128;

/// Section `kafka`: SASL_SSL with SCRAM-SHA-512 and a client certificate. There is no other way in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KafkaConfig {
    /// `host:port`, several divided by commas.
    pub brokers: String,
    /// The service: its SCRAM user, the name in its certificate and its consumer group.
    pub username: String,
    /// Holds the password of `username`.
    pub password_file: SecretFile,
    /// Certificates of the authority that signed the brokers', PEM.
    pub ca_file: ReadableFile,
    /// The service's own certificate, PEM.
    pub certificate_file: ReadableFile,
    /// The key of that certificate, PEM.
    pub key_file: ReadableFile,
    /// Which of several instances this is, for static membership: the same after a restart, and no other's. Without it
    /// every start of a consumer is a rebalance.
    #[serde(default)]
    pub instance: Option<String>,
}

/// Section `registry`: the Confluent API of a Schema Registry, over TLS with a read-only user.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryConfig {
    /// Root of the Confluent API, such as `https://localhost:20081/apis/ccompat/v7`.
    pub url: PublicUrl,
    /// The user.
    pub username: String,
    /// Holds the password of `username`.
    pub password_file: SecretFile,
    /// Certificates of the authority that signed the registry's, PEM.
    pub ca_file: ReadableFile,
}

/// Clients that cannot be made from a configuration whose values are all there.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The registry's client: most often its authority is no PEM.
    #[error("the client of the schema registry cannot be made: {0:#}")]
    Registry(anyhow::Error),
    /// librdkafka refuses the settings: most often a certificate or its key.
    #[error("the Kafka client cannot be made: {0}")]
    Kafka(#[from] rdkafka::error::KafkaError),
    /// A metric of this name exists already: a second `Bus` on one metrics registry.
    #[error("the metrics of the bus cannot be registered: {0}")]
    Metrics(#[from] prometheus::Error),
}

impl Section for KafkaConfig {
    const NAME: &'static str = "kafka";

    fn validate(&self) -> Result<(), Invalid> {
        filled("brokers", &self.brokers)?;
        filled("username", &self.username)?;
        self.instance.as_deref().map_or(Ok(()), names_an_instance)
    }
}

impl Section for RegistryConfig {
    const NAME: &'static str = "registry";

    fn validate(&self) -> Result<(), Invalid> {
        filled("username", &self.username)
    }
}

fn filled(field: &'static str, value: &str) -> Result<(), Invalid> {
    if value.trim().is_empty() { Err(Invalid::new(field, "must not be empty")) } else { Ok(()) }
}

/// As part of `group.instance.id`, for which Kafka's rules are those of a topic's name.
fn names_an_instance(text: &str) -> Result<(), Invalid> {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if (1..=LONGEST_INSTANCE).contains(&text.len()) && text.chars().all(legal) {
        return Ok(());
    }
    Err(Invalid::new("instance", "must be 1 to 128 letters, digits, `.`, `_` or `-`"))
}

impl KafkaConfig {
    /// What every client of this Kafka has in common: where the brokers are, and who asks.
    pub fn client(&self) -> ClientConfig {
        let mut client = ClientConfig::new();
        client
            .set("bootstrap.servers", &self.brokers)
            .set("client.id", &self.username)
            .set("security.protocol", "SASL_SSL")
            .set("sasl.mechanism", "SCRAM-SHA-512")
            .set("sasl.username", &self.username)
            .set("sasl.password", self.password_file.expose())
            .set("ssl.ca.location", self.ca_file.to_string_lossy())
            .set("ssl.certificate.location", self.certificate_file.to_string_lossy())
            .set("ssl.key.location", self.key_file.to_string_lossy())
            .set("socket.nagle.disable", "true")
            // A broker that is back is found again within half a second, not within librdkafka's ten.
            .set("reconnect.backoff.ms", "50")
            .set("reconnect.backoff.max.ms", "500")
            .set("topic.metadata.refresh.interval.ms", "60000");
        client
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boot::config::Settings;
    use tempfile::NamedTempFile;

    fn settings(brokers: &str, file: &NamedTempFile) -> Settings {
        Settings::from_variables(variables(brokers, file)).expect("settings")
    }

    fn variables(brokers: &str, file: &NamedTempFile) -> impl Iterator<Item = (String, String)> + use<> {
        let path = file.path().to_string_lossy().into_owned();
        let files = ["PASSWORD_FILE", "CA_FILE", "CERTIFICATE_FILE", "KEY_FILE"];
        let files = files.map(|name| (format!("TALL_KAFKA__{name}"), path.clone()));
        let values = [("BROKERS", brokers), ("USERNAME", "reader")];
        let values = values.map(|(name, value)| (format!("TALL_KAFKA__{name}"), value.to_owned()));
        files.into_iter().chain(values)
    }

    fn secret() -> NamedTempFile {
        let file = NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), "secret\n").expect("a file");
        file
    }

    #[test]
    fn the_client_speaks_scram_over_tls_and_nothing_else() {
        let kafka: KafkaConfig = settings("localhost:9093", &secret()).section().expect("a section");
        let client = kafka.client();
        assert_eq!(client.get("security.protocol"), Some("SASL_SSL"));
        assert_eq!(client.get("sasl.mechanism"), Some("SCRAM-SHA-512"));
        assert_eq!(client.get("sasl.password"), Some("secret"));
        assert!(!format!("{kafka:?}").contains("secret"));
    }

    #[test]
    fn an_empty_address_is_refused_by_name() {
        let refused = settings(" ", &secret()).section::<KafkaConfig>().expect_err("no address");
        assert_eq!(refused.to_string(), "TALL_KAFKA__BROKERS: must not be empty");
    }

    #[test]
    fn an_instance_has_a_name_that_kafka_takes() {
        let read = |name: &str| {
            let instance = ("TALL_KAFKA__INSTANCE".to_owned(), name.to_owned());
            let secret = secret();
            Settings::from_variables(variables("localhost:9093", &secret).chain([instance]))
                .expect("settings")
                .section::<KafkaConfig>()
        };
        assert_eq!(read("7f3a-1.local").expect("a section").instance.as_deref(), Some("7f3a-1.local"));
        for name in ["", "a b", "één", &"a".repeat(LONGEST_INSTANCE + 1)] {
            let refused = read(name).expect_err("no name").to_string();
            assert!(refused.starts_with("TALL_KAFKA__INSTANCE: must be"), "{name:?}: {refused}");
        }
    }
}
