use unicode_normalization::UnicodeNormalization;

/// The key of a word in lists and packs: composed, in small letters, with a straight apostrophe, a plain hyphen, and `ij` in two
/// letters.
pub fn key(word: &str) -> String {
    tidy(word).to_lowercase()
}

/// [`key`] with its capitals.
pub(crate) fn tidy(word: &str) -> String {
    if word.is_ascii() {
        return word.replace('`', "'");
    }
    let mut tidy = String::with_capacity(word.len());
    for letter in word.nfc() {
        match letter {
            '\u{2019}' | '\u{2018}' | '\u{b4}' => tidy.push('\''),
            '\u{2010}' | '\u{2011}' => tidy.push('-'),
            'ĳ' => tidy.push_str("ij"),
            'Ĳ' => tidy.push_str("IJ"),
            // Soft hyphens, joiners and marks of direction are not letters.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {}
            _ => tidy.push(letter),
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_has_one_key() {
        for word in ["IJs", "ĳs", "Ĳs", "ijs", "i\u{ad}js"] {
            assert_eq!(key(word), "ijs");
        }
        assert_eq!(key("Foto’s"), "foto's");
        assert_eq!(key("e\u{301}e\u{301}n"), "één");
    }
}
