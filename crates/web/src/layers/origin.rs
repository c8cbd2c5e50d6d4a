use std::fmt;
use std::str::FromStr;

use http::HeaderValue;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// An origin whose pages may call, as browsers write it: `https://app.example`, `http://localhost:4200`,
/// `file://` and `null` for the shells that load their pages from files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(HeaderValue);

/// A text that no browser would send as `Origin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected origins such as `https://app.example`, without path")]
pub struct NotAnOrigin;

impl Origin {
    pub(super) fn header(&self) -> HeaderValue {
        self.0.clone()
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = |part: &str| !part.contains(['/', '*', ' ', ',']);
        let readable = match text.split_once("://") {
            None => text == "null",
            Some(("http" | "https", host)) => !host.is_empty() && plain(host),
            Some((scheme, host)) => scheme == "file" && host.is_empty(),
        };
        let value = HeaderValue::try_from(text).map_err(|_| NotAnOrigin)?;
        readable.then_some(Self(value)).ok_or(NotAnOrigin)
    }
}

/// A list of origins, or one text with commas between, as an environment variable holds it.
pub(super) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Origin>, D::Error> {
    struct List;

    impl<'de> Visitor<'de> for List {
        type Value = Vec<Origin>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("origins with commas between")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            let origins = text.split(',').map(str::trim).filter(|origin| !origin.is_empty());
            origins.map(|origin| origin.parse().map_err(E::custom)).collect()
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
            let mut origins = Vec::new();
            while let Some(origin) = items.next_element()? {
                origins.push(origin);
            }
            Ok(origins)
        }
    }

    deserializer.deserialize_any(List)
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_and_shells_send_is_an_origin() {
        for good in ["https://app.example", "http://localhost", "http://localhost:4200", "file://", "null"] {
            assert!(good.parse::<Origin>().is_ok(), "{good}");
        }
    }

    #[test]
    fn a_wildcard_a_path_or_a_word_is_none() {
        for bad in
            ["*", "https://*.example", "https://app.example/", "https://", "file://x", "app", "", "a\nb://c"]
        {
            assert!(bad.parse::<Origin>().is_err(), "{bad}");
        }
    }
}
