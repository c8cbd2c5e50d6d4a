//! What holds of passkeys, whoever makes them.

use super::text::is_deceptive;
use chrono::TimeDelta;
use unicode_normalization::UnicodeNormalization;

/// So long a device has to answer, be it to register or to log in.
pub const CEREMONY: TimeDelta = TimeDelta::minutes(5);
/// So many passkeys an account has at most: a person's devices and some in a drawer.
pub const MOST: usize = 10;

/// The word of its owner for a passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyName(String);

/// Why a text is no name of a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a name: expected 1 to 40 characters, none of them a control character")]
pub struct NotAPasskeyName;

impl PasskeyName {
    const LONGEST: usize = 40;

    /// Surrounding white space is dropped and the rest is NFC.
    pub fn parse(text: &str) -> Result<Self, NotAPasskeyName> {
        let name: String = text.trim().nfc().take(Self::LONGEST + 1).collect();
        let fits = !name.is_empty() && name.chars().count() <= Self::LONGEST;
        let readable = |character: char| !character.is_control() && !is_deceptive(character);
        if fits && name.chars().all(readable) { Ok(Self(name)) } else { Err(NotAPasskeyName) }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a device that shows this counter of signatures may be a copy of the one that showed `known` (Web
/// Authentication, level 3, section 6.1.1). A device that does not count shows nought, always.
pub const fn counter_went_back(known: u32, shown: u32) -> bool {
    (known > 0 || shown > 0) && shown <= known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_only_grows_or_is_always_nought() {
        assert!(!counter_went_back(0, 0));
        assert!(!counter_went_back(0, 1));
        assert!(!counter_went_back(7, 8));
        assert!(counter_went_back(7, 7));
        assert!(counter_went_back(7, 6));
        assert!(counter_went_back(7, 0));
    }

    #[test]
    fn a_name_is_a_few_words_that_can_be_read() {
        for text in ["Telefoon", "  sleutel aan de bos ", "MacBook van thuis", &"é".repeat(40)] {
            assert!(PasskeyName::parse(text).is_ok(), "{text:?}");
        }
        assert_eq!(PasskeyName::parse("  Telefoon ").expect("a name").as_str(), "Telefoon");
        for text in ["", "   ", "a\u{0}b", "a\nb", "tele\u{202e}foon", &"a".repeat(41)] {
            assert_eq!(PasskeyName::parse(text), Err(NotAPasskeyName), "{text:?}");
        }
    }
}
