use serde::Deserialize;

/// Section `access`: whose tokens are believed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessConfig {
    /// The `iss` that tokens must have.
    pub issuer: String,
    /// The `aud` that tokens must have.
    pub audience: String,
}

impl boot::Section for AccessConfig {
    const NAME: &'static str = "access";
}
