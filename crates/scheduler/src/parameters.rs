//! The 21 numbers that describe how somebody forgets, and how much forgetting is accepted.

use fsrs::{DEFAULT_PARAMETERS, FSRS};
use serde::{Deserialize, Serialize};

/// FSRS-6 parameters `w[0..=20]`, with the version by which a stored state tells what it was computed from.
///
/// Version 0 is the defaults, fitted to several hundred million reviews of some 10,000 Anki users (open-spaced-repetition,
/// srs-benchmark). The meaning of each is in "The Algorithm" of the fsrs4anki wiki.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Parameters {
    version: u32,
    weights: [f32; 21],
}

/// Parameters that no memory has.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum BadParameters {
    /// Infinite, or not a number.
    #[error("w[{0}] is not finite")]
    NotFinite(usize),
    /// The decay of the forgetting curve lies outside what FSRS-6 allows.
    #[error("w[20], the decay, is {0}: it lies between 0.1 and 0.8")]
    Decay(f32),
    /// Version 0 means the defaults.
    #[error("version 0 belongs to the default parameters")]
    Version,
}

impl Parameters {
    /// Where the decay is.
    const DECAY: usize = 20;

    /// Trained parameters. The others are brought into their ranges as `fsrs` does before it uses them.
    ///
    /// # Errors
    /// When a number is not finite, the decay is out of range, or the version is 0.
    pub fn trained(version: u32, weights: [f32; 21]) -> Result<Self, BadParameters> {
        if version == 0 {
            return Err(BadParameters::Version);
        }
        if let Some(at) = weights.iter().position(|weight| !weight.is_finite()) {
            return Err(BadParameters::NotFinite(at));
        }
        if !(0.1..=0.8).contains(&weights[Self::DECAY]) {
            return Err(BadParameters::Decay(weights[Self::DECAY]));
        }
        Ok(Self { version, weights })
    }

    /// Which parameters these are.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// `w[0..=20]`, to be stored, or handed to a client.
    #[must_use]
    pub fn weights(&self) -> &[f32; 21] {
        &self.weights
    }

    pub(crate) fn decay(&self) -> f32 {
        self.weights[Self::DECAY]
    }

    pub(crate) fn model(&self) -> FSRS {
        FSRS::new(&self.weights).expect("21 finite weights are what the model asks for")
    }
}

/// Parameters as they are stored.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    weights: [f32; 21],
}

impl From<Parameters> for Stored {
    fn from(Parameters { version, weights }: Parameters) -> Self {
        Self { version, weights }
    }
}

impl TryFrom<Stored> for Parameters {
    type Error = BadParameters;

    fn try_from(Stored { version, weights }: Stored) -> Result<Self, BadParameters> {
        let defaults = Self::default();
        let are_defaults = version == 0 && weights == defaults.weights;
        if are_defaults { Ok(defaults) } else { Self::trained(version, weights) }
    }
}

impl Default for Parameters {
    fn default() -> Self {
        Self { version: 0, weights: DEFAULT_PARAMETERS }
    }
}

/// The share of due cards that the student means to recall: 0.80 to 0.95, 0.90 unless chosen otherwise. More means
/// shorter intervals.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f32", into = "f32")]
pub struct DesiredRetention(f32);

/// A retention that a student cannot choose.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("desired retention is {0}: it lies between 0.80 and 0.95")]
pub struct RetentionOutOfRange(pub f32);

impl DesiredRetention {
    /// This share.
    ///
    /// # Errors
    /// Outside 0.80 to 0.95.
    pub fn new(share: f32) -> Result<Self, RetentionOutOfRange> {
        if (0.80..=0.95).contains(&share) { Ok(Self(share)) } else { Err(RetentionOutOfRange(share)) }
    }

    /// As a share of 1.
    #[must_use]
    pub fn share(self) -> f32 {
        self.0
    }
}

impl Default for DesiredRetention {
    fn default() -> Self {
        Self(0.90)
    }
}

impl TryFrom<f32> for DesiredRetention {
    type Error = RetentionOutOfRange;

    fn try_from(share: f32) -> Result<Self, RetentionOutOfRange> {
        Self::new(share)
    }
}

impl From<DesiredRetention> for f32 {
    fn from(retention: DesiredRetention) -> Self {
        retention.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retention_has_its_bounds() {
        for share in [0.80, 0.90, 0.95] {
            assert_eq!(DesiredRetention::new(share).map(DesiredRetention::share), Ok(share));
        }
        for share in [0.0, 0.799, 0.951, 1.0, f32::INFINITY] {
            assert_eq!(DesiredRetention::new(share), Err(RetentionOutOfRange(share)));
        }
        assert!(DesiredRetention::new(f32::NAN).is_err());
    }

    #[test]
    fn bad_parameters_are_named() {
        let mut weights = DEFAULT_PARAMETERS;
        assert_eq!(Parameters::trained(0, weights), Err(BadParameters::Version));
        weights[20] = 0.05;
        assert_eq!(Parameters::trained(1, weights), Err(BadParameters::Decay(0.05)));
        weights[3] = f32::INFINITY;
        assert_eq!(Parameters::trained(1, weights), Err(BadParameters::NotFinite(3)));
    }

    #[test]
    fn stored_parameters_are_the_same_parameters() {
        let mut weights = DEFAULT_PARAMETERS;
        weights[2] = 4.5;
        for parameters in [Parameters::default(), Parameters::trained(3, weights).expect("these can be used")]
        {
            let stored = serde_json::to_string(&parameters).expect("JSON");
            assert_eq!(serde_json::from_str::<Parameters>(&stored).expect("and back"), parameters);
            let renamed = stored.replace(&format!("\"version\":{}", parameters.version()), "\"version\":0");
            assert_eq!(serde_json::from_str::<Parameters>(&renamed).is_ok(), parameters.version() == 0);
        }
    }
}
