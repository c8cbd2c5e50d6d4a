//! Public keys as profile publishes them (RFC 7517, RFC 8037).

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::VerifyingKey;
use jsonwebtoken::DecodingKey;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// The keys that sign access tokens: the current one, those before it, and the next one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Jwks {
    /// The keys, in no order.
    pub keys: Vec<Jwk>,
}

/// One Ed25519 public key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Jwk {
    /// The family of keys.
    #[schema(example = "OKP")]
    pub kty: String,
    /// The curve.
    #[schema(example = "Ed25519")]
    pub crv: String,
    /// The only algorithm that this key may be used with.
    #[schema(example = "EdDSA")]
    pub alg: String,
    /// What it is used for.
    #[serde(rename = "use")]
    #[schema(example = "sig")]
    pub usage: String,
    /// Its name: its RFC 7638 thumbprint.
    #[schema(example = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")]
    pub kid: String,
    /// The key, base64url.
    #[schema(example = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")]
    pub x: String,
}

/// A published key that tokens are not checked with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the key {0:?} is no Ed25519 key for signatures")]
pub struct UnusableKey(String);

impl Jwk {
    pub(crate) fn of(key: &VerifyingKey) -> Self {
        let x = URL_SAFE_NO_PAD.encode(key.as_bytes());
        let thumbprint = Sha256::digest(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#));
        Self {
            kty: "OKP".to_owned(),
            crv: "Ed25519".to_owned(),
            alg: "EdDSA".to_owned(),
            usage: "sig".to_owned(),
            kid: URL_SAFE_NO_PAD.encode(thumbprint),
            x,
        }
    }

    fn decoding_key(&self) -> Result<DecodingKey, UnusableKey> {
        let unusable = || UnusableKey(self.kid.clone());
        let kind = (self.kty.as_str(), self.crv.as_str(), self.alg.as_str(), self.usage.as_str());
        if kind != ("OKP", "Ed25519", "EdDSA", "sig") {
            return Err(unusable());
        }
        let bytes = URL_SAFE_NO_PAD.decode(&self.x).map_err(|_| unusable())?;
        let point: &[u8; 32] = bytes.as_slice().try_into().map_err(|_| unusable())?;
        // A point of small order verifies signatures that nobody made.
        let key = VerifyingKey::from_bytes(point).map_err(|_| unusable())?;
        if key.is_weak() { Err(unusable()) } else { Ok(DecodingKey::from_ed_der(point)) }
    }
}

/// Keys by name, ready to check signatures.
#[derive(Clone, Default)]
pub(crate) struct KeySet(HashMap<String, DecodingKey>);

impl KeySet {
    /// Takes the usable keys. One that is not usable must not take the others down with it.
    pub(crate) fn of(jwks: &Jwks) -> Self {
        let usable = jwks.keys.iter().filter_map(|jwk| match jwk.decoding_key() {
            Ok(key) => Some((jwk.kid.clone(), key)),
            Err(unusable) => {
                tracing::warn!(error.message = %unusable, "a published key is passed over");
                None
            }
        });
        Self(usable.collect())
    }

    pub(crate) fn get(&self, kid: &str) -> Option<&DecodingKey> {
        self.0.get(kid)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every key of this set is also in `other`.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.0.iter().all(|(kid, key)| {
            other.get(kid).is_some_and(|other| key.try_get_as_bytes().ok() == other.try_get_as_bytes().ok())
        })
    }
}
