use crate::config::{ConfigError, Invalid, PublicUrl, ReadableFile, SecretFile, Section};
use serde::Deserialize;
use std::{collections::BTreeMap, net::SocketAddr, time::Duration};

/// Section `internal`: the listener for other services, and what this service shows them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InternalConfig {
    /// Where other services reach this one.
    pub listen: SocketAddr,
    /// The certificate that says which service this is, with those that lead to the authority.
    pub certificate_file: ReadableFile,
    /// Its key.
    pub key_file: SecretFile,
    /// The authorities that may say which service somebody is.
    pub ca_file: ReadableFile,
    /// What follows the service's name in a certificate: `profile.tall.internal`.
    #[serde(default = "InternalConfig::default_domain")]
    pub domain: String,
    /// Seconds between two looks at the files.
    #[serde(default = "InternalConfig::default_reload")]
    pub reload_seconds: u64,
    /// Connections at a time.
    #[serde(default = "InternalConfig::default_connections")]
    pub max_connections: usize,
}

impl InternalConfig {
    fn default_domain() -> String {
        "tall.internal".to_owned()
    }

    const fn default_reload() -> u64 {
        5
    }

    const fn default_connections() -> usize {
        256
    }

    /// Time between two looks at the files.
    pub(crate) fn reload_every(&self) -> Duration {
        Duration::from_secs(self.reload_seconds)
    }
}

impl Section for InternalConfig {
    const NAME: &'static str = "internal";

    fn validate(&self) -> Result<(), Invalid> {
        let letters =
            |label: &str| label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        match self {
            _ if !self.domain.split('.').all(|label| !label.is_empty() && letters(label)) => {
                Err(Invalid::new("domain", "expected a name such as tall.internal"))
            }
            _ if !(1..=3600).contains(&self.reload_seconds) => {
                Err(Invalid::new("reload_seconds", "expected 1 to 3600"))
            }
            _ if !(1..=65_536).contains(&self.max_connections) => {
                Err(Invalid::new("max_connections", "expected 1 to 65536"))
            }
            _ => Ok(()),
        }
    }
}

/// Section `peers`: where other services listen for this one. `TALL_PEERS__THEMATIC_CARDS` is that of thematic-cards.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct PeersConfig(BTreeMap<String, PublicUrl>);

impl Section for PeersConfig {
    const NAME: &'static str = "peers";
}

impl PeersConfig {
    /// Every peer that has an address.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.0.keys().map(|field| field.replace('_', "-"))
    }

    /// Where `peer` listens.
    pub(crate) fn address_of(&self, peer: &str) -> Result<Address, ConfigError> {
        let field = peer.replace('-', "_");
        let url = self.0.get(&field).ok_or_else(|| ConfigError::new(&[Self::NAME, &field], "is missing"))?;
        Address::parse(url)
            .ok_or_else(|| ConfigError::new(&[Self::NAME, &field], "expected https://host:port"))
    }
}

/// A host and a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) host: String,
    pub(crate) port: u16,
}

impl Address {
    fn parse(url: &PublicUrl) -> Option<Self> {
        let uri: http::Uri = url.as_str().parse().ok()?;
        let plain =
            uri.scheme_str() == Some("https") && matches!(uri.path(), "" | "/") && uri.query().is_none();
        let host = uri.host()?.trim_matches(['[', ']']).to_owned();
        plain.then_some(Self { host, port: uri.port_u16()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;

    fn peers(field: &str, value: &str) -> PeersConfig {
        let variable = (format!("TALL_PEERS__{field}"), value.to_owned());
        let nowhere = ("TALL_CONFIG_DIRECTORY".to_owned(), "nowhere".to_owned());
        Settings::from_variables([variable, nowhere]).and_then(|it| it.section()).expect("peers")
    }

    #[test]
    fn a_peer_is_found_by_its_name() {
        let peers = peers("THEMATIC_CARDS", "https://cards:20123");

        let address = peers.address_of("thematic-cards").expect("an address");
        assert_eq!((address.host.as_str(), address.port), ("cards", 20123));
        let missing = peers.address_of("pii").expect_err("none");
        assert_eq!(missing.to_string(), "TALL_PEERS__PII: is missing");
    }

    #[test]
    fn a_peer_is_reached_over_tls_at_a_port() {
        for wrong in ["http://a:1", "https://a", "https://a:1/path", "https://a:1/?q", "https://a:99999"] {
            let error = peers("PII", wrong).address_of("pii").expect_err(wrong);
            assert_eq!(error.to_string(), "TALL_PEERS__PII: expected https://host:port");
        }
        assert_eq!(peers("PII", "https://[::1]:1").address_of("pii").expect("an address").host, "::1");
    }
}
