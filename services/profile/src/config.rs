//! The sections of the configuration that only profile has.

use crate::{
    commands::LogInLimits,
    credentials::{passkey::RelyingParty, passwords::Cost},
    domain::Limit,
};
use boot::{Section, config::Invalid};
use chrono::TimeDelta;
use serde::Deserialize;
use std::path::PathBuf;
use webauthn_rs::prelude::Url;

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
    /// A list of breached passwords as Have I Been Pwned gives it, ordered by hash, beside the one that comes along.
    pub breached_file: Option<PathBuf>,
}

impl Default for PasswordsConfig {
    fn default() -> Self {
        let Cost { memory_kib, passes, lanes } = Cost::FLOOR;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { memory_kib, passes, lanes, cores, waiting: 64, breached_file: None }
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
            _ if self.memory_kib < floor.memory_kib => {
                Err(Invalid::new("memory_kib", "expected at least 19456"))
            }
            _ if self.passes < floor.passes => Err(Invalid::new("passes", "expected at least 2")),
            _ if self.lanes != floor.lanes => Err(Invalid::new("lanes", "expected 1: a hash has one core")),
            _ if self.cores == 0 => Err(Invalid::new("cores", "expected at least 1")),
            _ => Ok(()),
        }
    }
}

/// Section `throttle`: how many wrong passwords pass at once, and how many seconds bring one more.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct ThrottleConfig {
    /// By one network, on any account.
    pub network_burst: i32,
    /// See above.
    pub network_seconds: i64,
    /// By one network, on one account.
    pub account_and_network_burst: i32,
    /// See above.
    pub account_and_network_seconds: i64,
    /// By all strangers together, on one account.
    pub account_burst: i32,
    /// See above.
    pub account_seconds: i64,
    /// By a device that the account knows.
    pub known_device_burst: i32,
    /// See above.
    pub known_device_seconds: i64,
}

impl Default for ThrottleConfig {
    fn default() -> Self {
        Self {
            network_burst: 100,
            network_seconds: 10,
            account_and_network_burst: 10,
            account_and_network_seconds: 90,
            account_burst: 50,
            account_seconds: 30,
            known_device_burst: 10,
            known_device_seconds: 60,
        }
    }
}

impl ThrottleConfig {
    /// As the commands count.
    pub fn limits(&self) -> LogInLimits {
        let limit = |burst, seconds| Limit::new(burst, TimeDelta::seconds(seconds));
        LogInLimits {
            network: limit(self.network_burst, self.network_seconds),
            account_and_network: limit(self.account_and_network_burst, self.account_and_network_seconds),
            account: limit(self.account_burst, self.account_seconds),
            known_device: limit(self.known_device_burst, self.known_device_seconds),
        }
    }
}

impl Section for ThrottleConfig {
    const NAME: &'static str = "throttle";

    fn validate(&self) -> Result<(), Invalid> {
        // A day at most until everything is forgotten, and nothing that divides or multiplies out of range.
        let sane = |burst: i32, seconds: i64| {
            (1..=100_000).contains(&burst)
                && (1..=3600).contains(&seconds)
                && i64::from(burst) * seconds <= 86_400
        };
        let named = |field| {
            Invalid::new(field, "expected 1 to 100000, and with its seconds (1 to 3600) a day at most")
        };
        match self {
            _ if !sane(self.network_burst, self.network_seconds) => Err(named("network_burst")),
            _ if !sane(self.account_and_network_burst, self.account_and_network_seconds) => {
                Err(named("account_and_network_burst"))
            }
            _ if !sane(self.account_burst, self.account_seconds) => Err(named("account_burst")),
            _ if !sane(self.known_device_burst, self.known_device_seconds) => {
                Err(named("known_device_burst"))
            }
            _ => Ok(()),
        }
    }
}

/// Section `registration`: how long an account waits for the proof of its address.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct RegistrationConfig {
    /// Days after which an account that somebody registered and whose address nobody proved is forgotten.
    pub unproved_days: u16,
}

impl Default for RegistrationConfig {
    fn default() -> Self {
        Self { unproved_days: 30 }
    }
}

impl RegistrationConfig {
    /// How long such an account is kept.
    pub fn unproved_for(&self) -> TimeDelta {
        TimeDelta::days(self.unproved_days.into())
    }
}

impl Section for RegistrationConfig {
    const NAME: &'static str = "registration";

    fn validate(&self) -> Result<(), Invalid> {
        // The code of the first mail holds a day, and may be asked for again.
        match self.unproved_days {
            2..=365 => Ok(()),
            _ => Err(Invalid::new("unproved_days", "expected 2 to 365")),
        }
    }
}

/// Section `passkeys`: the site that passkeys are for. Without it none could be told from those of another site, so that it
/// has no default.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PasskeysConfig {
    /// The domain: passkeys are bound to it for good.
    pub relying_party: String,
    /// Where its pages are, each an `https` address of the domain or below it, with commas between: no other page may ask for
    /// a passkey.
    pub origins: String,
}

impl PasskeysConfig {
    /// The site.
    pub fn relying_party(&self) -> Result<RelyingParty, Invalid> {
        RelyingParty::new(&self.relying_party, &self.origins()?)
            .map_err(|_| Invalid::new("relying_party", "expected the domain of every one of the origins"))
    }

    fn origins(&self) -> Result<Vec<Url>, Invalid> {
        let origins: Option<Vec<_>> = self.origins.split(',').map(|text| origin(text.trim())).collect();
        origins.ok_or_else(|| Invalid::new("origins", "expected origins such as https://app.example.org"))
    }
}

/// A browser gives passkeys to pages that came over TLS, and to those of the machine itself.
fn origin(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && url.domain() == Some("localhost"));
    (is_safe && url.origin().ascii_serialization() == text).then_some(url)
}

impl Section for PasskeysConfig {
    const NAME: &'static str = "passkeys";

    fn validate(&self) -> Result<(), Invalid> {
        self.relying_party().map(drop)
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

    #[test]
    fn an_account_waits_for_its_proof_longer_than_the_first_code_holds() {
        assert_eq!(RegistrationConfig::default().unproved_for(), TimeDelta::days(30));
        let of_days = |unproved_days| RegistrationConfig { unproved_days }.validate();
        assert!(of_days(2).is_ok() && of_days(365).is_ok());
        assert!(of_days(1).is_err() && of_days(366).is_err());
    }

    #[test]
    fn a_throttle_that_never_opens_or_always_does_is_refused() {
        assert!(ThrottleConfig::default().validate().is_ok());
        for wrong in [
            ThrottleConfig { network_burst: 0, ..ThrottleConfig::default() },
            ThrottleConfig { account_seconds: 0, ..ThrottleConfig::default() },
            ThrottleConfig { account_burst: 100_000, account_seconds: 3600, ..ThrottleConfig::default() },
            ThrottleConfig { known_device_burst: -1, ..ThrottleConfig::default() },
            ThrottleConfig { account_and_network_burst: i32::MAX, ..ThrottleConfig::default() },
        ] {
            assert!(wrong.validate().is_err(), "{wrong:?}");
        }
    }

    fn site(relying_party: &str, origins: &[&str]) -> PasskeysConfig {
        PasskeysConfig { relying_party: relying_party.to_owned(), origins: origins.join(", ") }
    }

    #[test]
    fn a_site_is_named_with_the_origins_of_its_domain() {
        assert!(site("localhost", &["https://localhost:8443", "http://localhost:4200"]).validate().is_ok());
        assert!(site("example.org", &["https://app.example.org"]).validate().is_ok());
        for wrong in [
            PasskeysConfig::default(),
            site("example.org", &[]),
            site("", &["https://example.org"]),
            site("example.org", &["http://example.org"]),
            site("example.org", &["https://example.org/"]),
            site("example.org", &["https://example.org/app"]),
            site("example.org", &["https://example.com"]),
            site("example.org", &["https://example.org", "https://example.com"]),
            site("example.org", &["example.org"]),
            site("org", &["https://example.org", "file://"]),
        ] {
            assert!(wrong.validate().is_err(), "{wrong:?}");
        }
    }
}
