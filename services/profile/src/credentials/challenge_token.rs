//! The token of a log-in that waits for its second factor: 32 random bytes that only the client has.
//!
//! From it follow the secret of the session that comes of it and the digest of the answer that passed, each by HMAC-SHA256
//! under the token. So the store can tell a repeat of the answer from another one, and give the same refresh token again,
//! without keeping anything that would open a session.

use super::SessionSecret;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

const LENGTH: usize = 32;

/// Proof of having begun the log-in.
#[derive(Clone)]
pub struct ChallengeToken(Zeroizing<[u8; LENGTH]>);

/// A text that is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a challenge token")]
pub struct NotAChallengeToken;

impl ChallengeToken {
    /// From 32 random bytes.
    pub fn new(bytes: [u8; LENGTH]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// As a client brings it.
    pub fn parse(text: &SecretString) -> Result<Self, NotAChallengeToken> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        let length = URL_SAFE_NO_PAD.decode_slice(text.expose_secret(), bytes.as_mut_slice());
        if length == Ok(LENGTH) { Ok(Self(bytes)) } else { Err(NotAChallengeToken) }
    }

    /// As a client gets it.
    pub fn text(&self) -> SecretString {
        URL_SAFE_NO_PAD.encode(self.0.as_slice()).into()
    }

    /// What the store keeps of it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_slice()).into()
    }

    /// The secret of the session that comes of the log-in.
    pub fn session_secret(&self) -> SessionSecret {
        SessionSecret::new(self.derive(b"tall profile session of a challenge v1", b""))
    }

    /// What the store keeps of the answer that passed.
    pub fn answer_digest(&self, answer: &[u8]) -> [u8; 32] {
        self.derive(b"tall profile answer to a challenge v1", answer)
    }

    /// What follows from it for a purpose.
    pub(super) fn derive(&self, purpose: &[u8], subject: &[u8]) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("HMAC takes a key of any length");
        mac.update(purpose);
        mac.update(subject);
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_token_is_read_as_it_was_written() {
        let token = ChallengeToken::new([7; LENGTH]);
        let read = ChallengeToken::parse(&token.text()).expect("a token");
        assert_eq!(read.digest(), token.digest());
        assert_eq!(read.session_secret().digest(), token.session_secret().digest());
    }

    #[test]
    fn what_follows_from_it_differs_by_purpose_answer_and_token() {
        let (token, other) = (ChallengeToken::new([7; LENGTH]), ChallengeToken::new([8; LENGTH]));
        assert_ne!(token.answer_digest(b"123456"), token.answer_digest(b"123457"));
        assert_ne!(token.answer_digest(b"123456"), other.answer_digest(b"123456"));
        assert_ne!(token.answer_digest(b""), token.session_secret().digest());
        assert_ne!(token.session_secret().digest(), other.session_secret().digest());
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text: String) {
            if let Ok(token) = ChallengeToken::parse(&text.clone().into()) {
                let read = token.text();
                prop_assert_eq!(read.expose_secret(), &text);
            }
        }
    }
}
