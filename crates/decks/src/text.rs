//! Text as it is kept: without what cannot be seen, with one kind of white space.

use unicode_normalization::UnicodeNormalization;

/// NFC, lines without white space around them or twice within, no empty lines, nothing that cannot be seen.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.split(is_line_end) {
        // First what cannot be seen, then NFC: a letter and its accent may have stood on either side of it.
        let mut words = line.chars().filter(|letter| !is_unseen(*letter)).nfc().collect::<String>();
        words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            continue;
        }
        if !tidy.is_empty() {
            tidy.push('\n');
        }
        tidy.push_str(&words);
    }
    tidy
}

/// The lines as one, with `between` them.
pub(crate) fn on_one_line(text: &str, between: &str) -> String {
    text.split('\n').collect::<Vec<_>>().join(between)
}

fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, soft hyphens, spaces of no width, and what turns the direction of the text around it. The joiners
/// of emoji and of scripts that need them stay.
fn is_unseen(letter: char) -> bool {
    let is_control = letter.is_control() && letter != '\t';
    is_control
        || matches!(
            letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a file may be called this: no path, nothing that cannot be seen.
pub(crate) fn is_file_name(name: &str) -> bool {
    const LONGEST: usize = 255;
    let is_path = name.contains(['/', '\\']) || matches!(name, "." | "..");
    (1..=LONGEST).contains(&name.len()) && !is_path && !name.chars().any(|letter| letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_seen_is_gone() {
        for (text, expected) in [
            ("  de\u{a0}\u{a0}fiets\t ", "de fiets"),
            ("een\r\n\r\ntwee\u{2028}drie", "een\ntwee\ndrie"),
            ("fo\u{ad}to\u{200b}\u{0}\u{1b}[0m", "foto[0m"),
            ("\u{202e}diefstal\u{202c}", "diefstal"),
            ("idee\u{308}n", "ide\u{eb}n"),
            ("ide\u{12}e\u{200b}\u{308}n", "ide\u{eb}n"),
            ("\u{1f469}\u{200d}\u{1f3eb}", "\u{1f469}\u{200d}\u{1f3eb}"),
            (" \n\u{feff}\n", ""),
        ] {
            assert_eq!(tidy(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_path_is_no_name() {
        for name in ["", ".", "..", "../a", "a/b", "a\\b", "/etc/passwd", "a\0", "a\n", &"a".repeat(256)] {
            assert!(!is_file_name(name), "{name:?}");
        }
        for name in ["a.mp3", "..a", "het huis (1).jpg", "ё.ogg"] {
            assert!(is_file_name(name), "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn tidying_twice_is_tidying_once(text in "(?s).{0,60}") {
            let once = tidy(&text);
            prop_assert_eq!(tidy(&once), once);
        }
    }
}
