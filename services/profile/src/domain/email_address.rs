use super::text::is_deceptive;
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

/// An address that mail can be sent to. It does not print: it is personal data.
#[derive(Debug, Clone)]
pub struct EmailAddress(SecretString);

/// Why a text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address: expected something like name@example.org")]
pub struct NotAnEmailAddress;

impl EmailAddress {
    /// RFC 5321, section 4.5.3.1: the longest path less its angle brackets.
    const LONGEST: usize = 254;
    /// RFC 5321, section 4.5.3.1.1.
    const LONGEST_LOCAL_PART: usize = 64;
    /// RFC 1035, section 2.3.4.
    const LONGEST_LABEL: usize = 63;

    /// Surrounding white space is dropped and the rest is NFC. Letters of any script are fine on both sides; quoted local
    /// parts, comments and address literals are not, since nobody has one.
    pub fn parse(text: &str) -> Result<Self, NotAnEmailAddress> {
        let text: String = text.trim().chars().take(Self::LONGEST + 1).nfc().collect();
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnEmailAddress)?;
        let fits = text.len() <= Self::LONGEST && local.len() <= Self::LONGEST_LOCAL_PART;
        if fits && is_local_part(local) && is_domain(domain) {
            Ok(Self(text.into()))
        } else {
            Err(NotAnEmailAddress)
        }
    }

    /// The address as it was typed, for pii alone.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The one spelling under which an account is found: addresses that differ in case or in the width of a
    /// letter are one.
    pub fn normalised(&self) -> SecretString {
        normalise(self.expose()).into()
    }
}

fn normalise(text: &str) -> String {
    // Composition may bring capitals (mathematical letters), and lower case may bring marks to compose.
    let composed: String = text.nfkc().collect();
    composed.to_lowercase().nfkc().collect()
}

fn is_local_part(local: &str) -> bool {
    !local.is_empty() && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_character))
}

/// RFC 5322 `atext`, widened to other scripts by RFC 6532.
fn is_atom_character(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || "!#$%&'*+-/=?^_`{|}~".contains(character)
        || is_of_another_script(character)
}

fn is_of_another_script(character: char) -> bool {
    let shows = !character.is_control() && !character.is_whitespace() && !is_deceptive(character);
    !character.is_ascii() && shows
}

fn is_domain(domain: &str) -> bool {
    domain.contains('.') && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let inside = |character: char| {
        character.is_ascii_alphanumeric() || character == '-' || is_of_another_script(character)
    };
    !label.is_empty()
        && label.len() <= EmailAddress::LONGEST_LABEL
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn normal(text: &str) -> String {
        EmailAddress::parse(text).expect("an address").normalised().expose_secret().to_owned()
    }

    #[test]
    fn ordinary_addresses_are_taken_as_typed() {
        for text in [
            "anna@example.org",
            "a.b+c@sub.example.co",
            "Ёлка@пример.рф",
            "हिन्दी@उदाहरण.भारत",
            "o'neil@x-y.nl",
        ] {
            assert_eq!(EmailAddress::parse(text).expect(text).expose(), text);
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long_local = format!("{}@example.org", "a".repeat(65));
        let long = format!("a@{}.org", "b".repeat(63).repeat(4));
        for text in [
            "",
            "@",
            "anna",
            "anna@",
            "@example.org",
            "anna@localhost",
            "an na@example.org",
            "anna@exa mple.org",
            "a..b@example.org",
            ".a@example.org",
            "a@-x.org",
            "a@x-.org",
            "a@x..org",
            "a@b@example.org",
            "anna@example.org\r\nBcc: all@example.org",
            "<anna@example.org>",
            "an\u{200b}na@example.org",
            "anna@example\u{202e}.org",
            &long_local,
            &long,
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn case_and_composition_do_not_make_another_account() {
        assert_eq!(normal(" Anna@Example.ORG "), "anna@example.org");
        assert_eq!(normal("𝐀nna@example.org"), "anna@example.org");
        assert_eq!(normal("e\u{301}lan@example.org"), normal("\u{e9}lan@example.org"));
    }

    #[test]
    fn debug_hides_the_address() {
        let address = EmailAddress::parse("anna@example.org").expect("an address");
        assert!(!format!("{address:?}").contains("anna"));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text: String) {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert!(address.expose().len() <= EmailAddress::LONGEST);
                prop_assert!(!address.expose().contains(char::is_whitespace));
            }
        }

        #[test]
        fn normalising_twice_is_normalising_once(text: String) {
            prop_assert_eq!(normalise(&normalise(&text)), normalise(&text));
        }
    }
}
