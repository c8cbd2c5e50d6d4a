//! What single values must be, whether they came in a file or in a request.

use std::fmt::Display;
use unicode_normalization::is_nfc;

/// Characters of a short text: a lemma, a form, a gloss.
pub const LONGEST_SHORT: usize = 100;
/// Characters of a long text: a sentence, a description.
pub const LONGEST_TEXT: usize = 500;
/// Variants of a gloss in one language.
pub const MOST_VARIANTS: usize = 8;
/// Sentences with one word.
pub const MOST_EXAMPLES: usize = 5;
/// Languages of a gloss or a sentence.
pub const MOST_LANGUAGES: usize = 12;
/// Glosses and sentences come at least in these languages.
pub const LANGUAGES: [&str; 2] = ["en", "ru"];

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// A stable code.
    pub code: &'static str,
    /// What is wrong, or what would be right.
    pub message: String,
}

impl Wrong {
    /// A fault of this code, in words.
    pub fn new(code: &'static str, message: impl Display) -> Self {
        Self { code, message: message.to_string() }
    }
}

/// A text of at most `longest` characters, tidy and in NFC, so that equal words are equal bytes.
///
/// # Errors
/// What is wrong with it.
pub fn text(name: &str, text: &str, longest: usize) -> Result<(), Wrong> {
    if text.trim().is_empty() {
        return Err(Wrong::new("empty", format_args!("{name} is empty")));
    }
    if text.trim() != text || text.chars().any(char::is_control) {
        let message = format_args!("{name} begins or ends with white space, or has control characters");
        return Err(Wrong::new("untidy", message));
    }
    if !is_nfc(text) {
        let message = format_args!("{name} has letters in pieces: write it in Unicode's form NFC");
        return Err(Wrong::new("not-composed", message));
    }
    if text.chars().count() > longest {
        return Err(Wrong::new("too-long", format_args!("{name} has more than {longest} characters")));
    }
    Ok(())
}

/// A name in addresses: lower-case ascii letters, digits, hyphens.
///
/// # Errors
/// What is wrong with it.
pub fn slug(name: &str, slug: &str) -> Result<(), Wrong> {
    text(name, slug, LONGEST_SHORT)?;
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if slug.bytes().all(fits) {
        return Ok(());
    }
    Err(Wrong::new(
        "not-a-slug",
        format_args!("{name} has lower-case ascii letters, digits and hyphens only"),
    ))
}

/// One variant of a gloss. `;` and `/` divide variants wherever they stand in one line.
///
/// # Errors
/// What is wrong with it.
pub fn variant(name: &str, variant: &str) -> Result<(), Wrong> {
    text(name, variant, LONGEST_SHORT)?;
    if variant.contains([';', '/']) {
        let message = format_args!("{name} has ; or / inside a variant: make it two variants");
        return Err(Wrong::new("divided", message));
    }
    Ok(())
}

/// A two-letter code (ISO 639-1) in lower case.
pub fn is_language(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(checked: Result<(), Wrong>) -> &'static str {
        checked.map_or_else(|wrong| wrong.code, |()| "right")
    }

    #[test]
    fn a_text_is_tidy() {
        let cases = [
            ("één", "right"),
            ("", "empty"),
            (" \u{a0} ", "empty"),
            (" brood", "untidy"),
            ("bro\u{0}od", "untidy"),
            ("bro\nod", "untidy"),
            ("e\u{301}e\u{301}n", "not-composed"),
            ("broden", "too-long"),
        ];
        for (given, expected) in cases {
            assert_eq!(code(text("lemma", given, 5)), expected, "{given:?}");
        }
    }

    #[test]
    fn a_slug_can_stand_in_an_address() {
        for (given, expected) in
            [("eten-2", "right"), ("Eten", "not-a-slug"), ("eten/drinken", "not-a-slug"), ("", "empty")]
        {
            assert_eq!(code(slug("slug", given)), expected, "{given:?}");
        }
    }

    #[test]
    fn a_variant_is_one_variant() {
        for (given, expected) in [("(female) friend", "right"), ("a; b", "divided"), ("a/b", "divided")] {
            assert_eq!(code(variant("gloss", given)), expected, "{given:?}");
        }
    }
}
