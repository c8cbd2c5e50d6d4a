//! The refresh token: opaque to the client, sealed with AES-256-GCM, made of what the session row already knows.
//!
//! ```text
//! base64url( 0x01 | length of key id | key id | session id, 16 | generation, 8, big endian | sealed secret, 32 + 16 )
//! ```
//!
//! Neither half is worth anything alone. Who reads the database finds only the digest of the secret and has no key; who
//! steals the key does not know the secret of any session.
//!
//! Each session has a key of its own, HKDF-SHA256 (RFC 5869) over the versioned key, so the generation serves as the nonce
//! (NIST SP 800-38D, section 8.2.1, deterministic construction): within a session every generation is sealed once, and
//! sealing it again gives the same bytes, because the secret is the same. That is what lets the loser of a race be given
//! the very successor that the winner got.

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use ids::SessionId;
use secrecy::{ExposeSecret, SecretString};
use secrets::{Key, VersionedKeys};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

const FORMAT: u8 = 1;
const SECRET: usize = 32;
const TAG: usize = 16;
const LONGEST_KEY_ID: usize = 32;
const LONGEST: usize = (2 + LONGEST_KEY_ID + 16 + 8 + SECRET + TAG).div_ceil(3) * 4;

/// What makes the refresh tokens of one session that session's own.
#[derive(Clone)]
pub struct SessionSecret(Zeroizing<[u8; SECRET]>);

impl SessionSecret {
    /// From 32 random bytes.
    pub fn new(bytes: [u8; SECRET]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// What the session row keeps of it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_slice()).into()
    }
}

/// What a genuine refresh token says.
#[derive(Clone)]
pub struct RefreshGrant {
    /// The session that it renews.
    pub session: SessionId,
    /// Which of the session's tokens it is, from 0.
    pub generation: i64,
    /// Proof of the session.
    pub secret: SessionSecret,
}

/// Forged, cut off, of another format, or sealed with a key that is no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a refresh token of ours")]
pub struct NotARefreshToken;

impl RefreshGrant {
    /// The token that says this, sealed with today's key.
    pub fn seal(&self, keys: &VersionedKeys) -> anyhow::Result<SecretString> {
        let (key_id, key) = keys.current();
        let mut token = Vec::with_capacity(LONGEST);
        token.extend([FORMAT, u8::try_from(key_id.len())?]);
        token.extend(key_id.as_bytes());
        token.extend(self.session.as_uuid().as_bytes());
        token.extend(self.generation.to_be_bytes());

        let secret = Payload { msg: self.secret.0.as_slice(), aad: &token };
        let sealed = session_cipher(key, self.session)
            .encrypt(&nonce(self.generation), secret)
            .map_err(|_| anyhow::anyhow!("a refresh token could not be sealed"))?;
        token.extend(sealed);
        Ok(URL_SAFE_NO_PAD.encode(token).into())
    }

    /// What a token says, if it is one of ours.
    pub fn open(token: &SecretString, keys: &VersionedKeys) -> Result<Self, NotARefreshToken> {
        let token = token.expose_secret();
        if token.len() > LONGEST {
            return Err(NotARefreshToken);
        }
        let token = URL_SAFE_NO_PAD.decode(token).map_err(|_| NotARefreshToken)?;
        Self::unseal(&token, keys).ok_or(NotARefreshToken)
    }

    fn unseal(token: &[u8], keys: &VersionedKeys) -> Option<Self> {
        let (header, sealed) = token.split_at_checked(token.len().checked_sub(SECRET + TAG)?)?;
        let (format, rest) = header.split_first()?;
        let (key_id_length, rest) = rest.split_first()?;
        let (key_id, rest) = rest.split_at_checked((*key_id_length).into())?;
        let (session, rest) = rest.split_first_chunk::<16>()?;
        let generation = i64::from_be_bytes(*rest.as_array::<8>()?);
        if *format != FORMAT || generation < 0 {
            return None;
        }

        let session = SessionId::new(Uuid::from_bytes(*session));
        let key = keys.get(std::str::from_utf8(key_id).ok()?)?;
        let sealed = Payload { msg: sealed, aad: header };
        let secret = Zeroizing::new(session_cipher(key, session).decrypt(&nonce(generation), sealed).ok()?);
        let secret = SessionSecret::new(secret.as_slice().try_into().ok()?);
        Some(Self { session, generation, secret })
    }

    /// The token that follows this one.
    pub fn next(&self) -> Self {
        Self { generation: self.generation + 1, ..self.clone() }
    }
}

fn session_cipher(key: &Key, session: SessionId) -> Aes256Gcm {
    let mut session_key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, key.expose())
        .expand_multi_info(
            &[b"tall profile refresh token v1", session.as_uuid().as_bytes()],
            session_key.as_mut_slice(),
        )
        .expect("32 bytes is less than HKDF-SHA256 can give");
    Aes256Gcm::new((&*session_key).into())
}

fn nonce(generation: i64) -> Nonce<aes_gcm::aead::consts::U12> {
    let mut nonce = [0; 12];
    nonce[4..].copy_from_slice(&generation.to_be_bytes());
    nonce.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(byte: u8) -> Key {
        Key::new(Zeroizing::new([byte; 32]))
    }

    fn keys() -> VersionedKeys {
        VersionedKeys::from_pairs(("1", key(1)), [("2", key(2))])
    }

    fn grant() -> RefreshGrant {
        RefreshGrant {
            session: SessionId::new(Uuid::from_u128(7)),
            generation: 3,
            secret: SessionSecret::new([9; SECRET]),
        }
    }

    fn sealed() -> String {
        grant().seal(&keys()).expect("sealed").expose_secret().to_owned()
    }

    fn open(token: &str, keys: &VersionedKeys) -> Result<RefreshGrant, NotARefreshToken> {
        RefreshGrant::open(&token.into(), keys)
    }

    #[test]
    fn what_was_sealed_is_opened() {
        let opened = open(&sealed(), &keys()).expect("opens");
        assert_eq!((opened.session, opened.generation), (grant().session, 3));
        assert_eq!(opened.secret.digest(), grant().secret.digest());
    }

    #[test]
    fn sealing_again_gives_the_same_token() {
        assert_eq!(sealed(), sealed());
    }

    #[test]
    fn no_two_generations_or_sessions_share_a_seal() {
        let tail = |grant: RefreshGrant| {
            let token = grant.seal(&keys()).expect("sealed");
            URL_SAFE_NO_PAD.decode(token.expose_secret()).expect("base64").split_off(27)
        };
        let other = RefreshGrant { session: SessionId::new(Uuid::from_u128(8)), ..grant() };
        assert_ne!(tail(grant()), tail(grant().next()));
        assert_ne!(tail(grant()), tail(other));
    }

    #[test]
    fn tokens_of_the_key_before_still_open_and_those_of_a_removed_key_do_not() {
        let before = VersionedKeys::from_pairs(("1", key(1)), []);
        let after = VersionedKeys::from_pairs(("2", key(2)), []);
        let token = grant().seal(&before).expect("sealed");
        assert!(RefreshGrant::open(&token, &keys()).is_ok());
        assert!(RefreshGrant::open(&token, &after).is_err());
    }

    #[test]
    fn the_secret_is_not_readable_without_the_key() {
        let token = URL_SAFE_NO_PAD.decode(sealed()).expect("base64");
        assert!(!token.windows(4).any(|bytes| bytes == [9; 4]));
    }

    /// Nobody makes a token but who has a key: what opens is, to the byte, what sealing it again gives, and it is of the
    /// session whose secret we alone know.
    #[test]
    fn fuzz_refresh_token() {
        let keys = keys();
        fuzz::target!("refresh_token", |input| {
            let Ok(text) = std::str::from_utf8(input) else { return "not-text" };
            let Ok(opened) = open(text, &keys) else { return "not-ours" };
            assert_eq!(opened.session, grant().session);
            assert_eq!(opened.secret.digest(), grant().secret.digest());
            let again = ["1", "2"].map(|version| {
                let keys = keys.clone().promoting(version).expect("a version that is there");
                opened.seal(&keys).expect("sealed").expose_secret().to_owned()
            });
            assert!(again.iter().any(|token| token == text), "{text} is not as we write it");
            fuzz::ACCEPTED
        });
    }

    proptest! {
        #[test]
        fn one_flipped_bit_spoils_it(position in 0usize..77 * 8) {
            let mut token = URL_SAFE_NO_PAD.decode(sealed()).expect("base64");
            prop_assume!(position / 8 < token.len());
            token[position / 8] ^= 1 << (position % 8);
            prop_assert!(open(&URL_SAFE_NO_PAD.encode(token), &keys()).is_err());
        }

        #[test]
        fn any_text_is_answered(text: String, bytes: Vec<u8>) {
            prop_assert!(open(&text, &keys()).is_err());
            prop_assert!(open(&URL_SAFE_NO_PAD.encode(bytes), &keys()).is_err());
        }
    }
}
