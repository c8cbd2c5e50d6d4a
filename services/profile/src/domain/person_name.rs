use super::text::is_deceptive;
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

/// A given or a family name, on its way to pii. It does not print: it is personal data.
#[derive(Debug, Clone)]
pub struct PersonName(SecretString);

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a name: expected 1 to 100 characters, none of them a control character")]
pub struct NotAPersonName;

impl PersonName {
    const LONGEST: usize = 100;

    /// Surrounding white space is dropped and the rest is NFC. What a name looks like is for its bearer to say.
    pub fn parse(text: &str) -> Result<Self, NotAPersonName> {
        let name: String = text.trim().nfc().take(Self::LONGEST + 1).collect();
        let fits = !name.is_empty() && name.chars().count() <= Self::LONGEST;
        let readable = |character: char| !character.is_control() && !is_deceptive(character);
        if fits && name.chars().all(readable) { Ok(Self(name.into())) } else { Err(NotAPersonName) }
    }

    /// The name, for pii alone.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_names() {
        for text in ["Anna", "van 't Hof", "Müller-Łukasiewicz", "李", "Анна Мария", "O’Neil"] {
            assert_eq!(PersonName::parse(text).expect(text).expose(), text);
        }
    }

    #[test]
    fn what_cannot_be_a_name_is_refused() {
        for text in ["", "   ", "a\u{0}b", "a\nb", "An\u{202e}na", &"a".repeat(101)] {
            assert!(PersonName::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn debug_hides_the_name() {
        assert!(!format!("{:?}", PersonName::parse("Anna")).contains("Anna"));
    }
}
