//! Which client calls: `X-Client-Version: web/1.4.0`.

use std::fmt;
use std::str::FromStr;

use http::{HeaderMap, HeaderName};
use serde::Serialize;

use crate::ApiError;

/// The header with which every client says what it is.
pub const X_CLIENT_VERSION: HeaderName = HeaderName::from_static("x-client-version");

/// What a client runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// The browser.
    Web,
    /// The Electron shell.
    Desktop,
    /// The Cordova shell on Android.
    Android,
    /// Another service of the fleet; no policy speaks of it.
    Service,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Web, Self::Desktop, Self::Android, Self::Service];

    /// As in the header.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Desktop => "desktop",
            Self::Android => "android",
            Self::Service => "service",
        }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Platform {
    type Err = UnreadableVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|platform| platform.as_str() == text).ok_or(UnreadableVersion)
    }
}

/// `major.minor.patch`, each at most 9999 and without leading zeros; later is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    major: u16,
    minor: u16,
    patch: u16,
}

impl Version {
    /// A version by its parts.
    pub const fn new(major: u16, minor: u16, patch: u16) -> Self {
        Self { major, minor, patch }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl FromStr for Version {
    type Err = UnreadableVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('.').map(part);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(major), Some(minor), Some(patch), None) => {
                Ok(Self { major: major?, minor: minor?, patch: patch? })
            }
            _ => Err(UnreadableVersion),
        }
    }
}

fn part(digits: &str) -> Result<u16, UnreadableVersion> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let leading_zero = digits.len() > 1 && digits.starts_with('0');
    if plain && !leading_zero {
        digits.parse().map_err(|_| UnreadableVersion)
    } else {
        Err(UnreadableVersion)
    }
}

/// A client, by platform and version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientVersion {
    /// What it runs on.
    pub platform: Platform,
    /// Its release.
    pub version: Version,
}

impl ClientVersion {
    /// Reads the header; `Ok(None)` when it is absent.
    ///
    /// # Errors
    /// When it is given twice, or is not `platform/major.minor.patch` of a known platform.
    pub fn read(headers: &HeaderMap) -> Result<Option<Self>, UnreadableVersion> {
        let mut given = headers.get_all(X_CLIENT_VERSION).iter();
        match (given.next(), given.next()) {
            (None, _) => Ok(None),
            (Some(only), None) => only.to_str().map_err(|_| UnreadableVersion)?.parse().map(Some),
            _ => Err(UnreadableVersion),
        }
    }
}

impl fmt::Display for ClientVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.platform, self.version)
    }
}

impl FromStr for ClientVersion {
    type Err = UnreadableVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (platform, version) = text.split_once('/').ok_or(UnreadableVersion)?;
        Ok(Self { platform: platform.parse()?, version: version.parse()? })
    }
}

/// `X-Client-Version` is there and says nothing that we understand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`X-Client-Version` must be `<platform>/<major>.<minor>.<patch>`, as in `web/1.4.0`")]
pub struct UnreadableVersion;

impl From<UnreadableVersion> for ApiError {
    fn from(unreadable: UnreadableVersion) -> Self {
        Self::ClientVersion(format!("{unreadable}.").into())
    }
}
