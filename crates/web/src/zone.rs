//! An IANA time zone in a request.

use chrono_tz::{Europe::Amsterdam, Tz};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

/// An IANA time zone, `Europe/Amsterdam` unless said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToSchema)]
#[schema(value_type = String, example = "Europe/Amsterdam", default = "Europe/Amsterdam")]
pub struct Zone(pub Tz);

impl Default for Zone {
    fn default() -> Self {
        Self(Amsterdam)
    }
}

impl Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let zone = name
            .parse()
            .map_err(|_| serde::de::Error::custom("not an IANA time zone such as Europe/Amsterdam"));
        zone.map(Self)
    }
}
