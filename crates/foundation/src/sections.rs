//! Sections of the configuration whose types belong to a crate that does not know `boot`.

use boot::Section;
use serde::Deserialize;

/// Section `kafka`.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct KafkaSection(pub bus::KafkaConfig);

impl Section for KafkaSection {
    const NAME: &'static str = "kafka";
}

/// Section `registry`.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct RegistrySection(pub bus::RegistryConfig);

impl Section for RegistrySection {
    const NAME: &'static str = "registry";
}
