//! The sections of the configuration that only profile has. The others are those of `boot`, `bus`, `access`, `secrets`.

use crate::credentials::passwords::Cost;
use boot::{
    PublicUrl, SecretFile, Section,
    config::Invalid,
};
use serde::Deserialize;
use sqlx::{ConnectOptions, postgres::PgConnectOptions};

/// Section `postgres`.
#[derive(Debug, Clone, Deserialize)]
pub struct PostgresConfig {
    /// The database and the role that the service runs as, `postgres://profile@host:5432/profile`.
    pub url: PublicUrl,
    /// That role's password.
    pub password_file: SecretFile,
    /// The same database and the role that owns its schema; for `profile migrate` alone.
    pub migration_url: Option<PublicUrl>,
    /// That role's password.
    pub migration_password_file: Option<SecretFile>,
    /// Connections of one instance.
    #[serde(default = "PostgresConfig::default_connections")]
    pub max_connections: u32,
}

impl PostgresConfig {
    const fn default_connections() -> u32 {
        16
    }

    /// How the service connects.
    pub fn service(&self) -> anyhow::Result<PgConnectOptions> {
        connect_options(&self.url, &self.password_file)
    }

    /// How migrations connect.
    pub fn migrations(&self) -> anyhow::Result<PgConnectOptions> {
        match (&self.migration_url, &self.migration_password_file) {
            (Some(url), Some(password)) => connect_options(url, password),
            _ => anyhow::bail!("set TALL_POSTGRES__MIGRATION_URL and TALL_POSTGRES__MIGRATION_PASSWORD_FILE"),
        }
    }
}

fn connect_options(url: &PublicUrl, password: &SecretFile) -> anyhow::Result<PgConnectOptions> {
    let options: PgConnectOptions = url.as_str().parse()?;
    // Statements are not logged: their parameters are what must not be.
    Ok(options.password(password.expose()).application_name("profile").disable_statement_logging())
}

impl Section for PostgresConfig {
    const NAME: &'static str = "postgres";

    fn validate(&self) -> Result<(), Invalid> {
        match self.max_connections {
            2..=1000 => Ok(()),
            _ => Err(Invalid::new("max_connections", "expected 2 to 1000")),
        }
    }
}

/// Section `kafka`.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct KafkaSection(pub bus::KafkaConfig);

impl Section for KafkaSection {
    const NAME: &'static str = "kafka";
}

/// Section `registry`.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct RegistrySection(pub bus::RegistryConfig);

impl Section for RegistrySection {
    const NAME: &'static str = "registry";
}

/// Section `passwords`: what a hash costs here, and how many may want one. `profile calibrate` proposes a cost.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct PasswordsConfig {
    /// Memory of one hash, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
    /// Hashes at a time; one a core unless said otherwise.
    pub cores: usize,
    /// Callers that may wait for one.
    pub waiting: usize,
}

impl Default for PasswordsConfig {
    fn default() -> Self {
        let Cost { memory_kib, passes, lanes } = Cost::FLOOR;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { memory_kib, passes, lanes, cores, waiting: 64 }
    }
}

impl PasswordsConfig {
    /// What a hash costs.
    pub fn cost(&self) -> Cost {
        Cost { memory_kib: self.memory_kib, passes: self.passes, lanes: self.lanes }
    }
}

impl Section for PasswordsConfig {
    const NAME: &'static str = "passwords";

    fn validate(&self) -> Result<(), Invalid> {
        let floor = Cost::FLOOR;
        match self {
            _ if self.memory_kib < floor.memory_kib => Err(Invalid::new("memory_kib", "expected at least 19456")),
            _ if self.passes < floor.passes => Err(Invalid::new("passes", "expected at least 2")),
            _ if self.lanes != floor.lanes => Err(Invalid::new("lanes", "expected 1: a hash has one core")),
            _ if self.cores == 0 => Err(Invalid::new("cores", "expected at least 1")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_below_the_floor_is_refused() {
        assert!(PasswordsConfig::default().validate().is_ok());
        for wrong in [
            PasswordsConfig { memory_kib: 19_455, ..PasswordsConfig::default() },
            PasswordsConfig { passes: 1, ..PasswordsConfig::default() },
            PasswordsConfig { lanes: 0, ..PasswordsConfig::default() },
            PasswordsConfig { cores: 0, ..PasswordsConfig::default() },
        ] {
            assert!(wrong.validate().is_err(), "{wrong:?}");
        }
    }
}
