//! The section of the configuration that only profile has.

use crate::credentials::passwords::Cost;
use boot::{Section, config::Invalid};
use serde::Deserialize;

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
