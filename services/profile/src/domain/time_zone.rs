use chrono_tz::Tz;
use events::profile::DEFAULT_TIME_ZONE;
use std::str::FromStr;

/// A time zone of the IANA database, such as `Europe/Amsterdam`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeZone(Tz);

/// A text that names no zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time zone: expected an IANA name such as Europe/Amsterdam")]
pub struct NotATimeZone;

impl TimeZone {
    /// Its IANA name.
    pub fn as_str(&self) -> &'static str {
        self.0.name()
    }
}

impl Default for TimeZone {
    fn default() -> Self {
        Self(DEFAULT_TIME_ZONE.parse().unwrap_or(Tz::Europe__Amsterdam))
    }
}

impl FromStr for TimeZone {
    type Err = NotATimeZone;

    fn from_str(name: &str) -> Result<Self, NotATimeZone> {
        name.parse().map(Self).map_err(|_| NotATimeZone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_named_as_iana_names_it() {
        assert_eq!("Asia/Tbilisi".parse::<TimeZone>().map(|zone| zone.as_str()), Ok("Asia/Tbilisi"));
        assert_eq!(TimeZone::default().as_str(), DEFAULT_TIME_ZONE);
    }

    #[test]
    fn other_texts_are_refused() {
        for name in ["", "Amsterdam", "+02:00", "europe/amsterdam ", "Mars/Olympus"] {
            assert_eq!(name.parse::<TimeZone>(), Err(NotATimeZone), "{name:?}");
        }
    }
}
