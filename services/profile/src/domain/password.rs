use super::EmailAddress;
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
    /// Shorter words stand in other words by chance.
    const SHORTEST_WORD: usize = 4;
    /// So many characters must be left without the words that anybody would try.
    const OWN: usize = 5;

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

    /// As lists of breached passwords spell it.
    pub(crate) fn lower_case(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.expose_secret().to_lowercase())
    }

    /// Whether it is hardly more than words that anybody would try on this account: its address, the name of the product
    /// (NIST SP 800-63B, section 3.1.1.2).
    pub fn is_predictable_from(&self, address: Option<&EmailAddress>) -> bool {
        let password = self.lower_case();
        let address =
            Zeroizing::new(address.map(|address| address.expose().to_lowercase()).unwrap_or_default());
        let (local, domain) = address.rsplit_once('@').unwrap_or((&address, ""));
        let host = domain.split('.').next().unwrap_or_default();
        let words = [&*address, domain, local, host, "tall ecosystem", "tallecosystem", "tall-ecosystem"];
        let mut left = password.clone();
        for word in words.into_iter().filter(|word| word.chars().count() >= Self::SHORTEST_WORD) {
            left = Zeroizing::new(left.replace(word, ""));
        }
        left.len() < password.len() && left.trim().chars().count() < Self::OWN
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
    fn what_is_hardly_more_than_the_address_or_the_product_is_predictable() {
        let address = EmailAddress::parse("Anneke.Bakker@example.org").expect("an address");
        let predictable = |text| parse(text).expect("a password").is_predictable_from(Some(&address));
        for text in ["anneke.bakker@example.org", "ANNEKE.BAKKER1!", "Tall Ecosystem 2026", "example.org-12"]
        {
            assert!(predictable(text), "{text}");
        }
        assert!(parse("tallecosystem26").expect("a password").is_predictable_from(None));
        for text in [
            "anneke koopt brood",
            "a tall horse",
            "tall ecosystem of horses",
            "correct horse",
            "🔑🔑🔑🔑🔑🔑🔑🔑",
        ] {
            assert!(!predictable(text), "{text}");
        }
    }

    #[test]
    fn debug_hides_the_password() {
        assert!(!format!("{:?}", parse("hunter2hunter2")).contains("hunter2"));
    }
}
