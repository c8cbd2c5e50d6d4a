//! Keys by version.

use crate::SecretError;
use base64::{Engine, engine::general_purpose::STANDARD};
use boot::json_object;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt};
use zeroize::Zeroizing;

/// The length of every key of the fleet: AES-256, HMAC-SHA256, seeds of Ed25519, X25519.
const LENGTH: usize = 32;

/// A key: wiped on drop, printed by nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Box<Zeroizing<[u8; LENGTH]>>);

impl Key {
    /// Takes the bytes over.
    #[must_use]
    pub fn new(bytes: Zeroizing<[u8; LENGTH]>) -> Self {
        Self(Box::new(bytes))
    }

    /// The bare bytes, for the call that uses them.
    #[must_use]
    pub fn expose(&self) -> &[u8; LENGTH] {
        &self.0
    }

    fn decode(text: &SecretString) -> Option<Self> {
        let mut key = Box::new(Zeroizing::new([0; LENGTH]));
        // A canonical encoding of 32 bytes; a longer one would not fit.
        let decoded = STANDARD.decode_slice(text.expose_secret(), key.as_mut_slice()).ok()?;
        (decoded == LENGTH).then_some(Self(key))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Keys by version, one of them current.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionedKeys {
    current: String,
    keys: BTreeMap<String, Key>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    current: String,
    keys: BTreeMap<String, SecretString>,
}

impl VersionedKeys {
    /// Reads `{"current":"1","keys":{"1":"<base64 of 32 bytes>"}}`.
    ///
    /// # Errors
    /// [`SecretError::Malformed`]: another shape, a key of another length, a version that is empty or holds
    /// anything but letters, digits, `-` and `_`, a current version without a key.
    pub fn parse(name: &str, value: &SecretString) -> Result<Self, SecretError> {
        let malformed = |problem| SecretError::Malformed { name: name.to_owned(), problem };
        let value: Value = json_object(value.expose_secret().as_bytes())
            .ok_or_else(|| malformed("expected an object with `current` and `keys`"))?;
        let mut keys = BTreeMap::new();
        for (version, text) in value.keys {
            if !is_version(&version) {
                return Err(malformed("expected versions of letters, digits, `-` and `_`"));
            }
            let key =
                Key::decode(&text).ok_or_else(|| malformed("expected keys in base64, 32 bytes each"))?;
            keys.insert(version, key);
        }
        if !keys.contains_key(&value.current) {
            return Err(malformed("the current version has no key"));
        }
        Ok(Self { current: value.current, keys })
    }

    /// From keys in hand; the last is current.
    #[must_use]
    pub fn from_pairs<const N: usize>(first: (&str, Key), others: [(&str, Key); N]) -> Self {
        let pairs = std::iter::once(first).chain(others).collect::<Vec<_>>();
        let current = pairs.last().map(|(version, _)| (*version).to_owned()).unwrap_or_default();
        let keys = pairs.into_iter().map(|(version, key)| (version.to_owned(), key)).collect();
        Self { current, keys }
    }

    /// The version to make new things with, and its key.
    #[must_use]
    pub fn current(&self) -> (&str, &Key) {
        (&self.current, &self.keys[&self.current])
    }

    /// The key of a version that something old names. An unknown version is an error of the caller's subject, not
    /// "gone".
    #[must_use]
    pub fn get(&self, version: &str) -> Option<&Key> {
        self.keys.get(version)
    }

    /// With one more version, which is not current yet.
    #[must_use]
    pub fn with(mut self, version: &str, key: Key) -> Self {
        self.keys.insert(version.to_owned(), key);
        self
    }

    /// With another of its versions current; `None` when there is no such version.
    #[must_use]
    pub fn promoting(self, version: &str) -> Option<Self> {
        self.keys.contains_key(version).then(|| Self { current: version.to_owned(), ..self })
    }

    /// Without a version; `None` when it is the current one, which stays.
    #[must_use]
    pub fn without(mut self, version: &str) -> Option<Self> {
        self.keys.remove(version);
        (self.current != version).then_some(self)
    }

    /// As [`VersionedKeys::parse`] reads it.
    #[must_use]
    pub fn to_secret(&self) -> SecretString {
        let keys: BTreeMap<_, _> =
            self.keys.iter().map(|(version, key)| (version, STANDARD.encode(key.expose()))).collect();
        serde_json::json!({ "current": self.current, "keys": keys }).to_string().into()
    }

    /// Every version with its key, the oldest text order first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Key)> {
        self.keys.iter().map(|(version, key)| (version.as_str(), key))
    }
}

fn is_version(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (1..=32).contains(&text.len()) && text.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(json: &str) -> Result<VersionedKeys, SecretError> {
        VersionedKeys::parse("profile/signing", &SecretString::from(json))
    }

    fn json(current: &str, keys: &[(&str, &str)]) -> String {
        let keys: BTreeMap<_, _> = keys.iter().copied().collect();
        serde_json::json!({ "current": current, "keys": keys }).to_string()
    }

    fn encoded(byte: u8) -> String {
        STANDARD.encode([byte; LENGTH])
    }

    #[test]
    fn the_current_key_and_the_old_ones_are_found_by_version() {
        let keys = parse(&json("2", &[("1", &encoded(1)), ("2", &encoded(2))])).expect("well-formed");

        assert_eq!(keys.current().0, "2");
        assert_eq!(keys.current().1.expose(), &[2; LENGTH]);
        assert_eq!(keys.get("1").map(|key| *key.expose()), Some([1; LENGTH]));
        assert!(keys.get("3").is_none());
        assert_eq!(keys.iter().map(|(version, _)| version).collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn a_version_is_added_promoted_and_forgotten() {
        let key = |byte| Key::new(Zeroizing::new([byte; LENGTH]));
        let one = VersionedKeys::from_pairs(("1", key(1)), []);
        let both = one.clone().with("2", key(2));
        assert_eq!(both.current().0, "1");
        assert!(both.clone().promoting("3").is_none());
        let promoted = both.promoting("2").expect("a version that is there");
        assert!(promoted.clone().without("2").is_none(), "the current one stays");
        let written = promoted.without("1").expect("an old one").to_secret();
        let read = VersionedKeys::parse("pii/kek", &written).expect("what it writes");
        assert_eq!(read, VersionedKeys::from_pairs(("2", key(2)), []));
    }

    #[test]
    fn the_last_pair_is_current() {
        let key = |byte| Key::new(Zeroizing::new([byte; LENGTH]));
        let keys = VersionedKeys::from_pairs(("b", key(1)), [("a", key(2))]);

        assert_eq!((keys.current().0, keys.current().1.expose()), ("a", &[2; LENGTH]));
    }

    #[test]
    fn a_value_that_makes_no_sense_is_refused_by_name() {
        let short = STANDARD.encode([1; 31]);
        let long = STANDARD.encode([1; 33]);
        let right = encoded(1);
        let wrong = [
            "not json".to_owned(),
            json("1", &[]),
            json("2", &[("1", &right)]),
            json("1", &[("1", &short)]),
            json("1", &[("1", &long)]),
            json("1", &[("1", "no base64!")]),
            json("", &[("", &right)]),
            json("a b", &[("a b", &right)]),
            format!(r#"{{"current":"1","keys":{{"1":"{right}"}},"more":1}}"#),
        ];
        for value in wrong {
            let error = parse(&value).expect_err(&value).to_string();
            assert!(error.starts_with("the secret profile/signing is malformed: "), "{error}");
        }
    }

    /// What is read has a current key, plain versions and keys of 32 bytes, and is read again as it is written; what is
    /// refused is named, never quoted.
    #[test]
    fn fuzz_versioned_keys() {
        fuzz::target!("versioned_keys", |input| {
            let Ok(text) = std::str::from_utf8(input) else { return "not-text" };
            match parse(text) {
                Ok(keys) => {
                    let json: serde_json::Value = serde_json::from_str(text).expect("JSON");
                    assert_eq!(json["current"], keys.current().0);
                    let versions = json["keys"].as_object().expect("an object");
                    assert_eq!(versions.len(), keys.iter().count());
                    for (version, key) in keys.iter() {
                        assert_eq!(versions[version], STANDARD.encode(key.expose()));
                    }
                    let again = VersionedKeys::parse("profile/signing", &keys.to_secret());
                    assert_eq!(again.expect("what it writes"), keys);
                    fuzz::ACCEPTED
                }
                Err(SecretError::Malformed { name, problem }) => {
                    assert_eq!(name, "profile/signing");
                    problem
                }
                Err(other) => panic!("{other}"),
            }
        });
    }

    proptest! {
        #[test]
        fn neither_debug_nor_an_error_shows_a_key(bytes in any::<[u8; LENGTH]>(), broken in any::<bool>()) {
            let text = STANDARD.encode(bytes);
            let current = if broken { "9" } else { "1" };
            let shown = match parse(&json(current, &[("1", &text)])) {
                Ok(keys) => format!("{keys:?}"),
                Err(error) => format!("{error} {error:?}"),
            };
            prop_assert!(!shown.contains(&text));
            let listed = format!("{bytes:?}");
            prop_assert!(!shown.contains(&listed));
        }
    }
}
