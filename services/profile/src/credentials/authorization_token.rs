//! The token of somebody who is away at a provider: 32 random bytes that only the client has which sent them there.
//!
//! State, nonce, the verifier of PKCE and the secret of the session follow from it, each by HMAC-SHA256 under the token. So
//! the store keeps nothing that could finish a log-in, and an answer of the provider is worth nothing in another browser:
//! whoever is brought to open somebody else's answer has no token that its state follows from.

use super::{ChallengeToken, SessionSecret, challenge_token::NotAChallengeToken};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

/// Proof of having begun.
#[derive(Clone)]
pub struct AuthorizationToken(ChallengeToken);

/// A text that is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an authorization token")]
pub struct NotAnAuthorizationToken;

impl From<NotAChallengeToken> for NotAnAuthorizationToken {
    fn from(_: NotAChallengeToken) -> Self {
        Self
    }
}

impl AuthorizationToken {
    /// From 32 random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(ChallengeToken::new(bytes))
    }

    /// As a client brings it.
    pub fn parse(text: &SecretString) -> Result<Self, NotAnAuthorizationToken> {
        Ok(Self(ChallengeToken::parse(text)?))
    }

    /// As a client gets it.
    pub fn text(&self) -> SecretString {
        self.0.text()
    }

    /// What the store keeps of it.
    pub fn digest(&self) -> [u8; 32] {
        self.0.digest()
    }

    /// What the provider gives back with its answer (RFC 6749, section 10.12).
    pub fn state(&self) -> SecretString {
        self.text_of(b"tall profile state of an authorization v1")
    }

    /// Whether an answer with this state is the one that was asked for.
    pub fn is_of(&self, state: &SecretString) -> bool {
        self.state().expose_secret().as_bytes().ct_eq(state.expose_secret().as_bytes()).into()
    }

    /// What the ID token says again (OpenID Connect Core 1.0, section 15.5.2).
    pub fn nonce(&self) -> SecretString {
        self.text_of(b"tall profile nonce of an authorization v1")
    }

    /// The verifier of PKCE (RFC 7636): 43 characters of 256 bits.
    pub fn code_verifier(&self) -> SecretString {
        self.text_of(b"tall profile code verifier of an authorization v1")
    }

    /// The secret of the session that comes of it.
    pub fn session_secret(&self) -> SessionSecret {
        SessionSecret::new(self.0.derive(b"tall profile session of an authorization v1", b""))
    }

    fn text_of(&self, purpose: &[u8]) -> SecretString {
        URL_SAFE_NO_PAD.encode(self.0.derive(purpose, b"")).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_token_is_read_as_it_was_written() {
        let token = AuthorizationToken::new([7; 32]);
        let read = AuthorizationToken::parse(&token.text()).expect("a token");
        assert_eq!(read.digest(), token.digest());
        assert!(read.is_of(&token.state()));
        assert!(AuthorizationToken::parse(&"short".into()).is_err());
    }

    #[test]
    fn all_that_follows_from_it_differs_by_purpose_and_token() {
        let (one, other) = (AuthorizationToken::new([7; 32]), AuthorizationToken::new([8; 32]));
        let texts: BTreeSet<String> = [&one, &other]
            .into_iter()
            .flat_map(|token| [token.text(), token.state(), token.nonce(), token.code_verifier()])
            .map(|text| text.expose_secret().to_owned())
            .collect();
        assert_eq!(texts.len(), 8);
        assert!(texts.iter().all(|text| text.len() == 43));
        assert!(!one.is_of(&other.state()));
        assert_ne!(one.session_secret().digest(), other.session_secret().digest());
    }
}
