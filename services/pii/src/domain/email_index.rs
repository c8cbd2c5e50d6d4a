//! Finding a person by their address, without keeping one.
//!
//! `HMAC-SHA256(key, "email:v1:" + normalised address)`, under a key of pii's own: what stands here says nothing about
//! what profile keeps, and who reads the store cannot try addresses against it.

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use secrets::{Key, VersionedKeys};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A digest, and the version of the key that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailIndex {
    /// The version of the key.
    pub key_version: String,
    /// HMAC-SHA256.
    pub digest: Vec<u8>,
}

impl EmailIndex {
    /// Under which this address is kept from now on.
    pub fn of(address: &SecretString, keys: &VersionedKeys) -> Self {
        let (version, key) = keys.current();
        Self { key_version: version.to_owned(), digest: digest(key, address) }
    }

    /// Every digest under which this address may stand while keys rotate.
    pub fn candidates(address: &SecretString, keys: &VersionedKeys) -> Vec<Vec<u8>> {
        keys.iter().map(|(_, key)| digest(key, address)).collect()
    }
}

fn digest(key: &Key, address: &SecretString) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.expose()).expect("HMAC takes keys of any length");
    mac.update(b"email:v1:");
    mac.update(normalised(address.expose_secret()).as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// One spelling for addresses that differ in case or in the width of a letter, as profile has it.
fn normalised(address: &str) -> Zeroizing<String> {
    let composed = Zeroizing::new(address.trim().nfkc().collect::<String>());
    Zeroizing::new(composed.to_lowercase().nfkc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::new(Zeroizing::new([byte; 32]))
    }

    #[test]
    fn case_and_width_do_not_matter() {
        let keys = VersionedKeys::from_pairs(("1", key(1)), []);
        let of = |text: &str| EmailIndex::of(&text.into(), &keys).digest;
        assert_eq!(of(" Anna@Example.ORG "), of("anna@example.org"));
        assert_ne!(of("anna@example.org"), of("anne@example.org"));
    }

    #[test]
    fn the_digest_is_the_documented_one() {
        let keys = VersionedKeys::from_pairs(("1", key(0)), []);
        let index = EmailIndex::of(&"Anna@Example.org".into(), &keys);
        // python3 -c "import hmac; print(hmac.new(bytes(32), b'email:v1:anna@example.org', 'sha256').hexdigest())"
        let known = "29db0ee79cba7a6e69c9bb832b2817d782576fff8d8324afdc7169214b5c8713";
        assert_eq!(index.digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), known);
    }

    #[test]
    fn an_address_is_found_under_every_key() {
        let before = VersionedKeys::from_pairs(("1", key(1)), []);
        let during = VersionedKeys::from_pairs(("1", key(1)), [("2", key(2))]);
        let stored = EmailIndex::of(&"anna@example.org".into(), &before);
        assert!(EmailIndex::candidates(&"anna@example.org".into(), &during).contains(&stored.digest));
        assert_eq!(EmailIndex::of(&"anna@example.org".into(), &during).key_version, "2");
    }
}
