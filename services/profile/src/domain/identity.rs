//! Who somebody is at the provider of their school, and what ties that to an account here.

use chrono::TimeDelta;
use secrecy::{ExposeSecret, SecretString};
use std::fmt;

/// So long somebody may be away to prove who they are.
pub const AWAY: TimeDelta = TimeDelta::minutes(10);

/// The name of a configured provider: `school`, `st-gregorius`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProviderId(String);

/// Why a text names no provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a provider: expected 1 to 40 small letters, digits and hyphens")]
pub struct NotAProviderId;

impl ProviderId {
    const LONGEST: usize = 40;

    /// Small letters, digits and hyphens.
    pub fn parse(text: &str) -> Result<Self, NotAProviderId> {
        let of_a_name = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
        let fits = (1..=Self::LONGEST).contains(&text.len());
        if fits && text.bytes().all(of_a_name) { Ok(Self(text.to_owned())) } else { Err(NotAProviderId) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProviderId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Who somebody is at a provider. The issuer's word for them is often an address, so it does not print.
#[derive(Clone)]
pub struct Identity {
    issuer: String,
    subject: SecretString,
}

/// Why a subject is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a subject: expected 1 to 255 ASCII characters")]
pub struct NotASubject;

impl Identity {
    /// OpenID Connect Core 1.0, section 2: at most 255 ASCII characters, unique at its issuer, and case-sensitive.
    pub fn new(issuer: &str, subject: &str) -> Result<Self, NotASubject> {
        let fits = (1..=255).contains(&subject.len()) && subject.is_ascii();
        if fits { Ok(Self { issuer: issuer.to_owned(), subject: subject.into() }) } else { Err(NotASubject) }
    }

    /// Whose word it is.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Its word for them.
    pub fn subject(&self) -> &str {
        self.subject.expose_secret()
    }
}

/// What a provider sends somebody back with, to be exchanged once.
#[derive(Clone)]
pub struct AuthorizationCode(SecretString);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code: expected 1 to 2048 printable ASCII characters")]
pub struct NotAnAuthorizationCode;

impl AuthorizationCode {
    const LONGEST: usize = 2048;

    /// RFC 6749, appendix A.11: printable ASCII, of whatever length; here of at most 2048.
    pub fn parse(text: &SecretString) -> Result<Self, NotAnAuthorizationCode> {
        let bytes = text.expose_secret().as_bytes();
        let fits = (1..=Self::LONGEST).contains(&bytes.len());
        let printable = |byte: &u8| (0x20..=0x7e).contains(byte);
        if fits && bytes.iter().all(printable) { Ok(Self(text.clone())) } else { Err(NotAnAuthorizationCode) }
    }

    /// For the provider.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_named_as_in_an_address() {
        for text in ["school", "st-gregorius", "2", &"a".repeat(40)] {
            assert_eq!(ProviderId::parse(text).expect("a name").as_str(), text);
        }
        for text in ["", "School", "school.nl", "school\n", "../school", &"a".repeat(41)] {
            assert_eq!(ProviderId::parse(text), Err(NotAProviderId), "{text:?}");
        }
    }

    #[test]
    fn a_subject_is_of_ascii_and_not_long() {
        for text in ["1", "anna@school.example", &"a".repeat(255)] {
            assert_eq!(Identity::new("https://school.example", text).expect("a subject").subject(), text);
        }
        for text in ["", "ånna", &"a".repeat(256)] {
            assert_eq!(Identity::new("https://school.example", text).err(), Some(NotASubject), "{text:?}");
        }
    }

    #[test]
    fn a_code_is_printable_and_not_long() {
        for text in ["a", "4/0Ab~.-_ x", &"a".repeat(2048)] {
            assert_eq!(AuthorizationCode::parse(&text.into()).expect("a code").expose(), text);
        }
        for text in ["", "a\nb", "é", &"a".repeat(2049)] {
            assert!(AuthorizationCode::parse(&text.into()).is_err(), "{text:?}");
        }
    }
}
