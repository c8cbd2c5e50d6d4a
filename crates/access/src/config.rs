use boot::PublicUrl;
use serde::Deserialize;

/// Section `access`: whose tokens are believed, and where profile is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessConfig {
    /// The `iss` that tokens must have.
    pub issuer: String,
    /// The `aud` that tokens must have.
    pub audience: String,
    /// The root of profile's HTTP interface, `http://127.0.0.1:20101`.
    pub profile_url: PublicUrl,
}

impl boot::Section for AccessConfig {
    const NAME: &'static str = "access";
}
