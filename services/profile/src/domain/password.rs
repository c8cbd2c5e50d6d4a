use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A password that may be hashed. It does not print, and its memory is wiped.
#[derive(Debug, Clone)]
pub struct Password(SecretString);

/// Why a text is no password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPassword {
    /// Fewer than [`Password::SHORTEST`] characters.
    #[error("too short: expected at least 8 characters")]
    TooShort,
    /// More than [`Password::LONGEST`] characters.
    #[error("too long: expected at most 128 characters")]
    TooLong,
}

impl Password {
    /// Characters, that is Unicode code points (NIST SP 800-63B, section 3.1.1.2).
    pub const SHORTEST: usize = 8;
    /// Bounds the work that a stranger can ask for.
    pub const LONGEST: usize = 128;

    /// Any characters at all. The length is checked before anything else, on what was typed; nothing is cut off. NFC then
    /// makes one password of the spellings that keyboards give to one text (NIST SP 800-63B, section 3.1.1.2).
    pub fn parse(text: &SecretString) -> Result<Self, NotAPassword> {
        let text = text.expose_secret();
        match text.chars().take(Self::LONGEST + 1).count() {
            short if short < Self::SHORTEST => Err(NotAPassword::TooShort),
            long if long > Self::LONGEST => Err(NotAPassword::TooLong),
            _ => Ok(Self(compose(text))),
        }
    }

    pub(crate) fn expose(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }
}

/// NFC into memory that is large enough from the start: growing would leave copies behind.
fn compose(text: &str) -> SecretString {
    // A code point grows to three at most under NFC, of four bytes each.
    let mut composed = Zeroizing::new(String::with_capacity(text.len() * 3 * 4));
    composed.extend(text.nfc());
    SecretString::from(composed.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Password, NotAPassword> {
        Password::parse(&text.into())
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert!(parse("пароль12").is_ok());
        assert_eq!(parse("пароль1").err(), Some(NotAPassword::TooShort));
        assert!(parse(&"ё".repeat(128)).is_ok());
        assert_eq!(parse(&"a".repeat(129)).err(), Some(NotAPassword::TooLong));
    }

    #[test]
    fn nothing_is_cut_off_or_trimmed() {
        let text = format!(" {}\u{0} ", "🔑".repeat(100));
        assert_eq!(parse(&text).expect("a password").expose(), text.as_bytes());
    }

    #[test]
    fn two_spellings_of_one_text_are_one_password() {
        let composed = parse("caf\u{e9} noir").expect("a password");
        let decomposed = parse("cafe\u{301} noir").expect("a password");
        assert_eq!(composed.expose(), decomposed.expose());
    }

    #[test]
    fn debug_hides_the_password() {
        assert!(!format!("{:?}", parse("hunter2hunter2")).contains("hunter2"));
    }
}
